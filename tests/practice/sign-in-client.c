/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "sign-in-client.h"

#include <string.h>

#include "waxseal-json.h"

char *
sign_in_read_location (Reply *reply, const char *name)
{
  const char *location = reply_get_header (reply, "Location");
  g_autoptr (GUri) uri = NULL;
  g_autoptr (GHashTable) fields = NULL;

  g_assert_cmpuint (reply->status, ==, 302);
  uri = g_uri_parse (location, SOUP_HTTP_URI_FLAGS, NULL);
  g_assert_nonnull (uri);
  fields = soup_form_decode (g_uri_get_query (uri));
  return g_strdup (g_hash_table_lookup (fields, name));
}

char *
sign_in_make_path (const char *name, const char *value, const char *scope)
{
  const char *fields[][2] = {
    { "client_id", GRAPH_CLI },
    { "response_type", "code" },
    { "redirect_uri", REDIRECT },
    { "response_mode", "query" },
    { "scope", scope != NULL ? scope : ADMIN },
    { "state", "a&b=c" },
    { "nonce", "n-1" },
    { "code_challenge", CHALLENGE },
    { "code_challenge_method", "S256" },
  };
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *query = NULL;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (fields); i++)
    g_hash_table_insert (table, (gpointer) fields[i][0], (gpointer) fields[i][1]);
  if (name != NULL && value == NULL)
    g_hash_table_remove (table, name);
  else if (name != NULL)
    g_hash_table_insert (table, (gpointer) name, (gpointer) value);
  query = soup_form_encode_hash (table);
  return g_strconcat (AUTHORIZE "?", query, NULL);
}

Reply *
sign_in_follow (Practice *practice, const char *person, const char *scope)
{
  g_autofree char *path = sign_in_make_path ("person", person, scope);
  Reply *reply = practice_get (practice, path, NULL, NULL);

  if (reply->status == 200 && strstr (reply->text, "value=\"accept\"") != NULL)
    {
      g_autofree char *consented = g_strconcat (path, "&answer=accept", NULL);

      reply_free (reply);
      reply = practice_get (practice, consented, NULL, NULL);
    }
  return reply;
}

char *
sign_in_get_code (Practice *practice, const char *person, const char *scope)
{
  g_autoptr (Reply) reply = sign_in_follow (practice, person, scope);
  char *code = sign_in_read_location (reply, "code");

  g_assert_nonnull (code);
  return code;
}

Reply *
sign_in_redeem (Practice *practice, const char *code)
{
  return practice_post (practice,
                        TOKEN,
                        "client_id",
                        GRAPH_CLI,
                        "grant_type",
                        "authorization_code",
                        "code",
                        code,
                        "redirect_uri",
                        REDIRECT,
                        "code_verifier",
                        VERIFIER,
                        NULL);
}

Reply *
sign_in_tokens (Practice *practice, const char *person, const char *scope)
{
  g_autofree char *code = sign_in_get_code (practice, person, scope);
  Reply *reply = sign_in_redeem (practice, code);

  g_assert_cmpuint (reply->status, ==, 200);
  return reply;
}

Reply *
sign_in_call (Practice *practice,
              const char *token,
              const char *method,
              const char *path,
              const char *json)
{
  SoupMessage *message = practice_message (practice, method, path);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);
  g_autofree char *bearer = g_strconcat ("Bearer ", token, NULL);
  g_autoptr (GBytes) bytes = json != NULL ? g_bytes_new (json, strlen (json)) : NULL;

  soup_message_headers_replace (headers, "X-Waxseal-Practice", "1");
  if (token != NULL)
    soup_message_headers_replace (headers, "Authorization", bearer);
  if (bytes != NULL)
    soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  return practice_send (practice, message);
}

void
sign_in_set_clock (Practice *practice, int seconds)
{
  g_autofree char *script =
    g_strdup_printf ("[{\"on\":\"*\",\"times\":-1,\"fault\":\"clock-skew\",\"seconds\":%d}]",
                     seconds);
  g_autoptr (Reply) reply = sign_in_call (practice, NULL, "POST", "/practice/faults", script);

  g_assert_cmpuint (reply->status, ==, 200);
}

JsonObject *
sign_in_read_claims (const char *token)
{
  g_auto (GStrv) parts = g_strsplit (token, ".", -1);
  g_autofree char *padded = NULL;
  g_autofree guchar *json = NULL;
  g_autoptr (JsonParser) parser = json_parser_new ();
  gsize size;

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  padded = g_strconcat (parts[1], "===", NULL);
  padded[strlen (parts[1]) + (4 - strlen (parts[1]) % 4) % 4] = '\0';
  g_strdelimit (padded, "-", '+');
  g_strdelimit (padded, "_", '/');
  json = g_base64_decode (padded, &size);
  g_assert_true (json_parser_load_from_data (parser, (char *) json, size, NULL));
  return json_object_ref (json_node_get_object (json_parser_get_root (parser)));
}

void
sign_in_assert_error (Reply *reply, guint status, const char *error, guint number)
{
  JsonArray *codes = waxseal_json_get_array (reply_get_object (reply), "error_codes");
  g_autofree char *prefix = g_strdup_printf ("AADSTS%u: ", number);

  g_assert_cmpuint (reply->status, ==, status);
  g_assert_cmpstr (reply_get_text (reply, "error"), ==, error);
  g_assert_cmpint (json_array_get_int_element (codes, 0), ==, number);
  g_assert_true (g_str_has_prefix (reply_get_text (reply, "error_description"), prefix));
  g_assert_cmpstr (reply_get_text (reply, "trace_id"), ==, reply_get_header (reply, "request-id"));
  g_assert_cmpstr (reply_get_text (reply, "correlation_id"), !=, "");
  g_assert_cmpstr (reply_get_text (reply, "timestamp"), !=, "");
}
