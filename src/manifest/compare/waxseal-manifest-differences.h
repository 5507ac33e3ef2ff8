/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Gathers what differs: the same thing said twice becomes one, and there is an end to the list. */
#pragma once

#include "waxseal-difference.h"
#include "waxseal-manifest-side.h"

G_BEGIN_DECLS

/**
 * WaxsealManifestSpot:
 * @a: in the first manifest, what the words are about; %NULL where it has none
 * @b: the same in the second
 * @locale: (nullable): the language that it is about
 * @at_a: in the first manifest, where it stands
 * @at_b: the same in the second
 */
typedef struct
{
  xmlNode *a;
  xmlNode *b;
  const char *locale;
  xmlNode *at_a;
  xmlNode *at_b;
} WaxsealManifestSpot;

/** WaxsealManifestDifferences: the list; opaque. */
typedef struct _WaxsealManifestDifferences WaxsealManifestDifferences;

WaxsealManifestDifferences *waxseal_manifest_differences_new (WaxsealManifestSide *a,
                                                              WaxsealManifestSide *b);
void waxseal_manifest_differences_add (WaxsealManifestDifferences *self,
                                       WaxsealDifferenceKind kind,
                                       const WaxsealManifestSpot *spot,
                                       const char *attribute,
                                       const char *old_value,
                                       const char *new_value,
                                       WaxsealConsequence consequence);
void waxseal_manifest_differences_cut (WaxsealManifestDifferences *self);
gboolean waxseal_manifest_differences_is_empty (WaxsealManifestDifferences *self);
gboolean waxseal_manifest_differences_is_cut (WaxsealManifestDifferences *self);
GPtrArray *waxseal_manifest_differences_finish (WaxsealManifestDifferences *self);

G_END_DECLS
