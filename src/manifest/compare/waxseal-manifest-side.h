/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One of the two manifests of a comparison. */
#pragma once

#include "waxseal-manifest-document.h"
#include "waxseal-manifest-interner.h"

G_BEGIN_DECLS

/**
 * WaxsealManifestSide:
 * @forms: what an element means, as a number that is the same on both sides; 0 where the element
 *   has no meaning of its own
 * @resources: what the elements with a resid refer to (manifest.md, rule 28)
 * @used: the resources that something refers to: they are compared there, and their id is no matter
 * @n_lookups: how many more namespace declarations may be looked at
 */
typedef struct
{
  WaxsealManifestDocument *document;
  WaxsealManifestInterner *interner;
  GHashTable *forms;
  GHashTable *resources;
  GHashTable *used;
  guint n_lookups;
} WaxsealManifestSide;

WaxsealManifestSide *waxseal_manifest_side_new (WaxsealManifestDocument *document,
                                                WaxsealManifestInterner *interner);
void waxseal_manifest_side_free (WaxsealManifestSide *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealManifestSide, waxseal_manifest_side_free)

xmlNode *waxseal_manifest_side_get_resource (WaxsealManifestSide *self, const xmlNode *node);
guint waxseal_manifest_side_get_form (WaxsealManifestSide *self, const xmlNode *node);
xmlNode *waxseal_manifest_side_next (WaxsealManifestSide *self, xmlNode *child);
xmlNode *waxseal_manifest_side_first (WaxsealManifestSide *self, const xmlNode *node);
gboolean waxseal_manifest_side_is_ordered (const xmlNode *node);

G_END_DECLS
