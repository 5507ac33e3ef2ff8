/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-job.h"

#include "waxseal-plan-row.h"

static gboolean
is_practice (gpointer window)
{
  WaxsealOrganization *organization = waxseal_window_get_organization (window);

  return organization != NULL && waxseal_organization_get_practice (organization);
}

void
ui_job_open_practice (UiJob *job)
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
  UiJob *job;
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

void
ui_job_wait_button (UiJob *job, const char *button)
{
  Wait wait = { job, button, NULL };

  ui_driver_wait (is_there, &wait);
}

void
ui_job_wait_label (UiJob *job, const char *label)
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

void
ui_job_wait_sensitive (UiJob *job, const char *button)
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

gboolean
ui_job_is_done (gpointer user_data)
{
  UiJob *job = user_data;

  ui_person_look (job->person);
  return ui_driver_find (job->page, WAXSEAL_TYPE_PLAN_ROW, NULL) != NULL &&
         ui_driver_visit (job->page, is_undone, NULL) == NULL;
}

void
ui_job_plan (UiJob *job)
{
  ui_job_wait_button (job, "Use a _Code…");
  ui_driver_click (job->page, "Use a _Code…");
  ui_job_wait_button (job, "_Review Plan");
  ui_driver_click (job->page, "_Review Plan");
  ui_job_wait_button (job, "_Start");
}

const char *
ui_job_get_text (UiJob *job, const char *property)
{
  return waxseal_record_get_text (waxseal_organization_get_entra_app (
                                    ui_fixture_get_organization (job->fixture)),
                                  property);
}

char *
ui_job_read_clipboard (UiJob *job)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (job->page);
  g_auto (GValue) value = G_VALUE_INIT;
  g_autoptr (GError) error = NULL;

  g_value_init (&value, G_TYPE_STRING);
  gdk_content_provider_get_value (gdk_clipboard_get_content (clipboard), &value, &error);
  g_assert_no_error (error);
  return g_value_dup_string (&value);
}
