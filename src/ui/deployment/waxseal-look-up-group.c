/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-look-up-group.h"

#include <glib/gi18n.h>

#include "waxseal-access-group.h"
#include "waxseal-audience-look-up.h"
#include "waxseal-error-row.h"
#include "waxseal-group-count.h"
#include "waxseal-natural-layout.h"
#include "waxseal-phase-recipients.h"
#include "waxseal-save-bytes.h"
#include "waxseal-unmatched-address.h"
#include "waxseal-unmatched-report.h"

/**
 * WaxsealLookUpGroup:
 *
 * Asks the tenant's directory whom a phase names, and who is in its groups: with progress, and with
 * a list of what did not match.
 */
struct _WaxsealLookUpGroup
{
  GtkBox parent_instance;

  WaxsealAccessGroup *access;
  AdwActionRow *start_row;
  GtkWidget *start_button;
  AdwActionRow *progress_row;
  GtkProgressBar *progress_bar;
  WaxsealErrorRow *error_row;
  AdwActionRow *result_row;
  GtkWidget *unmatched_row;
  GtkListView *unmatched_view;
  GtkWidget *groups_row;
  GtkListView *groups_view;

  WaxsealRolloutPhase *phase;
  WaxsealEntraDesk *desk;
  GCancellable *cancellable;      /* the desk's, while it is held; or NULL */
  WaxsealAudienceLookUp *look_up; /* the last one, or NULL */
  gboolean asks;                  /* for a sign-in */
  GError *error;
};

enum
{
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealLookUpGroup, waxseal_look_up_group, GTK_TYPE_BOX)

static GListModel *
get_unmatched (WaxsealLookUpGroup *self)
{
  WaxsealAudienceMatch *match =
    self->look_up != NULL ? waxseal_audience_look_up_get_match (self->look_up) : NULL;

  return match != NULL ? waxseal_audience_match_get_unmatched (match) : NULL;
}

static GListModel *
get_counts (WaxsealLookUpGroup *self)
{
  return self->look_up != NULL ? waxseal_audience_look_up_get_counts (self->look_up) : NULL;
}

static char *
describe_need (WaxsealLookUpNeed need)
{
  if (need.n_typed > 0)
    return g_strdup_printf (ngettext ("%u address is typed only",
                                      "%u addresses are typed only",
                                      need.n_typed),
                            need.n_typed);
  return g_strdup_printf (ngettext ("%u group is not counted yet",
                                    "%u groups are not counted yet",
                                    need.n_uncounted),
                          need.n_uncounted);
}

static void
show_start (WaxsealLookUpGroup *self)
{
  WaxsealLookUpNeed need = waxseal_look_up_need_find (self->phase);
  g_autofree char *title = describe_need (need);

  gtk_widget_set_visible (GTK_WIDGET (self->start_row),
                          need.n_typed + need.n_uncounted > 0 && self->desk != NULL &&
                            self->cancellable == NULL && !self->asks);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->start_row), title);
  gtk_widget_set_sensitive (self->start_button,
                            self->desk != NULL && !waxseal_entra_desk_is_busy (self->desk));
}

static void
show_progress (WaxsealLookUpGroup *self)
{
  g_autofree char *subtitle = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->progress_row), self->cancellable != NULL);
  if (self->cancellable == NULL)
    return;
  subtitle = waxseal_audience_look_up_describe_progress (self->look_up);
  adw_action_row_set_subtitle (self->progress_row, subtitle);
  gtk_progress_bar_set_fraction (self->progress_bar,
                                 waxseal_audience_look_up_get_fraction (self->look_up));
}

/* “297 found · 3 did not match”, or that the groups were counted. */
static char *
describe_result (WaxsealLookUpGroup *self)
{
  WaxsealAudienceMatch *match = waxseal_audience_look_up_get_match (self->look_up);
  guint n = get_counts (self) != NULL ? g_list_model_get_n_items (get_counts (self)) : 0;

  if (match != NULL)
    return waxseal_audience_match_describe (match);
  return g_strdup_printf (ngettext ("%u group counted", "%u groups counted", n), n);
}

static gboolean
has_items (GListModel *list)
{
  return list != NULL && g_list_model_get_n_items (list) > 0;
}

static void
show_result (WaxsealLookUpGroup *self)
{
  gboolean over = self->look_up != NULL && self->cancellable == NULL;
  gboolean shown = over && (get_unmatched (self) != NULL || get_counts (self) != NULL);
  g_autofree char *text = shown ? describe_result (self) : NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->result_row), shown);
  adw_action_row_set_subtitle (self->result_row, shown ? text : "");
  gtk_widget_set_visible (self->unmatched_row, over && has_items (get_unmatched (self)));
  gtk_widget_set_visible (self->groups_row, over && has_items (get_counts (self)));
}

/** waxseal_look_up_group_update: For when the phase has changed. */
void
waxseal_look_up_group_update (WaxsealLookUpGroup *self)
{
  if (self->phase == NULL)
    return;
  gtk_widget_set_visible (GTK_WIDGET (self->access), self->asks);
  show_start (self);
  show_progress (self);
  show_result (self);
  if (self->desk != NULL)
    waxseal_error_row_show (self->error_row,
                            self->cancellable == NULL && !self->asks ? self->error : NULL,
                            waxseal_tenant_session_get_way (
                              waxseal_entra_desk_get_session (self->desk)));
}

static void
list (GtkListView *view, GListModel *items)
{
  g_autoptr (GtkSelectionModel) model = NULL;

  if (items != NULL)
    model = GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (items)));
  gtk_list_view_set_model (view, model);
}

static void
list_results (WaxsealLookUpGroup *self)
{
  list (self->unmatched_view, get_unmatched (self));
  list (self->groups_view, get_counts (self));
}

static void
forget_look_up (WaxsealLookUpGroup *self)
{
  if (self->look_up != NULL)
    g_signal_handlers_disconnect_by_data (self->look_up, self);
  g_clear_object (&self->look_up);
  list_results (self);
}

/** Run: what is under way, and lets go of its own desk, whichever is shown by then. */
typedef struct
{
  WaxsealLookUpGroup *group;
  WaxsealEntraDesk *desk;
  GCancellable *cancellable;
} Run;

static void
run_free (Run *run)
{
  g_object_unref (run->group);
  g_object_unref (run->desk);
  g_object_unref (run->cancellable);
  g_free (run);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Run, run_free)

static Run *
run_new (WaxsealLookUpGroup *self)
{
  Run *run = g_new (Run, 1);

  *run = (Run){
    g_object_ref (self),
    g_object_ref (self->desk),
    g_object_ref (self->cancellable),
  };
  return run;
}

static void
take_error (WaxsealLookUpGroup *self, const GError *error)
{
  g_clear_error (&self->error);
  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  self->asks = waxseal_access_group_is_remedy (error);
  if (self->asks)
    waxseal_access_group_show_error (self->access, error);
  else
    self->error = g_error_copy (error);
}

static void
looked_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Run) run = user_data;
  WaxsealLookUpGroup *self = run->group;
  WaxsealAudienceLookUp *look_up = WAXSEAL_AUDIENCE_LOOK_UP (source);
  g_autoptr (GError) error = NULL;
  gboolean done = waxseal_audience_look_up_run_finish (look_up, result, &error);

  if (self->look_up == look_up)
    {
      g_clear_object (&self->cancellable);
      list_results (self);
      if (!done)
        take_error (self, error);
    }
  waxseal_entra_desk_release (run->desk);
  waxseal_look_up_group_update (self);
}

static void
look_up (WaxsealLookUpGroup *self)
{
  WaxsealTenantSession *session = waxseal_entra_desk_get_session (self->desk);
  GCancellable *cancellable = waxseal_entra_desk_hold (self->desk);

  if (cancellable == NULL)
    return;
  forget_look_up (self);
  g_clear_error (&self->error);
  self->asks = FALSE;
  self->cancellable = g_object_ref (cancellable);
  self->look_up =
    waxseal_audience_look_up_new (waxseal_tenant_session_get_graph (session), self->phase);
  g_signal_connect_swapped (self->look_up, "changed", G_CALLBACK (show_progress), self);
  waxseal_audience_look_up_run_async (
    self->look_up, FALSE, cancellable, looked_up_cb, run_new (self));
  waxseal_look_up_group_update (self);
}

static gboolean
is_signed_in (WaxsealLookUpGroup *self)
{
  return self->desk != NULL && waxseal_account_is_signed_in (waxseal_tenant_session_get_account (
                                 waxseal_entra_desk_get_session (self->desk)));
}

static void
start_clicked_cb (WaxsealLookUpGroup *self)
{
  if (is_signed_in (self))
    {
      look_up (self);
      return;
    }
  self->asks = TRUE;
  waxseal_look_up_group_update (self);
}

static void
granted_cb (WaxsealLookUpGroup *self)
{
  look_up (self);
}

static void
cancel_clicked_cb (WaxsealLookUpGroup *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
remedy_cb (WaxsealLookUpGroup *self, guint action)
{
  look_up (self);
}

static void
close_clicked_cb (WaxsealLookUpGroup *self)
{
  forget_look_up (self);
  waxseal_look_up_group_update (self);
}

static void
copy_clicked_cb (WaxsealLookUpGroup *self)
{
  g_autofree char *text = waxseal_unmatched_report_build_text (get_unmatched (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
save_clicked_cb (WaxsealLookUpGroup *self)
{
  g_autoptr (GBytes) bytes = waxseal_unmatched_report_build_csv (get_unmatched (self));

  waxseal_save_bytes_async (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                            _ ("Save What Did Not Match"),
                            "waxseal-did-not-match.csv",
                            bytes,
                            NULL,
                            NULL);
}

static void
remove_clicked_cb (WaxsealLookUpGroup *self)
{
  g_autoptr (GHashTable) unwanted =
    waxseal_phase_recipients_find_unmatched (self->phase, get_unmatched (self));

  forget_look_up (self);
  g_signal_emit (self, signals[REMOVE], 0, unwanted);
}

static void
forget_desk (WaxsealLookUpGroup *self)
{
  if (self->desk != NULL)
    g_signal_handlers_disconnect_by_data (self->desk, self);
  g_clear_object (&self->desk);
}

/* What was asked for another phase, or a window that is gone, is not looked up to the end. */
static void
forget_all (WaxsealLookUpGroup *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  forget_look_up (self);
  g_clear_error (&self->error);
  self->asks = FALSE;
}

static void
waxseal_look_up_group_dispose (GObject *object)
{
  WaxsealLookUpGroup *self = WAXSEAL_LOOK_UP_GROUP (object);

  if (self->unmatched_view != NULL)
    forget_all (self);
  forget_desk (self);
  g_clear_object (&self->phase);
  G_OBJECT_CLASS (waxseal_look_up_group_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, WaxsealLookUpGroup, access);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLookUpGroup, start_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLookUpGroup, start_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLookUpGroup, progress_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLookUpGroup, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLookUpGroup, error_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLookUpGroup, result_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLookUpGroup, unmatched_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLookUpGroup, unmatched_view);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLookUpGroup, groups_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLookUpGroup, groups_view);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, granted_cb);
  gtk_widget_class_bind_template_callback (widget_class, remedy_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_clicked_cb);
}

static void
waxseal_look_up_group_class_init (WaxsealLookUpGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_look_up_group_dispose;

  /** WaxsealLookUpGroup::remove: */
  signals[REMOVE] = g_signal_new ("remove",
                                  G_OBJECT_CLASS_TYPE (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_HASH_TABLE);

  g_type_ensure (WAXSEAL_TYPE_ACCESS_GROUP);
  g_type_ensure (WAXSEAL_TYPE_ERROR_ROW);
  g_type_ensure (WAXSEAL_TYPE_GROUP_COUNT);
  g_type_ensure (WAXSEAL_TYPE_NATURAL_LAYOUT);
  g_type_ensure (WAXSEAL_TYPE_UNMATCHED_ADDRESS);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-look-up-group.ui");
  bind_template (widget_class);
}

static void
waxseal_look_up_group_init (WaxsealLookUpGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  waxseal_access_group_set_scopes (self->access, waxseal_directory_search_get_scopes ());
}

/** waxseal_look_up_group_show: @phase: (nullable): whom it names; @desk: (nullable): where to look.
 */
void
waxseal_look_up_group_show (WaxsealLookUpGroup *self,
                            WaxsealRolloutPhase *phase,
                            WaxsealEntraDesk *desk)
{
  if (self->phase == phase && self->desk == desk)
    return;
  forget_all (self);
  forget_desk (self);
  g_set_object (&self->phase, phase);
  if (g_set_object (&self->desk, desk))
    g_signal_connect_swapped (desk, "changed", G_CALLBACK (waxseal_look_up_group_update), self);
  g_object_set (self->access, "desk", desk, NULL);
  waxseal_look_up_group_update (self);
}

/** waxseal_look_up_group_start: Looks up what was added, where somebody is signed in; asks nobody.
 */
void
waxseal_look_up_group_start (WaxsealLookUpGroup *self)
{
  WaxsealLookUpNeed need = waxseal_look_up_need_find (self->phase);

  if (need.n_typed + need.n_uncounted > 0 && is_signed_in (self))
    look_up (self);
}
