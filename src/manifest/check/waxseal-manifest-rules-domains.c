/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-manifest-address.h"
#include "waxseal-manifest-node.h"

/* “https://login.example.com”, perhaps with a port, and nothing behind it. */
static gboolean
is_domain (const char *text)
{
  const char *start = strstr (text, "://");

  return start != NULL && start > text && start[3] != '\0' &&
         start[3 + strcspn (start + 3, "/?#*@ ")] == '\0';
}

/* Blanks that are no line break and indentation come from copying, and belong to the value. */
static gboolean
has_blanks (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && strchr (text, '\n') == NULL &&
         (g_ascii_isspace (*text) || g_ascii_isspace (text[length - 1]));
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
      g_autofree char *text = waxseal_manifest_node_dup_text (node);
      gboolean blanks = has_blanks (text);

      if (*g_strstrip (text) != '\0' && (blanks || !is_domain (text)))
        waxseal_manifest_rule_report_value (
          rule,
          findings,
          node,
          N_ ("“%s” is not a domain such as https://login.example.com, so that it has no effect."),
          text);
    }
}

/* The hosts that the pages of the base manifest come from. */
static GHashTable *
find_own_hosts (const WaxsealManifestIndex *index)
{
  GHashTable *own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
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
  return own;
}

static void
check_own_domains (const WaxsealManifestRule *rule,
                   const WaxsealManifestIndex *index,
                   WaxsealManifestFindings *findings)
{
  g_autoptr (GHashTable) own = find_own_hosts (index);
  char host[256];

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
          N_ ("“%s” is where the add-in comes from, and trusted anyway."),
          text);
    }
}

static void
check_local_domains (const WaxsealManifestRule *rule,
                     const WaxsealManifestIndex *index,
                     WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_APP_DOMAIN]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_APP_DOMAIN, i)->node;
      g_autofree char *text = g_strstrip (waxseal_manifest_node_dup_text (node));
      WaxsealManifestFault fault = waxseal_manifest_address_find_fault (text);

      if (fault == WAXSEAL_MANIFEST_FAULT_LOCAL || fault == WAXSEAL_MANIFEST_FAULT_EXAMPLE ||
          fault == WAXSEAL_MANIFEST_FAULT_PLACEHOLDER)
        waxseal_manifest_rule_report_value (
          rule,
          findings,
          node,
          N_ ("“%s” is left from development; the add-in needs no trust there."),
          text);
    }
}

/* The host of the page that @reference leads to; "" where it leads to none that can be told. */
static void
copy_page_host (const WaxsealManifestReference *reference, char *host, gsize size)
{
  static const char *const pages[] = { "SourceLocation", "FunctionFile", "Runtime", NULL };
  const char *address = NULL;

  *host = '\0';
  if (reference->resource == NULL ||
      !g_strv_contains (pages, waxseal_manifest_node_get_name (reference->node)))
    return;
  address = waxseal_manifest_node_get_attribute (reference->resource->node, "DefaultValue");
  if (address != NULL &&
      waxseal_manifest_address_find_fault (address) == WAXSEAL_MANIFEST_FAULT_NONE)
    waxseal_manifest_address_copy_host (address, host, size);
}

static void
check_covered (const WaxsealManifestRule *rule,
               const WaxsealManifestIndex *index,
               WaxsealManifestFindings *findings)
{
  g_autoptr (GHashTable) trusted = find_own_hosts (index);
  char host[256];

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_APP_DOMAIN]->len; i++)
    {
      g_autofree char *text = g_strstrip (waxseal_manifest_node_dup_text (
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_APP_DOMAIN, i)->node));

      waxseal_manifest_address_copy_host (text, host, sizeof host);
      g_hash_table_add (trusted, g_strdup (host));
    }

  for (guint i = 0; i < index->references->len; i++)
    {
      const WaxsealManifestReference *reference =
        &g_array_index (index->references, WaxsealManifestReference, i);

      copy_page_host (reference, host, sizeof host);
      if (*host != '\0' && g_hash_table_add (trusted, g_strdup (host)))
        waxseal_manifest_rule_report_value (
          rule,
          findings,
          reference->node,
          N_ ("A page comes from “%s”, which is neither the host of SourceLocation nor in "
              "AppDomains."),
          host);
    }
}

static const WaxsealManifestRule rules[] = {
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
  { "app-domain-local",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rules 11 and 15",
    check_local_domains,
    N_ ("Remove it, or put in the host that is meant.") },
  { "app-domain-missing",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 15",
    check_covered,
    N_ ("Add https:// and this host to AppDomains.") },
  { NULL },
};

/** waxseal_manifest_rules_domains: Returns: (transfer none): the rules of AppDomains. */
const WaxsealManifestRule *
waxseal_manifest_rules_domains (void)
{
  return rules;
}
