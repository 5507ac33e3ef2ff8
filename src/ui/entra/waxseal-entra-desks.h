/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ENTRA_DESKS (waxseal_entra_desks_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealEntraDesks, waxseal_entra_desks, WAXSEAL, ENTRA_DESKS, GObject)

WaxsealEntraDesks *waxseal_entra_desks_new (GtkWidget *home);
WaxsealEntraDesk *waxseal_entra_desks_get (WaxsealEntraDesks *self,
                                           WaxsealOrganization *organization,
                                           WaxsealOrganizationStore *store,
                                           const char *practice_base);

G_END_DECLS
