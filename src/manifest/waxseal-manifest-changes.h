/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "waxseal-manifest-document.h"
#include "waxseal-record.h"

G_BEGIN_DECLS

JsonObject *waxseal_manifest_changes_find (WaxsealManifestDocument *before,
                                           WaxsealManifestDocument *after);
JsonObject *waxseal_manifest_changes_pick (WaxsealRecord *record, JsonObject *like);

G_END_DECLS
