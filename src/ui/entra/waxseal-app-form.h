/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_APP_FORM (waxseal_app_form_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAppForm, waxseal_app_form, WAXSEAL, APP_FORM, GtkBox)

void waxseal_app_form_set_desk (WaxsealAppForm *self, WaxsealEntraDesk *desk);

G_END_DECLS
