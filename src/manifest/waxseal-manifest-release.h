/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-draft.h"

G_BEGIN_DECLS

char *waxseal_manifest_release_propose (WaxsealManifestDraft *draft);
const char *waxseal_manifest_release_get_version (WaxsealManifestDraft *draft);
void waxseal_manifest_release_set_version (WaxsealManifestDraft *draft, const char *version);
void
waxseal_manifest_release_note (WaxsealManifestDraft *draft, GBytes *bytes, const char *version);

G_END_DECLS
