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
                   _ ("The address “%s” still has the placeholder of a template."));
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
               _ ("Addresses at “%s” work only on the machine of a developer."));
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
                   _ ("“%s” is not a complete address that begins with https://."));
}

static void
check_space (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings)
{
  check_addresses (
    rule, index, findings, WAXSEAL_MANIFEST_FAULT_SPACE, _ ("The address “%s” has a space in it."));
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
                   _ ("The address “%s” names a user or a password."));
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
               _ ("“%s” is a host for examples; nothing answers there."));
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
      rule, findings, node, _ ("Users find no help at the address “%s”."), address);
}

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
          _ ("“%s” does not end like a picture that Outlook shows."),
          address);
    }
}

/* “https://login.example.com”, perhaps with a port, and nothing behind it. */
static gboolean
is_domain (const char *text)
{
  const char *start = strstr (text, "://");

  return start != NULL && start > text && start[3] != '\0' &&
         start[3 + strcspn (start + 3, "/?#*@ ")] == '\0';
}

static void
check_app_domains (const WaxsealManifestRule *rule,
                   const WaxsealManifestIndex *index,
                   WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_APP_DOMAIN]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_APP_DOMAIN, i)->node;
      g_autofree char *text = g_strstrip (waxseal_manifest_node_dup_text (node));

      if (*text != '\0' && !is_domain (text))
        waxseal_manifest_rule_report_value (
          rule,
          findings,
          node,
          _ ("“%s” is not a domain such as https://login.example.com, so that it has no effect."),
          text);
    }
}

static void
check_own_domains (const WaxsealManifestRule *rule,
                   const WaxsealManifestIndex *index,
                   WaxsealManifestFindings *findings)
{
  g_autoptr (GHashTable) own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  char host[256];

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_SETTING]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_SETTING, i)->node;

      if (!g_str_equal (waxseal_manifest_node_get_name (node), "SourceLocation"))
        continue;
      waxseal_manifest_address_copy_host (
        waxseal_manifest_node_get_attribute (node, "DefaultValue"), host, sizeof host);
      g_hash_table_add (own, g_strdup (host));
    }

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_APP_DOMAIN]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_APP_DOMAIN, i)->node;
      g_autofree char *text = waxseal_manifest_node_dup_text (node);

      waxseal_manifest_address_copy_host (text, host, sizeof host);
      if (*host != '\0' && g_hash_table_contains (own, host))
        waxseal_manifest_rule_report_value (
          rule,
          findings,
          node,
          _ ("“%s” is where the add-in comes from, and trusted anyway."),
          text);
    }
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
  { "icon-type",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 12",
    check_icon,
    N_ ("Use a PNG: 64 by 64 pixels for IconUrl, 128 by 128 for HighResolutionIconUrl.") },
  { "app-domain",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 15",
    check_app_domains,
    N_ ("Write https:// and the host, with no path, no “/” at the end and no “*”.") },
  { "app-domain-own",
    WAXSEAL_SEVERITY_HINT,
    "manifest.md, rule 15",
    check_own_domains,
    N_ ("You can remove it.") },
  { NULL },
};

/** waxseal_manifest_rules_addresses: Returns: (transfer none): the rules of addresses. */
const WaxsealManifestRule *
waxseal_manifest_rules_addresses (void)
{
  return rules;
}
