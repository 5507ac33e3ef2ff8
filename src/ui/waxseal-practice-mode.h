/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PRACTICE_MODE (waxseal_practice_mode_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPracticeMode, waxseal_practice_mode, WAXSEAL, PRACTICE_MODE, GObject)

WaxsealPracticeMode *waxseal_practice_mode_new (void);

void waxseal_practice_mode_start_async (WaxsealPracticeMode *self,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean waxseal_practice_mode_start_finish (WaxsealPracticeMode *self,
                                             GAsyncResult *result,
                                             GError **error);
const char *waxseal_practice_mode_get_base (WaxsealPracticeMode *self);

G_END_DECLS
