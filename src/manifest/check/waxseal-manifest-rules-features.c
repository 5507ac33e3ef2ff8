/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>

#include "waxseal-manifest-event.h"
#include "waxseal-manifest-node.h"

/** Need: the most demanding element of some overrides. */
typedef struct
{
  xmlNode *node;
  const char *name;
  guint requirement;
} Need;

/** Feature: what needs a Mailbox version, as 100 * major + minor, or a permission. */
typedef struct
{
  const char *name;
  guint minimum;
} Feature;

/* The Mailbox version that has it (Microsoft, append-on-send.md, spam-reporting.md). Not so for
 * SupportsSharedFolders and its like: they say what the add-in can do, and a client that does not
 * know them loses nothing else. */
static const Feature extended_features[] = { { "AppendOnSend", 109 }, { "PrependOnSend", 113 } };
static const Feature surface_features[] = { { "ReportPhishingCommandSurface", 114 } };

static guint
find_minimum (const Feature *features, guint count, const char *name)
{
  for (guint i = 0; i < count; i++)
    if (g_str_equal (features[i].name, name))
      return features[i].minimum;
  return 0;
}

static guint
get_requirement (const WaxsealManifestIndex *index, const WaxsealManifestOverrides *overrides)
{
  guint requirement = waxseal_manifest_index_read_requirement (
    waxseal_manifest_node_find_child (index->root, "Requirements"), NULL);

  for (; overrides != NULL; overrides = overrides->parent)
    requirement = MAX (requirement, overrides->requirement);
  return requirement;
}

static void
note_need (GHashTable *needs,
           const WaxsealManifestOverrides *overrides,
           xmlNode *node,
           const char *name,
           guint requirement)
{
  Need *need = g_hash_table_lookup (needs, overrides);

  if (requirement == 0 || overrides == NULL || (need != NULL && need->requirement >= requirement))
    return;
  need = g_new (Need, 1);
  *need = (Need){ node, name, requirement };
  g_hash_table_insert (needs, (gpointer) overrides, need);
}

static void
note_surface (GHashTable *needs, const WaxsealManifestSite *site)
{
  const char *type = waxseal_manifest_node_get_type (site->node);

  note_need (needs,
             site->overrides,
             site->node,
             type,
             find_minimum (surface_features, G_N_ELEMENTS (surface_features), type));
}

/* The most demanding element of each VersionOverrides. */
static GHashTable *
find_needs (const WaxsealManifestIndex *index)
{
  GHashTable *needs = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  const GArray *const *parts = (const GArray *const *) index->parts;

  for (guint i = 0; i < parts[WAXSEAL_MANIFEST_PART_LAUNCH_EVENT]->len; i++)
    {
      const WaxsealManifestSite *site =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_LAUNCH_EVENT, i);
      const WaxsealManifestEvent *event =
        waxseal_manifest_event_find (waxseal_manifest_node_get_attribute (site->node, "Type"));

      if (event != NULL)
        note_need (needs, site->overrides, site->node, event->name, event->requirement);
    }
  for (guint i = 0; i < parts[WAXSEAL_MANIFEST_PART_EXTENSION_POINT]->len; i++)
    note_surface (needs,
                  waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_EXTENSION_POINT, i));
  for (guint i = 0; i < parts[WAXSEAL_MANIFEST_PART_EXTENDED_PERMISSION]->len; i++)
    {
      const WaxsealManifestSite *site =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_EXTENDED_PERMISSION, i);
      g_autofree char *text = g_strstrip (waxseal_manifest_node_dup_text (site->node));

      note_need (needs,
                 site->overrides,
                 site->node,
                 "ExtendedPermission",
                 find_minimum (extended_features, G_N_ELEMENTS (extended_features), text));
    }
  return needs;
}

static void
check_requirement (const WaxsealManifestRule *rule,
                   const WaxsealManifestIndex *index,
                   WaxsealManifestFindings *findings)
{
  g_autoptr (GHashTable) needs = find_needs (index);

  for (guint i = 0; i < index->overrides->len; i++)
    {
      const WaxsealManifestOverrides *overrides = g_ptr_array_index (index->overrides, i);
      const Need *need = g_hash_table_lookup (needs, overrides);
      guint asked = get_requirement (index, overrides);

      if (need != NULL && asked != 0 && need->requirement > asked)
        waxseal_manifest_rule_report (
          rule,
          findings,
          need->node,
          g_strdup_printf (_ ("“%s” needs Mailbox %u.%u, but only %u.%u is asked for."),
                           need->name,
                           need->requirement / 100,
                           need->requirement % 100,
                           asked / 100,
                           asked % 100));
    }
}

static const char *const permissions[] = { "Restricted",
                                           "ReadItem",
                                           "ReadWriteItem",
                                           "ReadWriteMailbox" };

static guint
read_permission (const WaxsealManifestIndex *index)
{
  xmlNode *node = waxseal_manifest_node_find_child (index->root, "Permissions");
  g_autofree char *text = node != NULL ? waxseal_manifest_node_dup_text (node) : NULL;

  for (guint i = 0; text != NULL && i < G_N_ELEMENTS (permissions); i++)
    if (g_str_equal (permissions[i], text))
      return i;
  /* Outlook grants “Restricted” where nothing is said; what is said wrongly the schema reports. */
  return text != NULL ? G_N_ELEMENTS (permissions) - 1 : 0;
}

/* What a rule may look at needs “ReadItem”, but for some entities. */
static guint
get_rule_permission (const xmlNode *node)
{
  static const char *const free_entities[] = { "Address", "Url", "PhoneNumber", NULL };
  const char *type = waxseal_manifest_node_get_type (node);
  const char *entity = waxseal_manifest_node_get_attribute (node, "EntityType");

  if (g_str_equal (type, "ItemHasKnownEntity"))
    return entity == NULL || g_strv_contains (free_entities, entity) ? 0 : 1;
  return g_str_equal (type, "ItemHasAttachment") ||
             g_str_equal (type, "ItemHasRegularExpressionMatch")
           ? 1
           : 0;
}

static void
check_permission (const WaxsealManifestRule *rule,
                  const WaxsealManifestIndex *index,
                  WaxsealManifestFindings *findings)
{
  const GArray *extended = index->parts[WAXSEAL_MANIFEST_PART_EXTENDED_PERMISSION];
  guint granted = read_permission (index);
  guint needed = granted;
  xmlNode *place = NULL;

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_RULE]->len; i++)
    {
      xmlNode *node = waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_RULE, i)->node;
      guint minimum = get_rule_permission (node);

      if (minimum > needed)
        {
          needed = minimum;
          place = node;
        }
    }
  /* Both of them write into the body of the item. */
  if (extended->len > 0 && needed < 2)
    {
      needed = 2;
      place = g_array_index (extended, WaxsealManifestSite, 0).node;
    }

  if (place != NULL)
    waxseal_manifest_rule_report (
      rule,
      findings,
      place,
      g_strdup_printf (_ ("This needs the permission “%s”, but the manifest has “%s”."),
                       permissions[needed],
                       permissions[granted]));
}

static void
check_entities (const WaxsealManifestRule *rule,
                const WaxsealManifestIndex *index,
                WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_RULE]->len; i++)
    {
      xmlNode *node = waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_RULE, i)->node;

      if (g_str_equal (waxseal_manifest_node_get_type (node), "ItemHasKnownEntity"))
        waxseal_manifest_rule_report (
          rule,
          findings,
          node,
          g_strdup (_ ("Outlook has retired rules that look for entities in messages.")));
    }
}

static void
check_places (const WaxsealManifestRule *rule,
              const WaxsealManifestIndex *index,
              WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_EXTENSION_POINT]->len; i++)
    {
      const WaxsealManifestSite *site =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_EXTENSION_POINT, i);
      const char *type = waxseal_manifest_node_get_type (site->node);
      gboolean in_mobile =
        site->form_factor != NULL &&
        g_str_equal (waxseal_manifest_node_get_name (site->form_factor), "MobileFormFactor");

      if (site->form_factor == NULL || *type == '\0' || g_str_equal (type, "LaunchEvent"))
        continue;
      if (in_mobile && !g_str_has_prefix (type, "Mobile"))
        waxseal_manifest_rule_report_value (
          rule, findings, site->node, N_ ("“%s” does not exist on mobile devices."), type);
      else if (!in_mobile && g_str_has_prefix (type, "Mobile"))
        waxseal_manifest_rule_report_value (
          rule, findings, site->node, N_ ("“%s” exists on mobile devices only."), type);
    }
}

static const WaxsealManifestRule rules[] = {
  { "requirement-low",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rules 17 and 37, and section 6",
    check_requirement,
    N_ ("Raise the requirement of these VersionOverrides; that of the base manifest may stay.") },
  { "permission-low",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 23; understanding-outlook-add-in-permissions.md",
    check_permission,
    N_ ("Ask for the permission in “Permissions”, or remove what needs it.") },
  { "entity-retired",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, section 6",
    check_entities,
    N_ ("Remove the rule, and let a button open the add-in.") },
  { "mobile-place",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 35 and section 6",
    check_places,
    N_ ("Move the extension point into the other form factor.") },
  { NULL },
};

/** waxseal_manifest_rules_features: Returns: (transfer none): the rules of what a part needs. */
const WaxsealManifestRule *
waxseal_manifest_rules_features (void)
{
  return rules;
}
