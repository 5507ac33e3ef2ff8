/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-audience.h"

#include "waxseal-audience-dialog.h"
#include "waxseal-audience-group.h"
#include "waxseal-page.h"

static GtkWidget *
make_content (GtkWidget *group)
{
  GtkWidget *page = adw_preferences_page_new ();

  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), ADW_PREFERENCES_GROUP (group));
  return page;
}

void
ui_audience_open (UiAudience *self, UiFixture *fixture, UiPerson *person, guint phase)
{
  WaxsealOrganization *organization;
  WaxsealPage *page;

  *self = (UiAudience){ .job = { fixture, NULL, person } };
  ui_job_open_practice (&self->job);
  organization = ui_fixture_get_organization (fixture);
  page = WAXSEAL_PAGE (ui_fixture_get_page (fixture, "entra-app"));
  self->phase = g_list_model_get_item (waxseal_organization_get_phases (organization), phase);
  g_assert_nonnull (self->phase);
  self->group = g_object_new (WAXSEAL_TYPE_AUDIENCE_GROUP,
                              "organization",
                              organization,
                              "phase",
                              self->phase,
                              "desk",
                              waxseal_page_get_desk (page),
                              NULL);
  self->host = g_object_new (ADW_TYPE_WINDOW,
                             "transient-for",
                             fixture->window,
                             "modal",
                             TRUE,
                             "default-width",
                             640,
                             "default-height",
                             800,
                             "content",
                             make_content (self->group),
                             NULL);
  self->job.page = self->group;
  gtk_window_present (self->host);
  ui_driver_settle (200);
}

void
ui_audience_close (UiAudience *self)
{
  gtk_window_destroy (self->host);
  g_object_unref (self->phase);
}

GtkWidget *
ui_audience_open_dialog (UiAudience *self)
{
  ui_driver_click (self->group, "A_dd People…");
  self->job.page = GTK_WIDGET (ui_driver_wait_dialog (WAXSEAL_TYPE_AUDIENCE_DIALOG));
  ui_driver_settle (200);
  return self->job.page;
}

void
ui_audience_sign_in (UiAudience *self)
{
  ui_driver_click (self->job.page, "Use a _Code…");
  ui_job_wait_label (&self->job, " found");
}

guint
ui_audience_count (UiAudience *self)
{
  return g_list_model_get_n_items (
    G_LIST_MODEL (waxseal_record_get_list (self->phase, "recipients")));
}
