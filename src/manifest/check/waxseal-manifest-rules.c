/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>
#include <string.h>

/** waxseal_manifest_rules_check: checks the document of @findings against every rule. */
void
waxseal_manifest_rules_check (WaxsealManifestFindings *findings, xmlNode *root)
{
  const WaxsealManifestRule *tables[] = {
    waxseal_manifest_rules_identity (),  waxseal_manifest_rules_texts (),
    waxseal_manifest_rules_addresses (), waxseal_manifest_rules_requirements (),
    waxseal_manifest_rules_resources (), waxseal_manifest_rules_commands (),
    waxseal_manifest_rules_events (),
  };
  g_autoptr (WaxsealManifestIndex) index =
    waxseal_manifest_index_new (waxseal_manifest_findings_get_document (findings), root);

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const WaxsealManifestRule *rule = tables[i]; rule->id != NULL; rule++)
      if (!waxseal_manifest_findings_is_full (findings, rule->severity))
        rule->check (rule, index, findings);
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
 * @format: translated, with “%s” where the value belongs */
void
waxseal_manifest_rule_report_value (const WaxsealManifestRule *rule,
                                    WaxsealManifestFindings *findings,
                                    xmlNode *node,
                                    const char *format,
                                    const char *value)
{
  g_autofree char *excerpt = waxseal_manifest_excerpt (value);
  const char *mark = strstr (format, "%s");
  GString *message = g_string_new (format);

  if (mark != NULL)
    {
      g_string_erase (message, mark - format, strlen ("%s"));
      g_string_insert (message, mark - format, excerpt);
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
