/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people see of an add-in in Outlook, as its manifest has it. */
#include "waxseal-manifest-surface.h"

#include "waxseal-manifest-map.h"
#include "waxseal-manifest-override.h"
#include "waxseal-manifest-tree.h"

/* The extension points that Outlook knows, and what in them a button, or an event, is. */
static const struct
{
  const char *type;
  const char *element;
  WaxsealManifestSurface surface;
} points[] = {
  { "MessageComposeCommandSurface", "Control", WAXSEAL_MANIFEST_SURFACE_COMPOSE },
  { "MessageReadCommandSurface", "Control", WAXSEAL_MANIFEST_SURFACE_READ },
  { "ReportPhishingCommandSurface", "Control", WAXSEAL_MANIFEST_SURFACE_READ },
  { "AppointmentOrganizerCommandSurface", "Control", WAXSEAL_MANIFEST_SURFACE_ORGANIZER },
  { "AppointmentAttendeeCommandSurface", "Control", WAXSEAL_MANIFEST_SURFACE_ATTENDEE },
  { "MobileMessageReadCommandSurface", "Control", WAXSEAL_MANIFEST_SURFACE_MOBILE_READ },
  { "MobileOnlineMeetingCommandSurface", "Control", WAXSEAL_MANIFEST_SURFACE_MOBILE_ORGANIZER },
  { "MobileLogEventAppointmentAttendee", "Control", WAXSEAL_MANIFEST_SURFACE_MOBILE_ATTENDEE },
  { "LaunchEvent", "LaunchEvent", WAXSEAL_MANIFEST_SURFACE_EVENTS },
  { "Events", "Event", WAXSEAL_MANIFEST_SURFACE_EVENTS },
};

/* Of VersionOverrides in each other, the innermost takes the place of all (manifest.md, rule 26).
 */
static xmlNode *
find_overrides (WaxsealManifestDocument *document)
{
  xmlNode *root = waxseal_manifest_document_get_root (document);
  xmlNode *found = NULL, *node = NULL;
  guint depth = 0;

  if (waxseal_manifest_tree_is (root, "OfficeApp"))
    node = waxseal_manifest_tree_find_child (root, "VersionOverrides");
  for (; node != NULL && depth < WAXSEAL_MANIFEST_MAP_MAX_OVERRIDES; depth++)
    {
      found = node;
      node = waxseal_manifest_tree_find_child (node, "VersionOverrides");
    }
  return found;
}

static WaxsealManifestButton *
read_button (WaxsealManifestDocument *document,
             xmlNode *node,
             WaxsealManifestSurface surface,
             guint *n_left)
{
  WaxsealManifestButton *button = waxseal_manifest_button_new (document, node, surface);
  xmlNode *items = waxseal_manifest_tree_find_child (node, "Items");
  xmlNode *item = waxseal_manifest_tree_find_child (items, "Item");

  (*n_left)--;
  for (; item != NULL && *n_left > 0; item = xmlNextElementSibling (item))
    {
      g_autoptr (WaxsealManifestButton) child = NULL;

      if (!waxseal_manifest_tree_is (item, "Item"))
        continue;
      child = waxseal_manifest_button_new (document, item, surface);
      waxseal_manifest_button_add_item (button, child);
      (*n_left)--;
    }
  return button;
}

static void
read_point (WaxsealManifestDocument *document, xmlNode *point, GListStore *buttons, guint *n_left)
{
  xmlNode *node;
  gsize i = 0;

  while (i < G_N_ELEMENTS (points) &&
         !waxseal_manifest_tree_has_attribute (point, "type", points[i].type))
    i++;
  if (i == G_N_ELEMENTS (points))
    return;
  for (node = point; node != NULL && *n_left > 0;
       node = waxseal_manifest_tree_next_own (node, point))
    if (node != point && waxseal_manifest_tree_is (node, points[i].element))
      {
        g_autoptr (WaxsealManifestButton) button =
          read_button (document, node, points[i].surface, n_left);

        g_list_store_append (buttons, button);
      }
}

/**
 * waxseal_manifest_surface_list_buttons:
 *
 * Lists the buttons that clients show that know all of the manifest, and what runs by itself.
 *
 * Returns: (transfer full): #WaxsealManifestButton in the order of the manifest, without the items
 *   of menus; at most %WAXSEAL_MANIFEST_SURFACE_MAX_BUTTONS, items counted.
 */
GListModel *
waxseal_manifest_surface_list_buttons (WaxsealManifestDocument *document)
{
  GListStore *buttons = g_list_store_new (WAXSEAL_TYPE_MANIFEST_BUTTON);
  xmlNode *overrides = find_overrides (document), *node;
  guint n_left = WAXSEAL_MANIFEST_SURFACE_MAX_BUTTONS;

  for (node = overrides; node != NULL; node = waxseal_manifest_tree_next_own (node, overrides))
    if (waxseal_manifest_tree_is (node, "ExtensionPoint"))
      read_point (document, node, buttons, &n_left);
  return G_LIST_MODEL (buttons);
}

/* Takes @locale; language tags are the same in upper and lower case. */
static void
add_locale (GPtrArray *locales, char *locale)
{
  guint i;

  for (i = 0; i < locales->len; i++)
    if (locale == NULL || *locale == '\0' ||
        g_ascii_strcasecmp (g_ptr_array_index (locales, i), locale) == 0)
      {
        g_free (locale);
        return;
      }
  g_ptr_array_add (locales, locale);
}

/**
 * waxseal_manifest_surface_list_locales:
 *
 * Returns: (transfer full): the languages that the manifest has texts in, its default first; "" for
 *   a default that it does not name. At most %WAXSEAL_MANIFEST_SURFACE_MAX_LOCALES.
 */
GStrv
waxseal_manifest_surface_list_locales (WaxsealManifestDocument *document)
{
  xmlNode *root = waxseal_manifest_document_get_root (document), *node;
  xmlNode *main = waxseal_manifest_tree_find_child (root, "DefaultLocale");
  GPtrArray *locales = g_ptr_array_new ();

  add_locale (locales,
              main != NULL ? g_strstrip (waxseal_manifest_tree_dup_text (main)) : g_strdup (""));
  for (node = root; node != NULL && locales->len < WAXSEAL_MANIFEST_SURFACE_MAX_LOCALES;
       node = waxseal_manifest_tree_next (node, root))
    if (waxseal_manifest_tree_is (node, "Override"))
      add_locale (locales, waxseal_manifest_tree_dup_attribute (node, "Locale"));
  g_ptr_array_add (locales, NULL);
  return (GStrv) g_ptr_array_free (locales, FALSE);
}

/** waxseal_manifest_surface_dup_name: Returns: (transfer full): the add-in's full name, or "". */
char *
waxseal_manifest_surface_dup_name (WaxsealManifestDocument *document, const char *locale)
{
  xmlNode *root = waxseal_manifest_document_get_root (document);

  return waxseal_manifest_override_dup_text (waxseal_manifest_tree_find_child (root, "DisplayName"),
                                             locale);
}

/** waxseal_manifest_surface_dup_icon: Returns: (transfer full): the address of the add-in's icon,
 * or
 * "". */
char *
waxseal_manifest_surface_dup_icon (WaxsealManifestDocument *document, const char *locale)
{
  xmlNode *root = waxseal_manifest_document_get_root (document);

  return waxseal_manifest_override_dup_text (waxseal_manifest_tree_find_child (root, "IconUrl"),
                                             locale);
}
