/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ENTRA_APP (waxseal_entra_app_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealEntraApp, waxseal_entra_app, WAXSEAL, ENTRA_APP, WaxsealRecord)

G_END_DECLS
