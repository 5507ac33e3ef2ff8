/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PORTAL_ROW (waxseal_portal_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPortalRow, waxseal_portal_row, WAXSEAL, PORTAL_ROW, AdwExpanderRow)

gboolean waxseal_portal_row_is_done (WaxsealPortalRow *self);

G_END_DECLS
