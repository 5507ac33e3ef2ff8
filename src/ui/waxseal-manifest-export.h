/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-manifest-draft.h"

G_BEGIN_DECLS

void waxseal_manifest_export (GtkWindow *parent, WaxsealManifestDraft *draft);

G_END_DECLS
