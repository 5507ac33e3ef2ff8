/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libsoup/soup.h>
#include <string.h>

#include "faults-fixture.h"
#include "waxseal-json.h"

#define CREATE          "POST " FAULTS_FIXTURE_APPLICATIONS
#define ON_CREATE(rest) "[{\"on\":\"" CREATE "\"," rest "}]"

static GSocketConnection *
send_create (FaultsFixture *fixture)
{
  return raw_client_send (fixture->base,
                          "POST",
                          FAULTS_FIXTURE_APPLICATIONS,
                          fixture->bearer,
                          FAULTS_FIXTURE_APPLICATION);
}

/* The last request of the log. */
static JsonObject *
dup_last_entry (FaultsFixture *fixture)
{
  g_autoptr (RawReply) reply = faults_fixture_steer (fixture, "GET", "/practice/log", NULL);
  g_autoptr (JsonNode) node = json_from_string (reply->body, NULL);
  JsonArray *entries = json_node_get_array (node);

  return json_object_ref (
    json_array_get_object_element (entries, json_array_get_length (entries) - 1));
}

/** Answer: a fault that answers in the place of the handler. */
typedef struct
{
  const char *name;
  const char *rest; /* of the rule */
  guint status;
  const char *field;
  const char *value; /* begins with it */
  const char *body;  /* contains it */
} Answer;

static const Answer answers[] = {
  { "not-found",
    "\"fault\":\"not-found\"",
    404,
    "content-type",
    "application/json",
    "does not exist or one of its queried reference-property objects are not present." },
  { "no-application",
    "\"fault\":\"no-application\"",
    400,
    "request-id",
    "",
    "of the service principal does not reference a valid application object." },
  { "not-a-valid-reference",
    "\"fault\":\"not-a-valid-reference\"",
    400,
    "request-id",
    "",
    "\"Not a valid reference update.\"" },
  { "forbidden",
    "\"fault\":\"forbidden\"",
    403,
    "request-id",
    "",
    "\"code\":\"Authorization_RequestDenied\"" },
  { "throttled",
    "\"fault\":\"throttled\",\"seconds\":7",
    429,
    "retry-after",
    "7",
    "TooManyRequests" },
  { "conflict",
    "\"fault\":\"conflict\"",
    409,
    "request-id",
    "",
    "\"code\":\"Directory_ConcurrencyViolation\"" },
  { "500",
    "\"fault\":\"status\",\"status\":500",
    500,
    "content-type",
    "application/json",
    "error" },
  { "502", "\"fault\":\"status\",\"status\":502", 502, "content-type", "text/html", "<h1>" },
  { "503",
    "\"fault\":\"status\",\"status\":503",
    503,
    "content-type",
    "application/json",
    "error" },
  { "policy-lifetime",
    "\"fault\":\"policy-lifetime\"",
    400,
    "request-id",
    "",
    "\"code\":\"CredentialInvalidLifetimeAsPerAppPolicy\"" },
  { "policy-blocked",
    "\"fault\":\"policy-blocked\"",
    400,
    "request-id",
    "",
    "\"code\":\"CredentialTypeNotAllowedAsPerAppPolicy\"" },
  { "expired-token",
    "\"fault\":\"expired-token\"",
    401,
    "www-authenticate",
    "Bearer realm=\"\", authorization_uri=\"http",
    "\"code\":\"InvalidAuthenticationToken\"" },
  { "text", "\"fault\":\"conflict\",\"text\":\"As wished\"", 409, "request-id", "", "As wished" },
};

static void
test_answers (FaultsFixture *fixture, gconstpointer data)
{
  const Answer *answer = data;
  g_autofree char *script = g_strdup_printf ("[{\"on\":\"" CREATE "\",%s}]", answer->rest);
  g_autoptr (RawReply) reply = NULL;
  g_autoptr (RawReply) second = NULL;
  g_autoptr (JsonObject) entry = NULL;
  g_autofree char *value = NULL;

  faults_fixture_make_trouble (fixture, script);
  reply = faults_fixture_create (fixture);
  g_assert_cmpuint (reply->status, ==, answer->status);
  g_assert_true (reply->is_whole);
  value = raw_reply_dup_field (reply, answer->field);
  g_assert_nonnull (value);
  g_assert_true (g_str_has_prefix (value, answer->value));
  g_assert_nonnull (strstr (reply->body, answer->body));
  g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, 0);

  entry = dup_last_entry (fixture);
  g_assert_cmpint (waxseal_json_get_number (entry, "status", 0), ==, answer->status);
  g_assert_cmpstr (waxseal_json_get_text (entry, "route"), ==, FAULTS_FIXTURE_APPLICATIONS);
  g_assert_cmpstr (waxseal_json_get_text (entry, "fault"), !=, "");

  second = faults_fixture_create (fixture);
  g_assert_cmpuint (second->status, ==, 201);
  g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, 1);
}

static void
test_claims (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) reply = NULL;
  g_autofree char *challenge = NULL;

  faults_fixture_make_trouble (fixture,
                               ON_CREATE (
                                 "\"fault\":\"expired-token\",\"text\":\"{\\\"a\\\":1}\""));
  reply = faults_fixture_create (fixture);
  challenge = raw_reply_dup_field (reply, "www-authenticate");
  g_assert_nonnull (strstr (challenge, "error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\""));
}

static void
test_reset (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) before = NULL;
  g_autoptr (RawReply) after = NULL;

  faults_fixture_make_trouble (fixture, ON_CREATE ("\"fault\":\"reset-before\""));
  before = faults_fixture_create (fixture);
  g_assert_cmpuint (before->status, ==, 0);
  g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, 0);

  faults_fixture_make_trouble (fixture, ON_CREATE ("\"fault\":\"reset-after\""));
  after = faults_fixture_create (fixture);
  g_assert_cmpuint (after->status, ==, 0);
  g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, 1);
}

/* The status in the log is what the client would have seen. */
static void
test_lost_reply_in_log (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) reply = NULL;
  g_autoptr (JsonObject) entry = NULL;

  faults_fixture_make_trouble (fixture, ON_CREATE ("\"fault\":\"reset-after\""));
  reply = faults_fixture_create (fixture);
  entry = dup_last_entry (fixture);
  g_assert_cmpint (waxseal_json_get_number (entry, "status", 0), ==, 201);
  g_assert_cmpstr (waxseal_json_get_text (entry, "fault"), ==, "reset-after");
}

static void
test_truncated (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) reply = NULL;

  faults_fixture_make_trouble (fixture, ON_CREATE ("\"fault\":\"truncated\""));
  reply = faults_fixture_create (fixture);
  g_assert_cmpuint (reply->status, ==, 201);
  g_assert_false (reply->is_whole);
  g_assert_cmpuint (strlen (reply->body), >, 0);
  g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, 1);
}

static void
test_truncated_without_body (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) made = faults_fixture_create (fixture);
  g_autoptr (JsonObject) application = raw_reply_parse (made);
  g_autofree char *path =
    g_strconcat (FAULTS_FIXTURE_APPLICATIONS "/", waxseal_json_get_text (application, "id"), NULL);
  g_autoptr (RawReply) reply = NULL;

  faults_fixture_make_trouble (fixture,
                               "[{\"on\":\"PATCH " FAULTS_FIXTURE_APPLICATIONS
                               "/{}\",\"fault\":\"truncated\"}]");
  reply = faults_fixture_ask (fixture, "PATCH", path, "{\"displayName\":\"Post\"}");
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_false (reply->is_whole);
}

static void
test_wrong_json (FaultsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *script;
    const char *type;
    const char *start;
  } rows[] = {
    { ON_CREATE ("\"fault\":\"wrong-json\""), "text/html", "<html>" },
    { ON_CREATE ("\"fault\":\"cut-json\""), "application/json; charset=utf-8", "{" },
  };
  g_autoptr (RawReply) good = faults_fixture_create (fixture);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RawReply) reply = NULL;
      g_autofree char *type = NULL;
      g_autoptr (JsonNode) node = NULL;

      faults_fixture_make_trouble (fixture, rows[i].script);
      reply = faults_fixture_create (fixture);
      g_assert_cmpuint (reply->status, ==, 201);
      g_assert_true (reply->is_whole);
      type = raw_reply_dup_field (reply, "content-type");
      g_assert_cmpstr (type, ==, rows[i].type);
      g_assert_true (g_str_has_prefix (reply->body, rows[i].start));
      g_assert_cmpuint (strlen (reply->body), <, strlen (good->body));
      node = json_from_string (reply->body, NULL);
      g_assert_null (node);
      g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, i + 2);
    }
}

static void
test_slow_body (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) reply = NULL;
  g_autoptr (JsonObject) application = NULL;
  gint64 start = g_get_monotonic_time ();

  faults_fixture_make_trouble (fixture, ON_CREATE ("\"fault\":\"slow-body\",\"seconds\":0.4"));
  reply = faults_fixture_create (fixture);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 300 * G_TIME_SPAN_MILLISECOND);
  g_assert_cmpuint (reply->status, ==, 201);
  g_assert_true (reply->is_whole);
  application = raw_reply_parse (reply);
  g_assert_cmpstr (waxseal_json_get_text (application, "displayName"), ==, "Mail");
}

/* Latencies add up, and the fault behind them still comes. */
static void
test_latency (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) reply = NULL;
  gint64 start = g_get_monotonic_time ();

  faults_fixture_make_trouble (fixture,
                               "[{\"on\":\"*\",\"fault\":\"latency\",\"seconds\":0.1},"
                               "{\"on\":\"POST *\",\"fault\":\"latency\",\"seconds\":0.2},"
                               "{\"on\":\"*\",\"fault\":\"conflict\"}]");
  reply = faults_fixture_create (fixture);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 300 * G_TIME_SPAN_MILLISECOND);
  g_assert_cmpuint (reply->status, ==, 409);
}

static void
test_latency_then_reset (FaultsFixture *fixture, gconstpointer data)
{
  static const char *const faults[] = { "reset-before", "reset-after", "truncated" };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *script =
        g_strdup_printf ("[{\"on\":\"*\",\"fault\":\"latency\",\"seconds\":0.01},"
                         "{\"on\":\"*\",\"fault\":\"%s\"}]",
                         faults[i]);
      g_autoptr (RawReply) reply = NULL;

      faults_fixture_make_trouble (fixture, script);
      reply = faults_fixture_create (fixture);
      g_assert_false (reply->is_whole);
      g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, i);
    }
}

static void
assert_held (FaultsFixture *fixture, const char *when)
{
  g_autoptr (RawReply) reply = faults_fixture_steer (fixture, "GET", "/practice/held", NULL);
  g_autoptr (JsonObject) entry = raw_reply_parse (reply);

  g_assert_cmpstr (waxseal_json_get_text (entry, "held"), ==, when);
  g_assert_cmpstr (waxseal_json_get_text (entry, "route"), ==, FAULTS_FIXTURE_APPLICATIONS);
}

static void
release (FaultsFixture *fixture)
{
  g_autoptr (RawReply) reply = faults_fixture_steer (fixture, "POST", "/practice/release", NULL);
  g_autoptr (JsonObject) object = raw_reply_parse (reply);

  g_assert_cmpint (waxseal_json_get_number (object, "released", 0), ==, 1);
}

/* Other requests are answered meanwhile. */
static void
test_hold (FaultsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *script;
    const char *when;
    gint64 n; /* applications while it is held */
  } rows[] = {
    { ON_CREATE ("\"fault\":\"hold-before\""), "before", 0 },
    { ON_CREATE ("\"fault\":\"hold-after\""), "after", 2 },
    { "[{\"on\":\"*\",\"fault\":\"latency\",\"seconds\":0.01},"
      "{\"on\":\"*\",\"fault\":\"hold-before\"}]",
      "before",
      2 },
    { "[{\"on\":\"*\",\"fault\":\"latency\",\"seconds\":0.01},"
      "{\"on\":\"*\",\"fault\":\"hold-after\"}]",
      "after",
      4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GSocketConnection *connection = NULL;
      g_autoptr (RawReply) reply = NULL;

      faults_fixture_make_trouble (fixture, rows[i].script);
      connection = send_create (fixture);
      assert_held (fixture, rows[i].when);
      g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, rows[i].n);
      g_assert_false (
        g_socket_condition_check (g_socket_connection_get_socket (connection), G_IO_IN));
      release (fixture);
      reply = raw_client_receive (connection);
      g_assert_cmpuint (reply->status, ==, 201);
      g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, i + 1);
    }
}

/* As after a “kill -9” of the client. */
static void
test_hold_without_client (FaultsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *script;
    const char *when;
    gint64 n;
  } rows[] = {
    { ON_CREATE ("\"fault\":\"hold-before\""), "before", 0 },
    { ON_CREATE ("\"fault\":\"hold-after\""), "after", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GSocketConnection) connection = NULL;

      faults_fixture_make_trouble (fixture, rows[i].script);
      connection = send_create (fixture);
      assert_held (fixture, rows[i].when);
      g_io_stream_close (G_IO_STREAM (connection), NULL, NULL);
      release (fixture);
      g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, rows[i].n);
    }
}

/* Someone may ask for what is held before there is any. */
static void
test_wait_for_held (FaultsFixture *fixture, gconstpointer data)
{
  GSocketConnection *watcher = NULL;
  GSocketConnection *connection = NULL;
  g_autoptr (RawReply) reply = NULL;
  g_autoptr (RawReply) dropped = NULL;
  g_autoptr (RawReply) reset = NULL;
  g_autoptr (JsonObject) entry = NULL;

  faults_fixture_make_trouble (fixture, ON_CREATE ("\"fault\":\"hold-before\""));
  watcher =
    raw_client_send (fixture->base, "GET", "/practice/held", "X-Waxseal-Practice: 1\r\n", NULL);
  connection = send_create (fixture);
  reply = raw_client_receive (watcher);
  entry = raw_reply_parse (reply);
  g_assert_cmpstr (waxseal_json_get_text (entry, "held"), ==, "before");

  reset = faults_fixture_steer (fixture, "POST", "/practice/reset", NULL);
  g_assert_cmpuint (reset->status, ==, 204);
  dropped = raw_client_receive (connection);
  g_assert_cmpuint (dropped->status, ==, 0);
  g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, 0);
}

static void
test_skip_and_times (FaultsFixture *fixture, gconstpointer data)
{
  static const guint statuses[] = { 201, 404, 404, 409, 201 };

  faults_fixture_make_trouble (fixture,
                               "[{\"on\":\"" CREATE
                               "\",\"fault\":\"not-found\",\"skip\":1,\"times\":2},"
                               "{\"on\":\"POST *\",\"fault\":\"conflict\",\"skip\":1},"
                               "{\"on\":\"GET *\",\"fault\":\"conflict\",\"times\":-1}]");
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (RawReply) reply = faults_fixture_create (fixture);

      g_assert_cmpuint (reply->status, ==, statuses[i]);
    }
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (RawReply) reply = faults_fixture_ask (fixture, "GET", "/v1.0/me", NULL);

      g_assert_cmpuint (reply->status, ==, 409);
    }
}

/* Seconds since 1970 of the field Date. */
static gint64
get_date (RawReply *reply)
{
  g_autofree char *text = raw_reply_dup_field (reply, "date");
  g_autoptr (GDateTime) date = soup_date_time_new_from_http_string (text);

  return g_date_time_to_unix (date);
}

/* Only for the requests that it is about; a token of before is still good then. */
static void
test_clock_skew (FaultsFixture *fixture, gconstpointer data)
{
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  g_autoptr (RawReply) wrong = NULL;
  g_autoptr (RawReply) right = NULL;

  faults_fixture_make_trouble (fixture, ON_CREATE ("\"fault\":\"clock-skew\",\"seconds\":1800"));
  wrong = faults_fixture_create (fixture);
  right = faults_fixture_create (fixture);
  g_assert_cmpuint (wrong->status, ==, 201);
  g_assert_cmpint (get_date (wrong), >=, now + 1800);
  g_assert_cmpint (get_date (right), >=, now);
  g_assert_cmpint (get_date (right), <, now + 1700);
}

/* A clock that is behind has not seen the token's beginning yet. */
static void
test_clock_behind (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) reply = NULL;

  faults_fixture_make_trouble (fixture, ON_CREATE ("\"fault\":\"clock-skew\",\"seconds\":-7200"));
  reply = faults_fixture_create (fixture);
  g_assert_cmpuint (reply->status, ==, 401);
}

/* Until a request, which was sent, has come. */
static void
wait_for_any (FaultsFixture *fixture)
{
  gboolean has_come = FALSE;

  while (!has_come)
    {
      g_autoptr (RawReply) log = faults_fixture_steer (fixture, "GET", "/practice/log", NULL);

      has_come = !g_str_equal (log->body, "[]");
    }
}

/* Nothing that waits keeps the practice tenant from ending. */
static void
test_stop_while_waiting (FaultsFixture *unused, gconstpointer data)
{
  static const char *const faults[] = { "\"latency\",\"seconds\":3600",
                                        "\"hold-before\"",
                                        "\"hold-after\"" };

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (WaxsealPracticeServer) server = waxseal_practice_server_new (10);
      g_autofree char *script = g_strdup_printf ("[{\"on\":\"*\",\"fault\":%s}]", faults[i]);
      FaultsFixture fixture = { 0 };
      GSocketConnection *watcher = NULL;
      GSocketConnection *connection = NULL;
      g_autoptr (RawReply) watched = NULL;
      g_autoptr (RawReply) reply = NULL;

      g_assert_true (waxseal_practice_server_start (server, 0, NULL));
      fixture.base = waxseal_practice_server_get_base (server);
      faults_fixture_make_trouble (&fixture, script);
      connection = raw_client_send (fixture.base, "GET", "/v1.0/me", NULL, NULL);
      watcher =
        raw_client_send (fixture.base, "GET", "/practice/held", "X-Waxseal-Practice: 1\r\n", NULL);
      wait_for_any (&fixture);
      if (i > 0)
        watched = raw_client_receive (g_steal_pointer (&watcher));
      waxseal_practice_server_stop (server);
      reply = raw_client_receive (connection);
      g_assert_cmpuint (reply->status, ==, 0);
      if (watcher != NULL)
        watched = raw_client_receive (watcher);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path = g_strconcat ("/practice-faults/answer/", answers[i].name, NULL);

      faults_fixture_add (path, &answers[i], test_answers);
    }
  faults_fixture_add ("/practice-faults/claims", NULL, test_claims);
  faults_fixture_add ("/practice-faults/reset", NULL, test_reset);
  faults_fixture_add ("/practice-faults/lost-reply-in-log", NULL, test_lost_reply_in_log);
  faults_fixture_add ("/practice-faults/truncated", NULL, test_truncated);
  faults_fixture_add ("/practice-faults/truncated-without-body", NULL, test_truncated_without_body);
  faults_fixture_add ("/practice-faults/wrong-json", NULL, test_wrong_json);
  faults_fixture_add ("/practice-faults/slow-body", NULL, test_slow_body);
  faults_fixture_add ("/practice-faults/latency", NULL, test_latency);
  faults_fixture_add ("/practice-faults/latency-then-reset", NULL, test_latency_then_reset);
  faults_fixture_add ("/practice-faults/hold", NULL, test_hold);
  faults_fixture_add ("/practice-faults/hold-without-client", NULL, test_hold_without_client);
  faults_fixture_add ("/practice-faults/wait-for-held", NULL, test_wait_for_held);
  faults_fixture_add ("/practice-faults/skip-and-times", NULL, test_skip_and_times);
  faults_fixture_add ("/practice-faults/stop-while-waiting", NULL, test_stop_while_waiting);
  faults_fixture_add ("/practice-faults/clock-skew", NULL, test_clock_skew);
  faults_fixture_add ("/practice-faults/clock-behind", NULL, test_clock_behind);
  return faults_fixture_run ();
}
