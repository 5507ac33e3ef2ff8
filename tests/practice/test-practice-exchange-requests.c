/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests for cmdlets: who may make them, how they have to look, in which pages the reply comes,
 * and what the service is not to be upset by (microsoft.md, 1.7, 1.8 and 3.2). */
#include <string.h>

#include "exchange-fixture.h"
#include "waxseal-json.h"
#include "waxseal-practice-client.h"

#define LISTED     "{\"OrganizationApp\":true}"
#define MANAGE     "https%3A%2F%2Foutlook.office365.com%2FExchange.Manage"
#define MANAGE_V2  MANAGE "V2"
#define GRAPH_READ "https%3A%2F%2Fgraph.microsoft.com%2FUser.Read"

static RawReply *
ask (ExchangeFixture *fixture, const char *method, const char *path, const char *fields)
{
  g_autofree char *body = exchange_write ("Get-App", LISTED);

  return raw_client_ask (fixture->base, method, path, fields, body);
}

static void
assert_challenged (RawReply *reply)
{
  g_autofree char *challenge = raw_reply_dup_field (reply, "www-authenticate");
  g_autofree char *reason = raw_reply_dup_field (reply, "x-ms-diagnostics");

  g_assert_cmpuint (reply->status, ==, 401);
  g_assert_true (g_str_has_prefix (challenge, "Bearer "));
  g_assert_nonnull (strstr (reason, "reason=\""));
  g_assert_cmpuint (reply->length, ==, 0);
}

/* A token for Exchange is needed, that is whole and young. */
static void
test_tokens (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *graph =
    exchange_sign_in (fixture, WAXSEAL_PRACTICE_CLIENT_ID, "global-administrator", GRAPH_READ);
  g_autofree char *spoilt = g_strndup (fixture->bearer, strlen (fixture->bearer) - 3);
  const char *tokens[] = {
    "", "Authorization: Bearer \r\n", "Authorization: Basic eDp5\r\n", graph
  };

  for (guint i = 0; i <= G_N_ELEMENTS (tokens); i++)
    {
      g_autofree char *fields = g_strconcat (i < G_N_ELEMENTS (tokens) ? tokens[i] : spoilt,
                                             i < G_N_ELEMENTS (tokens) ? "" : "\r\n",
                                             EXCHANGE_ANCHOR,
                                             NULL);
      g_autoptr (RawReply) reply = ask (fixture, "POST", EXCHANGE_INVOKE, fields);

      assert_challenged (reply);
    }
  exchange_make_trouble (fixture,
                         "[{\"on\":\"*\",\"times\":-1,\"fault\":\"clock-skew\",\"seconds\":3700}]");
  {
    g_autoptr (RawReply) late = exchange_invoke (fixture, "Get-App", LISTED);

    assert_challenged (late);
  }
}

static RawReply *
ask_as (ExchangeFixture *fixture, const char *client, const char *person, const char *scope)
{
  g_autofree char *bearer = exchange_sign_in (fixture, client, person, scope);
  g_autofree char *fields = g_strconcat (bearer, EXCHANGE_ANCHOR, NULL);

  return ask (fixture, "POST", EXCHANGE_INVOKE, fields);
}

/* The Exchange and the Global Administrator may; to others it is said why not, but not in the body.
 * A token without the scope gets no word. */
static void
test_rights (ExchangeFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *client;
    const char *person;
    const char *scope;
    guint status;
    gboolean has_reason;
  } rows[] = {
    { EXCHANGE_SHELL, "exchange-administrator", EXCHANGE_SHELLS, 200, FALSE },
    { EXCHANGE_SHELL, "global-administrator", EXCHANGE_SHELLS, 200, FALSE },
    { WAXSEAL_PRACTICE_CLIENT_ID, "global-administrator", MANAGE, 200, FALSE },
    { WAXSEAL_PRACTICE_CLIENT_ID, "global-administrator", MANAGE "%20" MANAGE_V2, 200, FALSE },
    { WAXSEAL_PRACTICE_CLIENT_ID, "cloud-application-administrator", MANAGE, 403, TRUE },
    { WAXSEAL_PRACTICE_CLIENT_ID, "privileged-role-administrator", MANAGE, 403, TRUE },
    { EXCHANGE_SHELL, "user", EXCHANGE_SHELLS, 403, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RawReply) reply = ask_as (fixture, rows[i].client, rows[i].person, rows[i].scope);
      g_autofree char *reason = raw_reply_dup_field (reply, "x-ms-diagnostics");

      g_test_message ("%s, %s", rows[i].person, rows[i].scope);
      g_assert_cmpuint (reply->status, ==, rows[i].status);
      g_assert_cmpint (reason != NULL, ==, rows[i].has_reason);
      if (!rows[i].has_reason)
        continue;
      g_assert_cmpuint (reply->length, >, 0);
      for (gsize k = 0; k < reply->length; k++)
        g_assert_cmpint (reply->body[k], ==, '\0');
    }
}

/* Exchange.ManageV2 is of another interface. */
static void
test_manage_v2 (ExchangeFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) reply =
    ask_as (fixture, WAXSEAL_PRACTICE_CLIENT_ID, "global-administrator", MANAGE_V2);
  g_autofree char *reason = raw_reply_dup_field (reply, "x-ms-diagnostics");

  g_assert_cmpuint (reply->status, ==, 403);
  g_assert_cmpuint (reply->length, ==, 0);
  g_assert_null (reason);
}

/* What says that it is gzip is NUL bytes all the same; who does not take gzip is not told so. */
static void
test_unknown_cmdlet (ExchangeFixture *fixture, gconstpointer data)
{
  static const char *const encodings[] = { "Accept-Encoding: gzip, deflate\r\n", "" };
  static const char *const names[] = { "Get-Mailbox", "Get-App ", "Invoke-Expression", "*" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings) * G_N_ELEMENTS (names); i++)
    {
      gboolean is_gzip = i % G_N_ELEMENTS (encodings) == 0;
      g_autofree char *fields = g_strconcat (fixture->bearer,
                                             EXCHANGE_ANCHOR,
                                             encodings[i % G_N_ELEMENTS (encodings)],
                                             NULL);
      g_autofree char *body = exchange_write (names[i / G_N_ELEMENTS (encodings)], "{}");
      g_autoptr (RawReply) reply =
        raw_client_ask (fixture->base, "POST", EXCHANGE_INVOKE, fields, body);
      g_autofree char *encoding = raw_reply_dup_field (reply, "content-encoding");
      g_autofree char *reason = raw_reply_dup_field (reply, "x-ms-diagnostics");

      g_assert_cmpuint (reply->status, ==, 403);
      g_assert_cmpuint (reply->length, >, 0);
      g_assert_cmpint (reply->body[0], ==, '\0');
      g_assert_cmpstr (encoding, ==, is_gzip ? "gzip" : NULL);
      g_assert_null (reason);
    }
}

/* The reason is in error.message, and nothing is around it. */
static void
assert_no_request (RawReply *reply, const char *reason)
{
  g_autoptr (JsonObject) object = raw_reply_parse (reply);
  JsonObject *error = waxseal_json_get_object (object, "error");

  g_assert_cmpuint (reply->status, ==, 400);
  g_assert_cmpstr (waxseal_json_get_text (error, "code"), ==, "BadRequest");
  g_assert_nonnull (strstr (waxseal_json_get_text (error, "message"), reason));
  g_assert_false (json_object_has_member (error, "details"));
  g_assert_false (json_object_has_member (error, "innererror"));
}

static void
test_anchor (ExchangeFixture *fixture, gconstpointer data)
{
  static const char *const good[] = {
    "UPN:sean.o'brien@contoso-practice.example",
    "APP:SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}@" EXCHANGE_TENANT,
  };
  static const char *const bad[] = {
    NULL,         "",
    "UPN:",       "grace.hall@contoso-practice.example",
    "UPN:grace",  "UPN:@example",
    "UPN:grace@", "upn:a@b",
    "UPN:a b@c",  "UPN:a@b@c",
  };

  for (guint i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autofree char *fields =
        g_strdup_printf ("%sX-AnchorMailbox: %s\r\n", fixture->bearer, good[i]);
      g_autoptr (RawReply) reply = ask (fixture, "POST", EXCHANGE_INVOKE, fields);

      g_assert_cmpuint (reply->status, ==, 200);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *fields =
        bad[i] != NULL ? g_strdup_printf ("%sX-AnchorMailbox: %s\r\n", fixture->bearer, bad[i])
                       : g_strdup (fixture->bearer);
      g_autoptr (RawReply) reply = ask (fixture, "POST", EXCHANGE_INVOKE, fields);

      assert_no_request (reply, "X-AnchorMailbox");
    }
}

/* By its ID, or by one of its domains; of this version, by POST. */
static void
test_addresses (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *fields = g_strconcat (fixture->bearer, EXCHANGE_ANCHOR, NULL);
  static const struct
  {
    const char *method;
    const char *path;
    guint status;
  } rows[] = {
    { "POST", EXCHANGE_INVOKE, 200 },
    { "POST", "/adminapi/beta/contoso-practice.example/InvokeCommand", 200 },
    { "POST", "/AdminApi/beta/" EXCHANGE_TENANT "/invokecommand?$select=AppId", 200 },
    { "POST", "/adminapi/beta/organizations/InvokeCommand", 400 },
    { "POST", "/adminapi/beta/" EXCHANGE_APP "/InvokeCommand", 400 },
    { "POST", "/adminapi/beta/pending.example/InvokeCommand", 400 },
    { "POST", "/adminapi/beta/nobody.example/InvokeCommand", 400 },
    { "GET", EXCHANGE_INVOKE, 405 },
    { "PUT", EXCHANGE_INVOKE, 405 },
    { "PATCH", EXCHANGE_INVOKE, 405 },
    { "DELETE", EXCHANGE_INVOKE, 405 },
    { "POST", "/adminapi/v1.0/" EXCHANGE_TENANT "/InvokeCommand", 405 },
    { "POST", "/adminapi/beta/" EXCHANGE_TENANT, 404 },
    { "POST", "/adminapi/beta/" EXCHANGE_TENANT "/Mailbox", 404 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RawReply) reply = ask (fixture, rows[i].method, rows[i].path, fields);
      g_autofree char *allowed = raw_reply_dup_field (reply, "allow");

      g_test_message ("%s %s", rows[i].method, rows[i].path);
      g_assert_cmpuint (reply->status, ==, rows[i].status);
      g_assert_cmpstr (allowed, ==, rows[i].status == 405 ? "POST" : NULL);
    }
}

static void
add_apps (ExchangeFixture *fixture, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *id = g_strdup_printf ("0000000%u-2222-4333-8444-555555555555", i);

      exchange_add_app (fixture, id, NULL);
    }
}

/* @link: (nullable): the address of the page; the first without it */
static JsonObject *
get_page (ExchangeFixture *fixture, const char *link, const char *preference)
{
  g_autofree char *body = exchange_write ("Get-App", LISTED);
  g_autofree char *fields = g_strconcat (fixture->bearer, EXCHANGE_ANCHOR, preference, NULL);
  const char *path = EXCHANGE_INVOKE;
  g_autoptr (RawReply) reply = NULL;

  if (link != NULL)
    {
      g_assert_true (g_str_has_prefix (link, fixture->base));
      path = link + strlen (fixture->base);
    }
  reply = raw_client_ask (fixture->base, "POST", path, fields, body);
  g_assert_cmpuint (reply->status, ==, 200);
  return raw_reply_parse (reply);
}

/* Every app once, in pages as large as was asked for; the last leads no further. */
static void
test_pages (ExchangeFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *preference;
    guint size;
  } rows[] = {
    { "Prefer: odata.maxpagesize=1\r\n", 1 },
    { "Prefer: odata.maxpagesize=2\r\n", 2 },
    { "Prefer: respond-async, odata.maxpagesize = 3;odata.continue-on-error\r\n", 3 },
    { "Prefer: odata.maxpagesize=6\r\n", 6 },
    { "Prefer: odata.maxpagesize=100000\r\n", 6 },
    { "Prefer: odata.maxpagesize=0\r\n", 6 },
    { "Prefer: odata.maxpagesize=-1\r\n", 6 },
    { "Prefer: odata.maxpagesize=many\r\n", 6 },
    { "", 6 },
  };

  add_apps (fixture, 5);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      g_autofree char *link = NULL;

      do
        {
          g_autoptr (JsonObject) page = get_page (fixture, link, rows[i].preference);
          JsonArray *value = waxseal_json_get_array (page, "value");
          guint n = json_array_get_length (value);

          g_assert_cmpuint (n, >, 0);
          g_assert_cmpuint (n, <=, rows[i].size);
          for (guint k = 0; k < n; k++)
            g_assert_true (
              g_hash_table_add (seen,
                                g_strdup (waxseal_json_get_text (
                                  waxseal_json_array_get_object (value, k), "AppId"))));
          g_free (link);
          link = g_strdup (waxseal_json_get_text (page, "@odata.nextLink"));
          g_assert_cmpint (*link == '\0', ==, g_hash_table_size (seen) == 6);
        }
      while (*link != '\0');
    }
}

/* The address of a page is for the same request, by POST, and for some minutes. */
static void
test_page_addresses (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *fields = g_strconcat (fixture->bearer, EXCHANGE_ANCHOR, NULL);
  g_autofree char *other = exchange_write ("Get-App", "{}");
  g_autofree char *same = exchange_write ("Get-App", LISTED);
  g_autoptr (JsonObject) page = NULL;
  g_autoptr (RawReply) got = NULL, changed = NULL, spoilt = NULL, late = NULL, good = NULL;
  g_autofree char *path = NULL, *bad = NULL;

  add_apps (fixture, 2);
  page = get_page (fixture, NULL, "Prefer: odata.maxpagesize=1\r\n");
  path = g_strdup (waxseal_json_get_text (page, "@odata.nextLink") + strlen (fixture->base));
  bad = g_strdup (path);
  bad[strlen (bad) - 9] = bad[strlen (bad) - 9] == 'A' ? 'B' : 'A';
  got = raw_client_ask (fixture->base, "GET", path, fields, NULL);
  good = raw_client_ask (fixture->base, "POST", path, fields, same);
  changed = raw_client_ask (fixture->base, "POST", path, fields, other);
  spoilt = raw_client_ask (fixture->base, "POST", bad, fields, same);
  exchange_make_trouble (fixture,
                         "[{\"on\":\"*\",\"times\":-1,\"fault\":\"clock-skew\",\"seconds\":601}]");
  late = raw_client_ask (fixture->base, "POST", path, fields, same);
  g_assert_cmpuint (got->status, ==, 405);
  g_assert_cmpuint (good->status, ==, 200);
  assert_no_request (changed, "same request");
  assert_no_request (spoilt, "same request");
  assert_no_request (late, "and soon");
}

/* What is no request for a cmdlet. */
static void
test_bodies (ExchangeFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *body;
    const char *reason;
  } rows[] = {
    { NULL, "CmdletInput" },
    { "", "CmdletInput" },
    { "CmdletInput=x", "CmdletInput" },
    { "{", "CmdletInput" },
    { "[]", "CmdletInput" },
    { "\"CmdletInput\"", "CmdletInput" },
    { "{}", "CmdletInput" },
    { "{\"CmdletInput\":null}", "CmdletInput" },
    { "{\"CmdletInput\":\"Get-App\"}", "CmdletInput" },
    { "{\"CmdletInput\":{}}", "CmdletName" },
    { "{\"CmdletInput\":{\"CmdletName\":7}}", "CmdletName" },
    { "{\"CmdletInput\":{\"CmdletName\":[\"Get-App\"]}}", "CmdletName" },
    { "{\"CmdletInput\":{\"CmdletName\":\"\"}}", "CmdletName" },
    { "{\"CmdletInput\":{\"CmdletName\":\"Get-App\",\"Parameters\":[]}}", "Parameters" },
    { "{\"CmdletInput\":{\"CmdletName\":\"Get-App\",\"Parameters\":null}}", "Parameters" },
    { "{\"CmdletInput\":{\"CmdletName\":\"Get-App\",\"CmdletName\":\"New-App\"}}", "CmdletInput" },
    { "{\"CmdletInput\":{\"CmdletName\":\"Get-App\\u0000\"}}", "CmdletInput" },
    { "{\"CmdletInput\":{\"CmdletName\":\"\\ud800\"}}", "CmdletInput" },
  };
  g_autofree char *fields = g_strconcat (fixture->bearer, EXCHANGE_ANCHOR, NULL);
  g_autoptr (RawReply) bare = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RawReply) reply =
        raw_client_ask (fixture->base, "POST", EXCHANGE_INVOKE, fields, rows[i].body);

      g_test_message ("%s", rows[i].body);
      assert_no_request (reply, rows[i].reason);
    }
  bare = raw_client_ask (fixture->base,
                         "POST",
                         EXCHANGE_INVOKE,
                         fields,
                         "{\"CmdletInput\":{\"CmdletName\":\"Get-App\"}}");
  g_assert_cmpuint (bare->status, ==, 200);
}

static RawReply *
send_bytes (ExchangeFixture *fixture, const char *body, gsize length)
{
  g_autofree char *fields = g_strconcat (fixture->bearer, EXCHANGE_ANCHOR, NULL);

  return raw_client_receive (
    raw_client_send_bytes (fixture->base, "POST", EXCHANGE_INVOKE, fields, body, length));
}

/* Neither size nor depth nor NULs bring it down: afterwards it answers as before. */
static void
test_hostile (ExchangeFixture *fixture, gconstpointer data)
{
  static const char nul[] = "{\"CmdletInput\":{\"CmdletName\":\"Get\0App\"}}";
  static const char latin[] = "{\"CmdletInput\":{\"CmdletName\":\"Get-\xe4pp\"}}";
  gsize size = 10 * 1024 * 1024, deep = 2 * 1024 * 1024;
  g_autofree char *large = g_strnfill (size, 'a');
  g_autofree char *brackets = g_strnfill (deep, '[');
  g_autoptr (GString) nested = g_string_new (NULL);
  g_autoptr (RawReply) huge = NULL, array = NULL, object = NULL, nuls = NULL, bytes = NULL;
  g_autoptr (JsonObject) app = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (nested, "{\"CmdletInput\":");
  memcpy (large, "{\"CmdletInput\":\"", 16);
  huge = send_bytes (fixture, large, size);
  array = send_bytes (fixture, brackets, deep);
  object = send_bytes (fixture, nested->str, nested->len);
  nuls = send_bytes (fixture, nul, sizeof nul - 1);
  bytes = send_bytes (fixture, latin, sizeof latin - 1);
  g_assert_true (huge->status == 413 || huge->status == 0);
  assert_no_request (array, "CmdletInput");
  assert_no_request (object, "CmdletInput");
  assert_no_request (nuls, "CmdletInput");
  assert_no_request (bytes, "CmdletInput");
  app = exchange_find_app (fixture, EXCHANGE_MAPS);
  g_assert_nonnull (app);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  exchange_fixture_add ("/practice-exchange-requests/tokens", NULL, test_tokens);
  exchange_fixture_add ("/practice-exchange-requests/rights", NULL, test_rights);
  exchange_fixture_add ("/practice-exchange-requests/manage-v2", NULL, test_manage_v2);
  exchange_fixture_add ("/practice-exchange-requests/unknown-cmdlet", NULL, test_unknown_cmdlet);
  exchange_fixture_add ("/practice-exchange-requests/anchor", NULL, test_anchor);
  exchange_fixture_add ("/practice-exchange-requests/addresses", NULL, test_addresses);
  exchange_fixture_add ("/practice-exchange-requests/pages", NULL, test_pages);
  exchange_fixture_add ("/practice-exchange-requests/page-addresses", NULL, test_page_addresses);
  exchange_fixture_add ("/practice-exchange-requests/bodies", NULL, test_bodies);
  exchange_fixture_add ("/practice-exchange-requests/hostile", NULL, test_hostile);
  return exchange_fixture_run ();
}
