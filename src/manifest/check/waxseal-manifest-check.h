/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

GPtrArray *waxseal_manifest_check (WaxsealManifestDocument *document);

G_END_DECLS
