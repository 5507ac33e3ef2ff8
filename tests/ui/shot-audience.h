/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of whom a phase reaches, and of a rollout by Exchange Online directly, on the practice
 * tenant. */
#pragma once

#include "ui-driver.h"

G_BEGIN_DECLS

void shot_audience_take (WaxsealWindow *window, const char *folder);

G_END_DECLS
