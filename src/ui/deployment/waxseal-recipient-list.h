/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-rollout-enums.h"

G_BEGIN_DECLS

/* Signal "remove" (GHashTable *, a set of WaxsealRecipient): wants them gone. */
#define WAXSEAL_TYPE_RECIPIENT_LIST (waxseal_recipient_list_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRecipientList, waxseal_recipient_list, WAXSEAL, RECIPIENT_LIST, AdwBin)

void waxseal_recipient_list_show (WaxsealRecipientList *self, GListModel *recipients);
void waxseal_recipient_list_set_road (WaxsealRecipientList *self, WaxsealRoad road);

G_END_DECLS
