/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-visit-answer.h"

G_BEGIN_DECLS

/*
 * Sends no cookie, no credential and no referrer, keeps no connection, and asks once. It never
 * leads to this computer or into a private network, by whatever name, except in practice, where it
 * leads nowhere else. For use in the thread that made it.
 */
#define WAXSEAL_TYPE_HTTP_VISITOR (waxseal_http_visitor_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealHttpVisitor, waxseal_http_visitor, WAXSEAL, HTTP_VISITOR, GObject)

WaxsealHttpVisitor *waxseal_http_visitor_new (gboolean practice);
void waxseal_http_visitor_set_time_limit (WaxsealHttpVisitor *self, guint milliseconds);
gboolean waxseal_http_visitor_would_ask (WaxsealHttpVisitor *self, const char *address);

void waxseal_http_visitor_visit_async (WaxsealHttpVisitor *self,
                                       const char *address,
                                       gsize max_bytes,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
WaxsealVisitAnswer *
waxseal_http_visitor_visit_finish (WaxsealHttpVisitor *self, GAsyncResult *result, GError **error);

G_END_DECLS
