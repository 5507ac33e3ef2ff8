/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-mail-domain.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_FLAG_DIALOG (waxseal_flag_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealFlagDialog, waxseal_flag_dialog, WAXSEAL, FLAG_DIALOG, AdwWindow)

WaxsealFlagDialog *
waxseal_flag_dialog_new (GtkWindow *parent, WaxsealMailDomain *domain, GListModel *domains);

G_END_DECLS
