/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SET_UP_ORIGIN (waxseal_set_up_origin_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSetUpOrigin,
                      waxseal_set_up_origin,
                      WAXSEAL,
                      SET_UP_ORIGIN,
                      WaxsealRecord)

G_END_DECLS
