/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules ask about, gathered in one walk over the elements. */
#pragma once

#include "waxseal-manifest-address.h"
#include "waxseal-manifest-findings.h"
#include "waxseal-manifest-overrides.h"

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
