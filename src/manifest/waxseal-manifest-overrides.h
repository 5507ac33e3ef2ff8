/* SPDX-License-Identifier: GPL-3.0-or-later */
/* VersionOverrides as the rules see them: with their resources, and what refers to those. */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

/** WaxsealManifestResourceKind: the sections of Resources; together they are a mask. */
typedef enum
{
  WAXSEAL_MANIFEST_RESOURCE_IMAGE = 1 << 0,
  WAXSEAL_MANIFEST_RESOURCE_URL = 1 << 1,
  WAXSEAL_MANIFEST_RESOURCE_SHORT_STRING = 1 << 2,
  WAXSEAL_MANIFEST_RESOURCE_LONG_STRING = 1 << 3,
} WaxsealManifestResourceKind;

#define WAXSEAL_MANIFEST_RESOURCE_ANY 0xf

typedef struct _WaxsealManifestOverrides WaxsealManifestOverrides;

/** WaxsealManifestResource: the resources of one id; @node is the first, @kinds are those of all.
 */
typedef struct
{
  xmlNode *node;
  const char *id;
  guint kinds;
  gboolean is_used;
} WaxsealManifestResource;

/** WaxsealManifestReference: an element with a resid, what it may refer to, and what it finds. */
typedef struct
{
  xmlNode *node;
  const char *id;
  guint kinds;
  WaxsealManifestOverrides *overrides;
  WaxsealManifestResource *resource;
} WaxsealManifestReference;

/** WaxsealManifestOverrides: a VersionOverrides element; @parent is the one around it, @inner the
 * one in it, @twins are the resources whose id another has. */
struct _WaxsealManifestOverrides
{
  xmlNode *node;
  WaxsealManifestOverrides *parent;
  WaxsealManifestOverrides *inner;
  GPtrArray *resources;
  GPtrArray *twins;
  GHashTable *resources_by_id;
  GHashTable *extension_points; /* of their types */
  guint requirement;            /* the Mailbox version asked for, as 100 * major + minor; or 0 */
};

G_END_DECLS
