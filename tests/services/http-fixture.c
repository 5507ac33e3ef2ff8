/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "http-fixture.h"

#include <string.h>

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  HttpFixture *fixture = user_data;

  fixture->n_requests++;
  fixture->handle (fixture, message);
}

/* Returns the address, without a slash at the end. */
char *
http_fixture_listen (SoupServer *server, gboolean tls)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *address = NULL;
  GSList *uris;

  soup_server_listen_local (server,
                            0,
                            SOUP_SERVER_LISTEN_IPV4_ONLY | (tls ? SOUP_SERVER_LISTEN_HTTPS : 0),
                            &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (server);
  address = g_uri_to_string (uris->data);
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);
  address[strlen (address) - 1] = '\0';
  return g_steal_pointer (&address);
}

static void
free_stream (gpointer user_data)
{
  g_io_stream_close (user_data, NULL, NULL);
  g_object_unref (user_data);
}

void
http_fixture_set_up (HttpFixture *fixture, gconstpointer handle)
{
  fixture->server = soup_server_new (NULL, NULL);
  fixture->streams = g_ptr_array_new_with_free_func (free_stream);
  fixture->handle = (HttpHandler) handle;
  soup_server_add_handler (fixture->server, NULL, handle_cb, fixture, NULL);
  fixture->base = http_fixture_listen (fixture->server, FALSE);
  fixture->http = waxseal_http_new (TRUE);
  waxseal_http_set_pace (fixture->http, 0.001);
}

void
http_fixture_tear_down (HttpFixture *fixture, gconstpointer unused)
{
  g_clear_object (&fixture->http);
  g_clear_pointer (&fixture->streams, g_ptr_array_unref);
  soup_server_disconnect (fixture->server);
  g_clear_object (&fixture->server);
  g_free (fixture->base);
}

void
http_fixture_reply (SoupServerMessage *message, guint status, const char *json)
{
  soup_server_message_set_status (message, status, NULL);
  soup_server_message_set_response (
    message, "application/json", SOUP_MEMORY_COPY, json, strlen (json));
}

/* Takes the connection from libsoup, so that the reply can be as broken as is wanted; unless it is
 * to @close, it stays open until the end. */
void
http_fixture_reply_raw (HttpFixture *fixture,
                        SoupServerMessage *message,
                        const char *bytes,
                        gboolean close)
{
  GIOStream *stream = soup_server_message_steal_connection (message);
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (
    g_io_stream_get_output_stream (stream), bytes, strlen (bytes), NULL, NULL, &error);
  g_assert_no_error (error);
  if (close)
    free_stream (stream);
  else
    g_ptr_array_add (fixture->streams, stream);
}

WaxsealHttpRequest *
http_fixture_request (HttpFixture *fixture, const char *method, const char *path)
{
  g_autofree char *uri = g_strconcat (fixture->base, path, NULL);

  return waxseal_http_request_new (method, uri);
}

void
http_fixture_store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

WaxsealHttpReply *
http_fixture_send (WaxsealHttp *http,
                   WaxsealHttpRequest *request,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_http_send_async (http, request, cancellable, http_fixture_store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_http_send_finish (http, result, error);
}
