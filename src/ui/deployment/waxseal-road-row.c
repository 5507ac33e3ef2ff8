/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-road-row.h"

#include "waxseal-phase-road.h"
#include "waxseal-rollout-words.h"

#define N_ROADS (WAXSEAL_ROAD_EXCHANGE + 1)

/**
 * WaxsealRoadRow:
 *
 * The way in which phases are deployed; unfolded, the others, each with what it is like. A phase
 * that is deployed stays on its own.
 */
struct _WaxsealRoadRow
{
  AdwExpanderRow parent_instance;

  GtkCheckButton *checks[N_ROADS];

  WaxsealOrganization *organization;
  WaxsealRolloutPhase *phase;
};

G_DEFINE_FINAL_TYPE (WaxsealRoadRow, waxseal_road_row, ADW_TYPE_EXPANDER_ROW)

static void
toggled_cb (WaxsealRoadRow *self, GtkCheckButton *check)
{
  if (!gtk_check_button_get_active (check))
    return;
  for (guint i = 0; i < N_ROADS; i++)
    if (self->checks[i] == check)
      waxseal_phase_road_set (self->organization, i);
}

static void
add_road (WaxsealRoadRow *self, WaxsealRoad road)
{
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "title",
                                 waxseal_road_get_label (road),
                                 "subtitle",
                                 waxseal_road_get_text (road),
                                 "title-lines",
                                 0,
                                 "subtitle-lines",
                                 0,
                                 "activatable-widget",
                                 check,
                                 NULL);

  if (road > 0)
    gtk_check_button_set_group (GTK_CHECK_BUTTON (check), self->checks[0]);
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_relation (
    GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_RELATION_LABELLED_BY, row, NULL, -1);
  g_signal_connect_object (check, "toggled", G_CALLBACK (toggled_cb), self, G_CONNECT_SWAPPED);
  self->checks[road] = GTK_CHECK_BUTTON (check);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_expander_row_add_row (ADW_EXPANDER_ROW (self), row);
}

static void
waxseal_road_row_dispose (GObject *object)
{
  WaxsealRoadRow *self = WAXSEAL_ROAD_ROW (object);

  g_clear_object (&self->organization);
  g_clear_object (&self->phase);
  G_OBJECT_CLASS (waxseal_road_row_parent_class)->dispose (object);
}

static void
waxseal_road_row_class_init (WaxsealRoadRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = waxseal_road_row_dispose;
  gtk_widget_class_set_template_from_resource (GTK_WIDGET_CLASS (klass),
                                               "/io/github/waxseal/Waxseal/ui/waxseal-road-row.ui");
}

static void
waxseal_road_row_init (WaxsealRoadRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  for (WaxsealRoad road = 0; road < N_ROADS; road++)
    add_road (self, road);
}

/** waxseal_road_row_show: Is about another phase; an update shows the rest. */
void
waxseal_road_row_show (WaxsealRoadRow *self,
                       WaxsealOrganization *organization,
                       WaxsealRolloutPhase *phase)
{
  g_set_object (&self->organization, organization);
  g_set_object (&self->phase, phase);
}

static void
select_road (WaxsealRoadRow *self, WaxsealRoad road)
{
  g_signal_handlers_block_by_func (self->checks[road], toggled_cb, self);
  gtk_check_button_set_active (self->checks[road], TRUE);
  g_signal_handlers_unblock_by_func (self->checks[road], toggled_cb, self);
}

/** waxseal_road_row_update: Shows the road that the phase is on now. */
void
waxseal_road_row_update (WaxsealRoadRow *self)
{
  WaxsealRoad road = waxseal_phase_road_get (self->organization, self->phase);
  gboolean fixed = waxseal_phase_road_is_fixed (self->phase);

  select_road (self, road);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), waxseal_road_get_label (road));
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), !fixed);
  if (fixed)
    gtk_widget_add_css_class (GTK_WIDGET (self), "nothing-more");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "nothing-more");
}
