/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a difference leads to where the first manifest is deployed already. */
#pragma once

#include "waxseal-difference.h"
#include "waxseal-manifest-side.h"

G_BEGIN_DECLS

/**
 * WaxsealManifestJudge:
 * @hosts: what the first manifest loads from
 * @grants: what an administrator has consented to for it
 * @n_visits: how many more elements may be looked at
 */
typedef struct
{
  WaxsealManifestInterner *interner;
  GHashTable *hosts;
  GHashTable *grants;
  guint n_visits;
} WaxsealManifestJudge;

WaxsealManifestJudge *waxseal_manifest_judge_new (WaxsealManifestSide *first);
void waxseal_manifest_judge_free (WaxsealManifestJudge *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealManifestJudge, waxseal_manifest_judge_free)

WaxsealConsequence waxseal_manifest_judge_element (WaxsealManifestJudge *self,
                                                   WaxsealManifestSide *second,
                                                   const xmlNode *node);
WaxsealConsequence waxseal_manifest_judge_value (WaxsealManifestJudge *self,
                                                 const xmlNode *node,
                                                 const char *attribute,
                                                 const char *old_value,
                                                 const char *new_value);
int waxseal_manifest_judge_compare_versions (const char *a, const char *b);
gboolean waxseal_manifest_judge_is_base (const xmlNode *node, const char *name);

G_END_DECLS
