/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-difference.h"
#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

GPtrArray *waxseal_manifest_compare (WaxsealManifestDocument *a, WaxsealManifestDocument *b);

G_END_DECLS
