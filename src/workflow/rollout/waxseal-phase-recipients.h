/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waxseal-rollout-phase.h"

G_BEGIN_DECLS

guint waxseal_phase_recipients_add (WaxsealRolloutPhase *phase, GListModel *recipients);

G_END_DECLS
