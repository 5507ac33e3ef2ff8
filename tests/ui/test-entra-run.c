/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “Let Waxseal do it”, by clicks, on the practice tenant, with a real keyring and somebody who
 * enters the codes in a browser. */
#include <string.h>

#include "ui-fixture.h"
#include "ui-keyring.h"
#include "ui-person.h"
#include "waxseal-code-dialog.h"
#include "waxseal-plan-row.h"
#include "waxseal-practice-person.h"

/** Job: the page, and who sits before the browser. */
typedef struct
{
  UiFixture *fixture;
  GtkWidget *page;
  UiPerson *person;
} Job;

static gboolean
is_practice (gpointer window)
{
  WaxsealOrganization *organization = waxseal_window_get_organization (window);

  return organization != NULL && waxseal_organization_get_practice (organization);
}

static void
open_practice (Job *job)
{
  gtk_widget_activate_action (GTK_WIDGET (job->fixture->window), "win.practice", NULL);
  ui_driver_wait (is_practice, job->fixture->window);
  waxseal_window_show_page (job->fixture->window, "entra-app");
  ui_driver_settle (300);
  job->page = ui_fixture_get_page (job->fixture, "entra-app");
}

/** Wait: for a button or a label on the page, while codes are entered. */
typedef struct
{
  Job *job;
  const char *button;
  const char *label;
} Wait;

static gboolean
is_there (gpointer user_data)
{
  Wait *wait = user_data;

  ui_person_look (wait->job->person);
  if (wait->button != NULL)
    return ui_driver_find_button (wait->job->page, wait->button) != NULL;
  return ui_driver_find_label (wait->job->page, wait->label) != NULL;
}

static void
wait_button (Job *job, const char *button)
{
  Wait wait = { job, button, NULL };

  ui_driver_wait (is_there, &wait);
}

static void
wait_label (Job *job, const char *label)
{
  Wait wait = { job, NULL, label };

  ui_driver_wait (is_there, &wait);
}

static gboolean
is_sensitive (gpointer user_data)
{
  Wait *wait = user_data;
  GtkWidget *button;

  ui_person_look (wait->job->person);
  button = ui_driver_find_button (wait->job->page, wait->button);
  return button != NULL && gtk_widget_is_sensitive (button);
}

static void
wait_sensitive (Job *job, const char *button)
{
  Wait wait = { job, button, NULL };

  ui_driver_wait (is_sensitive, &wait);
}

static gboolean
is_undone (GtkWidget *widget, gpointer user_data)
{
  const char *subtitle;

  if (!WAXSEAL_IS_PLAN_ROW (widget) || !gtk_widget_get_mapped (widget))
    return FALSE;
  subtitle = adw_action_row_get_subtitle (ADW_ACTION_ROW (widget));
  return !g_str_has_prefix (subtitle, "Done") && !g_str_has_prefix (subtitle, "There already");
}

static gboolean
is_done (gpointer user_data)
{
  Job *job = user_data;

  ui_person_look (job->person);
  return ui_driver_find (job->page, WAXSEAL_TYPE_PLAN_ROW, NULL) != NULL &&
         ui_driver_visit (job->page, is_undone, NULL) == NULL;
}

static void
plan (Job *job)
{
  wait_button (job, "Use a _Code…");
  ui_driver_click (job->page, "Use a _Code…");
  wait_button (job, "_Review Plan");
  ui_driver_click (job->page, "_Review Plan");
  wait_button (job, "_Start");
}

static const char *
get_text (Job *job, const char *property)
{
  return waxseal_record_get_text (waxseal_organization_get_entra_app (
                                    ui_fixture_get_organization (job->fixture)),
                                  property);
}

/* Who has signed in on one page sees the tenant's domains on the other. */
static void
take_domains (Job *job)
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
  Job job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();

  if (keyring == NULL)
    return;
  open_practice (&job);
  plan (&job);
  g_assert_nonnull (ui_driver_find_label (job.page, "It will change nothing else."));
  g_assert_nonnull (ui_driver_find_label (job.page, "in all mailboxes"));
  g_assert_cmpstr (get_text (&job, "client-id"), ==, "");
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (is_done, &job);
  g_assert_true (g_uuid_string_is_valid (get_text (&job, "client-id")));
  g_assert_true (g_uuid_string_is_valid (get_text (&job, "tenant-id")));
  g_assert_true (g_uuid_string_is_valid (get_text (&job, "secret-key-id")));
  g_assert_nonnull (ui_driver_find_label (job.page, "Grace Hall"));
  take_domains (&job);
  ui_keyring_stop (keyring, "eyJ");
}

/* The new secret is there and proved before the old one may go. */
static void
test_rotation (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  Job job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();
  g_autofree char *old_key_id = NULL;

  if (keyring == NULL)
    return;
  open_practice (&job);
  plan (&job);
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (is_done, &job);
  wait_label (&job, "The application works");
  wait_label (&job, "1 in Entra");
  old_key_id = g_strdup (get_text (&job, "secret-key-id"));

  wait_sensitive (&job, "_Add New…");
  ui_driver_click (job.page, "_Add New…");
  wait_sensitive (&job, "CRES _Has It");
  wait_label (&job, "2 in Entra");
  g_assert_cmpstr (get_text (&job, "secret-key-id"), !=, old_key_id);
  ui_driver_click (job.page, "CRES _Has It");
  wait_sensitive (&job, "_Remove the Old One");
  ui_driver_click (job.page, "_Remove the Old One");
  wait_sensitive (&job, "_Add New…");
  wait_label (&job, "1 in Entra");
  wait_label (&job, "The application works");
  ui_keyring_stop (keyring, "eyJ");
}

static void
test_delete (UiFixture *fixture)
{
  g_autoptr (UiPerson) person = ui_person_new ("global-administrator");
  Job job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();
  GtkWindow *dialog;

  if (keyring == NULL)
    return;
  open_practice (&job);
  plan (&job);
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (is_done, &job);
  wait_sensitive (&job, "_Delete…");
  ui_driver_click (job.page, "_Delete…");
  dialog = ui_driver_wait_dialog (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "remove");
  wait_button (&job, "_Review Plan");
  g_assert_cmpstr (get_text (&job, "client-id"), ==, "");
  g_assert_cmpstr (get_text (&job, "secret-key-id"), ==, "");
  g_assert_null (ui_driver_find_button (job.page, "_Delete…"));
  ui_keyring_stop (keyring, "eyJ");
}

static gboolean
asks_somebody_else (gpointer user_data)
{
  Job *job = user_data;

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
  Job job = { fixture, NULL, person };
  UiKeyring *keyring = ui_keyring_start ();
  g_autofree char *link = NULL;

  if (keyring == NULL)
    return;
  open_practice (&job);
  plan (&job);
  ui_driver_click (job.page, "_Start");
  ui_driver_wait (asks_somebody_else, &job);
  g_object_get (ui_driver_find_row (job.page, ADW_TYPE_ACTION_ROW, "Link", NULL),
                "value",
                &link,
                NULL);
  g_assert_nonnull (strstr (link, "/adminconsent?client_id="));
  waxseal_practice_person_follow_link_async (
    "privileged-role-administrator", link, NULL, consented_cb, NULL);
  wait_label (&job, "Waiting for the consent");
  ui_driver_settle (500);
  ui_driver_click (job.page, "_Look Now");
  ui_driver_wait (is_done, &job);
  ui_keyring_stop (keyring, "eyJ");
}

/* Closing the code's dialog gives the sign-in up, and nothing is said about it. */
static void
test_give_up (UiFixture *fixture)
{
  Job job = { fixture, NULL, NULL };
  GtkWindow *dialog;

  open_practice (&job);
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
    { "/entra-run/whole", test_whole, NULL },     { "/entra-run/rotation", test_rotation, NULL },
    { "/entra-run/delete", test_delete, NULL },   { "/entra-run/hand-over", test_hand_over, NULL },
    { "/entra-run/give-up", test_give_up, NULL },
  };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
