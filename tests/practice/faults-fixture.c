/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "faults-fixture.h"

#include "waxseal-practice-client.h"
#include "waxseal-practice-person.h"

#define SCOPES "https%3A%2F%2Fgraph.microsoft.com%2F.default%20offline_access"

static void
entered_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GMainLoop *loop = user_data;
  g_autoptr (GError) error = NULL;

  waxseal_practice_person_finish (result, &error);
  g_assert_no_error (error);
  g_main_loop_quit (loop);
}

static void
enter_code (JsonObject *code)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  waxseal_practice_person_enter_code_async ("global-administrator",
                                            json_object_get_string_member (code,
                                                                           "verification_uri"),
                                            json_object_get_string_member (code, "user_code"),
                                            NULL,
                                            entered_cb,
                                            loop);
  g_main_loop_run (loop);
}

static char *
sign_in (const char *base)
{
  g_autoptr (RawReply) reply =
    raw_client_ask (base,
                    "POST",
                    "/organizations/oauth2/v2.0/devicecode",
                    NULL,
                    "client_id=" WAXSEAL_PRACTICE_CLIENT_ID "&scope=" SCOPES);
  g_autoptr (JsonObject) code = raw_reply_parse (reply);
  g_autofree char *form =
    g_strconcat ("grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code&client_"
                 "id=" WAXSEAL_PRACTICE_CLIENT_ID "&device_code=",
                 json_object_get_string_member (code, "device_code"),
                 NULL);
  g_autoptr (RawReply) tokens = NULL;
  g_autoptr (JsonObject) object = NULL;

  enter_code (code);
  tokens = raw_client_ask (base, "POST", "/organizations/oauth2/v2.0/token", NULL, form);
  g_assert_cmpuint (tokens->status, ==, 200);
  object = raw_reply_parse (tokens);
  return g_strdup_printf ("Authorization: Bearer %s\r\n",
                          json_object_get_string_member (object, "access_token"));
}

static FaultsFixture shared;

static void
set_up (FaultsFixture *self, gconstpointer data)
{
  g_autoptr (RawReply) reply = NULL;

  *self = shared;
  reply = faults_fixture_steer (self, "POST", "/practice/reset", NULL);
  g_assert_cmpuint (reply->status, ==, 204);
}

static void
tear_down (FaultsFixture *self, gconstpointer data)
{
}

/** faults_fixture_add: adds a test that the Global Administrator is signed in for. */
void
faults_fixture_add (const char *path, gconstpointer data, FaultsTest test)
{
  g_test_add (path, FaultsFixture, data, set_up, test, tear_down);
}

/** faults_fixture_run: Returns: what main() returns. */
int
faults_fixture_run (void)
{
  g_autoptr (WaxsealPracticeServer) server = waxseal_practice_server_new (10);
  g_autoptr (GError) error = NULL;
  g_autofree char *bearer = NULL;

  waxseal_practice_server_start (server, 0, &error);
  g_assert_no_error (error);
  bearer = sign_in (waxseal_practice_server_get_base (server));
  shared = (FaultsFixture){ waxseal_practice_server_get_base (server), bearer };
  return g_test_run ();
}

/** faults_fixture_ask: Returns: (transfer full): the reply to the Global Administrator. */
RawReply *
faults_fixture_ask (FaultsFixture *self, const char *method, const char *path, const char *body)
{
  return raw_client_ask (self->base, method, path, self->bearer, body);
}

/** faults_fixture_steer: Returns: (transfer full): the reply of a control address. */
RawReply *
faults_fixture_steer (FaultsFixture *self, const char *method, const char *path, const char *body)
{
  return raw_client_ask (self->base, method, path, "X-Waxseal-Practice: 1\r\n", body);
}

/** faults_fixture_create: Returns: (transfer full): the reply to the making of an application. */
RawReply *
faults_fixture_create (FaultsFixture *self)
{
  return faults_fixture_ask (self, "POST", FAULTS_FIXTURE_APPLICATIONS, FAULTS_FIXTURE_APPLICATION);
}

/** faults_fixture_make_trouble: puts @script in force. */
void
faults_fixture_make_trouble (FaultsFixture *self, const char *script)
{
  g_autoptr (RawReply) reply = faults_fixture_steer (self, "POST", "/practice/faults", script);

  g_assert_cmpstr (reply->status == 200 ? "" : reply->body, ==, "");
}

/** faults_fixture_count: Returns: a number of the summary. */
gint64
faults_fixture_count (FaultsFixture *self, const char *member)
{
  g_autoptr (RawReply) reply = faults_fixture_steer (self, "GET", "/practice/summary", NULL);
  g_autoptr (JsonObject) summary = raw_reply_parse (reply);

  return json_object_get_int_member (summary, member);
}
