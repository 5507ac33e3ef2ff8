/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schema tables as arrays; only the schema's own files include it. */
#pragma once

#include <libxml/tree.h>

#include "waxseal-manifest-schema-table.h"
#include "waxseal-manifest-schema-value.h"

G_BEGIN_DECLS

#define WAXSEAL_MANIFEST_SCHEMA_MAX_PARTICLES 24

typedef struct _WaxsealManifestSchemaType WaxsealManifestSchemaType;

/** WaxsealManifestSchemaChild: an element that a type may hold. With @type it has children, with
 * @value it has text; without a @name it is any element of @uri, or of any namespace for %NULL. */
typedef struct
{
  char *name;
  const char *uri;
  const WaxsealManifestSchemaType *type;
  const WaxsealManifestSchemaValue *value;
  guint particle;
} WaxsealManifestSchemaChild;

/** WaxsealManifestSchemaParticle: how often one of its children may stand there. */
typedef struct
{
  guint minimum;
  guint maximum;
} WaxsealManifestSchemaParticle;

/** WaxsealManifestSchemaAttribute: an attribute that a type may have. */
typedef struct
{
  char *name;
  const WaxsealManifestSchemaValue *value;
  gboolean is_required;
} WaxsealManifestSchemaAttribute;

/** WaxsealManifestSchemaType: what an element may hold. */
struct _WaxsealManifestSchemaType
{
  const char *name;
  WaxsealManifestNamespace name_space;
  const WaxsealManifestSchemaType *base;
  gboolean is_abstract;
  GArray *particles;
  GArray *children;
  GArray *attributes;
};

const WaxsealManifestSchemaType *waxseal_manifest_schema_type_find (WaxsealManifestNamespace space,
                                                                    const char *name);
gboolean waxseal_manifest_schema_type_is_a (const WaxsealManifestSchemaType *self,
                                            const WaxsealManifestSchemaType *base);
const char *waxseal_manifest_namespace_get_uri (WaxsealManifestNamespace space);
gboolean waxseal_manifest_namespace_find (const char *uri, WaxsealManifestNamespace *space);

G_END_DECLS
