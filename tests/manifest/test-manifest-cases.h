/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of the base manifest, and what must be found after each. */
#pragma once

#include "waxseal-finding.h"
#include "waxseal-manifest-target.h"

/** RuleCase: one change that breaks @rule, and only counts if it does; or, without a rule, one that
 * a careless rule would take for a fault. */
typedef struct
{
  const char *rule;
  WaxsealSeverity severity;
  const char *from;
  const char *to;
  WaxsealManifestTarget target;
} RuleCase;

/** SchemaCase: one change that breaks the structure, and part of what is said about it; or, without
 * a rule, one that does not. */
typedef struct
{
  const char *rule;
  const char *from;
  const char *to;
  const char *message;
} SchemaCase;

/* Each ends with a case that changes nothing (@from is NULL). */
extern const RuleCase rule_cases[];
extern const RuleCase harmless_cases[];
extern const SchemaCase broken_cases[];
extern const SchemaCase sound_cases[];
