/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sign-in pages: languages, hostile texts, and the person who goes through them. */
#include <string.h>

#include "sign-in-client.h"
#include "waxseal-json.h"
#include "waxseal-practice-person.h"

#define HOSTILE "\"><script>alert('x')</script>&amp;'"

/* No mark-up of anyone's but the page's own. */
static void
assert_harmless (Reply *reply)
{
  g_assert_null (strstr (reply->text, "<script"));
  g_assert_null (strstr (reply->text, "alert('"));
  g_assert_cmpstr (reply_get_header (reply, "Content-Type"), ==, "text/html; charset=utf-8");
  g_assert_true (
    g_str_has_prefix (reply_get_header (reply, "Content-Security-Policy"), "default-src 'none'"));
  g_assert_nonnull (
    strstr (reply_get_header (reply, "Content-Security-Policy"), "frame-ancestors 'none'"));
  g_assert_cmpstr (reply_get_header (reply, "Cache-Control"), ==, "no-store");
}

static void
test_hostile_fields (void)
{
  g_autoptr (Practice) practice = practice_new ();
  static const struct
  {
    const char *name;
    const char *person;
  } cases[] = {
    { "state", NULL },
    { "nonce", NULL },
    { "code_challenge", NULL },
    { "scope", NULL },
    { "client_id", NULL },
    { "redirect_uri", NULL },
    { "state", "user" },
    { "state", "global-administrator" },
    { "nonce", "global-administrator" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = sign_in_make_path (cases[i].name, HOSTILE, NULL);
      g_autofree char *full =
        g_strconcat (path, cases[i].person != NULL ? "&person=" : "", cases[i].person, NULL);
      g_autoptr (Reply) reply = practice_get (practice, full, NULL, NULL);

      g_test_message ("%s %s", cases[i].name, cases[i].person);
      assert_harmless (reply);
    }
}

static void
test_hostile_code (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autoptr (Reply) code = practice_post (practice, "/practice/device", "code", HOSTILE, NULL);
  g_autoptr (Reply) tenant =
    practice_get (practice, "/%3Cscript%3E/oauth2/v2.0/authorize", NULL, NULL);

  assert_harmless (code);
  assert_harmless (tenant);
}

static char *
register_client (Practice *practice, const char *name)
{
  g_autoptr (Reply) tokens =
    sign_in_tokens (practice, "global-administrator", "Application.ReadWrite.All");
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *json = NULL;
  g_autoptr (Reply) reply = NULL;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "displayName");
  json_builder_add_string_value (builder, name);
  json_builder_set_member_name (builder, "signInAudience");
  json_builder_add_string_value (builder, "AzureADMultipleOrgs");
  json_builder_set_member_name (builder, "publicClient");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "redirectUris");
  json_builder_begin_array (builder);
  json_builder_add_string_value (builder, "http://localhost");
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  json = json_to_string (node, FALSE);
  reply = sign_in_call (
    practice, reply_get_text (tokens, "access_token"), "POST", "/v1.0/applications", json);
  g_assert_cmpuint (reply->status, ==, 201);
  return g_strdup (reply_get_text (reply, "appId"));
}

/* The name of an application is its owner's choice. */
static void
test_hostile_client (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autofree char *id = register_client (practice, HOSTILE "@BODY@ 花子");
  static const char *const people[] = { "", "&person=user", "&person=global-administrator" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (people); i++)
    {
      g_autofree char *path = sign_in_make_path ("client_id", id, NULL);
      g_autofree char *full = g_strconcat (path, people[i], NULL);
      g_autoptr (Reply) reply = practice_get (practice, full, NULL, NULL);

      g_assert_cmpuint (reply->status, ==, 200);
      assert_harmless (reply);
      g_assert_nonnull (strstr (reply->text, "&lt;script&gt;"));
      g_assert_nonnull (strstr (reply->text, "@BODY@ 花子"));
    }
}

/* RFC 9110, 12.5.4. */
static void
test_languages (void)
{
  g_autoptr (Practice) practice = practice_new ();
  static const struct
  {
    const char *header;
    const char *language;
  } cases[] = {
    { NULL, "en" },
    { "ja", "ja" },
    { "ja-JP,en;q=0.5", "ja" },
    { "en-US,en;q=0.9,ja;q=0.8", "en" },
    { "en;q=0.1, ja;q=0.9", "ja" },
    { "fr,ja;q=0.8,en;q=0.5", "ja" },
    { "jam", "en" },
    { "de", "en" },
    { ";;,,=", "en" },
  };
  g_autofree char *path = sign_in_make_path (NULL, NULL, NULL);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Reply) reply = practice_get (practice,
                                              path,
                                              cases[i].header != NULL ? "Accept-Language" : NULL,
                                              cases[i].header);
      g_autofree char *element = g_strdup_printf ("<html lang=\"%s\">", cases[i].language);
      gboolean japanese = g_str_equal (cases[i].language, "ja");

      g_test_message ("%s", cases[i].header);
      g_assert_nonnull (strstr (reply->text, element));
      g_assert_nonnull (strstr (reply->text, japanese ? "練習用テナント" : "Practice tenant"));
    }
}

/* What the pages say of themselves, and of each person; nothing from elsewhere, and no script. */
static void
test_plain (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autofree char *path = sign_in_make_path (NULL, NULL, NULL);
  g_autoptr (Reply) reply = practice_get (practice, path, NULL, NULL);
  static const char *const wanted[] = {
    "This is not Microsoft",
    "Grace Hall",
    "Global Administrator",
    "本田 里奈",
    "Carlos Díaz",
    "Uma Patel",
    "name=\"viewport\"",
    "prefers-color-scheme",
    "<h1>",
  };
  static const char *const unwanted[] = { "src=", "href=", "url(", "@import", "<script" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (wanted); i++)
    g_assert_nonnull (strstr (reply->text, wanted[i]));
  for (i = 0; i < G_N_ELEMENTS (unwanted); i++)
    g_assert_null (strstr (reply->text, unwanted[i]));
}

/* Someone without a role reads why it ends here, before the program is told. */
static void
test_approval (void)
{
  g_autoptr (Practice) practice = practice_new ();
  g_autofree char *path = sign_in_make_path ("person", "user", "Directory.Read.All");
  g_autofree char *answered = g_strconcat (path, "&answer=accept", NULL);
  g_autoptr (Reply) page = practice_get (practice, path, NULL, NULL);
  g_autoptr (Reply) end = practice_get (practice, answered, NULL, NULL);
  g_autofree char *error = sign_in_read_location (end, "error");

  g_assert_cmpuint (page->status, ==, 200);
  g_assert_null (strstr (page->text, "value=\"accept\""));
  g_assert_cmpstr (error, ==, "access_denied");
}

/* A program on loopback, to which the browser comes back. */
typedef struct
{
  Practice *practice;
  SoupServer *program;
  char *redirect;
  char *query;
  GError *error;
  gboolean is_done;
} Browser;

static void
program_cb (SoupServer *server,
            SoupServerMessage *message,
            const char *path,
            GHashTable *query,
            gpointer user_data)
{
  Browser *browser = user_data;

  browser->query = g_strdup (g_uri_get_query (soup_server_message_get_uri (message)));
  soup_server_message_set_status (message, 200, NULL);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Browser *browser = user_data;

  waxseal_practice_person_finish (result, &browser->error);
  browser->is_done = TRUE;
}

static void
browser_open (Browser *self)
{
  g_autoslist (GUri) uris = NULL;
  g_autoptr (GError) error = NULL;

  self->practice = practice_new ();
  self->program = soup_server_new (NULL, NULL);
  soup_server_add_handler (self->program, NULL, program_cb, self, NULL);
  soup_server_listen_local (self->program, 0, SOUP_SERVER_LISTEN_IPV4_ONLY, &error);
  g_assert_no_error (error);
  uris = soup_server_get_uris (self->program);
  self->redirect = g_strdup_printf ("http://localhost:%d", g_uri_get_port (uris->data));
}

static void
browser_close (Browser *self)
{
  practice_free (self->practice);
  g_object_unref (self->program);
  g_free (self->redirect);
  g_free (self->query);
  g_clear_error (&self->error);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Browser, browser_close)

static void
follow (Browser *self, const char *person, const char *scope)
{
  g_autofree char *path = sign_in_make_path ("redirect_uri", self->redirect, scope);
  g_autofree char *uri =
    g_strconcat (waxseal_practice_server_get_base (self->practice->server), path, NULL);

  self->is_done = FALSE;
  g_clear_pointer (&self->query, g_free);
  waxseal_practice_person_follow_link_async (person, uri, NULL, done_cb, self);
  while (!self->is_done)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_person (void)
{
  g_auto (Browser) browser = { NULL };
  g_autoptr (GHashTable) fields = NULL;
  g_autoptr (GHashTable) refused = NULL;

  browser_open (&browser);
  follow (&browser, "privileged-role-administrator", "Directory.Read.All");
  g_assert_no_error (browser.error);
  fields = soup_form_decode (browser.query);
  g_assert_nonnull (g_hash_table_lookup (fields, "code"));
  g_assert_cmpstr (g_hash_table_lookup (fields, "state"), ==, "a&b=c");
  follow (&browser, "user", "Directory.Read.All");
  g_assert_no_error (browser.error);
  refused = soup_form_decode (browser.query);
  g_assert_cmpstr (g_hash_table_lookup (refused, "error"), ==, "access_denied");
}

static void
test_person_stopped (void)
{
  g_auto (Browser) browser = { NULL };

  browser_open (&browser);
  follow (&browser, "user", "");
  g_assert_no_error (browser.error);
  g_free (browser.redirect);
  browser.redirect = g_strdup ("http://evil.example");
  follow (&browser, "user", NULL);
  g_assert_error (browser.error, G_IO_ERROR, G_IO_ERROR_FAILED);
  g_assert_null (browser.query);
}

int
main (int argc, char *argv[])
{
  /* What is on loopback is reached without the proxy of the network. */
  g_setenv ("http_proxy", "http://127.0.0.1:9", TRUE);
  g_unsetenv ("no_proxy");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/pages/hostile-fields", test_hostile_fields);
  g_test_add_func ("/practice/pages/hostile-code", test_hostile_code);
  g_test_add_func ("/practice/pages/hostile-client", test_hostile_client);
  g_test_add_func ("/practice/pages/languages", test_languages);
  g_test_add_func ("/practice/pages/plain", test_plain);
  g_test_add_func ("/practice/pages/approval", test_approval);
  g_test_add_func ("/practice/pages/person", test_person);
  g_test_add_func ("/practice/pages/person-stopped", test_person_stopped);
  return g_test_run ();
}
