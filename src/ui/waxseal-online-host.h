/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-online-check.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ONLINE_HOST (waxseal_online_host_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOnlineHost, waxseal_online_host, WAXSEAL, ONLINE_HOST, AdwExpanderRow)

WaxsealOnlineHost *waxseal_online_host_new (const char *host);
const char *waxseal_online_host_get_name (WaxsealOnlineHost *self);
void waxseal_online_host_add (WaxsealOnlineHost *self, const char *title, const char *address);
void waxseal_online_host_update (WaxsealOnlineHost *self,
                                 GPtrArray *addresses,
                                 WaxsealOnlineCheck *check);

G_END_DECLS
