/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-enums.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ORGANIZATION_DIALOG (waxseal_organization_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOrganizationDialog,
                      waxseal_organization_dialog,
                      WAXSEAL,
                      ORGANIZATION_DIALOG,
                      AdwMessageDialog)

WaxsealOrganizationDialog *waxseal_organization_dialog_new (GtkWindow *parent);
void waxseal_organization_dialog_rename (WaxsealOrganizationDialog *self, const char *name);

char *waxseal_organization_dialog_dup_name (WaxsealOrganizationDialog *self);
WaxsealCloud waxseal_organization_dialog_get_cloud (WaxsealOrganizationDialog *self);

G_END_DECLS
