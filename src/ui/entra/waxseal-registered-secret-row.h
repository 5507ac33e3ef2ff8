/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-registered-secret.h"

G_BEGIN_DECLS

/* Signal "remove" (WaxsealRegisteredSecret *): its button was pressed. */
#define WAXSEAL_TYPE_REGISTERED_SECRET_ROW (waxseal_registered_secret_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRegisteredSecretRow,
                      waxseal_registered_secret_row,
                      WAXSEAL,
                      REGISTERED_SECRET_ROW,
                      AdwActionRow)

GtkWidget *waxseal_registered_secret_row_new (WaxsealRegisteredSecret *secret);

G_END_DECLS
