/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-document.h"
#include "waxseal-manifest-place.h"

G_BEGIN_DECLS

/* WaxsealManifestFieldFlags: how a field behaves. */
typedef enum
{
  WAXSEAL_MANIFEST_FIELD_REMOVABLE = 1 << 0,  /* an empty text means: no element */
  WAXSEAL_MANIFEST_FIELD_TRANSLATED = 1 << 1, /* WaxsealLocaleNames has it, too */
  WAXSEAL_MANIFEST_FIELD_LIST = 1 << 2,       /* several elements, one for each text */
  WAXSEAL_MANIFEST_FIELD_TEXT = 1 << 3,       /* the text in its element, not an attribute */
} WaxsealManifestFieldFlags;

/* Microsoft knows two levels of VersionOverrides. More are ignored, as are groups, references and
 * places of one value beyond any that a ribbon would show: they could only keep Waxseal busy. */
#define WAXSEAL_MANIFEST_MAP_MAX_OVERRIDES  4
#define WAXSEAL_MANIFEST_MAP_MAX_GROUPS     32
#define WAXSEAL_MANIFEST_MAP_MAX_REFERENCES 128
#define WAXSEAL_MANIFEST_MAP_MAX_PLACES     256

/* WaxsealManifestField: one property of WaxsealAddinIdentity; "element" is the child of OfficeApp
 * that is its own, or NULL where a manifest without a place for it gets none. */
typedef struct
{
  const char *property;
  const char *element;
  WaxsealManifestFieldFlags flags;
} WaxsealManifestField;

typedef struct _WaxsealManifestMap WaxsealManifestMap;

guint waxseal_manifest_map_n_fields (void);
const WaxsealManifestField *waxseal_manifest_map_get_field (guint index);
int waxseal_manifest_map_find_field (const char *property);

WaxsealManifestMap *waxseal_manifest_map_of (WaxsealManifestDocument *document);
GArray *waxseal_manifest_map_get_places (WaxsealManifestMap *self, guint index);
const char *waxseal_manifest_map_find_mention (WaxsealManifestMap *self, xmlNode *node);

G_END_DECLS
