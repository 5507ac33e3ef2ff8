/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_HAND_OVER_DIALOG (waxseal_hand_over_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealHandOverDialog,
                      waxseal_hand_over_dialog,
                      WAXSEAL,
                      HAND_OVER_DIALOG,
                      AdwMessageDialog)

WaxsealHandOverDialog *waxseal_hand_over_dialog_new (GtkWindow *parent, const char *name);
char *waxseal_hand_over_dialog_dup_name (WaxsealHandOverDialog *self);

G_END_DECLS
