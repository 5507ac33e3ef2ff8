/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_WELCOME_PAGE (waxseal_welcome_page_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealWelcomePage, waxseal_welcome_page, WAXSEAL, WELCOME_PAGE, AdwBin)

void waxseal_welcome_page_warn (WaxsealWelcomePage *self, const char *message);

G_END_DECLS
