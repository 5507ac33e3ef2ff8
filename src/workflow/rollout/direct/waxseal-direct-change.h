/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-change.h"
#include "waxseal-direct-state.h"

G_BEGIN_DECLS

/* A change of the organisation's add-in that Exchange makes; read back by Get-App. */
#define WAXSEAL_TYPE_DIRECT_CHANGE (waxseal_direct_change_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectChange,
                      waxseal_direct_change,
                      WAXSEAL,
                      DIRECT_CHANGE,
                      WaxsealChange)

WaxsealChange *waxseal_direct_change_new (WaxsealTenantSession *session,
                                          const char *app_id,
                                          WaxsealExchangeCommand *command,
                                          const WaxsealDirectState *wanted,
                                          WaxsealDirectAspects aspects);

/* What Exchange said besides, a line each; "" where it said nothing. */
const char *waxseal_direct_change_get_warnings (WaxsealDirectChange *self);

WaxsealExchangeCommand *waxseal_direct_change_new_look (void);
JsonObject *
waxseal_direct_change_find_addin (WaxsealExchangeReply *reply, const char *app_id, GError **error);

G_END_DECLS
