/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* What a cmdlet gave, of all pages; counted. Warnings can be all that it gave. */
typedef struct _WaxsealExchangeReply WaxsealExchangeReply;

#define WAXSEAL_TYPE_EXCHANGE_REPLY (waxseal_exchange_reply_get_type ())
GType waxseal_exchange_reply_get_type (void);

WaxsealExchangeReply *waxseal_exchange_reply_new (void);
WaxsealExchangeReply *waxseal_exchange_reply_ref (WaxsealExchangeReply *self);
void waxseal_exchange_reply_unref (WaxsealExchangeReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealExchangeReply, waxseal_exchange_reply_unref)

/* Of one page more; @request_id stays that of the first. */
void waxseal_exchange_reply_add_page (WaxsealExchangeReply *self,
                                      JsonObject *page,
                                      const char *request_id);

JsonArray *waxseal_exchange_reply_get_items (WaxsealExchangeReply *self);
const char *const *waxseal_exchange_reply_get_warnings (WaxsealExchangeReply *self);
const char *waxseal_exchange_reply_get_request_id (WaxsealExchangeReply *self);

G_END_DECLS
