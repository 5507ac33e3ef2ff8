/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>

#include "waxseal-manifest-event.h"
#include "waxseal-manifest-node.h"

static char *
make_key (const WaxsealManifestSite *site, const char *resid)
{
  return g_strdup_printf ("%p %s", (void *) site->host, resid);
}

/* The Runtime elements by their host and resid. */
static GHashTable *
find_runtimes (const WaxsealManifestIndex *index)
{
  GHashTable *runtimes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_RUNTIME]->len; i++)
    {
      const WaxsealManifestSite *site =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_RUNTIME, i);
      const char *resid = waxseal_manifest_node_get_attribute (site->node, "resid");

      if (resid != NULL)
        g_hash_table_insert (runtimes, make_key (site, resid), site->node);
    }
  return runtimes;
}

/* The extension point's Runtime; @location is its SourceLocation, or NULL where it has no resid. */
static xmlNode *
find_runtime (GHashTable *runtimes, const WaxsealManifestSite *site, xmlNode **location)
{
  const char *resid = NULL;
  g_autofree char *key = NULL;

  *location = waxseal_manifest_node_find_child (site->node, "SourceLocation");
  if (*location != NULL)
    resid = waxseal_manifest_node_get_attribute (*location, "resid");
  if (resid == NULL)
    {
      *location = NULL;
      return NULL;
    }
  key = make_key (site, resid);
  return g_hash_table_lookup (runtimes, key);
}

static gboolean
is_launch_event (const WaxsealManifestSite *site)
{
  return g_str_equal (waxseal_manifest_node_get_type (site->node), "LaunchEvent");
}

static void
check_runtime (const WaxsealManifestRule *rule,
               const WaxsealManifestIndex *index,
               WaxsealManifestFindings *findings)
{
  g_autoptr (GHashTable) runtimes = find_runtimes (index);

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_EXTENSION_POINT]->len; i++)
    {
      const WaxsealManifestSite *site =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_EXTENSION_POINT, i);
      xmlNode *location;

      if (is_launch_event (site) && find_runtime (runtimes, site, &location) == NULL &&
          location != NULL)
        waxseal_manifest_rule_report_value (
          rule,
          findings,
          location,
          N_ ("The events run in “%s”, but the host has no Runtime with that resid."),
          waxseal_manifest_node_get_attribute (location, "resid"));
    }
}

static void
check_script (const WaxsealManifestRule *rule,
              const WaxsealManifestIndex *index,
              WaxsealManifestFindings *findings)
{
  g_autoptr (GHashTable) runtimes = find_runtimes (index);

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_EXTENSION_POINT]->len; i++)
    {
      const WaxsealManifestSite *site =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_EXTENSION_POINT, i);
      xmlNode *location;
      xmlNode *runtime;

      if (!is_launch_event (site))
        continue;
      runtime = find_runtime (runtimes, site, &location);
      if (runtime != NULL && waxseal_manifest_node_find_child (runtime, "Override") == NULL)
        waxseal_manifest_rule_report (
          rule,
          findings,
          runtime,
          g_strdup (_ ("The runtime names no script, so that classic Outlook for Windows runs no "
                       "event.")));
    }
}

static void
check_runtime_ids (const WaxsealManifestRule *rule,
                   const WaxsealManifestIndex *index,
                   WaxsealManifestFindings *findings)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_RUNTIME]->len; i++)
    {
      const WaxsealManifestSite *site =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_RUNTIME, i);
      const char *resid = waxseal_manifest_node_get_attribute (site->node, "resid");

      if (resid != NULL && !g_hash_table_add (seen, make_key (site, resid)))
        waxseal_manifest_rule_report_value (
          rule, findings, site->node, N_ ("Another Runtime has the resid “%s” already."), resid);
    }
}

/* manifest.md, rule 37: one Runtime. */
static void
check_runtime_count (const WaxsealManifestRule *rule,
                     const WaxsealManifestIndex *index,
                     WaxsealManifestFindings *findings)
{
  for (guint i = 1; i < index->parts[WAXSEAL_MANIFEST_PART_RUNTIME]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_RUNTIME, i)->node;
      xmlNode *before =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_RUNTIME, i - 1)->node;

      if (node->parent == before->parent)
        waxseal_manifest_rule_report (rule,
                                      findings,
                                      node,
                                      g_strdup (_ ("The host has more than one Runtime.")));
    }
}

static void
check_types (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_LAUNCH_EVENT]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_LAUNCH_EVENT, i)->node;
      const char *type = waxseal_manifest_node_get_attribute (node, "Type");

      if (type != NULL && waxseal_manifest_event_find (type) == NULL)
        waxseal_manifest_rule_report_value (
          rule, findings, node, N_ ("The event “%s” is newer than this version of Waxseal."), type);
    }
}

static void
check_event_attribute (const WaxsealManifestRule *rule,
                       const WaxsealManifestIndex *index,
                       WaxsealManifestFindings *findings,
                       const char *attribute,
                       WaxsealManifestEventTraits trait,
                       const char *format)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_LAUNCH_EVENT]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_LAUNCH_EVENT, i)->node;
      const WaxsealManifestEvent *event =
        waxseal_manifest_event_find (waxseal_manifest_node_get_attribute (node, "Type"));

      if (waxseal_manifest_node_get_attribute (node, attribute) != NULL && event != NULL &&
          (event->traits & trait) == 0)
        waxseal_manifest_rule_report_value (rule, findings, node, format, event->name);
    }
}

static void
check_send_mode (const WaxsealManifestRule *rule,
                 const WaxsealManifestIndex *index,
                 WaxsealManifestFindings *findings)
{
  check_event_attribute (rule,
                         index,
                         findings,
                         "SendMode",
                         WAXSEAL_MANIFEST_EVENT_SENDS,
                         N_ ("The event “%s” sends nothing, so that it has no SendMode."));
}

static void
check_header_name (const WaxsealManifestRule *rule,
                   const WaxsealManifestIndex *index,
                   WaxsealManifestFindings *findings)
{
  check_event_attribute (rule,
                         index,
                         findings,
                         "HeaderName",
                         WAXSEAL_MANIFEST_EVENT_BY_HEADER,
                         N_ ("The event “%s” looks at no header, so that it has no HeaderName."));
}

static void
check_block (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_LAUNCH_EVENT]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_LAUNCH_EVENT, i)->node;

      if (g_strcmp0 (waxseal_manifest_node_get_attribute (node, "SendMode"), "Block") == 0)
        waxseal_manifest_rule_report (
          rule,
          findings,
          node,
          g_strdup (_ ("With “Block” nobody can send while the add-in cannot be reached.")));
    }
}

static gboolean
is_item_send (const xmlNode *node)
{
  return g_strcmp0 (waxseal_manifest_node_get_attribute (node, "Type"), "ItemSend") == 0;
}

static void
check_item_send (const WaxsealManifestRule *rule,
                 const WaxsealManifestIndex *index,
                 WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_EVENT]->len; i++)
    {
      xmlNode *node = waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_EVENT, i)->node;

      if (is_item_send (node))
        waxseal_manifest_rule_report (
          rule,
          findings,
          node,
          g_strdup (_ ("“ItemSend” runs in Outlook on the web and new Outlook only where a mailbox "
                       "policy lets it.")));
    }
}

static void
check_synchronous (const WaxsealManifestRule *rule,
                   const WaxsealManifestIndex *index,
                   WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_EVENT]->len; i++)
    {
      xmlNode *node = waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_EVENT, i)->node;
      const char *execution = waxseal_manifest_node_get_attribute (node, "FunctionExecution");

      if (is_item_send (node) && g_strcmp0 (execution, "asynchronous") == 0)
        waxseal_manifest_rule_report (
          rule,
          findings,
          node,
          g_strdup (_ ("“ItemSend” must be synchronous: sending waits for its answer.")));
    }
}

static const WaxsealManifestRule rules[] = {
  { "event-runtime",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 37",
    check_runtime,
    N_ ("Add the Runtime to Runtimes in the Host, with the same resid.") },
  { "event-script",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 37",
    check_script,
    N_ ("Add an Override with the type “javascript” to the Runtime.") },
  { "runtime-unique",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 37",
    check_runtime_ids,
    N_ ("Keep one Runtime for each resid.") },
  { "runtime-single",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 37",
    check_runtime_count,
    N_ ("Let all events and functions of the host run in one Runtime.") },
  { "event-type",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 38 and section 5, item 8",
    check_types,
    N_ ("Make sure that the name is right; capitals matter.") },
  { "send-mode",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 38",
    check_send_mode,
    N_ ("Remove SendMode; only OnMessageSend and OnAppointmentSend take it.") },
  { "header-name",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 38",
    check_header_name,
    N_ ("Remove HeaderName; only OnMessageReadWithCustomHeader and OnMessageDecrypt take it.") },
  { "send-block",
    WAXSEAL_SEVERITY_HINT,
    "manifest.md, rule 39",
    check_block,
    N_ ("Only an administrator can deploy such an add-in; the store refuses it. “SoftBlock” lets "
        "people send while it cannot be reached.") },
  { "item-send",
    WAXSEAL_SEVERITY_HINT,
    "manifest.md, rules 39 and 41",
    check_item_send,
    N_ ("Set OnSendAddinsEnabled in the OwaMailboxPolicy. Only an administrator can deploy such an "
        "add-in; the store refuses it.") },
  { "item-send-synchronous",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 40",
    check_synchronous,
    N_ ("Set FunctionExecution to “synchronous”.") },
  { NULL },
};

/** waxseal_manifest_rules_events: Returns: (transfer none): the rules of events. */
const WaxsealManifestRule *
waxseal_manifest_rules_events (void)
{
  return rules;
}
