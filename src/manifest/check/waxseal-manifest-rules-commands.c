/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>

#include "waxseal-manifest-node.h"

/* manifest.md, rule 33. */
#define MAX_CONTROLS 6

static guint
hash_id (gconstpointer data)
{
  const WaxsealManifestSite *site = data;

  return g_str_hash (waxseal_manifest_node_get_attribute (site->node, "id")) ^
         g_direct_hash (site->overrides);
}

static gboolean
equals_id (gconstpointer a, gconstpointer b)
{
  const WaxsealManifestSite *first = a;
  const WaxsealManifestSite *second = b;

  return first->overrides == second->overrides &&
         g_str_equal (waxseal_manifest_node_get_attribute (first->node, "id"),
                      waxseal_manifest_node_get_attribute (second->node, "id"));
}

static void
check_unique (const WaxsealManifestRule *rule,
              const WaxsealManifestIndex *index,
              WaxsealManifestFindings *findings,
              WaxsealManifestPart part,
              const char *format)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (hash_id, equals_id);

  for (guint i = 0; i < index->parts[part]->len; i++)
    {
      const WaxsealManifestSite *site = waxseal_manifest_rule_get_site (index, part, i);
      const char *id = waxseal_manifest_node_get_attribute (site->node, "id");

      /* 1.1 takes the place of 1.0, so that both may use an id. */
      if (id != NULL && !g_hash_table_add (seen, (gpointer) site))
        waxseal_manifest_rule_report_value (rule, findings, site->node, format, id);
    }
}

static void
check_controls (const WaxsealManifestRule *rule,
                const WaxsealManifestIndex *index,
                WaxsealManifestFindings *findings)
{
  check_unique (rule,
                index,
                findings,
                WAXSEAL_MANIFEST_PART_CONTROL,
                N_ ("Another control has the id “%s” already."));
}

static void
check_groups (const WaxsealManifestRule *rule,
              const WaxsealManifestIndex *index,
              WaxsealManifestFindings *findings)
{
  check_unique (rule,
                index,
                findings,
                WAXSEAL_MANIFEST_PART_GROUP,
                N_ ("Another group has the id “%s” already."));
}

static guint
count_children (const xmlNode *node, const char *name)
{
  guint count = 0;

  for (xmlNode *child = waxseal_manifest_node_find_child (node, name); child != NULL;
       child = waxseal_manifest_node_find_sibling (child, name))
    count++;
  return count;
}

static void
check_tab (const WaxsealManifestRule *rule, WaxsealManifestFindings *findings, xmlNode *tab)
{
  const char *id = waxseal_manifest_node_get_attribute (tab, "id");

  if (id != NULL && !g_str_equal (id, "TabDefault"))
    waxseal_manifest_rule_report_value (
      rule, findings, tab, N_ ("Outlook has no tab “%s”, only “TabDefault”."), id);
  if (count_children (tab, "Group") > 1)
    waxseal_manifest_rule_report (
      rule,
      findings,
      tab,
      g_strdup (_ ("Outlook shows one group of an add-in on its default tab, not more.")));
}

static void
check_tabs (const WaxsealManifestRule *rule,
            const WaxsealManifestIndex *index,
            WaxsealManifestFindings *findings)
{
  static const char *const names[] = { "OfficeTab", "CustomTab" };

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_EXTENSION_POINT]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_EXTENSION_POINT, i)->node;
      xmlNode *tab = waxseal_manifest_node_find_child (node, "OfficeTab");

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        if (count_children (node, names[j]) > 1)
          waxseal_manifest_rule_report_value (
            rule, findings, node, N_ ("There is more than one “%s”."), names[j]);
      for (; tab != NULL; tab = waxseal_manifest_node_find_sibling (tab, "OfficeTab"))
        check_tab (rule, findings, tab);
    }
}

static void
check_group_sizes (const WaxsealManifestRule *rule,
                   const WaxsealManifestIndex *index,
                   WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_GROUP]->len; i++)
    {
      xmlNode *node = waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_GROUP, i)->node;
      guint count = count_children (node, "Control");

      if (count > MAX_CONTROLS)
        waxseal_manifest_rule_report (
          rule,
          findings,
          node,
          g_strdup_printf (_ ("The group has %u controls; Outlook takes six at most."), count));
    }
}

static gboolean
is_mobile (const xmlNode *icon)
{
  return g_str_equal (waxseal_manifest_node_get_type (icon), "MobileIconList") ||
         g_str_equal (waxseal_manifest_node_get_type (icon->parent), "MobileButton");
}

static gint64
get_number (const xmlNode *node, const char *name)
{
  const char *text = waxseal_manifest_node_get_attribute (node, name);

  return text != NULL ? g_ascii_strtoll (text, NULL, 10) : 0;
}

static gboolean
is_in (gint64 number, const guint *numbers, guint count)
{
  for (guint i = 0; i < count; i++)
    if (numbers[i] == number)
      return TRUE;
  return FALSE;
}

static gboolean
has_image (const xmlNode *icon, guint size, guint scale)
{
  for (xmlNode *image = waxseal_manifest_node_find_child (icon, "Image"); image != NULL;
       image = waxseal_manifest_node_find_sibling (image, "Image"))
    if (get_number (image, "size") == size && (scale == 0 || get_number (image, "scale") == scale))
      return TRUE;
  return FALSE;
}

static const guint desktop_sizes[] = { 16, 32, 80 };
static const guint optional_sizes[] = { 20, 24, 40, 48, 64 };
static const guint mobile_sizes[] = { 25, 32, 48 };

static void
check_icons (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_ICON]->len; i++)
    {
      xmlNode *icon = waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_ICON, i)->node;

      for (guint j = 0; !is_mobile (icon) && j < G_N_ELEMENTS (desktop_sizes); j++)
        if (!has_image (icon, desktop_sizes[j], 0))
          waxseal_manifest_rule_report (
            rule,
            findings,
            icon,
            g_strdup_printf (_ ("The icon has no image of the size %u."), desktop_sizes[j]));
    }
}

static void
check_mobile_icons (const WaxsealManifestRule *rule,
                    const WaxsealManifestIndex *index,
                    WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_ICON]->len; i++)
    {
      xmlNode *icon = waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_ICON, i)->node;

      if (!is_mobile (icon))
        continue;
      for (guint j = 0; j < G_N_ELEMENTS (mobile_sizes); j++)
        for (guint scale = 1; scale <= 3; scale++)
          if (!has_image (icon, mobile_sizes[j], scale))
            waxseal_manifest_rule_report (
              rule,
              findings,
              icon,
              g_strdup_printf (_ ("The icon has no image of the size %u with scale %u."),
                               mobile_sizes[j],
                               scale));
    }
}

static void
check_icon_sizes (const WaxsealManifestRule *rule,
                  const WaxsealManifestIndex *index,
                  WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_ICON]->len; i++)
    {
      xmlNode *icon = waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_ICON, i)->node;
      xmlNode *image = waxseal_manifest_node_find_child (icon, "Image");

      for (; image != NULL; image = waxseal_manifest_node_find_sibling (image, "Image"))
        {
          gint64 size = get_number (image, "size");
          gboolean known = is_mobile (icon)
                             ? is_in (size, mobile_sizes, G_N_ELEMENTS (mobile_sizes))
                             : is_in (size, desktop_sizes, G_N_ELEMENTS (desktop_sizes)) ||
                                 is_in (size, optional_sizes, G_N_ELEMENTS (optional_sizes));

          if (!known && waxseal_manifest_node_get_attribute (image, "size") != NULL)
            waxseal_manifest_rule_report_value (rule,
                                                findings,
                                                image,
                                                N_ ("Outlook shows no icon of the size %s."),
                                                waxseal_manifest_node_get_attribute (image,
                                                                                     "size"));
        }
    }
}

static void
check_function_file (const WaxsealManifestRule *rule,
                     const WaxsealManifestIndex *index,
                     WaxsealManifestFindings *findings,
                     const WaxsealManifestSite *site)
{
  if (site->form_factor != NULL &&
      !g_hash_table_contains (index->function_files, site->form_factor))
    waxseal_manifest_rule_report_value (
      rule,
      findings,
      site->node,
      N_ ("A function is called here, but “%s” names no FunctionFile to find it in."),
      waxseal_manifest_node_get_name (site->form_factor));
}

static void
check_functions (const WaxsealManifestRule *rule,
                 const WaxsealManifestIndex *index,
                 WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_ACTION]->len; i++)
    {
      const WaxsealManifestSite *site =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_ACTION, i);

      if (g_str_equal (waxseal_manifest_node_get_type (site->node), "ExecuteFunction"))
        check_function_file (rule, index, findings, site);
    }
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_EVENT]->len; i++)
    check_function_file (rule,
                         index,
                         findings,
                         waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_EVENT, i));
}

static const WaxsealManifestRule rules[] = {
  { "control-id-unique",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 32",
    check_controls,
    N_ ("Give each control an id of its own.") },
  { "group-id-unique",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 32",
    check_groups,
    N_ ("Give each group an id of its own.") },
  { "tab",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 33",
    check_tabs,
    N_ ("Use one OfficeTab with the id “TabDefault” and one group, or one CustomTab.") },
  { "group-size",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 33",
    check_group_sizes,
    N_ ("Gather some of the controls in a menu.") },
  { "icon-sizes",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 34",
    check_icons,
    N_ ("Add the image; the sizes 16, 32 and 80 are required.") },
  { "icon-sizes-mobile",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 35",
    check_mobile_icons,
    N_ ("Add the image; the sizes 25, 32 and 48 are required with the scales 1, 2 and 3.") },
  { "icon-size-unknown",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rules 34 and 35",
    check_icon_sizes,
    N_ ("Use 16, 20, 24, 32, 40, 48, 64 or 80, and 25, 32 or 48 on mobile devices.") },
  { "function-file",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 36",
    check_functions,
    N_ ("Add a FunctionFile to this form factor.") },
  { NULL },
};

/** waxseal_manifest_rules_commands: Returns: (transfer none): the rules of tabs and buttons. */
const WaxsealManifestRule *
waxseal_manifest_rules_commands (void)
{
  return rules;
}
