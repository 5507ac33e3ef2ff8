/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_CODE_DIALOG (waxseal_code_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCodeDialog, waxseal_code_dialog, WAXSEAL, CODE_DIALOG, AdwWindow)

void
waxseal_code_dialog_present (GtkWindow *parent, WaxsealEntraDesk *desk, WaxsealDeviceCode *code);

G_END_DECLS
