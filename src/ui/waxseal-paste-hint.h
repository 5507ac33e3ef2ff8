/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PASTE_HINT (waxseal_paste_hint_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPasteHint, waxseal_paste_hint, WAXSEAL, PASTE_HINT, AdwPreferencesRow)

G_END_DECLS
