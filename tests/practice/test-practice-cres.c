/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The practice CRES portal, its waits and its traps (guide.md, B). */
#include <string.h>

#include "practice-fixture.h"

#define ACCOUNT "/admin/accounts/1000001/"
#define TENANT  "11111111-2222-4333-8444-555555555555"
#define CLIENT  "66666666-7777-4888-9999-aaaaaaaaaaaa"
#define SECRET  "WaxsealTestSecret~portal"

static Practice *
sign_in (void)
{
  Practice *practice = practice_new ();
  g_autoptr (SoupCookieJar) jar = soup_cookie_jar_new ();
  g_autoptr (Reply) reply = NULL;

  soup_session_add_feature (practice->session, SOUP_SESSION_FEATURE (jar));
  reply = practice_post (practice, "/admin/sign-in", NULL);
  g_assert_cmpuint (reply->status, ==, 303);
  g_assert_cmpstr (reply_get_header (reply, "Location"), ==, "/admin/accounts");
  return practice;
}

static void
assert_page (Practice *practice, const char *path, const char *text, gboolean expected)
{
  g_autoptr (Reply) reply = practice_get (practice, path, NULL, NULL);

  g_assert_cmpuint (reply->status, ==, 200);
  if ((strstr (reply->text, text) != NULL) != expected)
    g_error ("%s: “%s” was%s expected in %s", path, text, expected ? "" : " not", reply->text);
}

static gint64
get_seconds (Reply *reply)
{
  return json_object_get_int_member (reply_get_object (reply), "seconds");
}

static void
wait_seconds (gint64 seconds)
{
  gint64 end = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;

  while (g_get_monotonic_time () < end)
    g_usleep (50000);
}

static void
add_domains (Practice *practice, const char *values)
{
  g_autoptr (Reply) reply = practice_post (practice, ACCOUNT "profiles", "values", values, NULL);
  g_autoptr (Reply) confirmed = NULL;

  g_assert_cmpint (get_seconds (reply), >=, 5);
  g_assert_cmpint (get_seconds (reply), <=, 10);
  wait_seconds (get_seconds (reply));
  confirmed = practice_post (practice, ACCOUNT "profiles/confirm", NULL);
  g_assert_cmpuint (confirmed->status, ==, 200);
  g_assert_cmpint (get_seconds (confirmed), ==, 0);
}

static void
save_details (Practice *practice)
{
  g_autoptr (Reply) reply = practice_post (practice,
                                           ACCOUNT "addin-config/details",
                                           "tenant",
                                           TENANT,
                                           "client",
                                           CLIENT,
                                           "secret",
                                           SECRET,
                                           NULL);

  g_assert_cmpuint (reply->status, ==, 200);
  g_assert_nonnull (strstr (reply->text, "Details saved."));
  g_assert_null (strstr (reply->text, SECRET));
}

static void
save_settings (Practice *practice, const char *domain, const char *all, const char *said)
{
  g_autoptr (Reply) reply = practice_post (practice,
                                           ACCOUNT "addin-config/settings",
                                           "domain",
                                           domain,
                                           "encryption",
                                           "Encrypt",
                                           "all",
                                           all,
                                           NULL);

  g_assert_nonnull (strstr (reply->text, said));
}

static void
test_sign_in (void)
{
  g_autoptr (Practice) practice = practice_new ();

  assert_page (practice, "/admin", "Sign In", TRUE);
  assert_page (practice, ACCOUNT "profiles", "Add Entries", FALSE);
}

static void
test_job (void)
{
  g_autoptr (Practice) practice = sign_in ();
  g_autoptr (Reply) early = NULL;
  g_autoptr (Reply) manifest = NULL;
  g_autoptr (Reply) state = NULL;

  assert_page (practice, "/admin/accounts", "1000001", TRUE);
  early = practice_get (practice, ACCOUNT "manifest", NULL, NULL);
  g_assert_cmpuint (early->status, ==, 409);

  add_domains (practice, "contoso.com, contoso.jp;<b>x</b>");
  assert_page (practice, ACCOUNT "profiles", "<li>contoso.jp</li>", TRUE);
  assert_page (practice, ACCOUNT "profiles", "<b>x</b>", FALSE);
  save_details (practice);
  save_settings (practice, "contoso.com", "all", "Configuration saved.");
  assert_page (practice, ACCOUNT "addin-config", "id=\"download\"", TRUE);

  manifest = practice_get (practice, ACCOUNT "manifest", NULL, NULL);
  g_assert_cmpuint (manifest->status, ==, 200);
  g_assert_cmpstr (reply_get_header (manifest, "Content-Disposition"),
                   ==,
                   "attachment; filename=\"manifest.xml\"");
  g_assert_nonnull (strstr (manifest->text, "Waxseal Practice"));

  state = practice_get (practice, "/practice/state", "X-Waxseal-Practice", "1");
  g_assert_nonnull (strstr (state->text, CLIENT));
  g_assert_null (strstr (state->text, SECRET));
}

/* Leaving Addin Config between the steps loses step 1, and nothing says so. */
static void
test_left_between_steps (void)
{
  g_autoptr (Practice) practice = sign_in ();

  add_domains (practice, "contoso.com");
  save_details (practice);
  assert_page (practice, ACCOUNT "profiles", "Profiles", TRUE);
  save_settings (practice, "contoso.com", "", "Configuration saved.");
  assert_page (practice, ACCOUNT "addin-config", TENANT, FALSE);
  assert_page (practice, ACCOUNT "addin-config", "id=\"download\"", FALSE);
}

/* Refreshing Profiles while it adds loses the entry. */
static void
test_refreshed_while_adding (void)
{
  g_autoptr (Practice) practice = sign_in ();
  g_autoptr (Reply) reply =
    practice_post (practice, ACCOUNT "profiles", "values", "contoso.com", NULL);
  g_autoptr (Reply) early = practice_post (practice, ACCOUNT "profiles/confirm", NULL);
  g_autoptr (Reply) late = NULL;

  g_assert_cmpint (get_seconds (early), >, 0);
  assert_page (practice, ACCOUNT "profiles", "contoso.com", FALSE);
  late = practice_post (practice, ACCOUNT "profiles/confirm", NULL);
  g_assert_cmpuint (late->status, ==, 409);
  assert_page (practice, ACCOUNT "profiles", "contoso.com", FALSE);
}

static void
test_wrong_values (void)
{
  g_autoptr (Practice) practice = sign_in ();
  g_autoptr (Reply) reply = practice_post (practice,
                                           ACCOUNT "addin-config/details",
                                           "tenant",
                                           "contoso",
                                           "client",
                                           CLIENT,
                                           "secret",
                                           "x",
                                           NULL);

  g_assert_nonnull (strstr (reply->text, "role=\"alert\""));
  save_settings (practice, "contoso.com", "", "tab Profiles first");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice-cres/sign-in", test_sign_in);
  g_test_add_func ("/practice-cres/job", test_job);
  g_test_add_func ("/practice-cres/left-between-steps", test_left_between_steps);
  g_test_add_func ("/practice-cres/refreshed-while-adding", test_refreshed_while_adding);
  g_test_add_func ("/practice-cres/wrong-values", test_wrong_values);
  return g_test_run ();
}
