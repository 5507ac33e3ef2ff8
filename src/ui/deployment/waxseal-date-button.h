/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_DATE_BUTTON (waxseal_date_button_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDateButton, waxseal_date_button, WAXSEAL, DATE_BUTTON, AdwBin)

G_END_DECLS
