/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-window.h"

G_BEGIN_DECLS

void waxseal_take_over (WaxsealWindow *window, GFile *file);
void waxseal_take_over_choose (WaxsealWindow *window);

G_END_DECLS
