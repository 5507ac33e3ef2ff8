/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-expected-row.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-phase-date.h"
#include "waxseal-short-text.h"
#include "waxseal-state-icon.h"

/**
 * WaxsealExpectedRow:
 *
 * That a phase is on its way to the ribbons: by when it is expected there, and from when it is
 * late.
 */
struct _WaxsealExpectedRow
{
  AdwActionRow parent_instance;

  GtkImage *icon;

  WaxsealRolloutPhase *phase;
};

G_DEFINE_FINAL_TYPE (WaxsealExpectedRow, waxseal_expected_row, ADW_TYPE_ACTION_ROW)

static void
waxseal_expected_row_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_EXPECTED_ROW (object)->phase);
  G_OBJECT_CLASS (waxseal_expected_row_parent_class)->dispose (object);
}

static void
waxseal_expected_row_class_init (WaxsealExpectedRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_expected_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-expected-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealExpectedRow, icon);
}

static void
waxseal_expected_row_init (WaxsealExpectedRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_expected_row_new: Returns: (transfer floating): a row about @phase. */
GtkWidget *
waxseal_expected_row_new (WaxsealRolloutPhase *phase)
{
  WaxsealExpectedRow *self = g_object_new (WAXSEAL_TYPE_EXPECTED_ROW, NULL);

  self->phase = g_object_ref (phase);
  waxseal_expected_row_update (self);
  return GTK_WIDGET (self);
}

static char *
describe_lateness (WaxsealRolloutPhase *phase, gboolean late, GDateTime *now)
{
  g_autoptr (GDateTime) late_after = waxseal_phase_stage_get_late_after (phase);
  g_autofree char *time = NULL;

  if (late_after == NULL)
    return g_strdup ("");
  time = waxseal_date_format_moment (late_after, now);
  if (late)
    /* Translators: %s is a time, or a day and a time */
    return g_strdup_printf (_ ("Late since %s"), time);
  /* Translators: %s is a time, or a day and a time */
  return g_strdup_printf (_ ("Late after %s"), time);
}

/** waxseal_expected_row_update: Shows what time has made of it. */
void
waxseal_expected_row_update (WaxsealExpectedRow *self)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autoptr (GDateTime) late_after = waxseal_phase_stage_get_late_after (self->phase);
  gboolean late = late_after != NULL && g_date_time_compare (now, late_after) > 0;
  g_autofree char *date =
    waxseal_phase_date_describe (WAXSEAL_PHASE_STAGE_SPREADING, self->phase, now);
  /* Translators: a phase, such as “Pilot”, then by when its users should see the button */
  g_autofree char *title =
    g_strdup_printf (_ ("%s · %s"), waxseal_rollout_phase_get_label (self->phase), date);
  g_autofree char *short_title = waxseal_short_text (title);
  g_autofree char *lateness = describe_lateness (self->phase, late, now);

  waxseal_state_icon_show (self->icon, late ? WAXSEAL_STATE_ATTENTION : WAXSEAL_STATE_TODO);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), short_title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), lateness);
}
