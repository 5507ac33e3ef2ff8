/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-build.h"

#include "waxseal-manifest-edits.h"
#include "waxseal-manifest-escape.h"
#include "waxseal-manifest-map.h"
#include "waxseal-manifest-names.h"
#include "waxseal-manifest-resources.h"
#include "waxseal-manifest-translations.h"
#include "waxseal-manifest-tree.h"

#define SKELETON_PATH "/io/github/waxseal/Waxseal/manifest/waxseal-manifest-skeleton.xml"

/* The order that the children of OfficeApp need (manifest.md, rule 3). */
static const char *const child_order[] = {
  "Id",          "AlternateId", "Version",      "ProviderName",          "DefaultLocale",
  "DisplayName", "Description", "IconUrl",      "HighResolutionIconUrl", "SupportUrl",
  "AppDomains",  "Hosts",       "Requirements", "FormSettings",          "Permissions",
};

typedef struct
{
  WaxsealAddinIdentity *identity;
  WaxsealManifestMap *map;
  WaxsealManifestEdits *edits;
  xmlNode *root;
  xmlNode *anchor;     /* the child of the root behind which "inserted" comes, or NULL */
  GPtrArray *inserted; /* XML of new children of the root */
} Build;

static gpointer
open_skeleton (gpointer data)
{
  g_autoptr (GBytes) bytes = NULL;

  bytes = g_resource_lookup_data (waxseal_manifest_get_resource (),
                                  SKELETON_PATH,
                                  G_RESOURCE_LOOKUP_FLAGS_NONE,
                                  NULL);
  return waxseal_manifest_document_new (bytes);
}

/**
 * waxseal_manifest_skeleton:
 *
 * Returns: (transfer full): the manifest that Waxseal starts from where none was imported.
 */
WaxsealManifestDocument *
waxseal_manifest_skeleton (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_object_ref (g_once (&once, open_skeleton, NULL));
}

static void
flush_inserted (Build *build)
{
  if (build->inserted->len > 0)
    waxseal_manifest_edits_insert (build->edits, build->root, build->anchor, build->inserted);
  g_ptr_array_set_size (build->inserted, 0);
}

/* The last child that has to come before @element; NULL if it is to be the first. */
static xmlNode *
find_anchor (Build *build, const char *element)
{
  xmlNode *anchor = NULL, *child;
  guint i;

  for (i = 0; i < G_N_ELEMENTS (child_order) && !g_str_equal (child_order[i], element); i++)
    {
      child = waxseal_manifest_tree_find_child (build->root, child_order[i]);
      if (child != NULL)
        anchor = child;
    }
  return anchor;
}

static void
insert_child (Build *build, const char *element, char *xml)
{
  xmlNode *anchor = find_anchor (build, element);

  if (anchor != build->anchor)
    flush_inserted (build);
  build->anchor = anchor;
  g_ptr_array_add (build->inserted, xml);
}

/* A new child of the root that has children of its own. */
static char *
compose_parent (Build *build, const char *element, const char *attributes, GPtrArray *children)
{
  xmlNode *anchor = find_anchor (build, element);
  g_autofree char *name = waxseal_manifest_edits_dup_name (build->edits, build->root, element);
  g_autofree char *line_break =
    waxseal_manifest_edits_dup_break (build->edits, build->root, anchor);
  GString *xml = g_string_new (NULL);
  guint i;

  g_string_append_printf (xml, "<%s%s>", name, attributes);
  for (i = 0; i < children->len; i++)
    g_string_append_printf (xml,
                            "%s%s%s",
                            line_break,
                            *line_break != '\0' ? "  " : "",
                            (const char *) g_ptr_array_index (children, i));
  g_string_append_printf (xml, "%s</%s>", line_break, name);
  return g_string_free (xml, FALSE);
}

static void
insert_text (Build *build, const WaxsealManifestField *field, const char *text)
{
  g_autofree char *name =
    waxseal_manifest_edits_dup_name (build->edits, build->root, field->element);
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GPtrArray) children = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *value = NULL;
  g_autofree char *attributes = NULL;
  guint i;

  if ((field->flags & WAXSEAL_MANIFEST_FIELD_TEXT) != 0)
    {
      value = waxseal_manifest_escape_text (text);
      insert_child (build, field->element, g_strdup_printf ("<%s>%s</%s>", name, value, name));
      return;
    }

  value = waxseal_manifest_escape_attribute (text, '"');
  attributes = g_strdup_printf (" DefaultValue=\"%s\"", value);
  if ((field->flags & WAXSEAL_MANIFEST_FIELD_TRANSLATED) != 0)
    names = waxseal_manifest_names_of (build->identity, field->property);
  for (i = 0; names != NULL && i < names->len; i++)
    g_ptr_array_add (children,
                     waxseal_manifest_translations_compose (build->edits,
                                                            build->root,
                                                            g_ptr_array_index (names, i)));
  insert_child (build,
                field->element,
                children->len > 0 ? compose_parent (build, field->element, attributes, children)
                                  : g_strdup_printf ("<%s%s/>", name, attributes));
}

static void
set_place (Build *build, const WaxsealManifestPlace *place, const char *text)
{
  if (place->attribute != NULL)
    waxseal_manifest_edits_set_attribute (build->edits, place->node, place->attribute, text);
  else
    waxseal_manifest_edits_set_text (build->edits, place->node, text);
}

static void
build_text (Build *build, const WaxsealManifestField *field, GArray *places)
{
  g_autofree char *wanted =
    waxseal_manifest_escape_clean (waxseal_record_get_text (build->identity, field->property));
  g_autofree char *base = NULL;
  guint i;

  if (places->len == 0)
    {
      if (field->element != NULL && *wanted != '\0')
        insert_text (build, field, wanted);
      return;
    }

  base = waxseal_manifest_place_dup_value (&g_array_index (places, WaxsealManifestPlace, 0));
  if (g_str_equal (wanted, base))
    return;
  if (*wanted == '\0' && (field->flags & WAXSEAL_MANIFEST_FIELD_REMOVABLE) != 0)
    {
      waxseal_manifest_edits_remove (build->edits,
                                     g_array_index (places, WaxsealManifestPlace, 0).node);
      return;
    }
  for (i = 0; i < places->len; i++)
    if (waxseal_manifest_place_follows (places, i, base))
      set_place (build, &g_array_index (places, WaxsealManifestPlace, i), wanted);
}

static GPtrArray *
compose_domains (Build *build, const char *const *domains, guint start, guint end)
{
  GPtrArray *elements = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = waxseal_manifest_edits_dup_name (build->edits, build->root, "AppDomain");
  guint i;

  for (i = start; i < end; i++)
    {
      g_autofree char *clean = waxseal_manifest_escape_clean (domains[i]);
      g_autofree char *text = waxseal_manifest_escape_text (clean);

      g_ptr_array_add (elements, g_strdup_printf ("<%s>%s</%s>", name, text, name));
    }
  return elements;
}

static gboolean
place_says (GArray *places, guint index, const char *text)
{
  g_autofree char *value =
    waxseal_manifest_place_dup_value (&g_array_index (places, WaxsealManifestPlace, index));
  g_autofree char *clean = waxseal_manifest_escape_clean (text);

  return g_str_equal (value, clean);
}

static void
insert_domains (Build *build,
                const char *element,
                xmlNode *list,
                xmlNode *after,
                GPtrArray *domains)
{
  if (domains->len == 0)
    return;
  if (list != NULL)
    waxseal_manifest_edits_insert (build->edits, list, after, domains);
  else
    insert_child (build, element, compose_parent (build, element, "", domains));
}

/* Keeps what is the same at the beginning and at the end, and changes what is between. */
static void
build_domains (Build *build, const WaxsealManifestField *field, GArray *places)
{
  const char *const *wanted = waxseal_record_get_texts (build->identity, field->property);
  guint n_wanted = g_strv_length ((char **) wanted), n_places = places->len;
  xmlNode *list = waxseal_manifest_tree_find_child (build->root, field->element);
  xmlNode *after = NULL;
  g_autoptr (GPtrArray) added = NULL;
  guint i = 0, end = 0, n_common;

  while (i < MIN (n_wanted, n_places) && place_says (places, i, wanted[i]))
    i++;
  while (end < MIN (n_wanted, n_places) - i &&
         place_says (places, n_places - 1 - end, wanted[n_wanted - 1 - end]))
    end++;
  if (n_wanted == 0 && n_places > 0)
    {
      waxseal_manifest_edits_remove (build->edits, list);
      return;
    }

  n_common = MIN (n_wanted, n_places) - end;
  for (; i < n_common; i++)
    {
      g_autofree char *clean = waxseal_manifest_escape_clean (wanted[i]);

      set_place (build, &g_array_index (places, WaxsealManifestPlace, i), clean);
    }
  for (; i < n_places - end; i++)
    waxseal_manifest_edits_remove (build->edits,
                                   g_array_index (places, WaxsealManifestPlace, i).node);
  if (n_common > 0)
    after = g_array_index (places, WaxsealManifestPlace, n_common - 1).node;
  added = compose_domains (build, wanted, n_common, MAX (n_wanted - end, n_common));
  insert_domains (build, field->element, list, after, added);
}

static void
build_field (Build *build, guint index)
{
  const WaxsealManifestField *field = waxseal_manifest_map_get_field (index);
  GArray *places = waxseal_manifest_map_get_places (build->map, index);
  g_autoptr (GPtrArray) names = NULL;

  if ((field->flags & WAXSEAL_MANIFEST_FIELD_LIST) != 0)
    {
      build_domains (build, field, places);
      return;
    }
  build_text (build, field, places);
  if ((field->flags & WAXSEAL_MANIFEST_FIELD_TRANSLATED) == 0)
    return;
  names = waxseal_manifest_names_of (build->identity, field->property);
  waxseal_manifest_translations_build (build->edits, places, names);
}

/**
 * waxseal_manifest_build:
 * @base: an imported manifest, or the skeleton
 * @identity: what the manifest is to say
 *
 * Changes in @base what differs from @identity, and nothing else: attribute order, comments,
 * prefixes and blanks stay, and what Waxseal does not know stays, too. The same input gives the
 * same bytes. A value for which @base has no place is left out. A character that XML cannot have
 * becomes U+FFFD.
 *
 * Returns: (transfer full): the file; @base as it was if it has no OfficeApp.
 */
GBytes *
waxseal_manifest_build (WaxsealManifestDocument *base, WaxsealAddinIdentity *identity)
{
  xmlNode *root = waxseal_manifest_document_get_root (base);
  const char *text = waxseal_manifest_document_get_text (base);
  g_autoptr (WaxsealManifestEdits) edits = NULL;
  g_autoptr (GPtrArray) inserted = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *result = NULL;
  Build build = { identity, NULL, NULL, root, NULL, inserted };
  guint i;

  if (!waxseal_manifest_tree_is (root, "OfficeApp"))
    return waxseal_manifest_document_encode (base, text != NULL ? text : "");

  edits = waxseal_manifest_edits_new (base);
  build.edits = edits;
  build.map = waxseal_manifest_map_of (base);
  for (i = 0; i < waxseal_manifest_map_n_fields (); i++)
    build_field (&build, i);
  flush_inserted (&build);
  result = waxseal_manifest_edits_apply (edits);
  return waxseal_manifest_document_encode (base, result);
}
