/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "faults-fixture.h"
#include "waxseal-json.h"

#define TOKEN "/organizations/oauth2/v2.0/token"

/** Registered: an application that can have secrets. */
typedef struct
{
  char *app_id;
  char *path; /* of its secrets */
} Registered;

static void
clear_registered (Registered *self)
{
  g_free (self->app_id);
  g_free (self->path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Registered, clear_registered)

static Registered
register_app (FaultsFixture *fixture)
{
  g_autoptr (RawReply) made = faults_fixture_create (fixture);
  g_autoptr (JsonObject) application = raw_reply_parse (made);
  g_autofree char *principal =
    g_strdup_printf ("{\"appId\":\"%s\"}", waxseal_json_get_text (application, "appId"));
  g_autoptr (RawReply) reply =
    faults_fixture_ask (fixture, "POST", "/v1.0/servicePrincipals", principal);

  g_assert_cmpuint (reply->status, ==, 201);
  return (Registered){ g_strdup (waxseal_json_get_text (application, "appId")),
                       g_strconcat (FAULTS_FIXTURE_APPLICATIONS "/",
                                    waxseal_json_get_text (application, "id"),
                                    "/addPassword",
                                    NULL) };
}

static char *
add_secret (FaultsFixture *fixture, const Registered *app)
{
  g_autoptr (RawReply) reply = faults_fixture_ask (
    fixture, "POST", app->path, "{\"passwordCredential\":{\"displayName\":\"One\"}}");
  g_autoptr (JsonObject) secret = NULL;

  g_assert_cmpuint (reply->status, ==, 200);
  secret = raw_reply_parse (reply);
  return g_strdup (waxseal_json_get_text (secret, "secretText"));
}

static void
assert_secret_works (FaultsFixture *fixture,
                     const Registered *app,
                     const char *secret,
                     guint status)
{
  g_autofree char *escaped = g_uri_escape_string (secret, NULL, FALSE);
  g_autofree char *form =
    g_strdup_printf ("grant_type=client_credentials&client_id=%s&client_secret=%s"
                     "&scope=https%%3A%%2F%%2Fgraph.microsoft.com%%2F.default",
                     app->app_id,
                     escaped);
  g_autoptr (RawReply) reply = raw_client_ask (
    fixture->base, "POST", "/contoso-practice.example/oauth2/v2.0/token", NULL, form);

  g_assert_cmpuint (reply->status, ==, status);
  if (status != 200)
    g_assert_nonnull (strstr (reply->body, "AADSTS7000215: "));
}

static void
test_secret_not_yet_by_requests (FaultsFixture *fixture, gconstpointer data)
{
  g_auto (Registered) app = register_app (fixture);
  g_autofree char *secret = add_secret (fixture, &app);

  faults_fixture_make_trouble (
    fixture, "[{\"on\":\"POST */token\",\"fault\":\"secret-not-yet\",\"times\":2}]");
  assert_secret_works (fixture, &app, secret, 401);
  assert_secret_works (fixture, &app, secret, 401);
  assert_secret_works (fixture, &app, secret, 200);
}

/* Only those that are made while it is in force; together with a lost reply, too. */
static void
test_secret_not_yet_by_time (FaultsFixture *fixture, gconstpointer data)
{
  g_auto (Registered) app = register_app (fixture);
  g_autofree char *before = add_secret (fixture, &app);
  g_autofree char *late = NULL;
  g_autoptr (RawReply) lost = NULL;
  g_autoptr (RawReply) state = NULL;
  g_auto (GStrv) parts = NULL;

  faults_fixture_make_trouble (
    fixture,
    "[{\"on\":\"POST *addPassword\",\"fault\":\"secret-not-yet\",\"seconds\":3600,\"times\":-1},"
    "{\"on\":\"POST *addPassword\",\"fault\":\"reset-after\",\"skip\":1}]");
  late = add_secret (fixture, &app);
  assert_secret_works (fixture, &app, late, 401);
  assert_secret_works (fixture, &app, before, 200);

  lost = faults_fixture_ask (fixture,
                             "POST",
                             app.path,
                             "{\"passwordCredential\":{\"displayName\":\"Two\"}}");
  g_assert_cmpuint (lost->status, ==, 0);
  g_assert_cmpint (faults_fixture_count (fixture, "liveSecrets"), ==, 3);
  state = faults_fixture_steer (fixture, "GET", "/practice/state", NULL);
  g_assert_null (strstr (state->body, late));
  parts = g_strsplit (state->body, "\"practiceWorksFrom\":", -1);
  g_assert_cmpuint (g_strv_length (parts), >=, 3);
}

static void
test_refresh_rotated_early (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) reply = NULL;

  faults_fixture_make_trouble (fixture,
                               "[{\"on\":\"POST */token\",\"fault\":\"refresh-rotated-early\"}]");
  reply = raw_client_ask (
    fixture->base, "POST", TOKEN, NULL, "grant_type=refresh_token&client_id=x&refresh_token=y");
  g_assert_cmpuint (reply->status, ==, 400);
  g_assert_nonnull (strstr (reply->body, "\"error\":\"invalid_grant\""));
  g_assert_nonnull (strstr (reply->body, "AADSTS70008: "));
}

static void
test_consent_refused (FaultsFixture *fixture, gconstpointer data)
{
  g_autoptr (RawReply) page = NULL;
  g_autoptr (RawReply) device = NULL;
  g_autoptr (RawReply) code = NULL;
  g_autofree char *back = NULL;

  faults_fixture_make_trouble (fixture,
                               "[{\"on\":\"*\",\"fault\":\"consent-refused\",\"times\":3}]");
  page = raw_client_ask (fixture->base,
                         "GET",
                         "/organizations/oauth2/v2.0/authorize?client_id=x&state=a%26b"
                         "&redirect_uri=http%3A%2F%2Flocalhost%3A1%2F",
                         NULL,
                         NULL);
  g_assert_cmpuint (page->status, ==, 302);
  back = raw_reply_dup_field (page, "location");
  g_assert_true (g_str_has_prefix (back, "http://localhost:1/?error=access_denied&"));
  g_assert_nonnull (strstr (back, "AADSTS65004"));
  g_assert_true (g_str_has_suffix (back, "&state=a%26b"));

  device = raw_client_ask (
    fixture->base,
    "POST",
    TOKEN,
    NULL,
    "client_id=x&device_code=y&grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code");
  g_assert_nonnull (strstr (device->body, "\"error\":\"authorization_declined\""));
  code = raw_client_ask (fixture->base,
                         "POST",
                         TOKEN,
                         NULL,
                         "client_id=x&code=y&grant_type=authorization_code"
                         "&redirect_uri=http%3A%2F%2Flocalhost%3A1%2F");
  g_assert_nonnull (strstr (code->body, "AADSTS65004: "));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  faults_fixture_add ("/practice-faults-sign-in/secret-not-yet-by-requests",
                      NULL,
                      test_secret_not_yet_by_requests);
  faults_fixture_add ("/practice-faults-sign-in/secret-not-yet-by-time",
                      NULL,
                      test_secret_not_yet_by_time);
  faults_fixture_add ("/practice-faults-sign-in/refresh-rotated-early",
                      NULL,
                      test_refresh_rotated_early);
  faults_fixture_add ("/practice-faults-sign-in/consent-refused", NULL, test_consent_refused);
  return faults_fixture_run ();
}
