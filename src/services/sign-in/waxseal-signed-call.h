/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-authorizer.h"
#include "waxseal-http.h"

G_BEGIN_DECLS

/* Whether @reply means that the token is out of date, and that nothing was done. */
typedef gboolean (*WaxsealSignedCallIsStale) (WaxsealHttpReply *reply);

/*
 * A request with a token. Where the token is refused, one more is asked for, with the claims that
 * the service misses (continuous access evaluation; microsoft.md, 2.7). Errors: those of
 * WaxsealHttp and of the authorizer; a reply of any status is a success here.
 */
void waxseal_signed_call_async (WaxsealHttp *http,
                                WaxsealAuthorizer *authorizer,
                                WaxsealHttpRequest *request,
                                const char *resource,
                                const char *const *scopes,
                                WaxsealSignedCallIsStale is_stale,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data);
WaxsealHttpReply *waxseal_signed_call_finish (GAsyncResult *result, GError **error);

gboolean waxseal_signed_call_is_unauthorized (WaxsealHttpReply *reply);

G_END_DECLS
