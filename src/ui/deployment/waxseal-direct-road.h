/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* Properties, all writable and nullable: "draft" (WaxsealManifestDraft, of the organisation),
 * "phase" (WaxsealRolloutPhase, one of its own), "desk" (WaxsealEntraDesk, of the organisation) and
 * "action" (int, WaxsealRolloutAction, what the plan is to be for). */
#define WAXSEAL_TYPE_DIRECT_ROAD (waxseal_direct_road_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectRoad, waxseal_direct_road, WAXSEAL, DIRECT_ROAD, GtkBox)

G_END_DECLS
