/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-timeline-group.h"

#include <string.h>

#include "waxseal-event-row.h"
#include "waxseal-expected-row.h"
#include "waxseal-phase-list.h"
#include "waxseal-phase-stage.h"

/**
 * WaxsealTimelineGroup:
 *
 * What happened to all phases, or to the one that is looked at, the newest first; over it, what is
 * still expected.
 */
struct _WaxsealTimelineGroup
{
  AdwBin parent_instance;

  GtkToggleButton *only_button;
  GtkWidget *empty_row;
  GtkListBox *expected_box;
  GtkListBox *events_box;

  GListModel *phases;
  WaxsealRolloutPhase *phase; /* that is looked at */
  GtkFilter *shown;           /* of the phases */
  GtkFilter *on_the_way;      /* of the phases that are shown */
  GListModel *expected;       /* of #WaxsealRolloutPhase */
  GListModel *events;
};

G_DEFINE_FINAL_TYPE (WaxsealTimelineGroup, waxseal_timeline_group, ADW_TYPE_BIN)

static gboolean
is_shown (gpointer phase, gpointer user_data)
{
  WaxsealTimelineGroup *self = user_data;

  return !gtk_toggle_button_get_active (self->only_button) || phase == self->phase;
}

static gboolean
is_on_the_way (gpointer phase, gpointer user_data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  WaxsealPhaseStage stage =
    waxseal_phase_stage_get (phase, WAXSEAL_TIMELINE_GROUP (user_data)->phases, now);

  return stage == WAXSEAL_PHASE_STAGE_SPREADING || stage == WAXSEAL_PHASE_STAGE_LATE;
}

static WaxsealRolloutPhase *
find_phase (WaxsealTimelineGroup *self, gpointer event, guint *position)
{
  for (guint i = 0; i < g_list_model_get_n_items (self->phases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = g_list_model_get_item (self->phases, i);

      if (g_list_store_find (waxseal_record_get_list (phase, "events"), event, position))
        return phase; /* the list keeps it */
    }
  g_return_val_if_reached (NULL);
}

/* Where it is written down: later phases are after earlier ones. */
static guint64
get_place (WaxsealTimelineGroup *self, gpointer event)
{
  guint position = 0;
  WaxsealRolloutPhase *phase = find_phase (self, event, &position);

  return (guint64) waxseal_phase_list_find (self->phases, phase) << 32 | position;
}

/* Dates in UTC with the same form sort as text. Of two in the same second, the one that was written
 * down later is the newer one. */
static int
compare_events_cb (gconstpointer a, gconstpointer b, gpointer user_data)
{
  int order = strcmp (waxseal_record_get_text ((gpointer) b, "time"),
                      waxseal_record_get_text ((gpointer) a, "time"));

  if (order != 0)
    return order;
  return get_place (user_data, (gpointer) a) < get_place (user_data, (gpointer) b) ? 1 : -1;
}

static gpointer
get_events_cb (gpointer item, gpointer user_data)
{
  g_autoptr (WaxsealRolloutPhase) phase = item;

  return g_object_ref (waxseal_record_get_list (phase, "events"));
}

static GtkWidget *
create_event_row_cb (gpointer event, gpointer user_data)
{
  return waxseal_event_row_new (event, find_phase (user_data, event, NULL));
}

static GtkWidget *
create_expected_row_cb (gpointer phase, gpointer user_data)
{
  return waxseal_expected_row_new (phase);
}

static void
show_lists (WaxsealTimelineGroup *self)
{
  gboolean has_events = g_list_model_get_n_items (self->events) > 0;
  gboolean has_expected = g_list_model_get_n_items (self->expected) > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->events_box), has_events);
  gtk_widget_set_visible (GTK_WIDGET (self->expected_box), has_expected);
  gtk_widget_set_visible (self->empty_row, !has_events && !has_expected);
}

static void
only_toggled_cb (WaxsealTimelineGroup *self)
{
  gtk_filter_changed (self->shown, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
forget_phases (WaxsealTimelineGroup *self)
{
  gtk_list_box_bind_model (self->events_box, NULL, NULL, NULL, NULL);
  gtk_list_box_bind_model (self->expected_box, NULL, NULL, NULL, NULL);
  g_clear_object (&self->events);
  g_clear_object (&self->expected);
  g_clear_object (&self->phases);
  g_clear_object (&self->phase);
}

static void
waxseal_timeline_group_dispose (GObject *object)
{
  WaxsealTimelineGroup *self = WAXSEAL_TIMELINE_GROUP (object);

  if (self->events != NULL)
    forget_phases (self);
  g_clear_object (&self->shown);
  g_clear_object (&self->on_the_way);
  G_OBJECT_CLASS (waxseal_timeline_group_parent_class)->dispose (object);
}

static void
waxseal_timeline_group_class_init (WaxsealTimelineGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_timeline_group_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-timeline-group.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealTimelineGroup, only_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealTimelineGroup, empty_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealTimelineGroup, expected_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealTimelineGroup, events_box);
  gtk_widget_class_bind_template_callback (widget_class, only_toggled_cb);
}

static void
waxseal_timeline_group_init (WaxsealTimelineGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->shown = GTK_FILTER (gtk_custom_filter_new (is_shown, self, NULL));
  self->on_the_way = GTK_FILTER (gtk_custom_filter_new (is_on_the_way, self, NULL));
}

static GListModel *
filter (GListModel *phases, GtkFilter *filter)
{
  return G_LIST_MODEL (gtk_filter_list_model_new (g_object_ref (phases), g_object_ref (filter)));
}

static void
make_lists (WaxsealTimelineGroup *self)
{
  g_autoptr (GListModel) shown = filter (self->phases, self->shown);
  GtkMapListModel *events =
    gtk_map_list_model_new (g_object_ref (shown), get_events_cb, NULL, NULL);
  GtkFlattenListModel *all = gtk_flatten_list_model_new (G_LIST_MODEL (events));
  GtkSorter *sorter = GTK_SORTER (gtk_custom_sorter_new (compare_events_cb, self, NULL));

  self->events = G_LIST_MODEL (gtk_sort_list_model_new (G_LIST_MODEL (all), sorter));
  self->expected = filter (shown, self->on_the_way);
  g_signal_connect_object (
    self->events, "items-changed", G_CALLBACK (show_lists), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (
    self->expected, "items-changed", G_CALLBACK (show_lists), self, G_CONNECT_SWAPPED);
}

/** waxseal_timeline_group_open: Shows the phases of another organisation. */
void
waxseal_timeline_group_open (WaxsealTimelineGroup *self, WaxsealOrganization *organization)
{
  forget_phases (self);
  self->phases = g_object_ref (waxseal_organization_get_phases (organization));
  make_lists (self);
  gtk_list_box_bind_model (self->events_box, self->events, create_event_row_cb, self, NULL);
  gtk_list_box_bind_model (self->expected_box, self->expected, create_expected_row_cb, NULL, NULL);
  show_lists (self);
}

/** waxseal_timeline_group_show: @phase: (nullable): the one that is looked at. */
void
waxseal_timeline_group_show (WaxsealTimelineGroup *self, WaxsealRolloutPhase *phase)
{
  g_set_object (&self->phase, phase);
  gtk_filter_changed (self->shown, GTK_FILTER_CHANGE_DIFFERENT);
}

/** waxseal_timeline_group_update: Shows what time has made of what is expected. */
void
waxseal_timeline_group_update (WaxsealTimelineGroup *self)
{
  gtk_filter_changed (self->on_the_way, GTK_FILTER_CHANGE_DIFFERENT);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->expected_box)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    waxseal_expected_row_update (WAXSEAL_EXPECTED_ROW (row));
}
