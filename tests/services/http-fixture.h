/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A server in the test's own process, over real sockets, and the HTTP service that talks to it. */
#pragma once

#include <libsoup/soup.h>

#include "waxseal-http.h"

G_BEGIN_DECLS

typedef struct _HttpFixture HttpFixture;
typedef void (*HttpHandler) (HttpFixture *fixture, SoupServerMessage *message);

struct _HttpFixture
{
  SoupServer *server;
  HttpHandler handle;
  gconstpointer data; /* the handler's */
  guint n_requests;
  GPtrArray *streams; /* kept open */
  char *base;
  WaxsealHttp *http;
};

void http_fixture_set_up (HttpFixture *fixture, gconstpointer handle);
void http_fixture_tear_down (HttpFixture *fixture, gconstpointer unused);
char *http_fixture_listen (SoupServer *server, gboolean tls);

void http_fixture_reply (SoupServerMessage *message, guint status, const char *json);
void http_fixture_reply_raw (HttpFixture *fixture,
                             SoupServerMessage *message,
                             const char *bytes,
                             gboolean close);

WaxsealHttpRequest *
http_fixture_request (HttpFixture *fixture, const char *method, const char *path);
WaxsealHttpReply *http_fixture_send (WaxsealHttp *http,
                                     WaxsealHttpRequest *request,
                                     GCancellable *cancellable,
                                     GError **error);
void http_fixture_store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data);

G_END_DECLS
