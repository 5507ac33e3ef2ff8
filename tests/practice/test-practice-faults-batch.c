/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Troubles of requests inside POST /v1.0/$batch, which are met one by one. */
#include "faults-fixture.h"
#include "waxseal-json.h"

#define ON_ME(rest) "[{\"on\":\"GET /v1.0/me\"," rest "}]"

/* With @n requests for /me, called "0" and so on, and one for the organisation. */
static RawReply *
ask (FaultsFixture *fixture, guint n)
{
  g_autoptr (GString) body = g_string_new ("{\"requests\":[");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (body, "{\"id\":\"%u\",\"method\":\"GET\",\"url\":\"/me\"},", i);
  g_string_append (body, "{\"id\":\"other\",\"method\":\"GET\",\"url\":\"/organization\"}]}");
  return faults_fixture_ask (fixture, "POST", "/v1.0/$batch", body->str);
}

static JsonObject *
find_answer (JsonObject *reply, const char *id)
{
  JsonArray *answers = waxseal_json_get_array (reply, "responses");

  for (guint i = 0; i < json_array_get_length (answers); i++)
    if (g_str_equal (waxseal_json_get_text (waxseal_json_array_get_object (answers, i), "id"), id))
      return waxseal_json_array_get_object (answers, i);
  g_assert_not_reached ();
}

static gint64
get_status (JsonObject *reply, const char *id)
{
  return waxseal_json_get_number (find_answer (reply, id), "status", 0);
}

static void
test_throttled (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) raw = NULL;
  g_autoptr (JsonObject) reply = NULL;
  g_autofree char *outer_field = NULL;
  JsonObject *answer;

  faults_fixture_make_trouble (fixture, ON_ME ("\"fault\":\"throttled\",\"seconds\":7,\"skip\":1"));
  raw = ask (fixture, 3);
  g_assert_cmpuint (raw->status, ==, 200);
  outer_field = raw_reply_dup_field (raw, "retry-after");
  g_assert_null (outer_field);
  reply = raw_reply_parse (raw);
  g_assert_cmpint (get_status (reply, "0"), ==, 200);
  g_assert_cmpint (get_status (reply, "1"), ==, 429);
  g_assert_cmpint (get_status (reply, "2"), ==, 200);
  g_assert_cmpint (get_status (reply, "other"), ==, 200);
  answer = find_answer (reply, "1");
  g_assert_cmpstr (
    waxseal_json_get_text (waxseal_json_get_object (answer, "headers"), "Retry-After"), ==, "7");
  g_assert_cmpstr (waxseal_json_get_text (
                     waxseal_json_get_object (waxseal_json_get_object (answer, "body"), "error"),
                     "code"),
                   ==,
                   "TooManyRequests");
}

static const struct
{
  const char *name;
  const char *rule;
  gint64 status;
} rows[] = {
  { "forbidden", "\"fault\":\"forbidden\"", 403 },
  { "not-found", "\"fault\":\"not-found\"", 404 },
  { "unavailable", "\"fault\":\"status\",\"status\":503", 503 },
  { "bad-gateway", "\"fault\":\"status\",\"status\":502", 502 },
  { "expired-token", "\"fault\":\"expired-token\"", 401 },
  /* What would break the connection or wait does not reach a request that has none. */
  { "reset-before", "\"fault\":\"reset-before\"", 200 },
  { "reset-after", "\"fault\":\"reset-after\"", 200 },
  { "cut-json", "\"fault\":\"cut-json\"", 200 },
  { "latency", "\"fault\":\"latency\",\"seconds\":100", 200 },
  { "hold-before", "\"fault\":\"hold-before\"", 200 },
};

static void
test_status (FaultsFixture *fixture, gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *script = g_strdup_printf (ON_ME ("%s"), rows[i].rule);
  g_autoptr (RawReply) raw = NULL;
  g_autoptr (JsonObject) reply = NULL;

  faults_fixture_make_trouble (fixture, script);
  raw = ask (fixture, 1);
  g_assert_cmpuint (raw->status, ==, 200);
  reply = raw_reply_parse (raw);
  g_assert_cmpint (get_status (reply, "0"), ==, rows[i].status);
  g_assert_cmpint (get_status (reply, "other"), ==, 200);
}

static void
test_every (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) raw = NULL;
  g_autoptr (JsonObject) reply = NULL;

  faults_fixture_make_trouble (fixture,
                               ON_ME (
                                 "\"fault\":\"conflict\",\"every\":3,\"skip\":1,\"times\":-1"));
  raw = ask (fixture, 11);
  reply = raw_reply_parse (raw);
  for (guint i = 0; i < 11; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i);

      g_assert_cmpint (get_status (reply, id), ==, i % 3 == 0 && i > 0 ? 409 : 200);
    }
}

/* The batch itself is a request as any other. */
static void
test_outer (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) refused = NULL, answered = NULL;

  faults_fixture_make_trouble (fixture,
                               "[{\"on\":\"POST /v1.0/$batch\",\"fault\":\"throttled\","
                               "\"seconds\":2}]");
  refused = ask (fixture, 1);
  answered = ask (fixture, 1);
  g_assert_cmpuint (refused->status, ==, 429);
  g_assert_cmpuint (answered->status, ==, 200);
}

static void
test_log (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) raw = NULL, log = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonArray *entries;
  guint n_batched = 0, n_throttled = 0;

  faults_fixture_make_trouble (fixture, ON_ME ("\"fault\":\"throttled\""));
  raw = ask (fixture, 2);
  log = faults_fixture_steer (fixture, "GET", "/practice/log", NULL);
  node = json_from_string (log->body, NULL);
  entries = json_node_get_array (node);
  g_assert_cmpuint (json_array_get_length (entries), ==, 4);
  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = waxseal_json_array_get_object (entries, i);

      n_batched += waxseal_json_get_flag (entry, "batched");
      n_throttled += waxseal_json_get_number (entry, "status", 0) == 429;
    }
  g_assert_cmpuint (n_batched, ==, 3);
  g_assert_cmpuint (n_throttled, ==, 1);
}

/* Whoever counts on the order of the answers finds out here. */
static void
test_order (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) raw = ask (fixture, 2);
  g_autoptr (JsonObject) reply = raw_reply_parse (raw);
  JsonArray *answers = waxseal_json_get_array (reply, "responses");

  g_assert_cmpuint (json_array_get_length (answers), ==, 3);
  g_assert_cmpstr (waxseal_json_get_text (waxseal_json_array_get_object (answers, 0), "id"),
                   ==,
                   "other");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  faults_fixture_add ("/practice-faults/batch/throttled", NULL, test_throttled);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strconcat ("/practice-faults/batch/", rows[i].name, NULL);

      faults_fixture_add (path, GUINT_TO_POINTER (i), test_status);
    }
  faults_fixture_add ("/practice-faults/batch/every", NULL, test_every);
  faults_fixture_add ("/practice-faults/batch/outer", NULL, test_outer);
  faults_fixture_add ("/practice-faults/batch/log", NULL, test_log);
  faults_fixture_add ("/practice-faults/batch/order", NULL, test_order);
  return faults_fixture_run ();
}
