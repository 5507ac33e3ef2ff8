/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign-in-fixture.h"

#include <string.h>

#define LOST 0

typedef struct
{
  guint status; /* or LOST */
  char *json;
} Answer;

static void
answer_free (gpointer data)
{
  Answer *answer = data;

  g_free (answer->json);
  g_free (answer);
}

/* What only the link knows: @NONCE@. */
static char *
fill_in (SignInFixture *fixture, const char *json)
{
  g_autoptr (GString) text = g_string_new (json);

  if (fixture->link != NULL && strstr (json, "@ID@") != NULL)
    {
      g_autofree char *payload =
        g_strdup_printf ("{\"nonce\":\"%s\",\"name\":\"Ann Admin\",\"tid\":\"" TENANT_ID
                         "\",\"preferred_username\":\"ann@contoso.example\"}",
                         (char *) g_hash_table_lookup (fixture->link, "nonce"));
      g_autofree char *encoded = g_base64_encode ((guchar *) payload, strlen (payload));

      g_strdelimit (encoded, "=", '\0');
      g_string_replace (text, "@ID@", encoded, 0);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static GHashTable *
read_fields (const char *text, gssize length)
{
  g_autoptr (GError) error = NULL;
  GHashTable *fields = g_uri_parse_params (text, length, "&", G_URI_PARAMS_WWW_FORM, &error);

  g_assert_no_error (error);
  return fields;
}

static void
serve_cb (SoupServer *server,
          SoupServerMessage *message,
          const char *path,
          GHashTable *query,
          gpointer user_data)
{
  SignInFixture *fixture = user_data;
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  const char *uri_query = g_uri_get_query (soup_server_message_get_uri (message));
  GHashTable *fields = read_fields (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  Answer *answer = g_queue_pop_head (&fixture->script);
  gint64 now = g_get_monotonic_time ();
  void (*requested) (gpointer fixture) = g_steal_pointer (&fixture->requested);

  g_assert_nonnull (answer);
  g_array_append_val (fixture->times, now);
  g_hash_table_insert (fields,
                       g_strdup (""),
                       g_strconcat (path, uri_query != NULL ? "?" : NULL, uri_query, NULL));
  g_ptr_array_add (fixture->requests, fields);
  if (requested != NULL)
    requested (fixture);
  if (answer->status == LOST)
    {
      g_autoptr (GIOStream) stream = soup_server_message_steal_connection (message);

      g_io_stream_close (stream, NULL, NULL);
    }
  else
    {
      g_autofree char *json = fill_in (fixture, answer->json);

      soup_server_message_set_status (message, answer->status, NULL);
      soup_server_message_set_response (
        message, "application/json", SOUP_MEMORY_COPY, json, strlen (json));
    }
  answer_free (answer);
}

static void
browsed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) page = NULL;

  page = soup_session_send_and_read_finish (SOUP_SESSION (source), result, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (page), >, 0);
}

static void
open_link_cb (SignInFixture *fixture, const char *link)
{
  g_autofree char *uri = NULL;
  g_autofree char *prefix = g_strconcat (fixture->base, "/", NULL);
  g_autoptr (SoupMessage) message = NULL;

  g_assert_true (g_str_has_prefix (link, prefix));
  g_clear_pointer (&fixture->link, g_hash_table_unref);
  fixture->link = read_fields (strchr (link, '?') + 1, -1);
  g_hash_table_insert (fixture->link,
                       g_strdup (""),
                       g_strndup (link + strlen (fixture->base),
                                  strchr (link, '?') - link - strlen (fixture->base)));
  fixture->n_links++;
  if (fixture->comes_back_with == NULL)
    return;
  uri = g_strdup_printf ("%s/?%s&state=%s",
                         (char *) g_hash_table_lookup (fixture->link, "redirect_uri"),
                         fixture->comes_back_with,
                         (char *) g_hash_table_lookup (fixture->link, "state"));
  message = soup_message_new ("GET", uri);
  soup_session_send_and_read_async (fixture->browser, message, 0, NULL, browsed_cb, NULL);
}

static void
not_kept_cb (SignInFixture *fixture)
{
  fixture->n_not_kept++;
}

/* As when Waxseal is started again. */
void
sign_in_fixture_renew_account (SignInFixture *fixture)
{
  g_autoptr (WaxsealEndpoints) endpoints = waxseal_endpoints_new_for_practice (fixture->base);

  if (fixture->account != NULL)
    g_assert_finalize_object (fixture->account);
  fixture->account =
    waxseal_account_new (fixture->http, endpoints, fixture->keyring, fixture->organization);
  g_signal_connect_swapped (fixture->account, "open-link", G_CALLBACK (open_link_cb), fixture);
  g_signal_connect_swapped (fixture->account,
                            "device-code",
                            G_CALLBACK (g_list_store_append),
                            fixture->codes);
  g_signal_connect_swapped (fixture->account, "not-kept", G_CALLBACK (not_kept_cb), fixture);
}

void
sign_in_fixture_set_up (SignInFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  GSList *uris;

  fixture->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (fixture->server, NULL, serve_cb, fixture, NULL);
  soup_server_listen_local (fixture->server, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (fixture->server);
  fixture->base = g_strdup_printf ("http://127.0.0.1:%d", g_uri_get_port (uris->data));
  g_slist_free_full (uris, (GDestroyNotify) g_uri_unref);

  fixture->browser = soup_session_new ();
  fixture->http = waxseal_http_new (TRUE);
  waxseal_http_set_pace (fixture->http, 0.001);
  fixture->organization = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  fixture->settings = waxseal_record_get_child (fixture->organization, "sign-in");
  waxseal_record_set_text (fixture->settings, "client-id", "22222222-2222-2222-2222-222222222222");
  fixture->cancellable = g_cancellable_new ();
  fixture->requests = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  fixture->codes = g_list_store_new (WAXSEAL_TYPE_DEVICE_CODE);
  fixture->comes_back_with = "code=" MARKER "-code";
  fixture->times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_queue_init (&fixture->script);
  sign_in_fixture_renew_account (fixture);
}

void
sign_in_fixture_set_up_with_keyring (SignInFixture *fixture, gconstpointer unused)
{
  fixture->keyring = waxseal_keyring_new ();
  sign_in_fixture_set_up (fixture, NULL);
  g_object_set (fixture->account, "stay-signed-in", TRUE, NULL);
}

void
sign_in_fixture_tear_down (SignInFixture *fixture, gconstpointer unused)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (g_queue_get_length (&fixture->script), ==, 0);
  g_assert_finalize_object (g_steal_pointer (&fixture->account));
  g_object_unref (fixture->http);
  g_object_unref (fixture->browser);
  soup_server_disconnect (fixture->server);
  g_object_unref (fixture->server);
  g_object_unref (fixture->organization);
  g_clear_object (&fixture->keyring);
  g_object_unref (fixture->cancellable);
  g_object_unref (fixture->codes);
  g_ptr_array_unref (fixture->requests);
  g_array_unref (fixture->times);
  g_clear_pointer (&fixture->link, g_hash_table_unref);
  g_free (fixture->base);
}

void
sign_in_fixture_script (SignInFixture *fixture, guint status, const char *json)
{
  Answer *answer = g_new0 (Answer, 1);

  answer->status = status;
  answer->json = g_strdup (json);
  g_queue_push_tail (&fixture->script, answer);
}

void
sign_in_fixture_script_refusal (SignInFixture *fixture, const char *error, guint number)
{
  g_autofree char *json = g_strdup_printf (
    "{\"error\":\"%s\",\"error_description\":\"AADSTS%u: No, Ann.\",\"error_codes\":[%u]}",
    error,
    number,
    number);

  sign_in_fixture_script (fixture, 400, json);
}

static char *
build_tokens (const char *name, int expires_in, const char *scope, const char *claims)
{
  g_autofree char *payload = g_base64_encode ((guchar *) claims, strlen (claims));

  payload[strcspn (payload, "=")] = '\0';
  return g_strdup_printf ("{\"token_type\":\"Bearer\",\"expires_in\":%d,\"scope\":\"%s\","
                          "\"access_token\":\"e30.%s." MARKER "-access-%s\","
                          "\"refresh_token\":\"" MARKER
                          "-refresh-%s\",\"id_token\":\"e30.@ID@." MARKER "\"}",
                          expires_in,
                          scope,
                          payload,
                          name,
                          name);
}

void
sign_in_fixture_script_tokens (SignInFixture *fixture,
                               const char *name,
                               int expires_in,
                               const char *scope)
{
  g_autofree char *json =
    build_tokens (name,
                  expires_in,
                  scope,
                  "{\"wids\":[\"158c047a-c907-4556-b7ef-446551a6b5f7\"],\"tid\":\"" TENANT_ID
                  "\",\"upn\":\"ann@contoso.example\"}");

  sign_in_fixture_script (fixture, 200, json);
}

void
sign_in_fixture_script_claims (SignInFixture *fixture, const char *name, const char *claims)
{
  g_autofree char *json = build_tokens (name, 3600, "", claims);

  sign_in_fixture_script (fixture, 200, json);
}

void
sign_in_fixture_script_code (SignInFixture *fixture, const char *user_code)
{
  g_autofree char *json =
    g_strdup_printf ("{\"device_code\":\"" MARKER "-device-%s\",\"user_code\":\"%s\","
                     "\"verification_uri\":\"http://localhost/devicelogin\","
                     "\"expires_in\":900,\"interval\":5,\"message\":\"Go there.\"}",
                     user_code,
                     user_code);

  sign_in_fixture_script (fixture, 200, json);
}

/* The request is taken, and the connection closed. */
void
sign_in_fixture_script_lost (SignInFixture *fixture)
{
  sign_in_fixture_script (fixture, LOST, NULL);
}

/* Of the request at @index; -1 is the last one. */
const char *
sign_in_fixture_get_field (SignInFixture *fixture, int index, const char *name)
{
  guint at = index < 0 ? fixture->requests->len + index : (guint) index;

  g_assert_cmpuint (at, <, fixture->requests->len);
  return g_hash_table_lookup (fixture->requests->pdata[at], name);
}

void
sign_in_fixture_assert_link (SignInFixture *fixture, const char *name, const char *text)
{
  g_assert_nonnull (fixture->link);
  g_assert_cmpstr (g_hash_table_lookup (fixture->link, name), ==, text);
}

void
sign_in_fixture_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

gboolean
sign_in_fixture_sign_in (SignInFixture *fixture,
                         WaxsealSignInWay way,
                         const char *scope,
                         GError **error)
{
  const char *scopes[] = { scope, NULL };
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_account_sign_in_async (
    fixture->account, way, scopes, fixture->cancellable, sign_in_fixture_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_account_sign_in_finish (fixture->account, result, error);
}

gboolean
sign_in_fixture_sign_out (SignInFixture *fixture, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_account_sign_out_async (fixture->account,
                                  fixture->cancellable,
                                  sign_in_fixture_result_cb,
                                  &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_account_sign_out_finish (fixture->account, result, error);
}

/* @resource: NULL for Graph. */
WaxsealToken *
sign_in_fixture_get_token (SignInFixture *fixture,
                           WaxsealAuthorizer *authorizer,
                           const char *resource,
                           const char *scope,
                           const char *claims,
                           gboolean fresh,
                           GError **error)
{
  const char *scopes[] = { scope, NULL };
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_authorizer_get_token_async (authorizer,
                                      resource != NULL ? resource : fixture->base,
                                      scopes,
                                      claims,
                                      fresh,
                                      fixture->cancellable,
                                      sign_in_fixture_result_cb,
                                      &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_authorizer_get_token_finish (authorizer, result, error);
}

void
sign_in_fixture_assert_token (WaxsealToken *token, const char *name)
{
  g_autofree char *end = g_strconcat ("." MARKER "-access-", name, NULL);

  g_assert_true (g_str_has_suffix (secret_value_get_text (waxseal_token_get_value (token)), end));
}
