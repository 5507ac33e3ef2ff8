/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page on which an administrator consents for the tenant (microsoft.md, 1.8 and 2.5). */
#include <string.h>

#include "app-client.h"
#include "waxseal-json.h"

/* User.Read, delegated; and what the tenant has no role or no service for. */
#define SCOPE_USER_READ "e1fe6dd8-ba31-4d61-89e7-88639da4683d"
#define NONSENSE        "11111111-2222-4333-8444-555555555555"

static const char declared[] = "[{\"resourceAppId\":\"" APP_GRAPH "\",\"resourceAccess\":["
                               "{\"id\":\"" APP_MAIL_READ "\",\"type\":\"Role\"},"
                               "{\"id\":\"" APP_MAIL_READ_WRITE "\",\"type\":\"Role\"},"
                               "{\"id\":\"" APP_MAIL_SEND "\",\"type\":\"Role\"},"
                               "{\"id\":\"" SCOPE_USER_READ "\",\"type\":\"Scope\"},"
                               "{\"id\":\"" NONSENSE "\",\"type\":\"Role\"}]},"
                               "{\"resourceAppId\":\"" NONSENSE "\",\"resourceAccess\":["
                               "{\"id\":\"" APP_USER_READ_ALL "\",\"type\":\"Role\"}]}]";

typedef struct
{
  Practice *practice;
  Reply *tokens;
  const char *token;
  App app;
} Scene;

static void
scene_clear (Scene *self)
{
  app_clear (&self->app);
  reply_free (self->tokens);
  practice_free (self->practice);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, scene_clear)

static void
scene_init (Scene *self)
{
  g_autofree char *key_id = NULL;

  self->practice = practice_new ();
  self->tokens = sign_in_tokens (self->practice, "global-administrator", APP_RIGHTS);
  self->token = reply_get_text (self->tokens, "access_token");
  self->app = app_register (self->practice, self->token, declared);
  key_id = app_add_secret (&self->app, self->practice, self->token, APP_FAR);
}

static Reply *
answer (Scene *self, const char *person, const char *answered)
{
  g_autofree char *path =
    g_strdup_printf ("/" APP_TENANT "/adminconsent?client_id=%s&state=x", self->app.app_id);

  return practice_post (self->practice, path, "person", person, "answer", answered, NULL);
}

/* As Graph lists them; none without a service principal. */
static guint
count_grants (Scene *self)
{
  g_autofree char *path =
    g_strdup_printf ("/v1.0/servicePrincipals(appId='%s')/appRoleAssignments", self->app.app_id);
  g_autoptr (Reply) reply = sign_in_call (self->practice, self->token, "GET", path, NULL);

  if (reply->status == 404)
    return 0;
  g_assert_cmpuint (reply->status, ==, 200);
  return json_array_get_length (waxseal_json_get_array (reply_get_object (reply), "value"));
}

static void
test_people (void)
{
  static const struct
  {
    const char *person;
    const char *answer;
    guint status;
    guint grants;
    const char *said;
  } rows[] = {
    { "global-administrator", "accept", 200, 3, "The permissions are granted" },
    { "privileged-role-administrator", "accept", 200, 3, "The permissions are granted" },
    { "cloud-application-administrator", "accept", 400, 0, "AADSTS90094" },
    { "user", "accept", 400, 0, "AADSTS90094" },
    { "user", NULL, 400, 0, "AADSTS90094" },
    { "nobody", "accept", 400, 0, "AADSTS90094" },
    { "global-administrator", "cancel", 200, 0, "Nothing was granted" },
    { "global-administrator", "ACCEPT", 200, 0, "Nothing was granted" },
    { "", "accept", 200, 0, "Nothing was granted" },
    { NULL, "accept", 200, 0, "value=\"global-administrator\"" },
    { "global-administrator", NULL, 200, 0, "value=\"accept\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (Scene) scene = { NULL };
      g_autoptr (Reply) reply = NULL;

      scene_init (&scene);
      g_test_message ("%s: %s", rows[i].person, rows[i].answer);
      reply = answer (&scene, rows[i].person, rows[i].answer);
      g_assert_cmpuint (reply->status, ==, rows[i].status);
      g_assert_nonnull (strstr (reply->text, rows[i].said));
      g_assert_null (strstr (reply->text, "signed in</h1>"));
      g_assert_cmpuint (count_grants (&scene), ==, rows[i].grants);
    }
}

/* What is shown is what is granted: the application permissions, without a second of any. */
static void
test_exactly (void)
{
  g_auto (Scene) scene = { NULL };
  g_autoptr (Reply) page = NULL;
  g_autoptr (Reply) first = NULL;
  g_autoptr (Reply) second = NULL;
  g_autofree char *roles = NULL;

  scene_init (&scene);
  page = answer (&scene, "global-administrator", NULL);
  g_assert_nonnull (strstr (page->text, "<code>Mail.Read</code>"));
  g_assert_nonnull (strstr (page->text, "<code>Mail.ReadWrite</code>"));
  g_assert_nonnull (strstr (page->text, "<code>Mail.Send</code>"));
  g_assert_null (strstr (page->text, "User.Read"));
  first = answer (&scene, "global-administrator", "accept");
  second = answer (&scene, "privileged-role-administrator", "accept");
  g_assert_cmpuint (second->status, ==, 200);
  g_assert_cmpuint (count_grants (&scene), ==, 3);
  roles = app_dup_roles (&scene.app, scene.practice);
  g_assert_cmpstr (roles, ==, "Mail.Read Mail.ReadWrite Mail.Send");
}

/* What was granted before and is not declared stays. */
static void
test_adds (void)
{
  g_auto (Scene) scene = { NULL };
  g_autoptr (Reply) reply = NULL;
  g_autofree char *undeclared = NULL;
  g_autofree char *granted = NULL;
  g_autofree char *roles = NULL;

  scene_init (&scene);
  app_add_principal (&scene.app, scene.practice, scene.token);
  undeclared = app_grant (&scene.app, scene.practice, scene.token, APP_USER_READ_ALL);
  granted = app_grant (&scene.app, scene.practice, scene.token, APP_MAIL_READ);
  reply = answer (&scene, "global-administrator", "accept");
  g_assert_cmpuint (reply->status, ==, 200);
  roles = app_dup_roles (&scene.app, scene.practice);
  g_assert_cmpstr (roles, ==, "Mail.Read Mail.ReadWrite Mail.Send User.Read.All");
}

static void
test_addresses (void)
{
  static const struct
  {
    const char *path; /* %s: the client ID */
    const char *said;
  } rows[] = {
    { "/nobody.example/adminconsent?client_id=%s", "AADSTS90002" },
    { "/nobody.example/v2.0/adminconsent?client_id=%s", "AADSTS90002" },
    /* It is known in its own tenant alone. */
    { "/organizations/adminconsent?client_id=%s", "AADSTS50194" },
    { "/" APP_TENANT "/adminconsent?client_id=" NONSENSE, "AADSTS700016" },
    { "/" APP_TENANT "/adminconsent?client_id=", "AADSTS700016" },
    { "/" APP_TENANT "/adminconsent", "AADSTS700016" },
  };
  g_auto (Scene) scene = { NULL };
  g_autofree char *application = NULL;
  g_autoptr (Reply) deleted = NULL;
  g_autoptr (Reply) gone = NULL;

  scene_init (&scene);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_auto (GStrv) parts = g_strsplit (rows[i].path, "%s", -1);
      g_autofree char *path = g_strjoinv (scene.app.app_id, parts);
      g_autoptr (Reply) reply = practice_post (
        scene.practice, path, "person", "global-administrator", "answer", "accept", NULL);

      g_test_message ("%s", rows[i].path);
      g_assert_cmpuint (reply->status, ==, 400);
      g_assert_nonnull (strstr (reply->text, rows[i].said));
    }
  g_assert_cmpuint (count_grants (&scene), ==, 0);
  application = g_strconcat ("/v1.0/applications/", scene.app.id, NULL);
  deleted = sign_in_call (scene.practice, scene.token, "DELETE", application, NULL);
  gone = answer (&scene, "global-administrator", "accept");
  g_assert_cmpuint (deleted->status, ==, 204);
  g_assert_nonnull (strstr (gone->text, "AADSTS700016"));
}

/* The ids are apart from what went wrong, and there is a way on. */
static void
test_failure_page (void)
{
  g_auto (Scene) scene = { NULL };
  g_autoptr (Reply) reply = NULL;
  const char *ids;

  scene_init (&scene);
  reply = answer (&scene, "user", "accept");
  ids = strstr (reply->text, "<p class=\"who ids\" lang=\"en\">Trace ID: ");
  g_assert_nonnull (ids);
  g_assert_nonnull (strstr (ids, "\nCorrelation ID: "));
  g_assert_nonnull (strstr (ids, "\nTimestamp: "));
  g_assert_true (strstr (reply->text, "Trace ID: ") > ids);
  g_assert_nonnull (strstr (reply->text, "go back to the program"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/admin-consent/people", test_people);
  g_test_add_func ("/practice/admin-consent/exactly", test_exactly);
  g_test_add_func ("/practice/admin-consent/adds", test_adds);
  g_test_add_func ("/practice/admin-consent/addresses", test_addresses);
  g_test_add_func ("/practice/admin-consent/failure-page", test_failure_page);
  return g_test_run ();
}
