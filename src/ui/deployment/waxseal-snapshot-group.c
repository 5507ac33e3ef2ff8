/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-snapshot-group.h"

#include <glib/gi18n.h>

#include "waxseal-access-group.h"
#include "waxseal-audience-look-up.h"
#include "waxseal-date.h"
#include "waxseal-directory-search.h"
#include "waxseal-error-row.h"
#include "waxseal-group-drift.h"
#include "waxseal-phase-road.h"
#include "waxseal-rollout-enums.h"

/**
 * WaxsealSnapshotGroup:
 *
 * The groups of a phase that Exchange Online has as people: as they were when they were last read,
 * and who joined or left since it was assigned.
 */
struct _WaxsealSnapshotGroup
{
  AdwPreferencesGroup parent_instance;

  WaxsealErrorRow *error_row;
  AdwActionRow *row;
  GtkSpinner *spinner;
  GtkWidget *look_button;
  WaxsealAccessGroup *access;

  WaxsealRolloutPhase *phase;
  WaxsealEntraDesk *desk;
  WaxsealAudienceLookUp *look_up; /* that is under way, or NULL */
  GError *error;
  guint idle; /* until it shows a change, or 0 */
};

G_DEFINE_FINAL_TYPE (WaxsealSnapshotGroup, waxseal_snapshot_group, ADW_TYPE_PREFERENCES_GROUP)

static WaxsealGroupDrift *
find_drift (WaxsealSnapshotGroup *self)
{
  if (self->phase == NULL || self->desk == NULL || !waxseal_phase_road_is_fixed (self->phase) ||
      waxseal_record_get_enum (self->phase, "road") != WAXSEAL_ROAD_EXCHANGE)
    return NULL;
  return waxseal_group_drift_new (self->phase);
}

static void
show_drift (WaxsealSnapshotGroup *self, const WaxsealGroupDrift *drift)
{
  g_autofree char *text = waxseal_group_drift_describe (drift);
  g_autofree char *day = waxseal_date_format_time (drift->read_on);
  g_autofree char *title = *drift->read_on != '\0'
                             /* Translators: %s is a day and a time */
                             ? g_strdup_printf (_ ("Members as they were read on %s"), day)
                             : g_strdup (_ ("Not all members were read"));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), title);
  adw_action_row_set_subtitle (self->row, text);
}

static void
update (WaxsealSnapshotGroup *self)
{
  g_autoptr (WaxsealGroupDrift) drift = find_drift (self);
  gboolean asks;

  gtk_widget_set_visible (GTK_WIDGET (self), drift != NULL);
  if (drift == NULL)
    return;
  show_drift (self, drift);
  asks = self->error != NULL && waxseal_access_group_is_remedy (self->error);
  gtk_widget_set_visible (GTK_WIDGET (self->access), asks);
  gtk_spinner_set_spinning (self->spinner, self->look_up != NULL);
  gtk_widget_set_sensitive (self->look_button,
                            self->look_up == NULL && !waxseal_entra_desk_is_busy (self->desk));
  waxseal_error_row_show (self->error_row,
                          asks ? NULL : self->error,
                          waxseal_tenant_session_get_way (
                            waxseal_entra_desk_get_session (self->desk)));
}

static gboolean
update_cb (gpointer user_data)
{
  WaxsealSnapshotGroup *self = user_data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (WaxsealSnapshotGroup *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

/** SnapshotRun: what is under way, and lets go of its own desk, whichever is shown by then. */
typedef struct
{
  WaxsealSnapshotGroup *group;
  WaxsealEntraDesk *desk;
} SnapshotRun;

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree SnapshotRun *run = user_data;
  g_autoptr (WaxsealSnapshotGroup) self = run->group;
  g_autoptr (WaxsealEntraDesk) desk = run->desk;
  WaxsealAudienceLookUp *look_up = WAXSEAL_AUDIENCE_LOOK_UP (source);
  g_autoptr (GError) error = NULL;

  waxseal_audience_look_up_run_finish (look_up, result, &error);
  if (self->look_up == look_up)
    {
      g_clear_object (&self->look_up);
      if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
        self->error = g_steal_pointer (&error);
      if (self->error != NULL && waxseal_access_group_is_remedy (self->error))
        waxseal_access_group_show_error (self->access, self->error);
    }
  waxseal_entra_desk_release (desk);
  update (self);
}

static void
look (WaxsealSnapshotGroup *self)
{
  WaxsealTenantSession *session = waxseal_entra_desk_get_session (self->desk);
  GCancellable *cancellable = waxseal_entra_desk_hold (self->desk);
  SnapshotRun *run;

  if (cancellable == NULL)
    return;
  run = g_new (SnapshotRun, 1);
  *run = (SnapshotRun){ g_object_ref (self), g_object_ref (self->desk) };
  g_clear_error (&self->error);
  self->look_up =
    waxseal_audience_look_up_new (waxseal_tenant_session_get_graph (session), self->phase);
  waxseal_audience_look_up_run_async (self->look_up, TRUE, cancellable, looked_cb, run);
  update (self);
}

static void
look_clicked_cb (WaxsealSnapshotGroup *self)
{
  look (self);
}

static void
granted_cb (WaxsealSnapshotGroup *self)
{
  look (self);
}

static void
remedy_cb (WaxsealSnapshotGroup *self, guint action)
{
  look (self);
}

static void
forget (WaxsealSnapshotGroup *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  if (self->look_up != NULL)
    waxseal_entra_desk_cancel (self->desk);
  g_clear_object (&self->look_up);
  g_clear_error (&self->error);
  if (self->phase != NULL)
    g_signal_handlers_disconnect_by_data (self->phase, self);
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->phase);
  g_clear_object (&self->desk);
}

static void
waxseal_snapshot_group_dispose (GObject *object)
{
  forget (WAXSEAL_SNAPSHOT_GROUP (object));
  G_OBJECT_CLASS (waxseal_snapshot_group_parent_class)->dispose (object);
}

static void
waxseal_snapshot_group_class_init (WaxsealSnapshotGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_snapshot_group_dispose;

  g_type_ensure (WAXSEAL_TYPE_ACCESS_GROUP);
  g_type_ensure (WAXSEAL_TYPE_ERROR_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-snapshot-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealSnapshotGroup, error_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSnapshotGroup, row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSnapshotGroup, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSnapshotGroup, look_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealSnapshotGroup, access);
  gtk_widget_class_bind_template_callback (widget_class, granted_cb);
  gtk_widget_class_bind_template_callback (widget_class, look_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
}

static void
waxseal_snapshot_group_init (WaxsealSnapshotGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  waxseal_access_group_set_scopes (self->access, waxseal_directory_search_get_scopes ());
}

/** waxseal_snapshot_group_show: @phase: (nullable): whose groups; @desk: (nullable): where they
 * are.
 */
void
waxseal_snapshot_group_show (WaxsealSnapshotGroup *self,
                             WaxsealRolloutPhase *phase,
                             WaxsealEntraDesk *desk)
{
  forget (self);
  g_set_object (&self->phase, phase);
  g_set_object (&self->desk, desk);
  if (phase != NULL)
    g_signal_connect_swapped (phase, "changed", G_CALLBACK (changed_cb), self);
  if (desk != NULL)
    g_signal_connect_swapped (desk, "changed", G_CALLBACK (changed_cb), self);
  g_object_set (self->access, "desk", desk, NULL);
  update (self);
}
