/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_RECIPIENT (waxseal_recipient_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRecipient, waxseal_recipient, WAXSEAL, RECIPIENT, WaxsealRecord)

G_END_DECLS
