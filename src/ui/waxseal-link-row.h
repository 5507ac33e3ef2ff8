/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_LINK_ROW (waxseal_link_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealLinkRow, waxseal_link_row, WAXSEAL, LINK_ROW, AdwActionRow)

G_END_DECLS
