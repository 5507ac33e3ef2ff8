/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an element means, as a number: two elements with the same number mean the same. */
#pragma once

#include "waxseal-manifest-side.h"

G_BEGIN_DECLS

guint waxseal_manifest_form_compute (WaxsealManifestSide *side, xmlNode *node);

G_END_DECLS
