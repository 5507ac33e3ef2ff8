/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-finding.h"
#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

/**
 * WaxsealManifestFixing:
 * @WAXSEAL_MANIFEST_FIXING_NONE: somebody has to decide what is right
 * @WAXSEAL_MANIFEST_FIXING_ON_REQUEST: it can be done, but does not have to be
 * @WAXSEAL_MANIFEST_FIXING_CERTAIN: there is only one right change; where there is not, none is
 * made
 *
 * Whether a finding of a rule can be fixed without a question.
 */
typedef enum
{
  WAXSEAL_MANIFEST_FIXING_NONE,
  WAXSEAL_MANIFEST_FIXING_ON_REQUEST,
  WAXSEAL_MANIFEST_FIXING_CERTAIN,
} WaxsealManifestFixing;

WaxsealManifestFixing waxseal_manifest_fix_get_fixing (const char *rule);
GBytes *waxseal_manifest_fix (WaxsealManifestDocument *document, WaxsealFinding *finding);
GBytes *waxseal_manifest_fix_all (WaxsealManifestDocument *document,
                                  WaxsealManifestFixing least,
                                  GPtrArray *fixed);

G_END_DECLS
