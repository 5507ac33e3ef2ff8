/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gstdio.h>
#include <string.h>

#include "practice-fixture.h"
#include "waxseal-json.h"

#define DISCOVERY "/v2.0/.well-known/openid-configuration"

static void
test_discovery (void)
{
  g_autoptr (Practice) practice = practice_new ();
  const char *base = waxseal_practice_server_get_base (practice->server);
  const char *names[] = {
    "/organizations", "/common", "/contoso-practice.example", "/CONTOSO-PRACTICE.example"
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat (names[i], DISCOVERY, NULL);
      g_autoptr (Reply) reply = practice_get (practice, path, NULL, NULL);
      g_autofree char *endpoint = g_strconcat (base, names[i], "/oauth2/v2.0/token", NULL);
      const char *keys = reply_get_text (reply, "jwks_uri");
      g_autoptr (Reply) jwks = practice_get (practice, keys + strlen (base), NULL, NULL);

      g_assert_cmpuint (reply->status, ==, 200);
      g_assert_cmpstr (reply_get_text (reply, "token_endpoint"), ==, endpoint);
      g_assert_nonnull (waxseal_json_get_array (reply_get_object (jwks), "keys"));
    }
}

static void
test_unknown_tenant (void)
{
  g_autoptr (Practice) practice = practice_new ();
  const char *names[] = { "/pending.example", "/nobody.example", "/consumers", "/%3Cscript%3E" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_strconcat (names[i], DISCOVERY, NULL);
      g_autoptr (Reply) reply = practice_get (practice, path, NULL, NULL);

      g_assert_cmpuint (reply->status, ==, 400);
      g_assert_cmpstr (reply_get_text (reply, "error"), ==, "invalid_request");
      g_assert_true (
        g_str_has_prefix (reply_get_text (reply, "error_description"), "AADSTS90002: "));
    }
}

/* What MSAL asks of a host that it does not know. */
static void
test_instance (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autofree char *path =
    g_strconcat ("/common/discovery/instance?api-version=1.1&authorization_endpoint=",
                 waxseal_practice_server_get_base (practice->server),
                 "/organizations/oauth2/v2.0/authorize",
                 NULL);
  g_autoptr (Reply) reply = practice_get (practice, path, NULL, NULL);
  g_autofree char *endpoint = g_strconcat (waxseal_practice_server_get_base (practice->server),
                                           "/organizations" DISCOVERY,
                                           NULL);

  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_cmpstr (reply_get_text (reply, "tenant_discovery_endpoint"), ==, endpoint);
}

static void
test_ids (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) reply = practice_get (practice,
                                          "/v1.0/nothing/of/this",
                                          "client-request-id",
                                          "9d7f0a55-0000-4000-8000-000000000001");
  JsonObject *error = waxseal_json_get_object (reply_get_object (reply), "error");
  JsonObject *inner = waxseal_json_get_object (error, "innerError");

  g_assert_cmpuint (reply->status, ==, 400);
  g_assert_cmpstr (waxseal_json_get_text (error, "code"), ==, "BadRequest");
  g_assert_cmpstr (waxseal_json_get_text (inner, "request-id"),
                   ==,
                   reply_get_header (reply, "request-id"));
  g_assert_cmpstr (waxseal_json_get_text (inner, "client-request-id"),
                   ==,
                   "9d7f0a55-0000-4000-8000-000000000001");
  g_assert_cmpstr (reply_get_header (reply, "client-request-id"),
                   ==,
                   "9d7f0a55-0000-4000-8000-000000000001");
  g_assert_nonnull (reply_get_header (reply, "Date"));
}

static void
test_strangers (void)
{
  g_autoptr (Practice) practice = practice_new ();
  const char *paths[] = { "/", "/beta/me", "/%ff", "/favicon.ico" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (Reply) reply = practice_get (practice, paths[i], NULL, NULL);

      g_test_message ("%s", paths[i]);
      g_assert_cmpuint (reply->status, ==, 404);
    }
}

/* A web page of another site must not reach it through a name that leads to loopback. */
static void
test_host (void)
{
  g_autoptr (Practice) practice = practice_new ();
  const char *path = "/common" DISCOVERY;
  g_autoptr (Reply) foreign = practice_get (practice, path, "Host", "evil.example");
  g_autoptr (Reply) tricky = practice_get (practice, path, "Host", "localhost@evil.example");
  g_autoptr (Reply) local = practice_get (practice, path, "Host", "localhost:99");

  g_assert_cmpuint (foreign->status, ==, 421);
  g_assert_cmpuint (tricky->status, ==, 421);
  g_assert_cmpuint (local->status, ==, 200);
  g_assert_true (
    g_str_has_prefix (reply_get_text (local, "token_endpoint"), "http://localhost:99/"));
}

static Reply *
send_bytes (Practice *practice, gsize size, gboolean chunked)
{
  SoupMessage *message = practice_message (practice, "POST", "/v1.0/applications");
  g_autofree char *data = g_strnfill (size, ' ');
  g_autoptr (GInputStream) stream = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);

  stream = g_memory_input_stream_new_from_bytes (bytes);
  soup_message_set_request_body (message, "application/json", stream, chunked ? -1 : (gssize) size);
  return practice_send (practice, message);
}

static void
test_big_body (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) big = send_bytes (practice, 5 * 1024 * 1024, TRUE);
  g_autoptr (Reply) small = send_bytes (practice, 1024, TRUE);
  g_autoptr (Reply) after = practice_get (practice, "/common" DISCOVERY, NULL, NULL);

  g_assert_cmpuint (big->status, ==, 413);
  g_assert_cmpuint (small->status, !=, 413);
  g_assert_cmpuint (after->status, ==, 200);
}

static void
test_both_addresses (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (GUri) base =
    g_uri_parse (waxseal_practice_server_get_base (practice->server), G_URI_FLAGS_NONE, NULL);
  g_autofree char *uri =
    g_strdup_printf ("http://[::1]:%d/common" DISCOVERY, g_uri_get_port (base));
  g_autoptr (SoupMessage) message = soup_message_new ("GET", uri);
  g_autoptr (GInetAddress) address = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV6);
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new (address, 0);
  g_autoptr (GSocket) socket =
    g_socket_new (G_SOCKET_FAMILY_IPV6, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP, NULL);
  g_autoptr (Reply) reply = NULL;

  if (socket == NULL || !g_socket_bind (socket, any, FALSE, NULL))
    {
      g_test_skip ("There is no IPv6 here.");
      return;
    }
  reply = practice_send (practice, g_steal_pointer (&message));
  g_assert_cmpuint (reply->status, ==, 200);
}

/* A port that is taken is an error, after which it can be started elsewhere. */
static void
test_start_and_stop (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (WaxsealPracticeServer) second = waxseal_practice_server_new (4);
  g_autoptr (GUri) base =
    g_uri_parse (waxseal_practice_server_get_base (practice->server), G_URI_FLAGS_NONE, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (waxseal_practice_server_start (second, g_uri_get_port (base), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_ADDRESS_IN_USE);
  g_assert_null (waxseal_practice_server_get_base (second));
  g_assert_true (waxseal_practice_server_start (second, 0, NULL));
  waxseal_practice_server_stop (second);
  waxseal_practice_server_stop (second);
  g_assert_null (waxseal_practice_server_get_base (second));
}

static void
test_damaged_state (void)
{
  g_autoptr (WaxsealPracticeServer) server = waxseal_practice_server_new (4);
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  int fd = g_file_open_tmp ("waxseal-state-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_close (fd, NULL);
  g_file_set_contents (path, "{ not JSON", -1, &error);
  g_assert_no_error (error);
  waxseal_practice_server_set_state_file (server, path);
  g_assert_false (waxseal_practice_server_start (server, 0, &error));
  g_assert_error (error, JSON_PARSER_ERROR, JSON_PARSER_ERROR_INVALID_BAREWORD);
  g_unlink (path);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/server/discovery", test_discovery);
  g_test_add_func ("/practice/server/unknown-tenant", test_unknown_tenant);
  g_test_add_func ("/practice/server/instance", test_instance);
  g_test_add_func ("/practice/server/ids", test_ids);
  g_test_add_func ("/practice/server/strangers", test_strangers);
  g_test_add_func ("/practice/server/host", test_host);
  g_test_add_func ("/practice/server/big-body", test_big_body);
  g_test_add_func ("/practice/server/both-addresses", test_both_addresses);
  g_test_add_func ("/practice/server/start-and-stop", test_start_and_stop);
  g_test_add_func ("/practice/server/damaged-state", test_damaged_state);
  return g_test_run ();
}
