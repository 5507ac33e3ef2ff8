/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-manifest-address.h"
#include "waxseal-manifest-node.h"

static void
check_addresses (const WaxsealManifestRule *rule,
                 const WaxsealManifestIndex *index,
                 WaxsealManifestFindings *findings,
                 WaxsealManifestFault fault,
                 const char *format)
{
  for (guint i = 0; i < index->links->len; i++)
    {
      const WaxsealManifestLink *link = &g_array_index (index->links, WaxsealManifestLink, i);

      if (link->fault == fault)
        waxseal_manifest_rule_report_value (rule, findings, link->node, format, link->address);
    }
}

/* Says it once for a host: where one address is wrong, they all are. */
static void
check_hosts (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings,
             WaxsealManifestFault fault,
             const char *format)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < index->links->len; i++)
    {
      const WaxsealManifestLink *link = &g_array_index (index->links, WaxsealManifestLink, i);
      char host[256];

      if (link->fault != fault)
        continue;
      waxseal_manifest_address_copy_host (link->address, host, sizeof host);
      if (g_hash_table_add (seen, g_strdup (host)))
        waxseal_manifest_rule_report_value (rule, findings, link->node, format, host);
    }
}

static void
check_placeholder (const WaxsealManifestRule *rule,
                   const WaxsealManifestIndex *index,
                   WaxsealManifestFindings *findings)
{
  check_addresses (rule,
                   index,
                   findings,
                   WAXSEAL_MANIFEST_FAULT_PLACEHOLDER,
                   N_ ("The address “%s” still has the placeholder of a template."));
}

static void
check_local (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings)
{
  check_hosts (rule,
               index,
               findings,
               WAXSEAL_MANIFEST_FAULT_LOCAL,
               N_ ("Addresses at “%s” work only on the machine of a developer."));
}

static void
check_https (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings)
{
  check_addresses (rule,
                   index,
                   findings,
                   WAXSEAL_MANIFEST_FAULT_NOT_HTTPS,
                   N_ ("“%s” is not a complete address that begins with https://."));
}

static void
check_space (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings)
{
  check_addresses (rule,
                   index,
                   findings,
                   WAXSEAL_MANIFEST_FAULT_SPACE,
                   N_ ("The address “%s” has a space in it."));
}

static void
check_user (const WaxsealManifestRule *rule,
            const WaxsealManifestIndex *index,
            WaxsealManifestFindings *findings)
{
  check_addresses (rule,
                   index,
                   findings,
                   WAXSEAL_MANIFEST_FAULT_USER,
                   N_ ("The address “%s” names a user or a password."));
}

static void
check_example (const WaxsealManifestRule *rule,
               const WaxsealManifestIndex *index,
               WaxsealManifestFindings *findings)
{
  check_hosts (rule,
               index,
               findings,
               WAXSEAL_MANIFEST_FAULT_EXAMPLE,
               N_ ("“%s” is a host for examples; nothing answers there."));
}

static void
check_support (const WaxsealManifestRule *rule,
               const WaxsealManifestIndex *index,
               WaxsealManifestFindings *findings)
{
  xmlNode *node = waxseal_manifest_node_find_child (index->root, "SupportUrl");
  const char *address =
    node != NULL ? waxseal_manifest_node_get_attribute (node, "DefaultValue") : NULL;

  if (address != NULL &&
      waxseal_manifest_address_find_fault (address) != WAXSEAL_MANIFEST_FAULT_NONE)
    waxseal_manifest_rule_report_value (
      rule, findings, node, N_ ("Users find no help at the address “%s”."), address);
}

static const WaxsealManifestRule rules[] = {
  { "address-placeholder",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 11",
    check_placeholder,
    N_ ("Put the real address in its place.") },
  { "address-https",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 11",
    check_https,
    N_ ("Write the whole address with https://; Outlook loads nothing else.") },
  { "address-space",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 11",
    check_space,
    N_ ("Remove the space, or write “%20” where it belongs to the address.") },
  { "address-user",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 11",
    check_user,
    N_ ("Remove what stands before the “@”. Everyone who has the add-in can read it.") },
  { "address-local",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 11",
    check_local,
    N_ ("Put in the address of the server before you deploy the add-in.") },
  { "address-example",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 11",
    check_example,
    N_ ("Put in the address of the server before you deploy the add-in.") },
  { "support-address",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 13",
    check_support,
    N_ ("Put in the https:// address of a page that helps them.") },
  { NULL },
};

/** waxseal_manifest_rules_addresses: Returns: (transfer none): the rules of addresses. */
const WaxsealManifestRule *
waxseal_manifest_rules_addresses (void)
{
  return rules;
}
