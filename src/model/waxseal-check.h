/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_CHECK (waxseal_check_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCheck, waxseal_check, WAXSEAL, CHECK, WaxsealRecord)

G_END_DECLS
