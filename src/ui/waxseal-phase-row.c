/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-row.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-choice-row.h"
#include "waxseal-declare-row.h"
#include "waxseal-field-row.h"
#include "waxseal-rollout-phase.h"

/**
 * WaxsealPhaseRow:
 *
 * One phase of the deployment: who gets the add-in, how, and when (guide.md, C).
 */
struct _WaxsealPhaseRow
{
  WaxsealRecordRow parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealPhaseRow, waxseal_phase_row, WAXSEAL_TYPE_RECORD_ROW)

static char *
describe (WaxsealRecord *phase)
{
  const char *deployed_on = waxseal_record_get_text (phase, "deployed-on");
  const char *planned_on = waxseal_record_get_text (phase, "planned-on");
  g_autofree char *day = NULL;

  if (*waxseal_record_get_text (phase, "judged-on") != '\0')
    return g_strdup (_ ("Deployed and judged"));
  if (*deployed_on != '\0')
    {
      day = waxseal_date_format (deployed_on);
      return g_strdup_printf (_ ("Deployed on %s, to be judged"), day);
    }
  if (*planned_on != '\0')
    return g_strdup_printf (_ ("Planned for %s"), planned_on);
  return g_strdup (_ ("Not planned yet"));
}

static void
waxseal_phase_row_update (WaxsealRecordRow *self, WaxsealRecord *phase)
{
  g_autofree char *subtitle = describe (phase);

  waxseal_record_row_set_titles (self,
                                 waxseal_rollout_phase_get_label (WAXSEAL_ROLLOUT_PHASE (phase)),
                                 subtitle);
}

static void
waxseal_phase_row_class_init (WaxsealPhaseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WAXSEAL_RECORD_ROW_CLASS (klass)->update = waxseal_phase_row_update;
  g_type_ensure (WAXSEAL_TYPE_CHOICE_ROW);
  g_type_ensure (WAXSEAL_TYPE_DECLARE_ROW);
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-phase-row.ui");
}

static void
waxseal_phase_row_init (WaxsealPhaseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
