/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>
#include <string.h>

typedef const WaxsealManifestRule *(*TableFunc) (void);

/** Table: rules, and whether they are for one target only. */
typedef struct
{
  TableFunc get;
  gboolean on_premises_only;
} Table;

static const Table tables[] = {
  { waxseal_manifest_rules_identity, FALSE },   { waxseal_manifest_rules_texts, FALSE },
  { waxseal_manifest_rules_addresses, FALSE },  { waxseal_manifest_rules_icons, FALSE },
  { waxseal_manifest_rules_domains, FALSE },    { waxseal_manifest_rules_requirements, FALSE },
  { waxseal_manifest_rules_features, FALSE },   { waxseal_manifest_rules_resources, FALSE },
  { waxseal_manifest_rules_commands, FALSE },   { waxseal_manifest_rules_events, FALSE },
  { waxseal_manifest_rules_on_premises, TRUE },
};

/** waxseal_manifest_rule_find: Returns: (transfer none) (nullable): the rule with that id. */
const WaxsealManifestRule *
waxseal_manifest_rule_find (const char *id)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const WaxsealManifestRule *rule = tables[i].get (); rule->id != NULL; rule++)
      if (g_str_equal (rule->id, id))
        return rule;
  return NULL;
}

/** waxseal_manifest_rules_check: checks the document of @findings against every rule of @target. */
void
waxseal_manifest_rules_check (WaxsealManifestFindings *findings,
                              xmlNode *root,
                              WaxsealManifestTarget target)
{
  g_autoptr (WaxsealManifestIndex) index =
    waxseal_manifest_index_new (waxseal_manifest_findings_get_document (findings), root);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      if (tables[i].on_premises_only && target != WAXSEAL_MANIFEST_TARGET_ON_PREMISES)
        continue;
      for (const WaxsealManifestRule *rule = tables[i].get (); rule->id != NULL; rule++)
        if (!waxseal_manifest_findings_is_full (findings, rule->severity))
          rule->check (rule, index, findings);
    }
}

/** waxseal_manifest_rule_report: adds a finding of @rule.
 * @message: (transfer full): translated */
void
waxseal_manifest_rule_report (const WaxsealManifestRule *rule,
                              WaxsealManifestFindings *findings,
                              xmlNode *node,
                              char *message)
{
  waxseal_manifest_findings_add (
    findings, rule->severity, rule->id, node, message, _ (rule->remedy));
}

/** waxseal_manifest_rule_report_value: adds a finding of @rule about one value from the file.
 * @format: not translated yet, with “%s” where the value belongs */
void
waxseal_manifest_rule_report_value (const WaxsealManifestRule *rule,
                                    WaxsealManifestFindings *findings,
                                    xmlNode *node,
                                    const char *format,
                                    const char *value)
{
  g_autofree char *excerpt = waxseal_manifest_excerpt (value);
  const char *translated = _ (format);
  const char *mark = strstr (translated, "%s");
  GString *message = g_string_new (translated);

  if (mark != NULL)
    {
      g_string_erase (message, mark - translated, strlen ("%s"));
      g_string_insert (message, mark - translated, excerpt);
    }
  waxseal_manifest_rule_report (rule, findings, node, g_string_free (message, FALSE));
}

/** waxseal_manifest_rule_get_site: Returns: (transfer none): the part of number @i. */
const WaxsealManifestSite *
waxseal_manifest_rule_get_site (const WaxsealManifestIndex *index,
                                WaxsealManifestPart part,
                                guint i)
{
  return &g_array_index (index->parts[part], WaxsealManifestSite, i);
}
