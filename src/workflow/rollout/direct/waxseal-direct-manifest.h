/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealDirectManifest: what is deployed, as far as it matters; the Id in lower case. */
typedef struct
{
  GBytes *bytes; /* NULL: there is none */
  char *addin_id;
  char *version;
  guint n_errors;
} WaxsealDirectManifest;

WaxsealDirectManifest *waxseal_direct_manifest_new (GBytes *bytes);
void waxseal_direct_manifest_free (WaxsealDirectManifest *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealDirectManifest, waxseal_direct_manifest_free)

G_END_DECLS
