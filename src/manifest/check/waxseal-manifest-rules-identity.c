/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-manifest-node.h"

/* What Exchange takes (manifest.md, rule 1). */
#define MAX_BYTES (256 * 1024)

static void
check_size (const WaxsealManifestRule *rule,
            const WaxsealManifestIndex *index,
            WaxsealManifestFindings *findings)
{
  const char *text = waxseal_manifest_document_get_text (index->document);
  g_autoptr (GBytes) bytes = NULL;
  gsize size = strlen (text);

  /* No encoding needs more than four bytes where UTF-8 needs one. */
  if (size > MAX_BYTES / 4)
    {
      bytes = waxseal_manifest_document_encode (index->document, text);
      size = g_bytes_get_size (bytes);
    }
  if (size > MAX_BYTES)
    waxseal_manifest_rule_report (
      rule,
      findings,
      index->root,
      g_strdup_printf (_ ("The file has %u KB; Exchange takes 256 KB at most."),
                       (guint) ((size + 1023) / 1024)));
}

static char *
dup_child_text (const WaxsealManifestIndex *index, const char *name, xmlNode **node)
{
  *node = waxseal_manifest_node_find_child (index->root, name);
  return *node != NULL ? waxseal_manifest_node_dup_text (*node) : NULL;
}

static void
check_plain_id (const WaxsealManifestRule *rule,
                const WaxsealManifestIndex *index,
                WaxsealManifestFindings *findings)
{
  xmlNode *node;
  g_autofree char *id = dup_child_text (index, "Id", &node);

  if (id != NULL && (*id == '{' || g_str_has_prefix (id, "urn:uuid:")))
    waxseal_manifest_rule_report_value (
      rule, findings, node, N_ ("The Id “%s” has more around it than its digits and hyphens."), id);
}

/* Whether @id is one that samples use, or has one digit only. */
static gboolean
is_sample_id (const char *id)
{
  return g_str_has_prefix (id, "12345678-") ||
         (*id != '\0' && id[strspn (id, (const char[]){ *id, '-', '\0' })] == '\0');
}

static void
check_sample_id (const WaxsealManifestRule *rule,
                 const WaxsealManifestIndex *index,
                 WaxsealManifestFindings *findings)
{
  xmlNode *node;
  g_autofree char *id = dup_child_text (index, "Id", &node);

  if (id != NULL && is_sample_id (id))
    waxseal_manifest_rule_report_value (
      rule, findings, node, N_ ("The Id “%s” looks like that of a sample."), id);
}

static void
check_version (const WaxsealManifestRule *rule,
               const WaxsealManifestIndex *index,
               WaxsealManifestFindings *findings)
{
  xmlNode *node;
  g_autofree char *version = dup_child_text (index, "Version", &node);
  guint dots = 0;

  for (const char *c = version; c != NULL && *c != '\0'; c++)
    dots += *c == '.';
  if (version != NULL && dots < 3)
    waxseal_manifest_rule_report_value (
      rule, findings, node, N_ ("The version “%s” does not have four parts."), version);
}

static void
check_recommended (const WaxsealManifestRule *rule,
                   const WaxsealManifestIndex *index,
                   WaxsealManifestFindings *findings)
{
  static const char *const names[] = { "IconUrl", "HighResolutionIconUrl", "SupportUrl" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (waxseal_manifest_node_find_child (index->root, names[i]) == NULL)
      waxseal_manifest_rule_report_value (
        rule, findings, index->root, N_ ("The manifest has no “%s”."), names[i]);
}

static void
check_hosts (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings)
{
  xmlNode *hosts = waxseal_manifest_node_find_child (index->root, "Hosts");
  xmlNode *host = waxseal_manifest_node_find_child (hosts, "Host");

  if (host == NULL)
    waxseal_manifest_rule_report (rule,
                                  findings,
                                  hosts != NULL ? hosts : index->root,
                                  g_strdup (_ ("The manifest does not name its host.")));

  for (; host != NULL; host = waxseal_manifest_node_find_sibling (host, "Host"))
    {
      const char *name = waxseal_manifest_node_get_attribute (host, "Name");

      if (name != NULL && !g_str_equal (name, "Mailbox"))
        waxseal_manifest_rule_report_value (
          rule, findings, host, N_ ("The host “%s” is not that of Outlook."), name);
    }
}

static void
check_no_permissions (const WaxsealManifestRule *rule,
                      const WaxsealManifestIndex *index,
                      WaxsealManifestFindings *findings)
{
  if (waxseal_manifest_node_find_child (index->root, "Permissions") == NULL)
    waxseal_manifest_rule_report (
      rule,
      findings,
      index->root,
      g_strdup (_ ("The manifest does not say which permission the add-in needs.")));
}

static void
check_broad_permission (const WaxsealManifestRule *rule,
                        const WaxsealManifestIndex *index,
                        WaxsealManifestFindings *findings)
{
  xmlNode *node;
  g_autofree char *permission = dup_child_text (index, "Permissions", &node);

  if (g_strcmp0 (permission, "ReadWriteMailbox") == 0)
    waxseal_manifest_rule_report (
      rule,
      findings,
      node,
      g_strdup (_ ("With “ReadWriteMailbox” the add-in can read and change the whole mailbox.")));
}

/** Forms: which of the two forms something is for. */
typedef enum
{
  FORM_READ = 1 << 0,
  FORM_EDIT = 1 << 1,
} Forms;

/* The forms that a rule of the base manifest activates the add-in in; rules that look into an item
 * work only in its reading form. */
static guint
get_rule_forms (const xmlNode *node)
{
  const char *type = waxseal_manifest_node_get_type (node);
  const char *form = waxseal_manifest_node_get_attribute (node, "FormType");

  if (g_str_equal (type, "RuleCollection"))
    return 0;
  if (!g_str_equal (type, "ItemIs") || form == NULL || g_str_equal (form, "Read"))
    return FORM_READ;
  return g_str_equal (form, "Edit") ? FORM_EDIT : FORM_READ | FORM_EDIT;
}

static void
check_forms (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings)
{
  xmlNode *settings = waxseal_manifest_node_find_child (index->root, "FormSettings");
  xmlNode *form = waxseal_manifest_node_find_child (settings, "Form");
  guint has = 0;
  guint wants = 0;

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_RULE]->len; i++)
    {
      const WaxsealManifestSite *site =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_RULE, i);

      if (site->overrides == NULL)
        wants |= get_rule_forms (site->node);
    }
  for (; form != NULL; form = waxseal_manifest_node_find_sibling (form, "Form"))
    has |= g_str_equal (waxseal_manifest_node_get_type (form), "ItemEdit") ? FORM_EDIT : FORM_READ;

  if (settings == NULL || wants == 0)
    return;
  if ((wants & FORM_EDIT) != (has & FORM_EDIT))
    waxseal_manifest_rule_report (
      rule,
      findings,
      settings,
      g_strdup ((has & FORM_EDIT) != 0
                  ? _ ("There is an ItemEdit form, but no rule with FormType “Edit” that opens it.")
                  : _ ("A rule has FormType “Edit”, but there is no ItemEdit form.")));
  if ((wants & FORM_READ) != (has & FORM_READ))
    waxseal_manifest_rule_report (
      rule,
      findings,
      settings,
      g_strdup ((has & FORM_READ) != 0
                  ? _ ("There is an ItemRead form, but no rule with FormType “Read” that opens it.")
                  : _ ("A rule has FormType “Read”, but there is no ItemRead form.")));
}

static const WaxsealManifestRule rules[] = {
  { "file-size",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 1",
    check_size,
    N_ ("Remove what is not needed, such as comments and unused resources.") },
  { "id-plain",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 4",
    check_plain_id,
    N_ ("Write the GUID alone; some readers refuse braces and “urn:uuid:”.") },
  { "id-sample",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 5",
    check_sample_id,
    N_ ("Use an Id of the add-in’s own; two add-ins with one Id replace each other.") },
  { "version-four-parts",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 6",
    check_version,
    N_ ("Write four numbers, such as 1.0.0.0; some readers refuse fewer.") },
  { "recommended-element",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 13",
    check_recommended,
    N_ ("Add it: administrators and users look for the icon and for help.") },
  { "host-mailbox",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 16",
    check_hosts,
    N_ ("Write one Host with the Name “Mailbox” into Hosts.") },
  { "permission-missing",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 23",
    check_no_permissions,
    N_ ("Add “Permissions” with the least that the add-in needs.") },
  { "permission-broad",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 23",
    check_broad_permission,
    N_ ("Make sure that it needs this much; “ReadWriteItem” is enough for most add-ins.") },
  { "form-pairing",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 22",
    check_forms,
    N_ ("Give each form a rule, and each rule its form.") },
  { NULL },
};

/** waxseal_manifest_rules_identity: Returns: (transfer none): the rules of the base elements. */
const WaxsealManifestRule *
waxseal_manifest_rules_identity (void)
{
  return rules;
}
