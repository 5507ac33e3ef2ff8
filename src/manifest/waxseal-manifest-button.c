/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-button.h"

#include "waxseal-manifest-override.h"
#include "waxseal-manifest-tree.h"

/**
 * WaxsealManifestButton:
 *
 * A button of an add-in, an item of its menu, or a function that Outlook runs by itself, as the
 * manifest has it. It looks a text up when asked for it. Never changes; what is missing is empty.
 */
struct _WaxsealManifestButton
{
  GObject parent_instance;

  WaxsealManifestDocument *document;
  xmlNode *node;
  WaxsealManifestSurface surface;
  GListStore *items;
};

G_DEFINE_FINAL_TYPE (WaxsealManifestButton, waxseal_manifest_button, G_TYPE_OBJECT)

/* Where a text is: below the ancestor, or below the control itself for NULL. */
static const struct
{
  const char *ancestor;
  const char *path[3];
} texts[] = {
  [WAXSEAL_MANIFEST_TEXT_LABEL] = { NULL, { "Label" } },
  [WAXSEAL_MANIFEST_TEXT_TITLE] = { NULL, { "Supertip", "Title" } },
  [WAXSEAL_MANIFEST_TEXT_DESCRIPTION] = { NULL, { "Supertip", "Description" } },
  [WAXSEAL_MANIFEST_TEXT_GROUP] = { "Group", { "Label" } },
  [WAXSEAL_MANIFEST_TEXT_TAB] = { "CustomTab", { "Label" } },
  [WAXSEAL_MANIFEST_TEXT_PAGE] = { NULL, { "Action", "SourceLocation" } },
};

static void
waxseal_manifest_button_dispose (GObject *object)
{
  WaxsealManifestButton *self = WAXSEAL_MANIFEST_BUTTON (object);

  g_clear_object (&self->items);
  g_clear_object (&self->document);
  G_OBJECT_CLASS (waxseal_manifest_button_parent_class)->dispose (object);
}

static void
waxseal_manifest_button_class_init (WaxsealManifestButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_manifest_button_dispose;
}

static void
waxseal_manifest_button_init (WaxsealManifestButton *self)
{
  self->items = g_list_store_new (WAXSEAL_TYPE_MANIFEST_BUTTON);
}

/**
 * waxseal_manifest_button_new:
 * @document: what @node is of
 * @node: a Control, Item, LaunchEvent or Event element
 *
 * Returns: (transfer full): the button that @node describes.
 */
WaxsealManifestButton *
waxseal_manifest_button_new (WaxsealManifestDocument *document,
                             xmlNode *node,
                             WaxsealManifestSurface surface)
{
  WaxsealManifestButton *self = g_object_new (WAXSEAL_TYPE_MANIFEST_BUTTON, NULL);

  self->document = g_object_ref (document);
  self->node = node;
  self->surface = surface;
  return self;
}

/** waxseal_manifest_button_add_item: Only for who creates the button: adds an item to its menu. */
void
waxseal_manifest_button_add_item (WaxsealManifestButton *self, WaxsealManifestButton *item)
{
  g_list_store_append (self->items, item);
}

static xmlNode *
find_ancestor (xmlNode *node, const char *name)
{
  while (node != NULL && !waxseal_manifest_tree_is (node, name))
    node = node->parent;
  return node;
}

static char *
dup_resource (WaxsealManifestButton *self, xmlNode *reference, const char *locale)
{
  xmlNode *overrides = find_ancestor (self->node, "VersionOverrides");
  xmlNode *resource = waxseal_manifest_tree_find_resource (overrides, reference);

  return waxseal_manifest_override_dup_text (resource, locale);
}

/** waxseal_manifest_button_get_surface: Returns: where it is. */
WaxsealManifestSurface
waxseal_manifest_button_get_surface (WaxsealManifestButton *self)
{
  return self->surface;
}

/**
 * waxseal_manifest_button_get_action:
 *
 * Returns: what it does; #WAXSEAL_MANIFEST_ACTION_NONE where the manifest does not say, or says
 *   something unknown.
 */
WaxsealManifestAction
waxseal_manifest_button_get_action (WaxsealManifestButton *self)
{
  xmlNode *action = waxseal_manifest_tree_find_child (self->node, "Action");

  if (self->surface == WAXSEAL_MANIFEST_SURFACE_EVENTS)
    return WAXSEAL_MANIFEST_ACTION_FUNCTION;
  if (waxseal_manifest_tree_has_attribute (self->node, "type", "Menu"))
    return WAXSEAL_MANIFEST_ACTION_MENU;
  if (action == NULL)
    return WAXSEAL_MANIFEST_ACTION_NONE;
  if (waxseal_manifest_tree_has_attribute (action, "type", "ShowTaskpane"))
    return WAXSEAL_MANIFEST_ACTION_TASKPANE;
  if (waxseal_manifest_tree_has_attribute (action, "type", "ExecuteFunction"))
    return WAXSEAL_MANIFEST_ACTION_FUNCTION;
  return WAXSEAL_MANIFEST_ACTION_NONE;
}

/** waxseal_manifest_button_get_items: Returns: (transfer none): the #WaxsealManifestButton in its
 * menu; empty if it is none. */
GListModel *
waxseal_manifest_button_get_items (WaxsealManifestButton *self)
{
  return G_LIST_MODEL (self->items);
}

/**
 * waxseal_manifest_button_dup_text:
 * @locale: a language tag; the manifest's own default takes its place where there is no such text
 *
 * WAXSEAL_MANIFEST_TEXT_TAB is the name of a tab of the add-in's own, empty for Outlook's.
 *
 * Returns: (transfer full): the text, or "".
 */
char *
waxseal_manifest_button_dup_text (WaxsealManifestButton *self,
                                  WaxsealManifestText text,
                                  const char *locale)
{
  xmlNode *node = self->node;

  if (texts[text].ancestor != NULL)
    node = find_ancestor (node, texts[text].ancestor);
  return dup_resource (self, waxseal_manifest_tree_find_path (node, texts[text].path), locale);
}

/**
 * waxseal_manifest_button_dup_icon:
 * @size: in pixels
 *
 * Returns: (transfer full): the address of its icon of that size, or "".
 */
char *
waxseal_manifest_button_dup_icon (WaxsealManifestButton *self, int size, const char *locale)
{
  xmlNode *icon = waxseal_manifest_tree_find_child (self->node, "Icon");
  xmlNode *image = waxseal_manifest_tree_find_child (icon, "Image");
  g_autofree char *wanted = g_strdup_printf ("%d", size);

  while (image != NULL && !(waxseal_manifest_tree_is (image, "Image") &&
                            waxseal_manifest_tree_has_attribute (image, "size", wanted)))
    image = xmlNextElementSibling (image);
  return dup_resource (self, image, locale);
}

/** waxseal_manifest_button_dup_function: Returns: (transfer full): the function it runs, or "". */
char *
waxseal_manifest_button_dup_function (WaxsealManifestButton *self)
{
  xmlNode *action = waxseal_manifest_tree_find_child (self->node, "Action");
  xmlNode *name = waxseal_manifest_tree_find_child (action, "FunctionName");
  char *attribute = NULL;

  if (name != NULL)
    return g_strstrip (waxseal_manifest_tree_dup_text (name));
  attribute = waxseal_manifest_tree_dup_attribute (self->node, "FunctionName");
  return attribute != NULL ? attribute : g_strdup ("");
}

/** waxseal_manifest_button_dup_event: Returns: (transfer full): what it runs on, or "". */
char *
waxseal_manifest_button_dup_event (WaxsealManifestButton *self)
{
  char *type = NULL;

  if (self->surface == WAXSEAL_MANIFEST_SURFACE_EVENTS)
    type = waxseal_manifest_tree_dup_attribute (self->node, "Type");
  return type != NULL ? type : g_strdup ("");
}
