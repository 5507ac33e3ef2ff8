/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-page.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_OVERVIEW_PAGE (waxseal_overview_page_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOverviewPage,
                      waxseal_overview_page,
                      WAXSEAL,
                      OVERVIEW_PAGE,
                      WaxsealPage)

G_END_DECLS
