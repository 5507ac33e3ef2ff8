/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SHEET_LIST (waxseal_sheet_list_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSheetList, waxseal_sheet_list, WAXSEAL, SHEET_LIST, AdwBin)

void waxseal_sheet_list_show (WaxsealSheetList *self,
                              GListModel *steps,
                              WaxsealOrganization *organization);
void waxseal_sheet_list_open_next (WaxsealSheetList *self);
gboolean waxseal_sheet_list_are_same (GListModel *a, GListModel *b);

G_END_DECLS
