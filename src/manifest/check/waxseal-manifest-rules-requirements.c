/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>

#include "waxseal-manifest-node.h"

/* The Mailbox requirement sets of today, as 100 * major + minor (manifest.md, rule 17). */
#define FIRST_MAILBOX 101
#define LAST_MAILBOX  116

static guint
get_base_requirement (const WaxsealManifestIndex *index, xmlNode **set)
{
  return waxseal_manifest_index_read_requirement (waxseal_manifest_node_find_child (index->root,
                                                                                    "Requirements"),
                                                  set);
}

static void
check_mailbox (const WaxsealManifestRule *rule,
               const WaxsealManifestIndex *index,
               WaxsealManifestFindings *findings)
{
  xmlNode *requirements = waxseal_manifest_node_find_child (index->root, "Requirements");
  xmlNode *set;

  get_base_requirement (index, &set);
  if (requirements != NULL && set == NULL)
    waxseal_manifest_rule_report (rule,
                                  findings,
                                  requirements,
                                  g_strdup (_ ("The requirements do not name the set “Mailbox”.")));
}

static void
check_known (const WaxsealManifestRule *rule,
             WaxsealManifestFindings *findings,
             xmlNode *set,
             guint version)
{
  if (set != NULL && version != 0 && (version < FIRST_MAILBOX || version > LAST_MAILBOX))
    waxseal_manifest_rule_report (
      rule,
      findings,
      set,
      g_strdup_printf (_ (
                         "Mailbox %u.%u is newer than this version of Waxseal, or does not exist."),
                       version / 100,
                       version % 100));
}

static void
check_versions (const WaxsealManifestRule *rule,
                const WaxsealManifestIndex *index,
                WaxsealManifestFindings *findings)
{
  xmlNode *set;
  guint version = get_base_requirement (index, &set);

  check_known (rule, findings, set, version);
  for (guint i = 0; i < index->overrides->len; i++)
    {
      const WaxsealManifestOverrides *overrides = g_ptr_array_index (index->overrides, i);

      waxseal_manifest_index_read_requirement (waxseal_manifest_node_find_child (overrides->node,
                                                                                 "Requirements"),
                                               &set);
      check_known (rule, findings, set, overrides->requirement);
    }
}

static void
check_order (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings)
{
  guint base = get_base_requirement (index, NULL);

  for (guint i = 0; i < index->overrides->len; i++)
    {
      const WaxsealManifestOverrides *overrides = g_ptr_array_index (index->overrides, i);
      guint outer = overrides->parent != NULL && overrides->parent->requirement != 0
                      ? overrides->parent->requirement
                      : base;

      if (overrides->requirement != 0 && overrides->requirement < outer)
        waxseal_manifest_rule_report (
          rule,
          findings,
          overrides->node,
          g_strdup_printf (
            _ ("These overrides ask for Mailbox %u.%u, less than the %u.%u asked for around them."),
            overrides->requirement / 100,
            overrides->requirement % 100,
            outer / 100,
            outer % 100));
    }
}

static void
check_replaced (const WaxsealManifestRule *rule,
                const WaxsealManifestIndex *index,
                WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_EXTENSION_POINT]->len; i++)
    {
      const WaxsealManifestSite *site =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_EXTENSION_POINT, i);
      const WaxsealManifestOverrides *inner =
        site->overrides != NULL ? site->overrides->inner : NULL;
      const char *type = waxseal_manifest_node_get_type (site->node);

      if (inner != NULL && g_hash_table_size (inner->extension_points) > 0 &&
          !g_hash_table_contains (inner->extension_points, type))
        waxseal_manifest_rule_report_value (
          rule,
          findings,
          site->node,
          N_ ("“%s” is missing in VersionOverrides 1.1, so that current clients do not show it."),
          type);
    }
}

static xmlNode *
find_scope (xmlNode *scopes, const char *name)
{
  xmlNode *scope = waxseal_manifest_node_find_child (scopes, "Scope");

  for (; scope != NULL; scope = waxseal_manifest_node_find_sibling (scope, "Scope"))
    {
      g_autofree char *text = g_strstrip (waxseal_manifest_node_dup_text (scope));

      if (g_str_equal (text, name))
        return scope;
    }
  return NULL;
}

static void
check_scopes (const WaxsealManifestRule *rule,
              const WaxsealManifestIndex *index,
              WaxsealManifestFindings *findings)
{
  static const char *const names[] = { "openid", "profile" };

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_WEB_APPLICATION]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_WEB_APPLICATION, i)->node;
      xmlNode *scopes = waxseal_manifest_node_find_child (node, "Scopes");

      for (guint j = 0; j < G_N_ELEMENTS (names); j++)
        if (find_scope (scopes, names[j]) == NULL)
          waxseal_manifest_rule_report_value (rule,
                                              findings,
                                              scopes != NULL ? scopes : node,
                                              N_ (
                                                "The scopes for single sign-on do not have “%s”."),
                                              names[j]);
    }
}

static void
check_application (const WaxsealManifestRule *rule,
                   const WaxsealManifestIndex *index,
                   WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_WEB_APPLICATION]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_WEB_APPLICATION, i)->node;
      xmlNode *id_node = waxseal_manifest_node_find_child (node, "Id");
      xmlNode *resource_node = waxseal_manifest_node_find_child (node, "Resource");
      g_autofree char *id = id_node != NULL ? waxseal_manifest_node_dup_text (id_node) : NULL;
      g_autofree char *resource =
        resource_node != NULL ? waxseal_manifest_node_dup_text (resource_node) : NULL;

      if (id != NULL && !g_uuid_string_is_valid (g_strstrip (id)))
        waxseal_manifest_rule_report_value (
          rule, findings, id_node, N_ ("“%s” is not the client ID of an Entra app."), id);
      if (resource != NULL && !g_str_has_prefix (g_strstrip (resource), "api://"))
        waxseal_manifest_rule_report_value (
          rule,
          findings,
          resource_node,
          N_ ("“%s” is not the Application ID URI of an Entra app (api://…)."),
          resource);
    }
}

static void
check_local_application (const WaxsealManifestRule *rule,
                         const WaxsealManifestIndex *index,
                         WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_WEB_APPLICATION]->len; i++)
    {
      xmlNode *node = waxseal_manifest_node_find_child (
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_WEB_APPLICATION, i)->node,
        "Resource");
      g_autofree char *resource = node != NULL ? waxseal_manifest_node_dup_text (node) : NULL;

      if (resource != NULL && waxseal_manifest_address_find_fault (g_strstrip (resource)) ==
                                WAXSEAL_MANIFEST_FAULT_LOCAL)
        waxseal_manifest_rule_report_value (
          rule, findings, node, N_ ("“%s” is on the machine of a developer."), resource);
    }
}

static void
check_extended (const WaxsealManifestRule *rule,
                const WaxsealManifestIndex *index,
                WaxsealManifestFindings *findings)
{
  static const char *const known[] = { "AppendOnSend", "PrependOnSend", NULL };

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_EXTENDED_PERMISSION]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_EXTENDED_PERMISSION, i)->node;
      g_autofree char *text = waxseal_manifest_node_dup_text (node);

      if (!g_strv_contains (known, g_strstrip (text)))
        waxseal_manifest_rule_report_value (
          rule,
          findings,
          node,
          N_ ("The extended permission “%s” is newer than this version of Waxseal."),
          text);
    }
}

static const WaxsealManifestRule rules[] = {
  { "requirement-mailbox",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 17",
    check_mailbox,
    N_ ("Add a Set with the Name “Mailbox” and the lowest version that will do.") },
  { "requirement-version",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 17",
    check_versions,
    N_ ("Use a version from 1.1 to 1.16, and the lowest that will do.") },
  { "requirement-order",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 19",
    check_order,
    N_ ("Lower the requirement of the base manifest, or raise this one.") },
  { "overrides-replaced",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 26",
    check_replaced,
    N_ ("Repeat the extension point in VersionOverrides 1.1; it replaces 1.0 as a whole.") },
  { "sign-on-scopes",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 42",
    check_scopes,
    N_ ("Add the scope; sign-on fails without it.") },
  { "sign-on-application",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 42",
    check_application,
    N_ ("Copy the value from the app registration in Microsoft Entra.") },
  { "sign-on-local",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rules 11 and 42",
    check_local_application,
    N_ ("Copy the Application ID URI from the app registration in Microsoft Entra.") },
  { "extended-permission",
    WAXSEAL_SEVERITY_HINT,
    "manifest.md, rule 43",
    check_extended,
    N_ ("Make sure that the name is right.") },
  { NULL },
};

/** waxseal_manifest_rules_requirements: Returns: (transfer none): the rules of what the add-in asks
 * for. */
const WaxsealManifestRule *
waxseal_manifest_rules_requirements (void)
{
  return rules;
}
