/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-entra-desk.h"

G_BEGIN_DECLS

/* Properties: "desk" (nullable). Signal "granted": the person is signed in, with the scopes. */
#define WAXSEAL_TYPE_ACCESS_GROUP (waxseal_access_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAccessGroup,
                      waxseal_access_group,
                      WAXSEAL,
                      ACCESS_GROUP,
                      AdwPreferencesGroup)

void waxseal_access_group_set_scopes (WaxsealAccessGroup *self, const char *const *scopes);
void waxseal_access_group_show_error (WaxsealAccessGroup *self, const GError *error);

gboolean waxseal_access_group_is_remedy (const GError *error);

G_END_DECLS
