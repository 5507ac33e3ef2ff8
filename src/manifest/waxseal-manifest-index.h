/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules ask about, gathered in one walk over the elements. */
#pragma once

#include "waxseal-manifest-address.h"
#include "waxseal-manifest-findings.h"

G_BEGIN_DECLS

/** WaxsealManifestPart: the elements that rules look at one by one. */
typedef enum
{
  WAXSEAL_MANIFEST_PART_ACTION,
  WAXSEAL_MANIFEST_PART_APP_DOMAIN,
  WAXSEAL_MANIFEST_PART_CONTROL, /* and the items of a menu */
  WAXSEAL_MANIFEST_PART_EVENT,
  WAXSEAL_MANIFEST_PART_EXTENDED_PERMISSION,
  WAXSEAL_MANIFEST_PART_EXTENSION_POINT,
  WAXSEAL_MANIFEST_PART_GROUP,
  WAXSEAL_MANIFEST_PART_ICON,
  WAXSEAL_MANIFEST_PART_LAUNCH_EVENT,
  WAXSEAL_MANIFEST_PART_RULE,
  WAXSEAL_MANIFEST_PART_RUNTIME,
  WAXSEAL_MANIFEST_PART_SETTING, /* whatever has a DefaultValue */
  WAXSEAL_MANIFEST_PART_WEB_APPLICATION,
  WAXSEAL_MANIFEST_N_PARTS,
} WaxsealManifestPart;

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

/** WaxsealManifestSite: an element and the form factor, host and overrides around it. */
typedef struct
{
  xmlNode *node;
  WaxsealManifestOverrides *overrides;
  xmlNode *host;
  xmlNode *form_factor;
} WaxsealManifestSite;

/** WaxsealManifestLink: an address that Outlook loads, and what is wrong with it. */
typedef struct
{
  xmlNode *node;
  const char *address;
  WaxsealManifestFault fault;
} WaxsealManifestLink;

/** WaxsealManifestIndex: the whole; parts and references stand in the order of the text. */
typedef struct
{
  xmlNode *root;
  WaxsealManifestDocument *document;
  GArray *parts[WAXSEAL_MANIFEST_N_PARTS];
  GArray *references;
  GArray *links;
  GPtrArray *overrides;
  GHashTable *function_files; /* of form factors */
} WaxsealManifestIndex;

WaxsealManifestIndex *waxseal_manifest_index_new (WaxsealManifestDocument *document, xmlNode *root);
void waxseal_manifest_index_free (WaxsealManifestIndex *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealManifestIndex, waxseal_manifest_index_free)

guint waxseal_manifest_index_read_requirement (const xmlNode *requirements, xmlNode **set);

G_END_DECLS
