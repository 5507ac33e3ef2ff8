/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "http-fixture.h"
#include "waxseal-error.h"
#include "waxseal-json.h"

#define SECRET "s3cr~t.V_lue/+="

static WaxsealHttpReply *
send (HttpFixture *fixture, WaxsealHttpRequest *request)
{
  g_autoptr (GError) error = NULL;
  WaxsealHttpReply *reply = http_fixture_send (fixture->http, request, NULL, &error);

  g_assert_no_error (error);
  return reply;
}

static const char *
get_sent_header (SoupServerMessage *message, const char *name)
{
  return soup_message_headers_get_one (soup_server_message_get_request_headers (message), name);
}

static gboolean
has_sent_body (SoupServerMessage *message, const char *text)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);

  return g_bytes_get_size (bytes) == strlen (text) &&
         memcmp (g_bytes_get_data (bytes, NULL), text, strlen (text)) == 0;
}

static void
handle_json (HttpFixture *fixture, SoupServerMessage *message)
{
  static char *last_id;

  g_assert_cmpstr (soup_server_message_get_method (message), ==, "PATCH");
  g_assert_cmpstr (get_sent_header (message, "Content-Type"), ==, "application/json");
  g_assert_cmpstr (get_sent_header (message, "Accept"), ==, "application/json");
  g_assert_cmpstr (get_sent_header (message, "ConsistencyLevel"), ==, "eventual");
  g_assert_cmpstr (get_sent_header (message, "Authorization"), ==, "Bearer " SECRET);
  g_assert_true (g_str_has_prefix (get_sent_header (message, "User-Agent"), "Waxseal/"));
  g_assert_true (g_uuid_string_is_valid (get_sent_header (message, "client-request-id")));
  g_assert_cmpstr (get_sent_header (message, "client-request-id"), !=, last_id);
  g_free (last_id);
  last_id = g_strdup (get_sent_header (message, "client-request-id"));
  g_assert_true (has_sent_body (message, "{\"name\":\"封\"}"));

  soup_message_headers_append (soup_server_message_get_response_headers (message),
                               "request-id",
                               "of the service");
  if (fixture->n_requests < 3)
    http_fixture_reply (message, 429, "{}");
  else
    http_fixture_reply (message, 200, "{\"answer\":[1,\"二\"]}");
  if (fixture->n_requests == 3)
    g_clear_pointer (&last_id, g_free);
}

static void
test_json (HttpFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealHttpRequest) request = http_fixture_request (fixture, "PATCH", "/a?b=c");
  g_autoptr (JsonNode) body = json_from_string ("{\"name\":\"封\"}", NULL);
  g_autoptr (SecretValue) token = secret_value_new (SECRET, -1, "text/plain");
  g_autoptr (WaxsealHttpReply) reply = NULL;
  JsonArray *answer;

  waxseal_http_request_set_json (request, body);
  waxseal_http_request_set_bearer (request, token);
  waxseal_http_request_set_header (request, "ConsistencyLevel", "eventual");
  reply = send (fixture, request);
  g_assert_cmpuint (fixture->n_requests, ==, 3);
  g_assert_cmpuint (waxseal_http_reply_get_status (reply), ==, 200);
  answer = waxseal_json_get_array (waxseal_http_reply_get_object (reply), "answer");
  g_assert_cmpuint (json_array_get_length (answer), ==, 2);
  g_assert_cmpstr (waxseal_http_reply_get_request_id (reply), ==, "of the service");
  g_assert_cmpstr (waxseal_http_reply_get_header (reply, "Content-Type"), ==, "application/json");
  g_assert_null (waxseal_http_reply_get_header (reply, "Retry-After"));
}

static void
handle_no_body (HttpFixture *fixture, SoupServerMessage *message)
{
  soup_server_message_set_status (message, 204, NULL);
}

static void
test_no_body (HttpFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealHttpRequest) request = http_fixture_request (fixture, "DELETE", "/");
  g_autoptr (WaxsealHttpReply) reply = send (fixture, request);

  g_assert_cmpuint (waxseal_http_reply_get_status (reply), ==, 204);
  g_assert_null (waxseal_http_reply_get_json (reply));
  g_assert_null (waxseal_http_reply_get_object (reply));
}

static void
handle_form (HttpFixture *fixture, SoupServerMessage *message)
{
  g_assert_cmpstr (get_sent_header (message, "Content-Type"),
                   ==,
                   "application/x-www-form-urlencoded");
  g_assert_true (has_sent_body (message,
                                "grant_type=client_credentials&scope=https%3A%2F%2Fx%2F.default%20a"
                                "&client_secret=s3cr~t.V_lue%2F%2B%3D"));
  http_fixture_reply (message,
                      fixture->n_requests == 1 ? 429 : 200,
                      "{\"access_token\":\"a\\u0062\\n\\\"\\ud83d\\ude00\",\"other\":"
                      "{\"access_tok\\u0065n\": null, \"refresh_token\" : \"" SECRET "\"},"
                      "\"text\":\"access_token\",\"access_token2\":\"kept\"}");
}

static char *
take_text (WaxsealHttpReply *reply, const char *member)
{
  SecretValue *value = waxseal_http_reply_take_secret (reply, member);
  char *text = g_strdup (value != NULL ? secret_value_get_text (value) : NULL);

  g_clear_pointer (&value, secret_value_unref);
  return text;
}

static void
test_secrets (HttpFixture *fixture, gconstpointer unused)
{
  const char *const members[] = { "access_token", "refresh_token", "id_token", NULL };
  g_autoptr (WaxsealHttpRequest) request = http_fixture_request (fixture, "POST", "/token");
  g_autoptr (SecretValue) secret = secret_value_new (SECRET, -1, "text/plain");
  g_autoptr (WaxsealHttpReply) reply = NULL;
  g_autofree char *access = NULL, *refresh = NULL, *id = NULL, *again = NULL, *json = NULL;

  waxseal_http_request_add_field (request, "grant_type", "client_credentials");
  waxseal_http_request_add_field (request, "scope", "https://x/.default a");
  waxseal_http_request_add_secret_field (request, "client_secret", secret);
  waxseal_http_request_set_secret_members (request, members);
  reply = send (fixture, request);
  g_assert_cmpuint (fixture->n_requests, ==, 2);

  json = json_to_string (waxseal_http_reply_get_json (reply), FALSE);
  g_assert_cmpstr (json,
                   ==,
                   "{\"access_token\":\"\",\"other\":{\"access_token\":null,\"refresh_token\":\"\"}"
                   ",\"text\":\"access_token\",\"access_token2\":\"kept\"}");
  access = take_text (reply, "access_token");
  g_assert_cmpstr (access, ==, "ab\n\"😀");
  refresh = take_text (reply, "refresh_token");
  g_assert_cmpstr (refresh, ==, SECRET);
  id = take_text (reply, "id_token");
  g_assert_null (id);
  again = take_text (reply, "access_token");
  g_assert_null (again);
}

static void
handle_refusal (HttpFixture *fixture, SoupServerMessage *message)
{
  soup_message_headers_append (soup_server_message_get_response_headers (message),
                               "request-id",
                               "header");
  http_fixture_reply (message, 400, fixture->data);
}

static void
test_describe (HttpFixture *fixture, gconstpointer unused)
{
  const struct
  {
    const char *json;
    const char *start;
  } rows[] = {
    { "{\"error\":{\"code\":\"Bad\",\"message\":\"No.\",\"innererror\":{\"date\":\"now\"}}}",
      "Bad: No.\nrequest-id header\nclient-request-id " },
    { "{\"error\":\"invalid_grant\",\"error_description\":\"AADSTS70008: x\"}",
      "invalid_grant: AADSTS70008: x\nrequest-id header\nclient-request-id " },
    { "[]", "HTTP 400\nrequest-id header\nclient-request-id " },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (WaxsealHttpRequest) request = http_fixture_request (fixture, "GET", "/");
      g_autoptr (WaxsealHttpReply) reply = NULL;
      g_autofree char *details = NULL;

      fixture->data = rows[i].json;
      reply = send (fixture, request);
      details = waxseal_http_reply_describe (reply);
      g_assert_true (g_str_has_prefix (details, rows[i].start));
      g_assert_nonnull (strstr (details, "\ndate "));
      g_assert_cmpint (strstr (details, "\ndate now") != NULL, ==, i == 0);
    }
}

typedef struct
{
  WaxsealHttpVerdict why;
  guint milliseconds;
  guint n_emitted;
} Waiting;

static void
waiting_cb (WaxsealHttpRequest *request, int why, guint milliseconds, gpointer user_data)
{
  Waiting *waiting = user_data;

  waiting->why = why;
  waiting->milliseconds = milliseconds;
  waiting->n_emitted++;
}

static void
handle_retry_after (HttpFixture *fixture, SoupServerMessage *message)
{
  soup_message_headers_append (soup_server_message_get_response_headers (message),
                               "Retry-After",
                               fixture->data);
  http_fixture_reply (message, fixture->n_requests == 1 ? 429 : 200, "{}");
}

static void
test_retry_after (HttpFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealHttpRequest) request = http_fixture_request (fixture, "POST", "/");
  g_autoptr (WaxsealHttpReply) reply = NULL;
  Waiting waiting = { 0 };

  fixture->data = "120";
  waxseal_http_set_pace (fixture->http, 0.0005);
  g_signal_connect (request, "waiting", G_CALLBACK (waiting_cb), &waiting);
  reply = send (fixture, request);
  g_assert_cmpuint (waxseal_http_reply_get_status (reply), ==, 200);
  g_assert_cmpint (waiting.why, ==, WAXSEAL_HTTP_BUSY);
  g_assert_cmpuint (waiting.milliseconds, ==, 60);
  g_assert_cmpuint (waiting.n_emitted, ==, 1);
}

static void
test_retry_after_too_long (HttpFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealHttpRequest) request = http_fixture_request (fixture, "GET", "/");
  g_autoptr (WaxsealHttpReply) reply = NULL;

  fixture->data = "301";
  reply = send (fixture, request);
  g_assert_cmpuint (waxseal_http_reply_get_status (reply), ==, 429);
  g_assert_cmpuint (fixture->n_requests, ==, 1);
}

static WaxsealHttpVerdict
judge_lagging (WaxsealHttpReply *reply, gpointer user_data)
{
  return waxseal_http_reply_get_status (reply) == 404 ? WAXSEAL_HTTP_LAGGING : WAXSEAL_HTTP_DONE;
}

static void
handle_lag (HttpFixture *fixture, SoupServerMessage *message)
{
  http_fixture_reply (message, 404, "{}");
}

/* 0.5, 1, 2, 4, 8, five times 16, and the 8.5 seconds that are left of two minutes; a write too. */
static void
test_lag (HttpFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealHttpRequest) request = http_fixture_request (fixture, "POST", "/");
  g_autoptr (WaxsealHttpReply) reply = NULL;
  Waiting waiting = { 0 };

  waxseal_http_request_set_judge (request, judge_lagging, NULL, NULL);
  g_signal_connect (request, "waiting", G_CALLBACK (waiting_cb), &waiting);
  reply = send (fixture, request);
  g_assert_cmpuint (waxseal_http_reply_get_status (reply), ==, 404);
  g_assert_cmpint (waiting.why, ==, WAXSEAL_HTTP_LAGGING);
  g_assert_cmpuint (fixture->n_requests, ==, 13);
  g_assert_cmpuint (waiting.n_emitted, ==, 12);
}

static void
cancel_waiting_cb (WaxsealHttpRequest *request, int why, guint milliseconds, gpointer user_data)
{
  g_cancellable_cancel (user_data);
}

/* The wait would be minutes. */
static void
test_cancel_while_waiting (HttpFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealHttpRequest) request = http_fixture_request (fixture, "GET", "/");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  fixture->data = "300";
  waxseal_http_set_pace (fixture->http, 1);
  g_signal_connect (request, "waiting", G_CALLBACK (cancel_waiting_cb), cancellable);
  g_assert_null (http_fixture_send (fixture->http, request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->n_requests, ==, 1);
}

static void
handle_cancel (HttpFixture *fixture, SoupServerMessage *message)
{
  g_cancellable_cancel ((GCancellable *) fixture->data);
  http_fixture_reply_raw (fixture, message, "", FALSE);
}

static void
test_cancel_while_sending (HttpFixture *fixture, gconstpointer unused)
{
  const char *methods[] = { "GET", "POST" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (WaxsealHttpRequest) request = http_fixture_request (fixture, methods[i], "/");
      g_autoptr (GCancellable) cancellable = g_cancellable_new ();
      g_autoptr (GError) error = NULL;

      fixture->data = cancellable;
      g_assert_null (http_fixture_send (fixture->http, request, cancellable, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (fixture->n_requests, ==, i + 1);
    }
}

static void
test_cancelled_before (HttpFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealHttpRequest) request = http_fixture_request (fixture, "GET", "/");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (http_fixture_send (fixture->http, request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (fixture->n_requests, ==, 0);
}

static void
handle_endless (HttpFixture *fixture, SoupServerMessage *message)
{
  gsize length = 33 * 1024 * 1024;
  char *body = g_malloc (length);

  memset (body, ' ', length);
  soup_server_message_set_status (message, 200, NULL);
  soup_server_message_set_response (message, "application/json", SOUP_MEMORY_TAKE, body, length);
}

static void
test_endless_body (HttpFixture *fixture, gconstpointer unused)
{
  g_autoptr (WaxsealHttpRequest) request = http_fixture_request (fixture, "GET", "/");
  g_autoptr (GError) error = NULL;

  g_assert_null (http_fixture_send (fixture->http, request, NULL, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_BAD_REPLY);
  g_assert_cmpuint (fixture->n_requests, ==, 1);
}

static GLogWriterOutput
keep_log_cb (GLogLevelFlags level, const GLogField *fields, gsize n_fields, gpointer user_data)
{
  for (gsize i = 0; i < n_fields; i++)
    if (fields[i].length < 0)
      g_string_append_printf (user_data, "%s=%s\n", fields[i].key, (const char *) fields[i].value);
  return G_LOG_WRITER_HANDLED;
}

static void
handle_log (HttpFixture *fixture, SoupServerMessage *message)
{
  http_fixture_reply (message, 403, "{\"secretText\":\"" SECRET "\",\"a\":\"body-of-reply\"}");
}

/* The log is the process's: in one of its own. */
static void
test_log (void)
{
  const char *const members[] = { "secretText", NULL };
  const char *const kept_out[] = { SECRET, "query-of-it", "header-of-it", "body-of", "Bearer" };
  g_autoptr (SecretValue) secret = secret_value_new (SECRET, -1, "text/plain");
  g_autoptr (GString) log = g_string_new (NULL);
  g_autoptr (WaxsealHttpRequest) request = NULL;
  g_autoptr (WaxsealHttpReply) reply = NULL;
  HttpFixture fixture = { 0 };

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }
  g_log_set_writer_func (keep_log_cb, log, NULL);
  g_log_set_debug_enabled (TRUE);
  http_fixture_set_up (&fixture, handle_log);
  request = http_fixture_request (&fixture, "POST", "/path-of-it?a=query-of-it");
  waxseal_http_request_set_header (request, "Prefer", "header-of-it");
  waxseal_http_request_set_bearer (request, secret);
  waxseal_http_request_add_field (request, "field", "body-of-request");
  waxseal_http_request_add_secret_field (request, "secret", secret);
  waxseal_http_request_set_secret_members (request, members);
  reply = send (&fixture, request);

  g_assert_nonnull (strstr (log->str, "MESSAGE=POST 127.0.0.1/path-of-it 403\n"));
  for (guint i = 0; i < G_N_ELEMENTS (kept_out); i++)
    g_assert_null (strstr (log->str, kept_out[i]));
  http_fixture_tear_down (&fixture, NULL);
}

#define ADD(name, handle, test)                                                                    \
  g_test_add ("/http/" name, HttpFixture, handle, http_fixture_set_up, test, http_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("json", handle_json, test_json);
  ADD ("no-body", handle_no_body, test_no_body);
  ADD ("secrets", handle_form, test_secrets);
  ADD ("describe", handle_refusal, test_describe);
  ADD ("retry-after", handle_retry_after, test_retry_after);
  ADD ("retry-after-too-long", handle_retry_after, test_retry_after_too_long);
  ADD ("lag", handle_lag, test_lag);
  ADD ("cancel-while-waiting", handle_retry_after, test_cancel_while_waiting);
  ADD ("cancel-while-sending", handle_cancel, test_cancel_while_sending);
  ADD ("cancelled-before", handle_no_body, test_cancelled_before);
  ADD ("endless-body", handle_endless, test_endless_body);
  g_test_add_func ("/http/log", test_log);
  return g_test_run ();
}
