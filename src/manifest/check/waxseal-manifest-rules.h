/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-index.h"
#include "waxseal-manifest-target.h"

G_BEGIN_DECLS

typedef struct _WaxsealManifestRule WaxsealManifestRule;

/** WaxsealManifestRuleFunc: looks for whatever breaks @rule. */
typedef void (*WaxsealManifestRuleFunc) (const WaxsealManifestRule *rule,
                                         const WaxsealManifestIndex *index,
                                         WaxsealManifestFindings *findings);

/** WaxsealManifestRule: @source is where the rule is written down; @remedy is not translated yet.
 */
struct _WaxsealManifestRule
{
  const char *id;
  WaxsealSeverity severity;
  const char *source;
  WaxsealManifestRuleFunc check;
  const char *remedy;
};

/* Each table ends with a rule without an id. */
const WaxsealManifestRule *waxseal_manifest_rules_addresses (void);
const WaxsealManifestRule *waxseal_manifest_rules_commands (void);
const WaxsealManifestRule *waxseal_manifest_rules_domains (void);
const WaxsealManifestRule *waxseal_manifest_rules_events (void);
const WaxsealManifestRule *waxseal_manifest_rules_features (void);
const WaxsealManifestRule *waxseal_manifest_rules_icons (void);
const WaxsealManifestRule *waxseal_manifest_rules_identity (void);
const WaxsealManifestRule *waxseal_manifest_rules_on_premises (void);
const WaxsealManifestRule *waxseal_manifest_rules_requirements (void);
const WaxsealManifestRule *waxseal_manifest_rules_resources (void);
const WaxsealManifestRule *waxseal_manifest_rules_texts (void);

const WaxsealManifestRule *waxseal_manifest_rule_find (const char *id);
void waxseal_manifest_rules_check (WaxsealManifestFindings *findings,
                                   xmlNode *root,
                                   WaxsealManifestTarget target);
void waxseal_manifest_rule_report (const WaxsealManifestRule *rule,
                                   WaxsealManifestFindings *findings,
                                   xmlNode *node,
                                   char *message);
void waxseal_manifest_rule_report_value (const WaxsealManifestRule *rule,
                                         WaxsealManifestFindings *findings,
                                         xmlNode *node,
                                         const char *format,
                                         const char *value);
const WaxsealManifestSite *waxseal_manifest_rule_get_site (const WaxsealManifestIndex *index,
                                                           WaxsealManifestPart part,
                                                           guint i);

G_END_DECLS
