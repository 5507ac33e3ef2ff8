/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “Let Waxseal do it” where something is in the way: it says what, and its remedy goes on. */
#include <libsoup/soup.h>
#include <string.h>

#include "ui-job.h"
#include "ui-keyring.h"
#include "ui-practice.h"
#include "waxseal-app-choice-row.h"
#include "waxseal-page.h"
#include "waxseal-practice-person.h"
#include "waxseal-remedy.h"

static gboolean
has_held (gpointer user_data)
{
  UiJob *job = user_data;

  ui_person_look (job->person);
  return ui_practice_has_held (job->fixture);
}

/* What is on its way is waited for; then it stops, and goes on where it was. */
static void
test_cancel (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  UiJob job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();
  g_autoptr (JsonNode) released = NULL;

  if (keyring == NULL)
    return;
  ui_job_open_practice (&job);
  ui_job_plan (&job);
  ui_practice_make_trouble (fixture,
                            "[{'on':'POST /v1.0/applications/{}/addPassword',"
                            "'fault':'hold-after'}]");
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (has_held, &job);
  ui_driver_click (job.page, "_Cancel");
  released = ui_practice_steer (fixture, "POST", "/practice/release", "");
  ui_job_wait_sensitive (&job, "Go _On");
  g_assert_nonnull (ui_driver_find_label (job.page, "Cancelled"));
  g_assert_nonnull (ui_driver_find_button (job.page, "_Back"));
  ui_practice_assert_counts (fixture, "1 1 0 1");
  ui_driver_click (job.page, "Go _On");
  ui_driver_wait (ui_job_is_done, &job);
  ui_practice_assert_counts (fixture, "1 1 4 1");
  ui_keyring_stop (keyring, "eyJ");
}

/* The service fails: in its place it is said what happened, and the remedy takes it on. */
static void
test_remedy (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  UiJob job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();

  if (keyring == NULL)
    return;
  ui_job_open_practice (&job);
  ui_job_plan (&job);
  ui_practice_make_trouble (fixture,
                            "[{'on':'GET /v1.0/servicePrincipals(appId={})',"
                            "'fault':'wrong-json','times':-1}]");
  ui_driver_click (job.page, "_Start");
  ui_job_wait_sensitive (&job, "Try Again");
  g_assert_nonnull (ui_driver_find_label (job.page, "Failed"));
  ui_practice_assert_counts (fixture, "1 1 0 0");
  ui_practice_make_trouble (fixture, NULL);
  ui_driver_click (job.page, "Try Again");
  ui_driver_wait (ui_job_is_done, &job);
  ui_practice_assert_counts (fixture, "1 1 4 1");
  ui_keyring_stop (keyring, "eyJ");
}

/* Who may not register anything gets the plan for somebody who may, not the same refusal again. */
static void
test_refused (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  UiJob job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();
  g_autofree char *copied = NULL;

  if (keyring == NULL)
    return;
  ui_job_open_practice (&job);
  ui_job_plan (&job);
  ui_practice_make_trouble (fixture,
                            "[{'on':'POST /v1.0/applications','fault':'forbidden','times':-1}]");
  ui_driver_click (job.page, "_Start");
  ui_job_wait_sensitive (&job, "Hand Over");
  ui_driver_click (job.page, "Hand Over");
  copied = ui_job_read_clipboard (&job);
  g_assert_nonnull (strstr (copied, "Waxseal will create 1 application"));
  g_assert_nonnull (strstr (copied, "\n- Grant Mail.Send: Send mail as any user"));
  g_assert_nonnull (ui_driver_find_label (job.page, "Failed"));
  ui_practice_assert_counts (fixture, "0 0 0 0");
  ui_keyring_stop (keyring, "eyJ");
}

static void
returned_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) page =
    soup_session_send_and_read_finish (SOUP_SESSION (session), result, &error);

  g_assert_no_error (error);
}

/* “Return to the application without granting consent” on Microsoft's page “Need admin approval”.
 */
static void
return_without_consent (SoupSession *session, const char *link)
{
  g_autoptr (GUri) uri = g_uri_parse (link, SOUP_HTTP_URI_FLAGS, NULL);
  g_autoptr (GHashTable) query = soup_form_decode (g_uri_get_query (uri));
  g_autofree char *answer = soup_form_encode ("error",
                                              "access_denied",
                                              "error_description",
                                              "AADSTS90094: The grant requires admin permission.",
                                              "state",
                                              g_hash_table_lookup (query, "state"),
                                              NULL);
  g_autofree char *back =
    g_strconcat (g_hash_table_lookup (query, "redirect_uri"), "?", answer, NULL);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", back);

  soup_session_send_and_read_async (session, message, G_PRIORITY_DEFAULT, NULL, returned_cb, NULL);
}

/* Whose sign-in an administrator has to agree to first gets the link for that. */
static void
test_needs_consent (UiFixture *fixture)
{
  UiJob job = { fixture, NULL, NULL };
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autofree char *link = NULL;
  g_autofree char *again = NULL;
  g_autofree char *consent = NULL;

  ui_job_open_practice (&job);
  ui_driver_click (job.page, "Copy _Link");
  ui_driver_wait_label (job.page, "Waiting for you to sign in");
  link = ui_job_read_clipboard (&job);
  again = g_strdup (link);
  return_without_consent (session, link);
  /* It asks for less then. */
  while (strcmp (link, again) == 0)
    {
      ui_driver_settle (20);
      g_free (again);
      again = ui_job_read_clipboard (&job);
    }
  return_without_consent (session, again);
  ui_job_wait_button (&job, "Hand Over");
  ui_driver_click (job.page, "Hand Over");
  consent = ui_job_read_clipboard (&job);
  g_assert_nonnull (strstr (consent, "/organizations/adminconsent?client_id="));
  g_assert_nonnull (ui_driver_find_button (job.page, "Use a _Code…"));
}

static void
followed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  waxseal_practice_person_finish (result, &error);
  g_assert_no_error (error);
}

/* The link is for a browser of the person's choice, on this computer. */
static void
test_copied_link (UiFixture *fixture)
{
  UiJob job = { fixture, NULL, NULL };
  g_autofree char *link = NULL;

  ui_job_open_practice (&job);
  ui_driver_click (job.page, "Copy _Link");
  ui_driver_wait_label (job.page, "Waiting for you to sign in");
  link = ui_job_read_clipboard (&job);
  g_assert_nonnull (strstr (link, "code_challenge_method=S256"));
  waxseal_practice_person_follow_link_async ("global-administrator", link, NULL, followed_cb, NULL);
  ui_driver_wait_label (job.page, "Grace Hall");
  g_assert_nonnull (ui_driver_find_label (job.page, "Global Administrator"));
}

static void
forget_app (UiFixture *fixture)
{
  WaxsealOrganization *organization = ui_fixture_get_organization (fixture);

  g_object_set (waxseal_organization_get_entra_app (organization),
                "client-id",
                "",
                "object-id",
                "",
                "service-principal-id",
                "",
                "secret-key-id",
                "",
                NULL);
  g_list_store_remove_all (waxseal_record_get_list (organization, "journal"));
}

static gboolean
is_another (GtkWidget *widget, gpointer user_data)
{
  return WAXSEAL_IS_APP_CHOICE_ROW (widget) &&
         waxseal_app_choice_row_get_app (WAXSEAL_APP_CHOICE_ROW (widget)) == NULL;
}

/* There is one of the name: it is offered, and whoever wants another gets another. */
static void
test_another (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  UiJob job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();
  GtkWidget *another;

  if (keyring == NULL)
    return;
  ui_job_open_practice (&job);
  ui_job_plan (&job);
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (ui_job_is_done, &job);
  ui_job_wait_sensitive (&job, "Sign _Out");
  ui_driver_click (job.page, "Sign _Out");
  ui_job_wait_sensitive (&job, "Use a _Code…");
  forget_app (fixture);

  ui_driver_click (job.page, "Use a _Code…");
  ui_job_wait_sensitive (&job, "_Review Plan");
  another = ui_driver_visit (job.page, is_another, NULL);
  g_assert_nonnull (another);
  waxseal_app_choice_row_choose (WAXSEAL_APP_CHOICE_ROW (another));
  ui_driver_click (job.page, "_Review Plan");
  ui_job_wait_button (&job, "_Start");
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (ui_job_is_done, &job);
  ui_practice_assert_counts (fixture, "2 2 8 2");
  ui_keyring_stop (keyring, "eyJ");
}

/* Hosts that are entered are shown before anything goes there, and the sign-in goes there. */
static void
test_hosts (UiFixture *fixture)
{
  UiJob job = { fixture, ui_fixture_get_page (fixture, "entra-app"), NULL };
  WaxsealEntraDesk *desk = waxseal_page_get_desk (WAXSEAL_PAGE (job.page));
  WaxsealEndpoints *endpoints;

  waxseal_window_show_page (fixture->window, "entra-app");
  ui_driver_wait_label (job.page,
                        "login.microsoftonline.com · graph.microsoft.com · outlook.office365.com");
  g_object_set (ui_fixture_get_organization (fixture), "cloud", WAXSEAL_CLOUD_DOD, NULL);
  ui_driver_wait_label (job.page, "dod-graph.microsoft.us");
  g_object_set (waxseal_record_get_child (ui_fixture_get_organization (fixture), "sign-in"),
                "client-id",
                "11112222-bbbb-3333-cccc-4444dddd5555",
                "login-host",
                "localhost",
                NULL);
  ui_driver_wait_label (job.page, "localhost · dod-graph.microsoft.us");

  ui_driver_click (job.page, "Use a _Code…");
  ui_job_wait_button (&job, "Try Again");
  endpoints = waxseal_tenant_session_get_endpoints (waxseal_entra_desk_get_session (desk));
  g_assert_cmpstr (waxseal_endpoints_get_login (endpoints), ==, "https://localhost");
  g_assert_cmpstr (waxseal_endpoints_get_graph (endpoints), ==, "https://dod-graph.microsoft.us");
}

/* Whoever chose to stay signed in is told that the keyring did not go along. */
static void
test_not_kept (UiFixture *fixture)
{
  WaxsealPage *page = WAXSEAL_PAGE (ui_fixture_get_page (fixture, "entra-app"));
  WaxsealEntraDesk *desk = waxseal_page_get_desk (page);
  WaxsealAccount *account =
    waxseal_tenant_session_get_account (waxseal_entra_desk_get_session (desk));
  g_autoptr (GError) error = waxseal_remedy_new_error (WAXSEAL_ERROR_KEYRING_LOCKED, NULL);

  waxseal_window_show_page (fixture->window, "entra-app");
  g_signal_emit_by_name (account, "not-kept", error);
  ui_driver_wait_label (GTK_WIDGET (fixture->window), error->message);
}

int
main (int argc, char **argv)
{
  const UiTest tests[] = {
    { "/entra-trouble/cancel", test_cancel, NULL },
    { "/entra-trouble/remedy", test_remedy, NULL },
    { "/entra-trouble/refused", test_refused, NULL },
    { "/entra-trouble/needs-consent", test_needs_consent, NULL },
    { "/entra-trouble/another", test_another, NULL },
    { "/entra-trouble/copied-link", test_copied_link, NULL },
    { "/entra-trouble/hosts", test_hosts, "Contoso" },
    { "/entra-trouble/not-kept", test_not_kept, "Contoso" },
  };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
