/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-online-check.h"
#include "waxseal-online-verdict.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ONLINE_ROW (waxseal_online_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOnlineRow, waxseal_online_row, WAXSEAL, ONLINE_ROW, AdwActionRow)

WaxsealOnlineRow *waxseal_online_row_new (const char *title);
void waxseal_online_row_show (WaxsealOnlineRow *self,
                              const WaxsealManifestAddress *address,
                              WaxsealOnlineCheck *check);
gboolean waxseal_online_row_is_asked (WaxsealOnlineRow *self);
WaxsealOnlineState waxseal_online_row_get_state (WaxsealOnlineRow *self);
const char *waxseal_online_state_get_icon (gboolean is_asked, WaxsealOnlineState state);

G_END_DECLS
