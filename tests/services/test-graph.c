/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "graph-fixture.h"
#include "waxseal-error.h"
#include "waxseal-json.h"

#define SECRET "s3cret~of.Graph"

static const char *
get_sent_header (SoupServerMessage *message, const char *name)
{
  return soup_message_headers_get_one (soup_server_message_get_request_headers (message), name);
}

static void
set_header (SoupServerMessage *message, const char *name, const char *value)
{
  soup_message_headers_append (soup_server_message_get_response_headers (message), name, value);
}

static void
handle_call (HttpFixture *fixture, SoupServerMessage *message)
{
  GUri *uri = soup_server_message_get_uri (message);

  g_assert_cmpstr (g_uri_get_path (uri), ==, "/v1.0/me");
  g_assert_cmpstr (g_uri_get_query (uri), ==, "$select=id");
  g_assert_cmpstr (get_sent_header (message, "Authorization"), ==, "Bearer token-1");
  g_assert_cmpstr (get_sent_header (message, "ConsistencyLevel"), ==, fixture->data);
  http_fixture_reply (message, 200, "{\"id\":\"1\"}");
}

static void
test_call (GraphFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply =
    graph_fixture_call (fixture, "GET", "me?$select=id", WAXSEAL_GRAPH_PLAIN, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (waxseal_json_get_text (waxseal_http_reply_get_object (reply), "id"), ==, "1");
  g_assert_cmpstr (fixture->authorizer->resource, ==, fixture->http.base);
  g_assert_cmpstr (fixture->authorizer->scope, ==, "User.Read.All");
  g_assert_null (fixture->authorizer->claims);
  g_assert_false (fixture->authorizer->fresh);
}

static void
test_eventual (GraphFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply = NULL;

  fixture->http.data = "eventual";
  reply = graph_fixture_call (fixture, "GET", "me?$select=id", WAXSEAL_GRAPH_EVENTUAL, &error);
  g_assert_no_error (error);
}

/* A token that is refused; the challenge is the fixture's data. */
static void
handle_refused_token (HttpFixture *fixture, SoupServerMessage *message)
{
  const char *challenge = fixture->data;

  if (g_str_equal (get_sent_header (message, "Authorization"), "Bearer token-2"))
    {
      http_fixture_reply (message, 201, "{}");
      return;
    }
  if (challenge != NULL)
    set_header (message, "WWW-Authenticate", challenge);
  http_fixture_reply (message, 401, "{\"error\":{\"code\":\"InvalidAuthenticationToken\"}}");
}

typedef struct
{
  const char *challenge;
  const char *claims;
} Challenge;

static const Challenge challenges[] = {
  { NULL, NULL },
  { "Bearer realm=\"\"", NULL },
  { "Bearer realm=\"\", error=\"insufficient_claims\", "
    "claims=\"eyJhY2Nlc3NfdG9rZW4iOnsibmJmIjp7ImVzc2VudGlhbCI6dHJ1ZX19fQ==\"",
    "{\"access_token\":{\"nbf\":{\"essential\":true}}}" },
  { "Bearer claims=\"eyJhIjoiPz8-In0\"", "{\"a\":\"?\?>\"}" },
  { "Bearer claims=\"????\"", NULL },
  { "Bearer claims=\"bm8ganNvbg==\"", NULL },
};

/* A write is sent again too: what was not authorised did nothing. */
static void
test_refused_token (GraphFixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (challenges); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WaxsealHttpReply) reply = NULL;

      fixture->authorizer->n_tokens = fixture->http.n_requests = 0;
      fixture->http.data = challenges[i].challenge;
      reply = graph_fixture_call (fixture, "POST", "applications", WAXSEAL_GRAPH_PLAIN, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (fixture->http.n_requests, ==, 2);
      g_assert_true (fixture->authorizer->fresh);
      g_assert_cmpstr (fixture->authorizer->claims, ==, challenges[i].claims);
    }
}

static void
handle_no_token_is_good (HttpFixture *fixture, SoupServerMessage *message)
{
  http_fixture_reply (message, 401, "{\"error\":{\"code\":\"Expired\",\"message\":\"No.\"}}");
}

static void
test_no_token_is_good (GraphFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (graph_fixture_call (fixture, "GET", "me", WAXSEAL_GRAPH_PLAIN, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SIGN_IN_NEEDED);
  g_assert_true (g_str_has_prefix (waxseal_error_get_details (error), "Expired: No."));
  g_assert_cmpuint (fixture->http.n_requests, ==, 2);
}

static void
test_nobody_signed_in (GraphFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  fixture->authorizer->error =
    g_error_new_literal (WAXSEAL_ERROR, WAXSEAL_ERROR_CONSENT_NEEDED, "Consent");
  g_assert_null (graph_fixture_call (fixture, "GET", "me", WAXSEAL_GRAPH_PLAIN, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_CONSENT_NEEDED);
  g_assert_cmpuint (fixture->http.n_requests, ==, 0);
}

static void
handle_lag (HttpFixture *fixture, SoupServerMessage *message)
{
  if (fixture->n_requests < 3)
    http_fixture_reply (message, 404, "{\"error\":{\"code\":\"Request_ResourceNotFound\"}}");
  else
    http_fixture_reply (message, 200, "{\"secretText\":\"" SECRET "\",\"keyId\":\"1\"}");
}

static void
count_waiting_cb (WaxsealGraph *graph, int why, guint milliseconds, gpointer user_data)
{
  g_assert_cmpint (why, ==, WAXSEAL_HTTP_LAGGING);
  ++*(guint *) user_data;
}

static void
test_fresh (GraphFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealHttpReply) reply = NULL;
  g_autoptr (SecretValue) secret = NULL;
  JsonObject *object;
  guint n_waits = 0;

  g_signal_connect (fixture->graph, "waiting", G_CALLBACK (count_waiting_cb), &n_waits);
  reply =
    graph_fixture_call (fixture, "POST", "applications/1/addPassword", WAXSEAL_GRAPH_FRESH, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (fixture->http.n_requests, ==, 3);
  g_assert_cmpuint (n_waits, ==, 2);
  object = waxseal_http_reply_get_object (reply);
  g_assert_cmpstr (waxseal_json_get_text (object, "keyId"), ==, "1");
  g_assert_cmpstr (waxseal_json_get_text (object, "secretText"), ==, "");
  secret = waxseal_http_reply_take_secret (reply, "secretText");
  g_assert_cmpstr (secret_value_get_text (secret), ==, SECRET);
}

static void
test_not_fresh (GraphFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (graph_fixture_call (fixture, "GET", "users/1", WAXSEAL_GRAPH_PLAIN, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_OBJECT_GONE);
  g_assert_cmpuint (fixture->http.n_requests, ==, 1);
}

static void
handle_lost (HttpFixture *fixture, SoupServerMessage *message)
{
  if (fixture->n_requests == 1)
    http_fixture_reply_raw (fixture, message, "", TRUE);
  else
    http_fixture_reply (message, 200, "{}");
}

/* Setting properties to values is the same when done twice; nothing else is. */
static void
test_lost (GraphFixture *fixture, gconstpointer unused)
{
  const char *methods[] = { "GET", "PATCH", "POST", "DELETE" };

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WaxsealHttpReply) reply = NULL;

      fixture->http.n_requests = 0;
      reply = graph_fixture_call (fixture, methods[i], "a", WAXSEAL_GRAPH_PLAIN, &error);
      g_assert_cmpuint (fixture->http.n_requests, ==, i < 2 ? 2 : 1);
      if (i < 2)
        g_assert_no_error (error);
      else
        g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_REPLY_LOST);
    }
}

static void
handle_busy (HttpFixture *fixture, SoupServerMessage *message)
{
  set_header (message, "Retry-After", "301");
  http_fixture_reply (message, 429, "{}");
}

static void
test_busy (GraphFixture *fixture, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (graph_fixture_call (fixture, "POST", "a", WAXSEAL_GRAPH_PLAIN, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SERVICE_BUSY);
  g_assert_cmpuint (fixture->http.n_requests, ==, 1);
}

/* Three pages of two; the fixture's data is the link of the first, if it is not to be right. */
static void
handle_pages (HttpFixture *fixture, SoupServerMessage *message)
{
  guint page = fixture->n_requests;
  g_autofree char *link = g_strdup_printf ("%s/v1.0/users?$skiptoken=%u", fixture->base, page + 1);
  g_autofree char *rest = NULL, *json = NULL;

  g_assert_cmpstr (get_sent_header (message, "ConsistencyLevel"), ==, "eventual");
  if (page > 1)
    {
      g_autofree char *query = g_strdup_printf ("$skiptoken=%u", page);

      g_assert_cmpstr (g_uri_get_query (soup_server_message_get_uri (message)), ==, query);
    }
  if (page < 3)
    rest = g_strdup_printf (",\"@odata.nextLink\":\"%s\"",
                            fixture->data != NULL ? (const char *) fixture->data : link);
  json = g_strdup_printf ("{\"value\":[{\"id\":\"%u\"},{\"id\":\"%u\"}]%s}",
                          2 * page,
                          2 * page + 1,
                          rest != NULL ? rest : "");
  http_fixture_reply (message, 200, json);
}

static void
test_list (GraphFixture *fixture, gconstpointer unused)
{
  const guint max_pages[] = { 1, 2, 3, 4 };

  for (guint i = 0; i < G_N_ELEMENTS (max_pages); i++)
    {
      guint n_pages = MIN (max_pages[i], 3);
      g_autoptr (GError) error = NULL;
      g_autoptr (JsonArray) items = NULL;
      gboolean complete;

      fixture->http.n_requests = 0;
      items = graph_fixture_list (fixture, max_pages[i], &complete, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (fixture->http.n_requests, ==, n_pages);
      g_assert_cmpuint (json_array_get_length (items), ==, 2 * n_pages);
      g_assert_cmpint (complete, ==, max_pages[i] >= 3);
      for (guint j = 0; j < 2 * n_pages; j++)
        {
          g_autofree char *id = g_strdup_printf ("%u", 2 + j);

          g_assert_cmpstr (waxseal_json_get_text (waxseal_json_array_get_object (items, j), "id"),
                           ==,
                           id);
        }
    }
}

/* "%s" is the fixture's own address. */
static const char *const foreign_links[] = {
  "https://example.com/v1.0/users",
  "http://localhost/v1.0/users",
  "%s@example.com/v1.0/users",
  "%s.example.com/v1.0/users",
  "%s0/v1.0/users",
  "%s/beta/users",
  "%s/v1.0",
  "/v1.0/users",
  "file:///etc/passwd",
  "no link",
};

static void
test_foreign_link (GraphFixture *fixture, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (foreign_links); i++)
    {
      gboolean has_base = g_str_has_prefix (foreign_links[i], "%s");
      g_autofree char *link = g_strconcat (has_base ? fixture->http.base : "",
                                           foreign_links[i] + (has_base ? 2 : 0),
                                           NULL);
      g_autoptr (GError) error = NULL;

      fixture->http.n_requests = 0;
      fixture->http.data = link;
      g_test_message ("%s", link);
      g_assert_null (graph_fixture_list (fixture, 3, NULL, &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_BAD_REPLY);
      g_assert_cmpuint (fixture->http.n_requests, ==, 1);
    }
}

static void
handle_no_page (HttpFixture *fixture, SoupServerMessage *message)
{
  http_fixture_reply (message, 200, fixture->data);
}

static void
test_no_page (GraphFixture *fixture, gconstpointer unused)
{
  const char *bodies[] = { "{}", "[]", "{\"value\":{}}", "" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GError) error = NULL;

      fixture->http.data = bodies[i];
      g_assert_null (graph_fixture_list (fixture, 3, NULL, &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_BAD_REPLY);
    }
}

#define ADD(name, handle, test)                                                                    \
  g_test_add (                                                                                     \
    "/graph/" name, GraphFixture, handle, graph_fixture_set_up, test, graph_fixture_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("call", handle_call, test_call);
  ADD ("eventual", handle_call, test_eventual);
  ADD ("refused-token", handle_refused_token, test_refused_token);
  ADD ("no-token-is-good", handle_no_token_is_good, test_no_token_is_good);
  ADD ("nobody-signed-in", handle_no_token_is_good, test_nobody_signed_in);
  ADD ("fresh", handle_lag, test_fresh);
  ADD ("not-fresh", handle_lag, test_not_fresh);
  ADD ("lost", handle_lost, test_lost);
  ADD ("busy", handle_busy, test_busy);
  ADD ("list", handle_pages, test_list);
  ADD ("foreign-link", handle_pages, test_foreign_link);
  ADD ("no-page", handle_no_page, test_no_page);
  return g_test_run ();
}
