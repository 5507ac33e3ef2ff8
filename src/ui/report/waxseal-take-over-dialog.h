/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-hand-over.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_TAKE_OVER_DIALOG (waxseal_take_over_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealTakeOverDialog,
                      waxseal_take_over_dialog,
                      WAXSEAL,
                      TAKE_OVER_DIALOG,
                      AdwMessageDialog)

WaxsealTakeOverDialog *
waxseal_take_over_dialog_new (GtkWindow *parent, WaxsealHandOver *hand_over, const char *name);
WaxsealHandOver *waxseal_take_over_dialog_get_hand_over (WaxsealTakeOverDialog *self);
char *waxseal_take_over_dialog_dup_name (WaxsealTakeOverDialog *self);

G_END_DECLS
