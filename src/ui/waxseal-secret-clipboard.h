/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gdk/gdk.h>
#include <libsecret/secret.h>

G_BEGIN_DECLS

/* How long a secret stays on the clipboard (design.md, principle 4). */
#define WAXSEAL_SECRET_CLIPBOARD_SECONDS 45

/* Property "seconds-left" (guint, read-only, notified): until it is cleared; 0 where it is not
 * ours. */
#define WAXSEAL_TYPE_SECRET_CLIPBOARD (waxseal_secret_clipboard_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSecretClipboard,
                      waxseal_secret_clipboard,
                      WAXSEAL,
                      SECRET_CLIPBOARD,
                      GObject)

WaxsealSecretClipboard *waxseal_secret_clipboard_new (GdkClipboard *clipboard);
void waxseal_secret_clipboard_copy (WaxsealSecretClipboard *self, SecretValue *value);
void waxseal_secret_clipboard_clear (WaxsealSecretClipboard *self);
guint waxseal_secret_clipboard_get_seconds_left (WaxsealSecretClipboard *self);

G_END_DECLS
