/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization-store.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SAVE_INDICATOR (waxseal_save_indicator_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSaveIndicator, waxseal_save_indicator, WAXSEAL, SAVE_INDICATOR, AdwBin)

void waxseal_save_indicator_set_store (WaxsealSaveIndicator *self, WaxsealOrganizationStore *store);

G_END_DECLS
