/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SECRET_ROW (waxseal_secret_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSecretRow, waxseal_secret_row, WAXSEAL, SECRET_ROW, AdwActionRow)

void waxseal_secret_row_open (WaxsealSecretRow *self,
                              WaxsealOrganization *organization,
                              GCancellable *cancellable);

G_END_DECLS
