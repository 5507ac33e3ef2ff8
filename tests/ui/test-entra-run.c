/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “Let Waxseal do it”, by clicks, on the practice tenant, with a real keyring and somebody who
 * enters the codes in a browser. */
#include "ui-job.h"
#include "ui-keyring.h"
#include "ui-practice.h"
#include "waxseal-code-dialog.h"
#include "waxseal-practice-person.h"

/* Who has signed in on one page sees the tenant's domains on the other. */
static void
take_domains (UiJob *job)
{
  GListModel *domains =
    waxseal_organization_get_domains (ui_fixture_get_organization (job->fixture));
  GtkWidget *page;

  waxseal_window_show_page (job->fixture->window, "cres-account");
  ui_driver_settle (300);
  page = ui_fixture_get_page (job->fixture, "cres-account");
  g_assert_nonnull (
    ui_driver_find_label (page, "In Microsoft 365, but not here: contoso-practice"));
  ui_driver_click (page, "_Add");
  g_assert_cmpuint (g_list_model_get_n_items (domains), >=, 2);
  g_assert_nonnull (ui_driver_find_label (page, "All mail domains of the tenant are here"));
}

static void
test_whole (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  UiJob job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();

  if (keyring == NULL)
    return;
  ui_job_open_practice (&job);
  ui_job_plan (&job);
  g_assert_nonnull (ui_driver_find_label (job.page, "It will change nothing else."));
  g_assert_nonnull (ui_driver_find_label (job.page, "in all mailboxes"));
  g_assert_cmpstr (ui_job_get_text (&job, "client-id"), ==, "");
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (ui_job_is_done, &job);
  g_assert_true (g_uuid_string_is_valid (ui_job_get_text (&job, "client-id")));
  g_assert_true (g_uuid_string_is_valid (ui_job_get_text (&job, "tenant-id")));
  g_assert_true (g_uuid_string_is_valid (ui_job_get_text (&job, "secret-key-id")));
  g_assert_nonnull (ui_driver_find_label (job.page, "Grace Hall"));
  take_domains (&job);
  ui_keyring_stop (keyring, "eyJ");
}

/* The new secret is there and proved before the old one may go. */
static void
test_rotation (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  UiJob job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();
  g_autofree char *old_key_id = NULL;

  if (keyring == NULL)
    return;
  ui_job_open_practice (&job);
  ui_job_plan (&job);
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (ui_job_is_done, &job);
  ui_job_wait_label (&job, "The application works");
  ui_job_wait_label (&job, "1 in Entra");
  old_key_id = g_strdup (ui_job_get_text (&job, "secret-key-id"));

  ui_job_wait_sensitive (&job, "_Add New…");
  ui_driver_click (job.page, "_Add New…");
  ui_job_wait_sensitive (&job, "CRES _Has It");
  ui_job_wait_label (&job, "2 in Entra");
  g_assert_cmpstr (ui_job_get_text (&job, "secret-key-id"), !=, old_key_id);
  ui_driver_click (job.page, "CRES _Has It");
  ui_job_wait_sensitive (&job, "_Remove the Old One");
  ui_driver_click (job.page, "_Remove the Old One");
  ui_job_wait_sensitive (&job, "_Add New…");
  ui_job_wait_label (&job, "1 in Entra");
  ui_job_wait_label (&job, "The application works");
  ui_keyring_stop (keyring, "eyJ");
}

static void
test_delete (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  UiJob job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();
  GtkWindow *dialog;

  if (keyring == NULL)
    return;
  ui_job_open_practice (&job);
  ui_job_plan (&job);
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (ui_job_is_done, &job);
  ui_job_wait_sensitive (&job, "_Delete…");
  ui_driver_click (job.page, "_Delete…");
  dialog = ui_driver_wait_dialog (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "remove");
  ui_job_wait_button (&job, "_Review Plan");
  g_assert_cmpstr (ui_job_get_text (&job, "client-id"), ==, "");
  g_assert_cmpstr (ui_job_get_text (&job, "secret-key-id"), ==, "");
  g_assert_null (ui_driver_find_button (job.page, "_Delete…"));
  ui_keyring_stop (keyring, "eyJ");
}

static gboolean
asks_somebody_else (gpointer user_data)
{
  UiJob *job = user_data;

  ui_person_look (job->person);
  return ui_driver_find_label (job->page, "Somebody Else Consents") != NULL;
}

static void
consented_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GError) error = NULL;

  waxseal_practice_person_finish (result, &error);
  g_assert_no_error (error);
}

/* Who may register but not consent: another person does it by the link, and the job goes on. */
static void
test_hand_over (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("cloud-application-administrator");
  UiJob job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();
  g_autofree char *link = NULL;

  if (keyring == NULL)
    return;
  ui_job_open_practice (&job);
  ui_job_plan (&job);
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (asks_somebody_else, &job);
  g_object_get (ui_driver_find_row (job.page, ADW_TYPE_ACTION_ROW, "Link", NULL),
                "value",
                &link,
                NULL);
  g_assert_nonnull (strstr (link, "/adminconsent?client_id="));
  waxseal_practice_person_follow_link_async (
    "privileged-role-administrator", link, NULL, consented_cb, NULL);
  ui_job_wait_label (&job, "Waiting for the consent");
  ui_driver_settle (500);
  ui_driver_click (job.page, "_Look Now");
  ui_driver_wait (ui_job_is_done, &job);
  ui_keyring_stop (keyring, "eyJ");
}

/* Who goes back while the consent is waited for is not taken on when it comes. */
static void
test_hand_over_given_up (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("cloud-application-administrator");
  UiJob job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();
  g_autofree char *link = NULL;

  if (keyring == NULL)
    return;
  ui_job_open_practice (&job);
  ui_job_plan (&job);
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (asks_somebody_else, &job);
  g_object_get (ui_driver_find_row (job.page, ADW_TYPE_ACTION_ROW, "Link", NULL),
                "value",
                &link,
                NULL);
  ui_job_wait_label (&job, "0 of 4 granted when Waxseal looked at");
  ui_job_wait_sensitive (&job, "_Back");
  ui_driver_click (job.page, "_Back");
  ui_job_wait_sensitive (&job, "_Review Plan");
  waxseal_practice_person_follow_link_async (
    "privileged-role-administrator", link, NULL, consented_cb, NULL);
  /* As long as the next look would have taken, and longer. */
  ui_driver_settle (6000);
  g_assert_nonnull (ui_driver_find_button (job.page, "_Review Plan"));
  g_assert_nonnull (ui_driver_find_label (job.page, "Not proved yet"));
  ui_practice_assert_counts (fixture, "1 1 4 1");

  ui_driver_click (job.page, "_Review Plan");
  ui_job_wait_button (&job, "_Start");
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (ui_job_is_done, &job);
  ui_keyring_stop (keyring, "eyJ");
}

/* Closing the code's dialog gives the sign-in up, and nothing is said about it. */
static void
test_give_up (UiFixture *fixture)
{
  UiJob job = { fixture, NULL, NULL };
  GtkWindow *dialog;

  ui_job_open_practice (&job);
  ui_driver_click (job.page, "Use a _Code…");
  dialog = ui_driver_wait_dialog (WAXSEAL_TYPE_CODE_DIALOG);
  gtk_window_close (dialog);
  ui_driver_settle (500);
  g_assert_nonnull (ui_driver_find_button (job.page, "Use a _Code…"));
  g_assert_null (ui_driver_find_button (job.page, "_Review Plan"));
}

int
main (int argc, char **argv)
{
  const UiTest tests[] = {
    { "/entra-run/whole", test_whole, NULL },
    { "/entra-run/rotation", test_rotation, NULL },
    { "/entra-run/delete", test_delete, NULL },
    { "/entra-run/hand-over", test_hand_over, NULL },
    { "/entra-run/hand-over-given-up", test_hand_over_given_up, NULL },
    { "/entra-run/give-up", test_give_up, NULL },
  };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
