/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-roll-out.h"

#include <glib/gi18n.h>

#include "waxseal-audience-csv.h"
#include "waxseal-direct-road.h"
#include "waxseal-download-place.h"
#include "waxseal-finding-counts.h"
#include "waxseal-message-group.h"
#include "waxseal-phase-next.h"
#include "waxseal-phase-road.h"
#include "waxseal-road-row.h"
#include "waxseal-rollout-person.h"
#include "waxseal-run-sheet.h"
#include "waxseal-save-bytes.h"
#include "waxseal-script-group.h"
#include "waxseal-sheet-group.h"

/**
 * WaxsealPhaseRollOut:
 *
 * The steps of one action with a phase, on the road that was chosen; and the word of who did them.
 */
struct _WaxsealPhaseRollOut
{
  GtkBox parent_instance;

  WaxsealRoadRow *road_row;
  AdwActionRow *caution_row;
  GtkWidget *nothing_label;
  WaxsealDirectRoad *direct_road;
  GtkWidget *steps;
  AdwActionRow *refusal_row;
  AdwActionRow *manifest_row;
  WaxsealSheetGroup *sheet_group;
  GtkWidget *table_group;
  WaxsealScriptGroup *script_group;
  AdwEntryRow *by_row;
  GtkWidget *done_button;
  WaxsealMessageGroup *message_group;

  WaxsealManifestDraft *draft;
  GCancellable *cancellable;
  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phase;
  WaxsealRolloutAction action;
  char *own_address;
};

G_DEFINE_FINAL_TYPE (WaxsealPhaseRollOut, waxseal_phase_roll_out, GTK_TYPE_BOX)

static WaxsealRolloutOrder
get_order (WaxsealPhaseRollOut *self)
{
  return (WaxsealRolloutOrder){ self->organization, self->phase, self->action, self->own_address };
}

static void
notify (WaxsealPhaseRollOut *self, const char *message)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.notify", "s", message);
}

static void
placed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (WaxsealPhaseRollOut) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = waxseal_download_place_finish (result, &error);
  g_autofree char *name = NULL;
  g_autofree char *message = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (file == NULL)
    {
      notify (self, error->message);
      return;
    }
  name = g_file_get_basename (file);
  /* Translators: %s is a file name */
  message = g_strdup_printf (_ ("“%s” is in Downloads"), name);
  notify (self, message);
}

static void
place_manifest_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  WaxsealPhaseRollOut *self = WAXSEAL_PHASE_ROLL_OUT (widget);
  g_autofree char *name = waxseal_manifest_draft_dup_file_name (self->draft);

  waxseal_download_place_async (NULL,
                                name,
                                waxseal_manifest_draft_get_bytes (self->draft),
                                self->cancellable,
                                placed_cb,
                                g_object_ref (self));
}

static void
save_table_clicked_cb (WaxsealPhaseRollOut *self)
{
  g_autofree char *name = waxseal_audience_csv_dup_name (self->phase);
  g_autoptr (GBytes) table = waxseal_audience_csv_build (self->phase);

  waxseal_save_bytes_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            _ ("Save Table"),
                            name,
                            table,
                            NULL,
                            NULL);
}

static char *
dup_by (WaxsealPhaseRollOut *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->by_row))));
}

static void
done_clicked_cb (WaxsealPhaseRollOut *self)
{
  WaxsealRolloutOrder order = get_order (self);
  g_autofree char *by = dup_by (self);

  waxseal_run_sheet_declare (&order, waxseal_phase_road_get (self->organization, self->phase), by);
}

static void
forget_draft (WaxsealPhaseRollOut *self)
{
  g_clear_object (&self->draft);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->organization);
  g_clear_object (&self->phase);
}

static void
waxseal_phase_roll_out_dispose (GObject *object)
{
  WaxsealPhaseRollOut *self = WAXSEAL_PHASE_ROLL_OUT (object);

  forget_draft (self);
  g_clear_pointer (&self->own_address, g_free);
  G_OBJECT_CLASS (waxseal_phase_roll_out_parent_class)->dispose (object);
}

static void
waxseal_phase_roll_out_class_init (WaxsealPhaseRollOutClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_phase_roll_out_dispose;
  g_type_ensure (WAXSEAL_TYPE_DIRECT_ROAD);
  g_type_ensure (WAXSEAL_TYPE_MESSAGE_GROUP);
  g_type_ensure (WAXSEAL_TYPE_ROAD_ROW);
  g_type_ensure (WAXSEAL_TYPE_SCRIPT_GROUP);
  g_type_ensure (WAXSEAL_TYPE_SHEET_GROUP);
  gtk_widget_class_install_action (widget_class,
                                   "roll-out.place-manifest",
                                   NULL,
                                   place_manifest_action);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-phase-roll-out.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, road_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, caution_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, direct_road);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, steps);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, refusal_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, manifest_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, sheet_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, table_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, script_group);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, by_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, done_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealPhaseRollOut, message_group);
  gtk_widget_class_bind_template_callback (widget_class, done_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_table_clicked_cb);
}

static void
waxseal_phase_roll_out_init (WaxsealPhaseRollOut *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_phase_roll_out_open: @desk: (nullable): where work in the tenant is done. Is about
 * another organisation; a phase has to be shown next. */
void
waxseal_phase_roll_out_open (WaxsealPhaseRollOut *self,
                             WaxsealManifestDraft *draft,
                             WaxsealEntraDesk *desk,
                             GCancellable *cancellable)
{
  WaxsealOrganization *organization = waxseal_manifest_draft_get_organization (draft);
  g_autofree char *by = waxseal_rollout_person_suggest (organization);

  forget_draft (self);
  self->draft = g_object_ref (draft);
  self->cancellable = g_object_ref (cancellable);
  self->organization = g_object_ref (organization);
  gtk_editable_set_text (GTK_EDITABLE (self->by_row), by);
  g_object_set (self->direct_road, "phase", NULL, "draft", draft, "desk", desk, NULL);
}

/** waxseal_phase_roll_out_show: Is about another phase; an update shows the rest. */
void
waxseal_phase_roll_out_show (WaxsealPhaseRollOut *self, WaxsealRolloutPhase *phase)
{
  g_set_object (&self->phase, phase);
  self->action = WAXSEAL_ROLLOUT_ACTION_DEPLOY;
  waxseal_road_row_show (self->road_row, self->organization, phase);
  g_object_set (self->direct_road, "phase", phase, "action", self->action, NULL);
  waxseal_message_group_show (self->message_group, self->organization, phase);
}

/** waxseal_phase_roll_out_set_action: Chooses whose steps are shown from the next update on. */
void
waxseal_phase_roll_out_set_action (WaxsealPhaseRollOut *self, WaxsealRolloutAction action)
{
  self->action = action;
}

static void
show_line (AdwActionRow *row, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (row), text != NULL);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text != NULL ? text : "");
}

/* What is uploaded should be what CRES made, and nothing else. */
static const char *
get_manifest_caution (WaxsealPhaseRollOut *self)
{
  GListModel *findings = waxseal_manifest_draft_get_findings (self->draft);

  if (self->action != WAXSEAL_ROLLOUT_ACTION_DEPLOY &&
      self->action != WAXSEAL_ROLLOUT_ACTION_UPDATE)
    return NULL;
  if (waxseal_finding_count (findings, WAXSEAL_SEVERITY_ERROR) > 0)
    return _ ("The manifest has errors. Microsoft 365 will hardly take it.");
  if (waxseal_manifest_draft_is_assumed (self->draft))
    return _ ("This manifest is not the one from CRES: its Id and its addresses are assumed. "
              "Download it there and import it first.");
  return NULL;
}

static void
show_steps (WaxsealPhaseRollOut *self, WaxsealRoad road, const char *refusal)
{
  WaxsealRolloutOrder order = get_order (self);
  g_autofree char *name = waxseal_manifest_draft_dup_file_name (self->draft);
  gboolean specific =
    waxseal_record_get_enum (self->phase, "audience") == WAXSEAL_AUDIENCE_SPECIFIC;

  waxseal_sheet_group_show (self->sheet_group, &order, road, name);
  gtk_widget_set_visible (self->table_group,
                          specific && refusal == NULL && road == WAXSEAL_ROAD_ADMIN_CENTER);
  gtk_widget_set_visible (GTK_WIDGET (self->script_group), road == WAXSEAL_ROAD_SCRIPT);
  if (road == WAXSEAL_ROAD_SCRIPT)
    waxseal_script_group_show (self->script_group,
                               &order,
                               waxseal_manifest_draft_get_bytes (self->draft),
                               name);
  gtk_widget_set_sensitive (self->done_button, refusal == NULL);
}

static void
show_action (WaxsealPhaseRollOut *self, WaxsealRoad road, GDateTime *now)
{
  const char *refusal =
    waxseal_rollout_action_get_refusal (self->action, self->organization, self->phase, now);

  show_line (self->refusal_row, refusal);
  if (road == WAXSEAL_ROAD_EXCHANGE)
    g_object_set (self->direct_road, "action", self->action, NULL);
  else
    show_steps (self, road, refusal);
}

/* What was chosen may be done meanwhile: then the steps of what comes next are shown. */
static gboolean
choose_action (WaxsealPhaseRollOut *self, GDateTime *now)
{
  WaxsealRolloutAction next_action;
  WaxsealPhaseNext next;

  if (waxseal_rollout_action_applies (
        self->action, self->organization, self->phase, self->own_address, now))
    return TRUE;
  next =
    waxseal_phase_next_get (self->organization, self->phase, self->own_address, now, &next_action);
  if (next == WAXSEAL_PHASE_NEXT_ACT)
    self->action = next_action;
  return next == WAXSEAL_PHASE_NEXT_ACT;
}

/** waxseal_phase_roll_out_update: @own_address: (nullable): of the administrator. */
void
waxseal_phase_roll_out_update (WaxsealPhaseRollOut *self, const char *own_address)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *caution = waxseal_phase_road_dup_caution (self->organization, self->phase);
  WaxsealRoad road = waxseal_phase_road_get (self->organization, self->phase);
  gboolean direct = road == WAXSEAL_ROAD_EXCHANGE;
  gboolean something;

  g_free (self->own_address);
  self->own_address = g_strdup (own_address);
  waxseal_road_row_update (self->road_row);
  show_line (self->caution_row, caution);
  something = choose_action (self, now);
  show_line (self->manifest_row, something ? get_manifest_caution (self) : NULL);
  gtk_widget_set_visible (self->steps, something && !direct);
  gtk_widget_set_visible (self->nothing_label, !something && !direct);
  gtk_widget_set_visible (GTK_WIDGET (self->direct_road), direct);
  if (something)
    show_action (self, road, now);
  waxseal_message_group_update (self->message_group);
}
