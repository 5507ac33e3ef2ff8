/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-http-request.h"

G_BEGIN_DECLS

/** WaxsealHttpWaits: how often a request has been sent again, and why; zeroed at first. */
typedef struct
{
  guint n_waits[WAXSEAL_HTTP_FAILED + 1];
  guint lagged; /* milliseconds */
} WaxsealHttpWaits;

int waxseal_http_waits_next (WaxsealHttpWaits *self,
                             WaxsealHttpVerdict why,
                             const char *retry_after,
                             const char *date);

G_END_DECLS
