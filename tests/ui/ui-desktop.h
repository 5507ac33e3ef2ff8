/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What shows notifications, in the place of the user's own. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void ui_desktop_start (void);
void ui_desktop_clear (void);
guint ui_desktop_count_sent (void);
guint ui_desktop_count_shown (void);
GVariant *ui_desktop_get_one (void);

G_END_DECLS
