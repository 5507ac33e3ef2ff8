/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ROLLOUT_EVENT (waxseal_rollout_event_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRolloutEvent,
                      waxseal_rollout_event,
                      WAXSEAL,
                      ROLLOUT_EVENT,
                      WaxsealRecord)

G_END_DECLS
