/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-authorizer.h"
#include "waxseal-endpoints.h"
#include "waxseal-http.h"

G_BEGIN_DECLS

/** WaxsealGraphFlags: what is special about a call. */
typedef enum
{
  WAXSEAL_GRAPH_PLAIN = 0,
  WAXSEAL_GRAPH_FRESH = 1 << 0,    /* about an object made in this run: replication may lag */
  WAXSEAL_GRAPH_EVENTUAL = 1 << 1, /* an advanced query: ConsistencyLevel: eventual */
  WAXSEAL_GRAPH_READING = 1 << 2,  /* changes nothing, though its method could */
} WaxsealGraphFlags;

/*
 * Microsoft Graph v1.0. Paths are relative to /v1.0/ and already escaped. Signal "waiting"
 * (WaxsealHttpVerdict why, guint milliseconds) as of the request under way. Errors: those of
 * WaxsealHttp and of the authorizer, and WAXSEAL_ERROR_OBJECT_GONE, _CONFLICT, _REFUSED,
 * _ROLE_MISSING, _SECRET_LIFETIME, _SECRETS_BLOCKED, _TOO_MANY_SECRETS, _SERVICE_BUSY,
 * _SERVICE_FAILED, by a table; the details have Graph's code, message and request id. After a
 * write, _REPLY_LOST, _SERVICE_FAILED and being cancelled leave open what became of it; the others
 * do not.
 */
#define WAXSEAL_TYPE_GRAPH (waxseal_graph_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealGraph, waxseal_graph, WAXSEAL, GRAPH, GObject)

WaxsealGraph *
waxseal_graph_new (WaxsealHttp *http, WaxsealEndpoints *endpoints, WaxsealAuthorizer *authorizer);

void waxseal_graph_call_async (WaxsealGraph *self,
                               const char *method,
                               const char *path,
                               JsonNode *body,
                               const char *const *scopes,
                               WaxsealGraphFlags flags,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
WaxsealHttpReply *
waxseal_graph_call_finish (WaxsealGraph *self, GAsyncResult *result, GError **error);

/* Follows nextLink, on Graph's own host only, for at most @max_pages. */
void waxseal_graph_list_async (WaxsealGraph *self,
                               const char *path,
                               const char *const *scopes,
                               WaxsealGraphFlags flags,
                               guint max_pages,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
JsonArray *waxseal_graph_list_finish (WaxsealGraph *self,
                                      GAsyncResult *result,
                                      gboolean *complete,
                                      GError **error);

char *waxseal_graph_escape_literal (const char *text);
char *waxseal_graph_escape_search (const char *text);

G_END_DECLS
