/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>

#include "waxseal-manifest-node.h"

/* What Exchange SE, 2019 and 2016 support, as 100 * major + minor (manifest.md, rule 18). */
#define LAST_MAILBOX 105

static char *
describe (guint requirement)
{
  return g_strdup_printf (_ ("Mailbox %u.%u is asked for; Exchange Server supports 1.5 at most."),
                          requirement / 100,
                          requirement % 100);
}

static void
check_base (const WaxsealManifestRule *rule,
            const WaxsealManifestIndex *index,
            WaxsealManifestFindings *findings)
{
  xmlNode *set;
  guint requirement = waxseal_manifest_index_read_requirement (
    waxseal_manifest_node_find_child (index->root, "Requirements"), &set);

  if (requirement > LAST_MAILBOX)
    waxseal_manifest_rule_report (rule, findings, set, describe (requirement));
}

static void
check_overrides (const WaxsealManifestRule *rule,
                 const WaxsealManifestIndex *index,
                 WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->overrides->len; i++)
    {
      const WaxsealManifestOverrides *overrides = g_ptr_array_index (index->overrides, i);

      if (overrides->requirement > LAST_MAILBOX)
        waxseal_manifest_rule_report (rule,
                                      findings,
                                      overrides->node,
                                      describe (overrides->requirement));
    }
}

static const WaxsealManifestRule rules[] = {
  { "on-premises-requirement",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 18",
    check_base,
    N_ ("Lower it to 1.5 or less, if the add-in works with that.") },
  { "on-premises-overrides",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 20",
    check_overrides,
    N_ ("Deploy a manifest without these overrides to Exchange Server, and keep this one for "
        "Exchange Online.") },
  { NULL },
};

/** waxseal_manifest_rules_on_premises: Returns: (transfer none): the rules of Exchange Server, in
 * addition to all others. */
const WaxsealManifestRule *
waxseal_manifest_rules_on_premises (void)
{
  return rules;
}
