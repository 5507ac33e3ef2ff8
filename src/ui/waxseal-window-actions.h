/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-window.h"

G_BEGIN_DECLS

void waxseal_window_actions_install (GtkWidgetClass *widget_class);
void waxseal_window_actions_update (WaxsealWindow *self);
gboolean waxseal_window_actions_close_request (GtkWindow *window);

G_END_DECLS
