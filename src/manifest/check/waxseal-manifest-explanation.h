/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each id of a finding means, for those who ask. */
#pragma once

#include <glib.h>

#include "waxseal-enums.h"

G_BEGIN_DECLS

/**
 * WaxsealManifestExplanation:
 * @id: as findings have it
 * @severity: at worst
 * @source: the public document that the rule comes from; never translated
 * @text: what it means, why, and where it bites; not translated yet
 * @remedy: what to do; not translated yet
 */
typedef struct
{
  const char *id;
  WaxsealSeverity severity;
  const char *source;
  const char *text;
  const char *remedy;
} WaxsealManifestExplanation;

/* Where rules are written down: the reference of the manifest, and the documentation around it. */
#define WAXSEAL_MANIFEST_REFERENCE(page) "Microsoft, Office add-in manifest reference: " page
#define WAXSEAL_MANIFEST_GUIDE(page)     "Microsoft, Office add-ins documentation: " page

/* Each table ends with a row without an id. For a rule, severity and remedy stand in its own table,
 * and the remedy is NULL here. */
const WaxsealManifestExplanation *waxseal_manifest_explanations_commands (void);
const WaxsealManifestExplanation *waxseal_manifest_explanations_content (void);
const WaxsealManifestExplanation *waxseal_manifest_explanations_file (void);
const WaxsealManifestExplanation *waxseal_manifest_explanations_online (void);
const WaxsealManifestExplanation *waxseal_manifest_explanations_structure (void);

gboolean waxseal_manifest_explanation_find (const char *id,
                                            WaxsealManifestExplanation *explanation);
GArray *waxseal_manifest_explanation_list (void);

G_END_DECLS
