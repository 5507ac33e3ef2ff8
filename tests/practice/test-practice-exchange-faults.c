/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Troubles with cmdlets: those that only Exchange makes, and that the others happen to it as well
 * (microsoft.md, 3.2 and 5). A rule names a cmdlet behind the route. */
#include <string.h>

#include "exchange-fixture.h"
#include "waxseal-json.h"

#define LISTED     "{\"OrganizationApp\":true}"
#define ON(cmdlet) EXCHANGE_ROUTE " " cmdlet
#define NEW        ON ("New-App")
#define DISABLE    "{\"OrganizationApp\":true,\"Identity\":\"" EXCHANGE_APP "\",\"Enabled\":false}"
#define REMOVE     "{\"OrganizationApp\":true,\"Identity\":\"" EXCHANGE_APP "\",\"Confirm\":false}"

/* One rule; @rest: more members of it. */
static void
make_trouble (ExchangeFixture *fixture, const char *on, const char *fault, const char *rest)
{
  g_autofree char *script =
    g_strdup_printf ("[{\"on\":\"%s\",\"fault\":\"%s\"%s}]", on, fault, rest);

  exchange_make_trouble (fixture, script);
}

static RawReply *
add_app (ExchangeFixture *fixture)
{
  g_autofree char *parameters = exchange_new_app (EXCHANGE_APP, "Seal", NULL);

  return exchange_invoke (fixture, "New-App", parameters);
}

static gboolean
is_there (ExchangeFixture *fixture)
{
  g_autoptr (JsonObject) app = exchange_find_app (fixture, EXCHANGE_APP);

  return app != NULL;
}

static gboolean
is_enabled (ExchangeFixture *fixture)
{
  g_autoptr (JsonObject) app = exchange_find_app (fixture, EXCHANGE_APP);

  return waxseal_json_get_flag (app, "Enabled");
}

static JsonObject *
dup_entry (ExchangeFixture *fixture, guint from_last)
{
  g_autoptr (RawReply) reply = exchange_steer (fixture, "GET", "/practice/log", NULL);
  g_autoptr (JsonNode) node = json_from_string (reply->body, NULL);
  JsonArray *entries = json_node_get_array (node);

  return json_object_ref (
    json_array_get_object_element (entries, json_array_get_length (entries) - 1 - from_last));
}

/** Answer: a fault in the place of the cmdlet; @field, @body: what the reply has, the value begins
 *  with @value; "" as the body: it has none, NULL: NUL bytes */
typedef struct
{
  const char *name;
  const char *rest;
  guint status;
  const char *field;
  const char *value;
  const char *body;
} Answer;

static const Answer answers[] = {
  { "forbidden-silent", "", 403, "request-id", "", "" },
  { "forbidden-nul", "", 403, "x-ms-diagnostics", "2000003;reason=\"The user has no role", NULL },
  { "forbidden-nul",
    ",\"text\":\"Not now\"",
    403,
    "x-ms-diagnostics",
    "2000003;reason=\"Not now\"",
    NULL },
  { "centralized-deployment",
    "",
    400,
    "content-type",
    "application/json",
    "Centralized Deployment" },
  { "centralized-deployment",
    ",\"text\":\"{\\\"Message\\\":\\\"100% inside\\\"}\"",
    400,
    "content-type",
    "application/json",
    "|{\\\"Message\\\":\\\"100% inside\\\"}\"" },
  { "warnings-before", "", 200, "content-type", "application/json", "[\"The command completed" },
  { "warnings-before",
    ",\"text\":\"警告\"",
    200,
    "content-type",
    "application/json",
    "[\"警告\"]" },
  { "throttled", ",\"seconds\":7", 429, "retry-after", "7", "\"code\":\"TooManyRequests\"" },
  { "not-found", "", 404, "request-id", "", "|The operation couldn't be performed because object" },
  { "forbidden", "", 403, "request-id", "", "\"code\":\"Forbidden\"" },
  { "conflict", "", 409, "request-id", "", "\"code\":\"Conflict\"" },
  { "status", ",\"status\":500", 500, "request-id", "", "\"code\":\"InternalServerError\"" },
  { "status", ",\"status\":502", 502, "content-type", "text/html", "<h1>" },
  { "status", ",\"status\":503", 503, "request-id", "", "\"code\":\"ServiceUnavailable\"" },
  { "expired-token",
    "",
    401,
    "www-authenticate",
    "Bearer realm=\"\", authorization_uri=\"http",
    "" },
};

static void
test_answers (ExchangeFixture *fixture, gconstpointer data)
{
  const Answer *answer = data;
  g_autoptr (RawReply) reply = NULL, again = NULL;
  g_autoptr (JsonObject) entry = NULL;
  g_autofree char *value = NULL;

  make_trouble (fixture, NEW, answer->name, answer->rest);
  reply = add_app (fixture);
  g_assert_cmpuint (reply->status, ==, answer->status);
  g_assert_true (reply->is_whole);
  value = raw_reply_dup_field (reply, answer->field);
  g_assert_nonnull (value);
  g_assert_true (g_str_has_prefix (value, answer->value));
  if (answer->body == NULL)
    g_assert_true (reply->length > 0 && reply->body[0] == '\0');
  else if (*answer->body == '\0')
    g_assert_cmpuint (reply->length, ==, 0);
  else
    g_assert_nonnull (strstr (reply->body, answer->body));
  entry = dup_entry (fixture, 0);
  g_assert_cmpstr (waxseal_json_get_text (entry, "cmdlet"), ==, "New-App");
  g_assert_cmpstr (waxseal_json_get_text (entry, "fault"), ==, answer->name);
  g_assert_cmpint (waxseal_json_get_number (entry, "status", 0), ==, answer->status);
  g_assert_false (is_there (fixture));
  again = add_app (fixture);
  g_assert_cmpuint (again->status, ==, 200);
}

static void
test_claims (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) reply = NULL;
  g_autofree char *challenge = NULL;

  make_trouble (fixture, ON ("Get-App"), "expired-token", ",\"text\":\"{\\\"a\\\":1}\"");
  reply = exchange_invoke (fixture, "Get-App", LISTED);
  challenge = raw_reply_dup_field (reply, "www-authenticate");
  g_assert_cmpuint (reply->status, ==, 401);
  g_assert_nonnull (strstr (challenge, "error=\"insufficient_claims\", claims=\"eyJhIjoxfQ==\""));
}

/* It was done; all that is said is a warning. What was refused is refused. */
static void
test_warnings_after (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) reply = NULL, again = NULL;
  g_autoptr (JsonObject) object = NULL;
  JsonArray *warnings;

  make_trouble (fixture, NEW, "warnings-after", ",\"text\":\"注意 'a'\",\"times\":2");
  reply = add_app (fixture);
  g_assert_cmpuint (reply->status, ==, 200);
  object = raw_reply_parse (reply);
  warnings = waxseal_json_get_array (object, "@adminapi.warnings");
  g_assert_cmpuint (json_array_get_length (waxseal_json_get_array (object, "value")), ==, 0);
  g_assert_cmpuint (json_array_get_length (warnings), ==, 1);
  g_assert_cmpstr (json_array_get_string_element (warnings, 0), ==, "注意 'a'");
  g_assert_true (is_there (fixture));
  again = add_app (fixture);
  g_assert_cmpuint (again->status, ==, 400);
  g_assert_nonnull (strstr (again->body, "already been installed"));
}

/** Lost: a fault by which the reply does not come as it was; @done: whether the cmdlet ran */
typedef struct
{
  const char *name;
  guint status;
  gboolean is_whole;
  gboolean done;
} Lost;

static const Lost losses[] = {
  { "reset-before", 0, FALSE, FALSE }, { "reset-after", 0, FALSE, TRUE },
  { "truncated", 200, FALSE, TRUE },   { "wrong-json", 200, TRUE, TRUE },
  { "cut-json", 200, TRUE, TRUE },
};

static void
test_lost (ExchangeFixture *fixture, gconstpointer data)
{
  const Lost *lost = data;
  g_autoptr (RawReply) reply = NULL;
  g_autoptr (JsonNode) node = NULL;

  make_trouble (fixture, "* New-App", lost->name, "");
  reply = add_app (fixture);
  g_assert_cmpuint (reply->status, ==, lost->status);
  g_assert_cmpint (reply->is_whole, ==, lost->is_whole);
  node = json_from_string (reply->body, NULL);
  g_assert_null (node);
  g_assert_cmpint (is_there (fixture), ==, lost->done);
}

static void
test_waits (ExchangeFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *name;
    const char *rest;
  } rows[] = {
    { "latency", ",\"seconds\":0.2" },
    { "slow-body", ",\"seconds\":0.2" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (RawReply) reply = NULL;
      g_autoptr (JsonObject) object = NULL;

      make_trouble (fixture, ON ("Get-App"), rows[i].name, rows[i].rest);
      reply = exchange_invoke (fixture, "Get-App", LISTED);
      g_assert_cmpint (g_get_monotonic_time () - start, >=, 150 * G_TIME_SPAN_MILLISECOND);
      g_assert_cmpuint (reply->status, ==, 200);
      object = raw_reply_parse (reply);
      g_assert_cmpuint (json_array_get_length (waxseal_json_get_array (object, "value")), ==, 1);
    }
}

/* Before or after the cmdlet ran; the log and who waits for a held request see which it is. */
static void
test_holds (ExchangeFixture *fixture, gconstpointer data)
{
  static const char *const whens[] = { "before", "after" };
  g_autofree char *parameters = exchange_new_app (EXCHANGE_APP, "Seal", NULL);
  g_autofree char *body = exchange_write ("New-App", parameters);
  g_autofree char *fields = g_strconcat (fixture->bearer, EXCHANGE_ANCHOR, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (whens); i++)
    {
      g_autofree char *fault = g_strconcat ("hold-", whens[i], NULL);
      g_autoptr (RawReply) reset = exchange_steer (fixture, "POST", "/practice/reset", NULL);
      GSocketConnection *connection = NULL;
      g_autoptr (RawReply) held = NULL, released = NULL, reply = NULL;
      g_autoptr (JsonObject) entry = NULL;

      make_trouble (fixture, NEW, fault, "");
      connection = raw_client_send (fixture->base, "POST", EXCHANGE_INVOKE, fields, body);
      held = exchange_steer (fixture, "GET", "/practice/held", NULL);
      entry = raw_reply_parse (held);
      g_assert_cmpstr (waxseal_json_get_text (entry, "held"), ==, whens[i]);
      g_assert_cmpstr (waxseal_json_get_text (entry, "cmdlet"), ==, "New-App");
      g_assert_cmpint (is_there (fixture), ==, g_str_equal (whens[i], "after"));
      released = exchange_steer (fixture, "POST", "/practice/release", NULL);
      reply = raw_client_receive (connection);
      g_assert_cmpuint (reply->status, ==, 200);
      g_assert_true (is_there (fixture));
    }
}

/* A rule is for its cmdlet alone, for all of them, or for anything; a cmdlet that is not there is
 * not to be named, and those of cmdlets leave Graph alone. */
static void
test_rules (ExchangeFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *on;
    guint others; /* status of Get-App */
  } rows[] = {
    { ON ("New-App"), 200 },    { "* New-App", 200 }, { EXCHANGE_ROUTE, 409 }, { "POST *", 409 },
    { "*/InvokeCommand", 409 }, { "*", 409 },         { ON ("*-App"), 409 },
  };
  static const char *const bad[] = {
    ON ("New-Apps"),
    ON ("new-app"),
    "GET /adminapi/beta/{}/InvokeCommand New-App",
    "* Get-Mailbox",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RawReply) first = NULL, second = NULL;

      make_trouble (fixture, rows[i].on, "conflict", ",\"times\":-1");
      g_test_message ("%s", rows[i].on);
      first = add_app (fixture);
      second = exchange_invoke (fixture, "get-app", LISTED);
      g_assert_cmpuint (first->status, ==, 409);
      g_assert_cmpuint (second->status, ==, rows[i].others);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *script =
        g_strdup_printf ("[{\"on\":\"%s\",\"fault\":\"conflict\"}]", bad[i]);
      g_autoptr (RawReply) reply = exchange_steer (fixture, "POST", "/practice/faults", script);

      g_assert_cmpuint (reply->status, ==, 400);
      g_assert_nonnull (strstr (reply->body, "no request is called"));
    }
  make_trouble (fixture, "*", "warnings-before", ",\"times\":-1");
  {
    g_autoptr (RawReply) graph = raw_client_ask (fixture->base, "GET", "/v1.0/me", NULL, NULL);
    g_autoptr (RawReply) empty = raw_client_ask (
      fixture->base, "POST", EXCHANGE_INVOKE, fixture->bearer, "{\"CmdletInput\":{}}");
    g_autoptr (RawReply) cmdlet = exchange_invoke (fixture, "Get-App", LISTED);

    g_assert_cmpuint (graph->status, ==, 401);
    g_assert_cmpuint (empty->status, ==, 400);
    g_assert_cmpuint (cmdlet->status, ==, 200);
    g_assert_null (strstr (cmdlet->body, EXCHANGE_MAPS));
  }
}

/* Each matching request counts once, though a rule match its route and its cmdlet. */
static void
test_counts (ExchangeFixture *fixture, gconstpointer data)
{
  static const guint statuses[] = { 200, 409, 409, 200 };

  make_trouble (fixture, "POST *", "conflict", ",\"skip\":1,\"times\":2");
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr (RawReply) reply = exchange_invoke (fixture, "Get-App", LISTED);

      g_assert_cmpuint (reply->status, ==, statuses[i]);
    }
}

/* The cmdlet as it is called, whatever was typed; nothing that was made up gets into the log. */
static void
test_log (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) typed = exchange_invoke (fixture, "GET-app", LISTED);
  g_autoptr (RawReply) unknown = exchange_invoke (fixture, "Get-Secret", "{}");
  g_autoptr (RawReply) none =
    raw_client_ask (fixture->base, "POST", EXCHANGE_INVOKE, fixture->bearer, "{}");
  g_autoptr (RawReply) log = exchange_steer (fixture, "GET", "/practice/log", NULL);
  g_autoptr (JsonObject) first = dup_entry (fixture, 2);
  g_autoptr (JsonObject) second = dup_entry (fixture, 1);
  g_autoptr (JsonObject) third = dup_entry (fixture, 0);

  g_assert_cmpstr (waxseal_json_get_text (first, "cmdlet"), ==, "Get-App");
  g_assert_cmpstr (waxseal_json_get_text (first, "route"), ==, "/adminapi/beta/{}/InvokeCommand");
  g_assert_cmpstr (waxseal_json_get_text (second, "cmdlet"), ==, "unknown");
  g_assert_false (json_object_has_member (third, "cmdlet"));
  g_assert_null (strstr (log->body, "Secret"));
}

/* For so many reads a change is not seen: a new app, a changed one, a removed one. */
static void
test_behind (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (JsonObject) set = NULL, removed = NULL;

  exchange_add_app (fixture, EXCHANGE_APP, NULL);
  make_trouble (fixture, ON ("Get-App"), "not-replicated", ",\"times\":2");
  exchange_expect_refusal (fixture, 404, EXCHANGE_APP, "Get-App", EXCHANGE_OF (EXCHANGE_APP));
  g_assert_false (is_there (fixture));
  g_assert_true (is_there (fixture));

  set = exchange_expect (fixture, "Set-App", DISABLE);
  make_trouble (fixture, ON ("Get-App"), "not-replicated", "");
  g_assert_true (is_enabled (fixture));
  g_assert_false (is_enabled (fixture));

  removed = exchange_expect (fixture, "Remove-App", REMOVE);
  make_trouble (fixture, ON ("Get-App"), "not-replicated", "");
  g_assert_true (is_there (fixture));
  g_assert_false (is_there (fixture));
}

/* Or for some seconds; what comes meanwhile is not seen earlier. */
static void
test_late (ExchangeFixture *fixture, gconstpointer data)
{
  gint64 start = g_get_monotonic_time ();
  g_autoptr (JsonObject) set = NULL;

  make_trouble (fixture, NEW, "not-replicated", ",\"seconds\":0.4");
  exchange_add_app (fixture, EXCHANGE_APP, NULL);
  set = exchange_expect (fixture, "Set-App", DISABLE);
  g_assert_false (is_there (fixture));
  while (!is_there (fixture))
    g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_TIME_SPAN_SECOND);
  g_assert_cmpint (g_get_monotonic_time () - start, >=, 390 * G_TIME_SPAN_MILLISECOND);
  g_assert_false (is_enabled (fixture));
}

/* Nobody is sent to another host by mistake. */
static void
test_next_link (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *fields =
    g_strconcat (fixture->bearer, EXCHANGE_ANCHOR, "Prefer: odata.maxpagesize=1\r\n", NULL);
  g_autofree char *body = exchange_write ("Get-App", LISTED);
  g_autoptr (RawReply) reply = NULL;
  g_autoptr (JsonObject) page = NULL;

  exchange_add_app (fixture, EXCHANGE_APP, NULL);
  make_trouble (fixture, ON ("Get-App"), "next-link-elsewhere", "");
  reply = raw_client_ask (fixture->base, "POST", EXCHANGE_INVOKE, fields, body);
  page = raw_reply_parse (reply);
  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_true (g_str_has_prefix (waxseal_json_get_text (page, "@odata.nextLink"),
                                   "https://elsewhere.invalid/adminapi/beta/" EXCHANGE_TENANT
                                   "/InvokeCommand?$skiptoken="));
}

static void
add_tests (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autofree char *path =
        g_strdup_printf ("/practice-exchange-faults/answers/%s-%u", answers[i].name, i);

      exchange_fixture_add (path, &answers[i], test_answers);
    }
  for (guint i = 0; i < G_N_ELEMENTS (losses); i++)
    {
      g_autofree char *path = g_strconcat ("/practice-exchange-faults/lost/", losses[i].name, NULL);

      exchange_fixture_add (path, &losses[i], test_lost);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_tests ();
  exchange_fixture_add ("/practice-exchange-faults/claims", NULL, test_claims);
  exchange_fixture_add ("/practice-exchange-faults/warnings-after", NULL, test_warnings_after);
  exchange_fixture_add ("/practice-exchange-faults/waits", NULL, test_waits);
  exchange_fixture_add ("/practice-exchange-faults/holds", NULL, test_holds);
  exchange_fixture_add ("/practice-exchange-faults/rules", NULL, test_rules);
  exchange_fixture_add ("/practice-exchange-faults/counts", NULL, test_counts);
  exchange_fixture_add ("/practice-exchange-faults/log", NULL, test_log);
  exchange_fixture_add ("/practice-exchange-faults/behind", NULL, test_behind);
  exchange_fixture_add ("/practice-exchange-faults/late", NULL, test_late);
  exchange_fixture_add ("/practice-exchange-faults/next-link", NULL, test_next_link);
  return exchange_fixture_run ();
}
