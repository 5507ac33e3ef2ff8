/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-page.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ENTRA_PAGE (waxseal_entra_page_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealEntraPage, waxseal_entra_page, WAXSEAL, ENTRA_PAGE, WaxsealPage)

G_END_DECLS
