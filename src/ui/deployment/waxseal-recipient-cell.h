/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-recipient-words.h"

G_BEGIN_DECLS

/* Signal "remove" (WaxsealRecipient *): its button was pressed. */
#define WAXSEAL_TYPE_RECIPIENT_CELL (waxseal_recipient_cell_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRecipientCell, waxseal_recipient_cell, WAXSEAL, RECIPIENT_CELL, GtkBox)

void waxseal_recipient_cell_show (WaxsealRecipientCell *self,
                                  WaxsealRecipient *recipient,
                                  WaxsealRoad road);

G_END_DECLS
