/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-registered-app.h"

G_BEGIN_DECLS

/* Signal "chosen": it was marked. */
#define WAXSEAL_TYPE_APP_CHOICE_ROW (waxseal_app_choice_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAppChoiceRow,
                      waxseal_app_choice_row,
                      WAXSEAL,
                      APP_CHOICE_ROW,
                      AdwActionRow)

GtkWidget *waxseal_app_choice_row_new (WaxsealRegisteredApp *app, GtkWidget *group);
WaxsealRegisteredApp *waxseal_app_choice_row_get_app (WaxsealAppChoiceRow *self);
void waxseal_app_choice_row_choose (WaxsealAppChoiceRow *self);

G_END_DECLS
