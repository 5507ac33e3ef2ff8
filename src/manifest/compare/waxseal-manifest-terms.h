/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the elements of a manifest are called in plain words. */
#pragma once

#include "waxseal-difference.h"

G_BEGIN_DECLS

/** WaxsealManifestTerm: @label is to be translated. */
typedef struct
{
  const char *parent; /* NULL for any */
  const char *element;
  const char *attribute; /* NULL for the element itself, or its value */
  WaxsealDifferenceSection section;
  const char *label;
} WaxsealManifestTerm;

/**
 * WaxsealManifestSurfaceTerm:
 * @type: xsi:type of an ExtensionPoint
 * @place: to be translated
 * @button: to be translated; “%s” is the label of a button there
 */
typedef struct
{
  const char *type;
  const char *place;
  const char *button;
} WaxsealManifestSurfaceTerm;

const WaxsealManifestTerm *
waxseal_manifest_terms_find (const char *parent, const char *element, const char *attribute);
const WaxsealManifestSurfaceTerm *waxseal_manifest_terms_find_surface (const char *type);

G_END_DECLS
