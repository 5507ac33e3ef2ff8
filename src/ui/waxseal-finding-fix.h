/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-window.h"

G_BEGIN_DECLS

void waxseal_finding_fix (WaxsealWindow *window, GVariant *place);

G_END_DECLS
