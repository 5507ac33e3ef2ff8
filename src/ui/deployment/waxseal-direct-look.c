/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-look.h"

#include <glib/gi18n.h>

#include "waxseal-access-group.h"
#include "waxseal-date.h"
#include "waxseal-error-row.h"

/**
 * WaxsealDirectLook:
 *
 * Signing in to Exchange Online, and what is there now; nothing is changed by it.
 */
struct _WaxsealDirectLook
{
  GtkBox parent_instance;

  WaxsealAccessGroup *access;
  GtkWidget *group;
  WaxsealErrorRow *error_row;
  AdwActionRow *look_row;
  GtkSpinner *spinner;
  GtkWidget *cancel_button;
  GtkButton *look_button;
  AdwActionRow *warnings_row;

  WaxsealDirectJob *job;
};

G_DEFINE_FINAL_TYPE (WaxsealDirectLook, waxseal_direct_look, GTK_TYPE_BOX)

static WaxsealTenantSession *
get_session (WaxsealDirectLook *self)
{
  return waxseal_entra_desk_get_session (waxseal_direct_job_get_desk (self->job));
}

/* How looking failed; how the plan failed is shown with the plan. */
static const GError *
get_error (WaxsealDirectLook *self)
{
  return waxseal_direct_job_get_stage (self->job) == WAXSEAL_DIRECT_STAGE_IDLE
           ? waxseal_direct_job_get_error (self->job)
           : NULL;
}

static gboolean
needs_access (WaxsealDirectLook *self)
{
  const GError *error = get_error (self);

  if (waxseal_direct_job_get_stage (self->job) != WAXSEAL_DIRECT_STAGE_IDLE)
    return FALSE;
  if (error != NULL)
    return waxseal_access_group_is_remedy (error);
  return !waxseal_account_is_signed_in (waxseal_tenant_session_get_account (get_session (self)));
}

static void
set_texts (WaxsealDirectLook *self, const char *title, const char *subtitle)
{
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->look_row), title);
  adw_action_row_set_subtitle (self->look_row, subtitle);
}

/* “There is no add-in with this Id.”, and when that was read. */
static void
show_review (WaxsealDirectLook *self, WaxsealDirectReview *review)
{
  g_autofree char *title = waxseal_direct_review_describe (review);
  g_autofree char *time = waxseal_date_format_time (waxseal_direct_review_get_read_on (review));
  const char *name = waxseal_direct_review_get_organization_name (review);
  g_autofree char *subtitle =
    *name != '\0'
      /* Translators: the name of an organization, then a day and a time */
      ? g_strdup_printf (_ ("%s · read on %s"), name, time)
      /* Translators: %s is a day and a time */
      : g_strdup_printf (_ ("Read on %s"), time);

  set_texts (self, title, subtitle);
}

static void
show_state (WaxsealDirectLook *self)
{
  WaxsealDirectReview *review = waxseal_direct_job_get_review (self->job);

  if (waxseal_direct_job_get_stage (self->job) == WAXSEAL_DIRECT_STAGE_LOOKING)
    set_texts (self, _ ("Looking what is there"), _ ("Nothing is changed"));
  else if (review != NULL)
    show_review (self, review);
  else
    set_texts (self,
               _ ("Look what is there now"),
               _ ("Reads the add-ins of the organization, and makes a plan; nothing is changed"));
}

static void
update (WaxsealDirectLook *self)
{
  WaxsealDirectStage stage = waxseal_direct_job_get_stage (self->job);
  WaxsealDirectReview *review = waxseal_direct_job_get_review (self->job);
  const char *warnings = review != NULL ? waxseal_direct_review_get_warnings (review) : "";
  gboolean looking = stage == WAXSEAL_DIRECT_STAGE_LOOKING;
  gboolean asks = needs_access (self);

  /* They depend on the client that signs in, which can be changed until then. */
  waxseal_access_group_set_scopes (self->access,
                                   waxseal_tenant_session_get_exchange_scopes (get_session (self)));
  gtk_widget_set_visible (GTK_WIDGET (self->access), asks);
  gtk_widget_set_visible (self->group, !asks);
  gtk_spinner_set_spinning (self->spinner, looking);
  gtk_widget_set_visible (self->cancel_button, looking);
  gtk_widget_set_visible (GTK_WIDGET (self->look_button),
                          !looking && stage != WAXSEAL_DIRECT_STAGE_RUNNING);
  gtk_widget_set_sensitive (GTK_WIDGET (self->look_button),
                            !waxseal_entra_desk_is_busy (waxseal_direct_job_get_desk (self->job)));
  gtk_button_set_label (self->look_button,
                        stage == WAXSEAL_DIRECT_STAGE_IDLE ? _ ("_Look") : _ ("_Look Again"));
  show_state (self);
  gtk_widget_set_visible (GTK_WIDGET (self->warnings_row), *warnings != '\0');
  adw_action_row_set_subtitle (self->warnings_row, warnings);
  waxseal_error_row_show (self->error_row,
                          get_error (self),
                          waxseal_tenant_session_get_way (get_session (self)));
}

static void
job_changed_cb (WaxsealDirectLook *self)
{
  const GError *error = get_error (self);

  if (error != NULL && waxseal_access_group_is_remedy (error))
    waxseal_access_group_show_error (self->access, error);
  update (self);
}

static void
look_clicked_cb (WaxsealDirectLook *self)
{
  waxseal_direct_job_look (self->job);
}

static void
granted_cb (WaxsealDirectLook *self)
{
  waxseal_direct_job_look (self->job);
}

static void
cancel_clicked_cb (WaxsealDirectLook *self)
{
  waxseal_direct_job_cancel (self->job);
}

static void
remedy_cb (WaxsealDirectLook *self, guint action)
{
  waxseal_direct_job_look (self->job);
}

static void
forget_job (WaxsealDirectLook *self)
{
  if (self->job == NULL)
    return;
  g_signal_handlers_disconnect_by_data (self->job, self);
  g_signal_handlers_disconnect_by_data (waxseal_direct_job_get_desk (self->job), self);
  g_clear_object (&self->job);
}

static void
waxseal_direct_look_dispose (GObject *object)
{
  forget_job (WAXSEAL_DIRECT_LOOK (object));
  G_OBJECT_CLASS (waxseal_direct_look_parent_class)->dispose (object);
}

static void
waxseal_direct_look_class_init (WaxsealDirectLookClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_direct_look_dispose;

  g_type_ensure (WAXSEAL_TYPE_ACCESS_GROUP);
  g_type_ensure (WAXSEAL_TYPE_ERROR_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-direct-look.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectLook, access);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectLook, group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectLook, error_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectLook, look_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectLook, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectLook, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectLook, look_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectLook, warnings_row);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, granted_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
}

static void
waxseal_direct_look_init (WaxsealDirectLook *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_direct_look_set_job: @job: (nullable): what it shows. */
void
waxseal_direct_look_set_job (WaxsealDirectLook *self, WaxsealDirectJob *job)
{
  forget_job (self);
  if (job == NULL)
    return;
  self->job = g_object_ref (job);
  g_object_set (self->access, "desk", waxseal_direct_job_get_desk (job), NULL);
  g_signal_connect_swapped (job, "changed", G_CALLBACK (job_changed_cb), self);
  g_signal_connect_swapped (waxseal_direct_job_get_desk (job),
                            "changed",
                            G_CALLBACK (update),
                            self);
  update (self);
}
