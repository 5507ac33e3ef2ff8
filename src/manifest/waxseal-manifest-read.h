/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-addin-identity.h"
#include "waxseal-manifest-document.h"
#include "waxseal-manifest-source.h"

G_BEGIN_DECLS

void waxseal_manifest_read (WaxsealManifestDocument *document, WaxsealAddinIdentity *identity);

void waxseal_manifest_source_keep (WaxsealManifestSource *source,
                                   WaxsealManifestDocument *document,
                                   const char *file_name,
                                   gboolean from_cres);
WaxsealManifestDocument *waxseal_manifest_source_open (WaxsealManifestSource *source);
gboolean waxseal_manifest_source_is_empty (WaxsealManifestSource *source);

G_END_DECLS
