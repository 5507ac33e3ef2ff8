/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "faults-fixture.h"
#include "waxseal-json.h"

static void
test_bad_scripts (FaultsFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *script;
    const char *problem;
  } rows[] = {
    { "{\"on\":\"*\"}", "A script is an array of rules" },
    { "nonsense", "A script is an array of rules" },
    { "[7]", "Rule 1: a rule is an object" },
    { "[{\"fault\":\"conflict\"}]", "Rule 1: “on” is missing" },
    { "[{\"on\":\"*\"}]", "Rule 1: “fault” is missing" },
    { "[{\"on\":7,\"fault\":\"conflict\"}]", "Rule 1: “on” must be a text" },
    { "[{\"on\":\"*\",\"fault\":\"earthquake\"}]",
      "Rule 1: no fault is called “earthquake”; there are latency, " },
    { "[{\"on\":\"*\",\"fault\":\"conflict\"},{\"on\":\"*\",\"fault\":\"latency\"}]",
      "Rule 2: “latency” needs “seconds”" },
    { "[{\"on\":\"*\",\"fault\":\"status\"}]", "Rule 1: “status” needs “status”" },
    { "[{\"on\":\"*\",\"fault\":\"status\",\"status\":200}]", "Rule 1: “status” is out of range" },
    { "[{\"on\":\"*\",\"fault\":\"conflict\",\"times\":-2}]", "Rule 1: “times” is out of range" },
    { "[{\"on\":\"*\",\"fault\":\"conflict\",\"times\":1.5}]", "Rule 1: “times” must be a number" },
    { "[{\"on\":\"*\",\"fault\":\"conflict\",\"skip\":\"1\"}]", "Rule 1: “skip” must be a number" },
    { "[{\"on\":\"*\",\"fault\":\"conflict\",\"times\":null}]",
      "Rule 1: “times” must be a number" },
    { "[{\"on\":\"*\",\"fault\":\"conflict\",\"tims\":1}]", "Rule 1: no rule has a member “tims”" },
    { "[{\"on\":\"POST /v1.0/aplications\",\"fault\":\"conflict\"}]",
      "Rule 1: no request is called “POST /v1.0/aplications”" },
  };
  g_autoptr (RawReply) left = NULL;

  faults_fixture_make_trouble (fixture, "[{\"on\":\"*\",\"fault\":\"conflict\"}]");
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RawReply) reply =
        faults_fixture_steer (fixture, "POST", "/practice/faults", rows[i].script);
      g_autoptr (JsonObject) object = raw_reply_parse (reply);

      g_assert_cmpuint (reply->status, ==, 400);
      g_assert_cmpstr (strstr (waxseal_json_get_text (waxseal_json_get_object (object, "error"),
                                                      "message"),
                               rows[i].problem),
                       !=,
                       NULL);
    }
  left = faults_fixture_steer (fixture, "GET", "/practice/faults", NULL);
  g_assert_nonnull (strstr (left->body, "\"conflict\",\"skip\":0,\"times\":1"));
}

/* A page in a browser cannot send the header to another site. */
static void
test_strangers (FaultsFixture *fixture, gconstpointer data)
{
  static const char *const paths[][2] = {
    { "GET", "/practice/faults" },    { "POST", "/practice/faults" },
    { "GET", "/practice/log" },       { "POST", "/practice/log/clear" },
    { "GET", "/practice/held" },      { "POST", "/practice/release" },
    { "GET", "/practice/state" },     { "POST", "/practice/state" },
    { "GET", "/practice/summary" },   { "POST", "/practice/reset" },
    { "OPTIONS", "/practice/reset" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr (RawReply) reply =
        raw_client_ask (fixture->base, paths[i][0], paths[i][1], NULL, "[]");
      g_autofree char *allowed = raw_reply_dup_field (reply, "access-control-allow-headers");

      g_assert_cmpuint (reply->status, ==, g_str_equal (paths[i][0], "OPTIONS") ? 404 : 403);
      g_assert_null (allowed);
    }
}

static void
test_log (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) cleared = NULL;
  g_autoptr (RawReply) made = NULL;
  g_autoptr (RawReply) log = NULL;
  g_autoptr (RawReply) quiet = NULL;
  g_autoptr (RawReply) lost = NULL;

  cleared = faults_fixture_steer (fixture, "POST", "/practice/log/clear", "{\"bodies\":true}");
  g_assert_cmpuint (cleared->status, ==, 204);
  made = faults_fixture_ask (
    fixture,
    "POST",
    FAULTS_FIXTURE_APPLICATIONS,
    "{\"displayName\":\"Mail\",\"tags\":[{\"secretText\":\"shh\"}],\"password\":\"shh\"}");
  lost = faults_fixture_ask (fixture, "GET", "/v1.0/nothing?code=shh", NULL);
  log = faults_fixture_steer (fixture, "GET", "/practice/log", NULL);
  g_assert_nonnull (strstr (log->body, "\"displayName\":\"Mail\",\"tags\":[{}]"));
  g_assert_nonnull (strstr (log->body, "v1.0/nothing\""));
  g_assert_null (strstr (log->body, "shh"));
  g_assert_null (strstr (log->body, "practice/log"));

  g_clear_pointer (&cleared, raw_reply_free);
  cleared = faults_fixture_steer (fixture, "POST", "/practice/log/clear", "{}");
  g_clear_pointer (&made, raw_reply_free);
  made = faults_fixture_create (fixture);
  quiet = faults_fixture_steer (fixture, "GET", "/practice/log", NULL);
  g_assert_null (strstr (quiet->body, "displayName"));
}

static void
test_state (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) made = faults_fixture_create (fixture);
  g_autoptr (RawReply) state = faults_fixture_steer (fixture, "GET", "/practice/state", NULL);
  g_autoptr (RawReply) reset = faults_fixture_steer (fixture, "POST", "/practice/reset", NULL);
  g_autoptr (RawReply) back = NULL;
  g_autoptr (RawReply) bad = NULL;

  g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, 0);
  back = faults_fixture_steer (fixture, "POST", "/practice/state", state->body);
  g_assert_cmpuint (back->status, ==, 204);
  g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, 1);
  bad = faults_fixture_steer (fixture, "POST", "/practice/state", "[]");
  g_assert_cmpuint (bad->status, ==, 400);
  g_assert_cmpint (faults_fixture_count (fixture, "applications"), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  faults_fixture_add ("/practice-control/bad-scripts", NULL, test_bad_scripts);
  faults_fixture_add ("/practice-control/strangers", NULL, test_strangers);
  faults_fixture_add ("/practice-control/log", NULL, test_log);
  faults_fixture_add ("/practice-control/state", NULL, test_state);
  return faults_fixture_run ();
}
