/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-edits.h"
#include "waxseal-manifest-names.h"

G_BEGIN_DECLS

char *waxseal_manifest_translations_compose (WaxsealManifestEdits *edits,
                                             xmlNode *like,
                                             const WaxsealManifestName *name);
void
waxseal_manifest_translations_build (WaxsealManifestEdits *edits, GArray *places, GPtrArray *names);

G_END_DECLS
