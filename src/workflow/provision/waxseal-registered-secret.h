/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "waxseal-record.h"

G_BEGIN_DECLS

/*
 * A client secret as Graph lists it: never its value. Texts: "key-id" (the portal's "Secret ID"),
 * "description", "hint" (the first three characters), "starts" and "expires" (ISO 8601, UTC).
 * Flags: "held" (the keyring has its value), "current" (the organisation's record names it),
 * "orphan" (Waxseal made it, and its value is lost).
 */
#define WAXSEAL_TYPE_REGISTERED_SECRET (waxseal_registered_secret_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRegisteredSecret,
                      waxseal_registered_secret,
                      WAXSEAL,
                      REGISTERED_SECRET,
                      WaxsealRecord)

WaxsealRegisteredSecret *waxseal_registered_secret_new_from_json (JsonObject *credential);

gboolean waxseal_registered_secret_is_expired (WaxsealRegisteredSecret *self);
gboolean waxseal_registered_secret_is_usable (WaxsealRegisteredSecret *self);
gboolean waxseal_registered_secret_is_same_end (const char *a, const char *b);

G_END_DECLS
