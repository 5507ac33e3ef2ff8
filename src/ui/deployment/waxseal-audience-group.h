/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Properties, all writable and nullable: "organization" (WaxsealOrganization), "phase"
 * (WaxsealRolloutPhase, one of its own), "desk" (WaxsealEntraDesk, where the directory is). */
#define WAXSEAL_TYPE_AUDIENCE_GROUP (waxseal_audience_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAudienceGroup,
                      waxseal_audience_group,
                      WAXSEAL,
                      AUDIENCE_GROUP,
                      AdwPreferencesGroup)

G_END_DECLS
