/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-page.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_CRES_PAGE (waxseal_cres_page_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCresPage, waxseal_cres_page, WAXSEAL, CRES_PAGE, WaxsealPage)

G_END_DECLS
