/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Signal "tick": time has passed, and what follows from it may be another. */
#define WAXSEAL_TYPE_ROLLOUT_CLOCK (waxseal_rollout_clock_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRolloutClock, waxseal_rollout_clock, WAXSEAL, ROLLOUT_CLOCK, GObject)

WaxsealRolloutClock *waxseal_rollout_clock_new (void);

void waxseal_rollout_clock_start (WaxsealRolloutClock *self, GListModel *phases);
void waxseal_rollout_clock_stop (WaxsealRolloutClock *self);
gboolean waxseal_rollout_clock_is_running (WaxsealRolloutClock *self);

G_END_DECLS
