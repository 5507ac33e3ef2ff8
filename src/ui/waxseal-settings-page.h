/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-page.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SETTINGS_PAGE (waxseal_settings_page_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSettingsPage,
                      waxseal_settings_page,
                      WAXSEAL,
                      SETTINGS_PAGE,
                      WaxsealPage)

gboolean waxseal_settings_page_edit_field (WaxsealSettingsPage *self, const char *place);

G_END_DECLS
