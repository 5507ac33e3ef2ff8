/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-overlap-row.h"

#include <glib/gi18n.h>

#include "waxseal-audience-overlap.h"
#include "waxseal-rollout-enums.h"

/**
 * WaxsealOverlapRow:
 *
 * Who of an earlier phase is in a later one too, and who is missing, to be added by one click.
 */
struct _WaxsealOverlapRow
{
  AdwActionRow parent_instance;

  GtkWidget *add_button;

  WaxsealOrganization *organization;
  WaxsealRolloutPhase *earlier;
  WaxsealRolloutPhase *later;
  guint idle; /* until it shows a change, or 0 */
};

G_DEFINE_FINAL_TYPE (WaxsealOverlapRow, waxseal_overlap_row, ADW_TYPE_ACTION_ROW)

static const char *
get_own_address (WaxsealOverlapRow *self)
{
  return waxseal_record_get_text (waxseal_record_get_child (self->organization, "sign-in"),
                                  "user-name");
}

static gboolean
names_people (WaxsealRolloutPhase *phase)
{
  return waxseal_record_get_enum (phase, "audience") == WAXSEAL_AUDIENCE_SPECIFIC;
}

static void
update (WaxsealOverlapRow *self)
{
  g_autoptr (WaxsealAudienceOverlap) overlap =
    waxseal_audience_overlap_new (self->earlier, self->later, get_own_address (self));
  g_autofree char *text = waxseal_audience_overlap_describe (overlap, self->earlier, self->later);
  gboolean contained = waxseal_audience_overlap_is_contained (overlap);
  g_autofree char *title =
    /* Translators: %s is a phase of the deployment, such as “Test” */
    g_strdup_printf (_ ("Compared with %s"), waxseal_rollout_phase_get_label (self->earlier));

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), text);
  gtk_widget_set_visible (self->add_button,
                          !contained && names_people (self->earlier) && names_people (self->later));
}

static gboolean
update_cb (gpointer user_data)
{
  WaxsealOverlapRow *self = user_data;

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (WaxsealOverlapRow *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (update_cb, self);
}

static void
add_clicked_cb (WaxsealOverlapRow *self)
{
  waxseal_audience_overlap_add_missing (self->earlier, self->later, get_own_address (self));
}

static void
waxseal_overlap_row_dispose (GObject *object)
{
  WaxsealOverlapRow *self = WAXSEAL_OVERLAP_ROW (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->organization);
  g_clear_object (&self->earlier);
  g_clear_object (&self->later);
  G_OBJECT_CLASS (waxseal_overlap_row_parent_class)->dispose (object);
}

static void
waxseal_overlap_row_class_init (WaxsealOverlapRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_overlap_row_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-overlap-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealOverlapRow, add_button);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked_cb);
}

static void
waxseal_overlap_row_init (WaxsealOverlapRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_overlap_row_new: Returns: (transfer floating): follows both phases of @organization. */
GtkWidget *
waxseal_overlap_row_new (WaxsealOrganization *organization,
                         WaxsealRolloutPhase *earlier,
                         WaxsealRolloutPhase *later)
{
  WaxsealOverlapRow *self = g_object_new (WAXSEAL_TYPE_OVERLAP_ROW, NULL);

  self->organization = g_object_ref (organization);
  self->earlier = g_object_ref (earlier);
  self->later = g_object_ref (later);
  g_signal_connect_object (
    organization, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
