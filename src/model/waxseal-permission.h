/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PERMISSION (waxseal_permission_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPermission, waxseal_permission, WAXSEAL, PERMISSION, WaxsealRecord)

const char *waxseal_permission_describe (const char *name);

G_END_DECLS
