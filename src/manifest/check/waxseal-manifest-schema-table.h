/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the schema tables are written in; only the schema's own files include it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealManifestNamespace: the namespaces whose elements the tables describe. */
typedef enum
{
  WAXSEAL_MANIFEST_NAMESPACE_BASE,
  WAXSEAL_MANIFEST_NAMESPACE_BASIC,
  WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_0,
  WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_1,
} WaxsealManifestNamespace;

#define WAXSEAL_MANIFEST_N_NAMESPACES 4

/**
 * WaxsealManifestSchemaRow:
 * @name: the type, as xsi:type spells it; in lower case where it has no public name
 * @base: (nullable): the type in whose place it may stand
 * @content: (nullable): its children in order; %NULL for a type that only others stand in for
 * @attributes: (nullable): its attributes
 *
 * A child is “Name=type” with “?”, “*”, “+” or “{m,n}” behind it; “(A=t|B=t)*” is any of several,
 * and “#any”, “#target”, “#signature” and “#next” are any element of a namespace. A type in lower
 * case is a value (waxseal-manifest-schema-values.c). “bt:”, “1.0:” and “1.1:” name another table.
 * An attribute is “Name=value”, with “?” where it may be absent.
 */
typedef struct
{
  const char *name;
  const char *base;
  const char *content;
  const char *attributes;
} WaxsealManifestSchemaRow;

/* Each table ends with a row without a name. */
const WaxsealManifestSchemaRow *waxseal_manifest_schema_base_rows (void);
const WaxsealManifestSchemaRow *waxseal_manifest_schema_basic_rows (void);
const WaxsealManifestSchemaRow *waxseal_manifest_schema_overrides_1_0_rows (void);
const WaxsealManifestSchemaRow *waxseal_manifest_schema_overrides_1_1_rows (void);

G_END_DECLS
