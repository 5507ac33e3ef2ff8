/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_CRES_ACCOUNT (waxseal_cres_account_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCresAccount,
                      waxseal_cres_account,
                      WAXSEAL,
                      CRES_ACCOUNT,
                      WaxsealRecord)

G_END_DECLS
