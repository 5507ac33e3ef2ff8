/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-document.h"
#include "waxseal-manifest-target.h"

G_BEGIN_DECLS

GPtrArray *waxseal_manifest_check (WaxsealManifestDocument *document);
GPtrArray *waxseal_manifest_check_for (WaxsealManifestDocument *document,
                                       WaxsealManifestTarget target);
GPtrArray *waxseal_manifest_check_without_fields (WaxsealManifestDocument *document,
                                                  WaxsealManifestTarget target);

G_END_DECLS
