/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-addin-identity.h"
#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

WaxsealManifestDocument *waxseal_manifest_skeleton (void);
GBytes *waxseal_manifest_build (WaxsealManifestDocument *base, WaxsealAddinIdentity *identity);

G_END_DECLS
