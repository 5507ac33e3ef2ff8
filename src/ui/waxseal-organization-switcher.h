/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization-store.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ORGANIZATION_SWITCHER (waxseal_organization_switcher_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOrganizationSwitcher,
                      waxseal_organization_switcher,
                      WAXSEAL,
                      ORGANIZATION_SWITCHER,
                      AdwBin)

void waxseal_organization_switcher_set_store (WaxsealOrganizationSwitcher *self,
                                              WaxsealOrganizationStore *store);
void waxseal_organization_switcher_set_name (WaxsealOrganizationSwitcher *self,
                                             const char *name,
                                             gboolean practice);

G_END_DECLS
