/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WaxsealManifestVerdict:
 * @WAXSEAL_MANIFEST_VERDICT_RIGHT: the text is a value of that type
 * @WAXSEAL_MANIFEST_VERDICT_EMPTY: there is no text
 * @WAXSEAL_MANIFEST_VERDICT_LONG: it has more characters than the type takes
 * @WAXSEAL_MANIFEST_VERDICT_WRONG: it has another form
 */
typedef enum
{
  WAXSEAL_MANIFEST_VERDICT_RIGHT,
  WAXSEAL_MANIFEST_VERDICT_EMPTY,
  WAXSEAL_MANIFEST_VERDICT_LONG,
  WAXSEAL_MANIFEST_VERDICT_WRONG,
} WaxsealManifestVerdict;

/** WaxsealManifestSchemaValue: a type of text; opaque. */
typedef struct _WaxsealManifestSchemaValue WaxsealManifestSchemaValue;

const WaxsealManifestSchemaValue *waxseal_manifest_schema_value_find (const char *name);
WaxsealManifestVerdict waxseal_manifest_schema_value_check (const WaxsealManifestSchemaValue *self,
                                                            const char *text);
guint waxseal_manifest_schema_value_get_maximum (const WaxsealManifestSchemaValue *self);
const char *waxseal_manifest_schema_value_describe (const WaxsealManifestSchemaValue *self);
gboolean waxseal_manifest_schema_value_is_placeholder (const char *text);

G_END_DECLS
