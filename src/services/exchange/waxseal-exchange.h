/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-authorizer.h"
#include "waxseal-endpoints.h"
#include "waxseal-exchange-command.h"
#include "waxseal-exchange-reply.h"
#include "waxseal-http.h"

G_BEGIN_DECLS

/*
 * Exchange Online, as its PowerShell module speaks to it: an interface that Microsoft does not
 * publish (microsoft.md, 3.2). Only the cmdlets and parameters of waxseal-exchange-cmdlet.c are
 * ever sent. Signal "waiting" (WaxsealHttpVerdict why, guint milliseconds) as of the request under
 * way. Errors: those of WaxsealHttp and of the authorizer, and WAXSEAL_ERROR_EXCHANGE_ROLE,
 * _EXCHANGE_REFUSED, _CONFLICT, _SERVICE_BUSY, _SERVICE_FAILED; the details have the whole of what
 * the service said. After a write, _REPLY_LOST, _BAD_REPLY, _SERVICE_FAILED and being cancelled
 * leave open what became of it.
 */
#define WAXSEAL_TYPE_EXCHANGE (waxseal_exchange_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealExchange, waxseal_exchange, WAXSEAL, EXCHANGE, GObject)

WaxsealExchange *waxseal_exchange_new (WaxsealHttp *http,
                                       WaxsealEndpoints *endpoints,
                                       WaxsealAuthorizer *authorizer);
/* How the bytes of a file are sent; as base64, if this is not called. */
void waxseal_exchange_set_byte_form (WaxsealExchange *self, WaxsealExchangeByteForm form);

void waxseal_exchange_call_async (WaxsealExchange *self,
                                  WaxsealExchangeCommand *command,
                                  const char *const *scopes,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
WaxsealExchangeReply *
waxseal_exchange_call_finish (WaxsealExchange *self, GAsyncResult *result, GError **error);

G_END_DECLS
