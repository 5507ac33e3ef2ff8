/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-icon-set.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ONLINE_GROUP (waxseal_online_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOnlineGroup,
                      waxseal_online_group,
                      WAXSEAL,
                      ONLINE_GROUP,
                      AdwPreferencesGroup)

void waxseal_online_group_set_practice (WaxsealOnlineGroup *self, gboolean practice);
void waxseal_online_group_show (WaxsealOnlineGroup *self, WaxsealManifestDocument *document);
void waxseal_online_group_fetch_icons (WaxsealOnlineGroup *self);
WaxsealIconSet *waxseal_online_group_get_icons (WaxsealOnlineGroup *self);

G_END_DECLS
