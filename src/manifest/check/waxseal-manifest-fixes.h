/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The changes that fix findings; only the fixing itself includes it. */
#pragma once

#include "waxseal-manifest-edits.h"
#include "waxseal-manifest-fix.h"

G_BEGIN_DECLS

/** WaxsealManifestAttempt: what became of one attempt at a fix. */
typedef enum
{
  WAXSEAL_MANIFEST_ATTEMPT_MADE,
  WAXSEAL_MANIFEST_ATTEMPT_FUTILE, /* nothing to change; a further attempt may do better */
  WAXSEAL_MANIFEST_ATTEMPT_LAST,   /* there are no more */
} WaxsealManifestAttempt;

/** WaxsealManifestFixFunc: makes attempt number @attempt (from 0) at the finding about @node. */
typedef WaxsealManifestAttempt (*WaxsealManifestFixFunc) (WaxsealManifestEdits *edits,
                                                          xmlNode *node,
                                                          guint attempt);

/** WaxsealManifestFixRow: how the findings of @rule are fixed. */
typedef struct
{
  const char *rule;
  WaxsealManifestFixing fixing;
  WaxsealManifestFixFunc fix;
} WaxsealManifestFixRow;

const WaxsealManifestFixRow *waxseal_manifest_fixes_find (const char *rule);

G_END_DECLS
