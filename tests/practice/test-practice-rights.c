/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may do what in the practice tenant (microsoft.md, 1.7, 1.8 and 2.5), by tokens that were got
 * as any program gets them: a device code that a person enters. */
#include <string.h>

#include "practice-fixture.h"

#define CLIENT "14d82eec-204b-4c2f-b7e8-296a70dab67e"
#define LOGIN  "/organizations/oauth2/v2.0/"
#define GRANT  "urn:ietf:params:oauth:grant-type:device_code"
#define SCOPES                                                                                     \
  "openid offline_access User.Read Application.ReadWrite.All AppRoleAssignment.ReadWrite.All "     \
  "Directory.Read.All"
#define MAIL_READ "810c84a8-4a9e-49e6-bf7d-12d183f40d01"
#define GRAPH     "00000003-0000-0000-c000-000000000000"

static char *
sign_in (Practice *practice, const char *person, const char *scope)
{
  g_autoptr (Reply) code =
    practice_post (practice, LOGIN "devicecode", "client_id", CLIENT, "scope", scope, NULL);
  g_autoptr (Reply) page = practice_post (practice,
                                          "/practice/device",
                                          "code",
                                          reply_get_text (code, "user_code"),
                                          "person",
                                          person,
                                          "answer",
                                          "accept",
                                          NULL);
  g_autoptr (Reply) token = practice_post (practice,
                                           LOGIN "token",
                                           "client_id",
                                           CLIENT,
                                           "grant_type",
                                           GRANT,
                                           "device_code",
                                           reply_get_text (code, "device_code"),
                                           NULL);

  if (token->status != 200)
    return NULL;
  return g_strconcat ("Bearer ", reply_get_text (token, "access_token"), NULL);
}

static Reply *
call (Practice *practice, const char *token, const char *method, const char *path, const char *json)
{
  SoupMessage *message = practice_message (practice, method, path);

  if (token != NULL)
    soup_message_headers_append (soup_message_get_request_headers (message),
                                 "Authorization",
                                 token);
  if (json != NULL)
    {
      g_autoptr (GBytes) body = g_bytes_new (json, strlen (json));

      soup_message_set_request_body_from_bytes (message, "application/json", body);
    }
  return practice_send (practice, message);
}

static guint
get_status (Practice *practice,
            const char *token,
            const char *method,
            const char *path,
            const char *json)
{
  g_autoptr (Reply) reply = call (practice, token, method, path, json);

  return reply->status;
}

static char *
create (Practice *practice,
        const char *token,
        const char *path,
        const char *json,
        const char *member)
{
  g_autoptr (Reply) reply = call (practice, token, "POST", path, json);

  g_assert_cmpuint (reply->status, ==, 201);
  return g_strdup (reply_get_text (reply, member));
}

/** Scene: an application and its service principal, made by the Global Administrator. */
typedef struct
{
  char *admin;
  char *object_id;
  char *client_id;
  char *principal;
  char *graph;
} Scene;

static void
clear_scene (Scene *scene)
{
  g_free (scene->admin);
  g_free (scene->object_id);
  g_free (scene->client_id);
  g_free (scene->principal);
  g_free (scene->graph);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Scene, clear_scene)

static void
set_scene (Practice *practice, Scene *scene)
{
  g_autofree char *json = NULL;
  g_autofree char *path = NULL;
  g_autoptr (Reply) app = NULL;
  g_autoptr (Reply) graph = NULL;

  scene->admin = sign_in (practice, "global-administrator", SCOPES);
  g_assert_nonnull (scene->admin);
  scene->object_id = create (practice,
                             scene->admin,
                             "/v1.0/applications",
                             "{\"displayName\": \"O'Brien & “佐藤” #1\"}",
                             "id");
  path = g_strconcat ("/v1.0/applications/", scene->object_id, NULL);
  app = call (practice, scene->admin, "GET", path, NULL);
  g_assert_cmpstr (reply_get_text (app, "displayName"), ==, "O'Brien & “佐藤” #1");
  scene->client_id = g_strdup (reply_get_text (app, "appId"));
  json = g_strdup_printf ("{\"appId\": \"%s\"}", scene->client_id);
  scene->principal = create (practice, scene->admin, "/v1.0/servicePrincipals", json, "id");
  graph = call (practice, scene->admin, "GET", "/v1.0/servicePrincipals(appId='" GRAPH "')", NULL);
  scene->graph = g_strdup (reply_get_text (graph, "id"));
}

static char *
build_grant (const Scene *scene)
{
  return g_strdup_printf (
    "{\"principalId\": \"%s\", \"resourceId\": \"%s\", \"appRoleId\": \"" MAIL_READ "\"}",
    scene->principal,
    scene->graph);
}

static const struct
{
  const char *person;
  guint create;
  guint patch;
  guint secret;
  guint grant;
} rights[] = {
  { "cloud-application-administrator", 201, 204, 200, 403 },
  { "privileged-role-administrator", 403, 403, 403, 201 },
  { "global-administrator", 201, 204, 200, 201 },
};

static void
test_people (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rights); i++)
    {
      g_autoptr (Practice) practice = practice_new ();
      g_auto (Scene) scene = { 0 };
      g_autofree char *token = NULL;
      g_autofree char *app = NULL;
      g_autofree char *secret = NULL;
      g_autofree char *grants = NULL;
      g_autofree char *grant = NULL;

      set_scene (practice, &scene);
      token = sign_in (practice, rights[i].person, SCOPES);
      app = g_strconcat ("/v1.0/applications/", scene.object_id, NULL);
      secret = g_strconcat (app, "/addPassword", NULL);
      grants = g_strdup_printf ("/v1.0/servicePrincipals/%s/appRoleAssignedTo", scene.graph);
      grant = build_grant (&scene);

      g_test_message ("%s", rights[i].person);
      g_assert_nonnull (token);
      g_assert_cmpuint (
        get_status (practice, token, "POST", "/v1.0/applications", "{\"displayName\": \"A\"}"),
        ==,
        rights[i].create);
      g_assert_cmpuint (get_status (practice, token, "PATCH", app, "{\"displayName\": \"B\"}"),
                        ==,
                        rights[i].patch);
      g_assert_cmpuint (get_status (practice,
                                    token,
                                    "POST",
                                    secret,
                                    "{\"passwordCredential\": {\"displayName\": \"S\"}}"),
                        ==,
                        rights[i].secret);
      g_assert_cmpuint (get_status (practice, token, "POST", grants, grant), ==, rights[i].grant);
    }
}

/* Somebody without a role may not even consent to such scopes, and with others may do nothing. */
static void
test_nobody (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autofree char *admin = sign_in (practice, "user", SCOPES);
  g_autofree char *token = sign_in (practice, "user", "openid User.Read");

  g_assert_null (admin);
  g_assert_nonnull (token);
  g_assert_cmpuint (get_status (practice, token, "GET", "/v1.0/me", NULL), ==, 200);
  g_assert_cmpuint (get_status (practice, token, "GET", "/v1.0/applications", NULL), ==, 403);
  g_assert_cmpuint (
    get_status (practice, token, "POST", "/v1.0/applications", "{\"displayName\": \"A\"}"),
    ==,
    403);
}

static void
test_no_token (void)
{
  g_autoptr (Practice) practice = practice_new ();

  g_assert_cmpuint (get_status (practice, NULL, "GET", "/v1.0/me", NULL), ==, 401);
  g_assert_cmpuint (get_status (practice, "Bearer eyJ.x.y", "GET", "/v1.0/me", NULL), ==, 401);
}

/* The rules of microsoft.md, 2.2, 2.3 and 2.5. */
static void
test_rules (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_auto (Scene) scene = { 0 };
  g_autofree char *secret = NULL;
  g_autofree char *remove = NULL;
  g_autofree char *grants = NULL;
  g_autofree char *grant = NULL;
  g_autofree char *principal = NULL;
  g_autofree char *removal = NULL;
  g_autoptr (Reply) added = NULL;
  g_autoptr (Reply) state = NULL;

  set_scene (practice, &scene);
  g_assert_cmpuint (get_status (practice, scene.admin, "POST", "/v1.0/applications", "{}"),
                    ==,
                    400);
  g_assert_cmpuint (get_status (practice,
                                scene.admin,
                                "POST",
                                "/v1.0/applications",
                                "{\"displayName\": \"A\", \"passwordCredentials\": [{}]}"),
                    ==,
                    400);
  principal = g_strdup_printf ("{\"appId\": \"%s\"}", scene.client_id);
  g_assert_cmpuint (
    get_status (practice, scene.admin, "POST", "/v1.0/servicePrincipals", principal), ==, 409);
  g_assert_cmpuint (get_status (practice,
                                scene.admin,
                                "POST",
                                "/v1.0/servicePrincipals",
                                "{\"appId\": \"11111111-2222-4333-8444-555555555555\"}"),
                    ==,
                    400);

  grants = g_strdup_printf ("/v1.0/servicePrincipals/%s/appRoleAssignedTo", scene.graph);
  grant = build_grant (&scene);
  g_assert_cmpuint (get_status (practice, scene.admin, "POST", grants, grant), ==, 201);
  g_assert_cmpuint (get_status (practice, scene.admin, "POST", grants, grant), ==, 400);

  secret = g_strdup_printf ("/v1.0/applications/%s/addPassword", scene.object_id);
  added = call (
    practice, scene.admin, "POST", secret, "{\"passwordCredential\": {\"displayName\": \"S\"}}");
  g_assert_cmpuint (added->status, ==, 200);
  g_assert_cmpuint (strlen (reply_get_text (added, "secretText")), >=, 16);
  g_assert_true (
    g_str_has_prefix (reply_get_text (added, "secretText"), reply_get_text (added, "hint")));
  state = practice_get (practice, "/practice/state", "X-Waxseal-Practice", "1");
  g_assert_nonnull (strstr (state->text, reply_get_text (added, "keyId")));
  g_assert_null (strstr (state->text, reply_get_text (added, "secretText")));
  remove = g_strdup_printf ("/v1.0/applications/%s/removePassword", scene.object_id);
  removal = g_strdup_printf ("{\"keyId\": \"%s\"}", reply_get_text (added, "keyId"));
  g_assert_cmpuint (get_status (practice, scene.admin, "POST", remove, removal), ==, 204);
  g_assert_cmpuint (get_status (practice, scene.admin, "POST", remove, removal), >=, 400);
}

/* By the page of the administrator's consent: exactly what is declared, by whom it is for. */
static void
test_admin_consent (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_auto (Scene) scene = { 0 };
  g_autofree char *app = NULL;
  g_autofree char *page = NULL;
  g_autofree char *page_v2 = NULL;
  g_autofree char *grants = NULL;
  g_autoptr (Reply) shown = NULL;
  g_autoptr (Reply) refused = NULL;
  g_autoptr (Reply) accepted = NULL;
  g_autoptr (Reply) list = NULL;

  set_scene (practice, &scene);
  app = g_strconcat ("/v1.0/applications/", scene.object_id, NULL);
  g_assert_cmpuint (get_status (practice,
                                scene.admin,
                                "PATCH",
                                app,
                                "{\"requiredResourceAccess\": [{\"resourceAppId\": \"" GRAPH
                                "\", \"resourceAccess\": [{\"id\": \"" MAIL_READ
                                "\", \"type\": \"Role\"}]}]}"),
                    ==,
                    204);
  page = g_strdup_printf ("/organizations/adminconsent?client_id=%s", scene.client_id);
  page_v2 = g_strdup_printf ("/organizations/v2.0/adminconsent?client_id=%s", scene.client_id);
  shown = practice_get (practice, page_v2, NULL, NULL);
  g_assert_cmpuint (shown->status, ==, 200);
  refused = practice_post (
    practice, page, "person", "cloud-application-administrator", "answer", "accept", NULL);
  g_assert_cmpuint (refused->status, ==, 400);
  accepted = practice_post (
    practice, page, "person", "privileged-role-administrator", "answer", "accept", NULL);
  g_assert_cmpuint (accepted->status, ==, 200);
  grants = g_strdup_printf ("/v1.0/servicePrincipals/%s/appRoleAssignments", scene.principal);
  list = call (practice, scene.admin, "GET", grants, NULL);
  g_assert_cmpuint (
    json_array_get_length (json_object_get_array_member (reply_get_object (list), "value")), ==, 1);
}

/* What comes from outside stays text on the pages. */
static void
test_escaping (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_auto (Scene) scene = { 0 };
  g_autofree char *app = NULL;
  g_autofree char *page = NULL;
  g_autoptr (Reply) shown = NULL;
  g_autoptr (Reply) wrong = NULL;

  set_scene (practice, &scene);
  app = g_strconcat ("/v1.0/applications/", scene.object_id, NULL);
  get_status (
    practice, scene.admin, "PATCH", app, "{\"displayName\": \"<script>alert('x')</script>\"}");
  page = g_strdup_printf ("/organizations/adminconsent?client_id=%s&state=%s",
                          scene.client_id,
                          "%22%3E%3Cscript%3Ealert(1)%3C/script%3E");
  shown = practice_get (practice, page, NULL, NULL);
  g_assert_cmpuint (shown->status, ==, 200);
  g_assert_null (strstr (shown->text, "<script>"));
  g_assert_nonnull (strstr (shown->text, "&lt;script&gt;"));
  wrong = practice_get (practice,
                        "/organizations/oauth2/v2.0/authorize?client_id=%3Cscript%3E",
                        NULL,
                        NULL);
  g_assert_cmpuint (wrong->status, ==, 400);
  g_assert_null (strstr (wrong->text, "<script>"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice-rights/people", test_people);
  g_test_add_func ("/practice-rights/nobody", test_nobody);
  g_test_add_func ("/practice-rights/no-token", test_no_token);
  g_test_add_func ("/practice-rights/rules", test_rules);
  g_test_add_func ("/practice-rights/admin-consent", test_admin_consent);
  g_test_add_func ("/practice-rights/escaping", test_escaping);
  return g_test_run ();
}
