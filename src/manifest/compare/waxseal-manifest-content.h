/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an element itself holds: its attributes and its text, however they are written. */
#pragma once

#include "waxseal-manifest-side.h"

G_BEGIN_DECLS

/** WaxsealManifestAttribute: @name begins with “xsi:” or with a namespace in braces, if it has one.
 */
typedef struct
{
  char *name;
  char *value;
} WaxsealManifestAttribute;

GArray *waxseal_manifest_content_list_attributes (WaxsealManifestSide *side, const xmlNode *node);
char *waxseal_manifest_content_dup_text (const xmlNode *node);

G_END_DECLS
