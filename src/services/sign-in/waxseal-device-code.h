/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* Properties, all read-only: "user-code", "verification-uri" (texts), "expires" (gint64, monotonic
 * microseconds). The device code itself stays inside the sign-in. */
#define WAXSEAL_TYPE_DEVICE_CODE (waxseal_device_code_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDeviceCode, waxseal_device_code, WAXSEAL, DEVICE_CODE, GObject)

WaxsealDeviceCode *
waxseal_device_code_new (const char *user_code, const char *verification_uri, guint expires_in);

const char *waxseal_device_code_get_user_code (WaxsealDeviceCode *self);
const char *waxseal_device_code_get_verification_uri (WaxsealDeviceCode *self);
guint waxseal_device_code_get_seconds_left (WaxsealDeviceCode *self);

G_END_DECLS
