/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A real, unlocked keyring on the bus of the tests, with a folder of its own. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _UiKeyring UiKeyring;

/* Skips the test, and returns NULL, where there is no gnome-keyring. */
UiKeyring *ui_keyring_start (void);
/* Ends it; @secret must not be readable in what it leaves behind. */
void ui_keyring_stop (UiKeyring *self, const char *secret);

gboolean ui_keyring_is_in_folder (const char *folder, const char *text);

G_END_DECLS
