/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "waxseal-error-code.h"

G_BEGIN_DECLS

/**
 * WaxsealAadstsRow:
 * @number: as in “AADSTS65001”
 * @code: what it comes to
 * @ends_session: whether the refresh token that was sent is of no use any more
 */
typedef struct
{
  guint number;
  WaxsealError code;
  gboolean ends_session;
} WaxsealAadstsRow;

const WaxsealAadstsRow *waxseal_aadsts_find (guint number);

GError *waxseal_aadsts_new_error (JsonObject *reply);
gboolean waxseal_aadsts_ends_session (JsonObject *reply);

GError *waxseal_aadsts_new_redirect_error (const char *error, const char *description);

G_END_DECLS
