/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The addresses in a manifest, and what it claims about each. */
#pragma once

#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

/* No add-in has as many; a hostile file could only keep Waxseal busy. */
#define WAXSEAL_MANIFEST_ADDRESSES_MAX 100

/**
 * WaxsealManifestAddress:
 * @address: as it stands there, without the part that stays in the browser (“#…”)
 * @line: where it stands first
 * @column: in characters
 * @can_be_asked: whether somebody could; where not, a rule says what is wrong with it
 * @is_icon: whether it is that of a picture; else it is that of a page or a script
 * @sizes: (element-type guint): the sizes in pixels that the picture is used in, ascending; empty
 *   where the manifest claims none
 */
typedef struct
{
  char *address;
  guint line;
  guint column;
  gboolean can_be_asked;
  gboolean is_icon;
  GArray *sizes;
} WaxsealManifestAddress;

GPtrArray *waxseal_manifest_addresses_list (WaxsealManifestDocument *document, gboolean *has_more);
WaxsealManifestAddress *waxseal_manifest_addresses_find (GPtrArray *addresses, const char *address);

G_END_DECLS
