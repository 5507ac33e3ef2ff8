/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which child of one element is which child of another. */
#pragma once

#include "waxseal-manifest-side.h"

G_BEGIN_DECLS

/** WaxsealManifestPair: an element of each side; %NULL where one has no counterpart. */
typedef struct
{
  xmlNode *a;
  xmlNode *b;
} WaxsealManifestPair;

GArray *waxseal_manifest_pairs_new (WaxsealManifestSide *side_a,
                                    const xmlNode *a,
                                    WaxsealManifestSide *side_b,
                                    const xmlNode *b,
                                    gboolean *reordered);

G_END_DECLS
