/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One sending of a request, with its redirects, and the reading of the reply. */
#pragma once

#include <libsoup/soup.h>

#include "waxseal-http-request.h"

G_BEGIN_DECLS

/**
 * WaxsealHttpRules:
 * @practice: whether plain HTTP to this computer is allowed
 * @patience: milliseconds without anything coming or going until the service counts as silent
 */
typedef struct
{
  gboolean practice;
  guint patience;
} WaxsealHttpRules;

void waxseal_http_transfer_async (SoupSession *session,
                                  WaxsealHttpRequest *request,
                                  const WaxsealHttpRules *rules,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
WaxsealHttpReply *
waxseal_http_transfer_finish (GAsyncResult *result, gboolean *repeat, GError **error);

G_END_DECLS
