/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-manifest-address.h"
#include "waxseal-manifest-node.h"

/* Whether the path of @address ends like a file that is no icon (manifest.md, rule 12). */
static gboolean
is_no_icon (const char *address)
{
  static const char *const types[] = { "bmp", "exif", "gif",  "jpeg", "jpg",
                                       "png", "tif",  "tiff", NULL };
  gsize length = strcspn (address, "?#");
  const char *dot = g_strrstr_len (address, length, ".");
  const char *slash = g_strrstr_len (address, length, "/");
  g_autofree char *type = NULL;

  if (dot == NULL || slash == NULL || dot < slash || slash[-1] == '/')
    return FALSE;
  type = g_ascii_strdown (dot + 1, address + length - dot - 1);
  return !g_strv_contains (types, type);
}

static void
check_icon (const WaxsealManifestRule *rule,
            const WaxsealManifestIndex *index,
            WaxsealManifestFindings *findings)
{
  static const char *const names[] = { "IconUrl", "HighResolutionIconUrl" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      xmlNode *node = waxseal_manifest_node_find_child (index->root, names[i]);
      const char *address =
        node != NULL ? waxseal_manifest_node_get_attribute (node, "DefaultValue") : NULL;

      if (address != NULL && strchr (address, '/') != address && is_no_icon (address))
        waxseal_manifest_rule_report_value (
          rule,
          findings,
          node,
          N_ ("“%s” does not end like a picture that Outlook shows."),
          address);
    }
}

static const char *
get_address (const WaxsealManifestIndex *index, const char *name, xmlNode **node)
{
  *node = waxseal_manifest_node_find_child (index->root, name);
  return *node != NULL ? waxseal_manifest_node_get_attribute (*node, "DefaultValue") : NULL;
}

static void
check_same (const WaxsealManifestRule *rule,
            const WaxsealManifestIndex *index,
            WaxsealManifestFindings *findings)
{
  xmlNode *node;
  const char *small = get_address (index, "IconUrl", &node);
  const char *large = get_address (index, "HighResolutionIconUrl", &node);

  if (small != NULL && large != NULL && g_str_equal (small, large))
    waxseal_manifest_rule_report (rule,
                                  findings,
                                  node,
                                  g_strdup (
                                    _ ("IconUrl and HighResolutionIconUrl are the same picture.")));
}

/* The number that the file name ends with, as in “icon-64.png” and “icon64x64.png”; 0 for none. */
static guint
read_size (const char *address)
{
  gsize end = strcspn (address, "?#");
  const char *slash = g_strrstr_len (address, end, "/");
  const char *dot = g_strrstr_len (address, end, ".");
  const char *start = dot;

  if (slash == NULL || dot == NULL || dot < slash)
    return 0;
  while (start > slash + 1 && g_ascii_isdigit (start[-1]))
    start--;
  return dot - start <= 4 && start < dot ? (guint) g_ascii_strtoull (start, NULL, 10) : 0;
}

static void
check_name_sizes (const WaxsealManifestRule *rule,
                  const WaxsealManifestIndex *index,
                  WaxsealManifestFindings *findings)
{
  /* The sizes that icons of add-ins have; another number is no size (manifest.md, rules 12, 34). */
  static const guint known[] = { 16, 20, 24, 25, 32, 40, 48, 64, 80, 96, 128 };
  static const struct
  {
    const char *name;
    guint size;
  } icons[] = { { "IconUrl", 64 }, { "HighResolutionIconUrl", 128 } };

  for (guint i = 0; i < G_N_ELEMENTS (icons); i++)
    {
      xmlNode *node;
      const char *address = get_address (index, icons[i].name, &node);
      guint size = address != NULL ? read_size (address) : 0;

      for (guint j = 0; j < G_N_ELEMENTS (known); j++)
        if (size == known[j] && size != icons[i].size)
          waxseal_manifest_rule_report (
            rule,
            findings,
            node,
            g_strdup_printf (_ ("By its name the picture has the size %u; “%s” needs %u."),
                             size,
                             icons[i].name,
                             icons[i].size));
    }
}

static gboolean
is_icon (const xmlNode *node)
{
  const char *name = waxseal_manifest_node_get_name (node);

  return g_str_equal (name, "IconUrl") || g_str_equal (name, "HighResolutionIconUrl") ||
         g_str_equal (name, "Image");
}

/* A query that makes each address a new one (manifest.md, rule 14). */
static gboolean
is_uncached (const char *address)
{
  static const char *const marks[] = { "nocache",  "no-cache",  "nostore",
                                       "no-store", "cachebust", "timestamp" };
  const char *query = strchr (address, '?');
  g_autofree char *lower = query != NULL ? g_ascii_strdown (query, -1) : NULL;

  for (guint i = 0; lower != NULL && i < G_N_ELEMENTS (marks); i++)
    if (strstr (lower, marks[i]) != NULL)
      return TRUE;
  return FALSE;
}

static void
check_caching (const WaxsealManifestRule *rule,
               const WaxsealManifestIndex *index,
               WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->links->len; i++)
    {
      const WaxsealManifestLink *link = &g_array_index (index->links, WaxsealManifestLink, i);

      if (is_icon (link->node) && is_uncached (link->address))
        waxseal_manifest_rule_report_value (rule,
                                            findings,
                                            link->node,
                                            N_ ("The address “%s” of an icon asks not to be kept."),
                                            link->address);
    }
}

static const WaxsealManifestRule rules[] = {
  { "icon-type",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 12",
    check_icon,
    N_ ("Use a PNG: 64 by 64 pixels for IconUrl, 128 by 128 for HighResolutionIconUrl.") },
  { "icon-same",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 12",
    check_same,
    N_ ("Use a picture of 64 by 64 pixels for IconUrl, and one of 128 by 128 for "
        "HighResolutionIconUrl.") },
  { "icon-name-size",
    WAXSEAL_SEVERITY_HINT,
    "manifest.md, rule 12",
    check_name_sizes,
    N_ ("Make sure that the picture has the right size: 64 by 64 pixels for IconUrl, 128 by 128 "
        "for HighResolutionIconUrl.") },
  { "icon-cache",
    WAXSEAL_SEVERITY_HINT,
    "manifest.md, rule 14",
    check_caching,
    N_ ("Use an address that stays the same, and let the server allow caching.") },
  { NULL },
};

/** waxseal_manifest_rules_icons: Returns: (transfer none): the rules of the add-in’s pictures. */
const WaxsealManifestRule *
waxseal_manifest_rules_icons (void)
{
  return rules;
}
