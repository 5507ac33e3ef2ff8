/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-phase-row.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"

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

/* The guide's own phases are translated; a name that somebody typed is not. */
static char *
translate_name_cb (GObject *row, const char *name)
{
  static const char *const known[] = { N_ ("Test"), N_ ("Pilot"), N_ ("Production") };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (known); i++)
    if (g_strcmp0 (name, known[i]) == 0)
      return g_strdup (_ (known[i]));
  return g_strdup (name);
}

static char *
describe_cb (GObject *row, const char *deployed_on, const char *judged_on, const char *planned_on)
{
  g_autofree char *day = NULL;

  if (judged_on != NULL && *judged_on != '\0')
    return g_strdup (_ ("Deployed and judged"));
  if (deployed_on != NULL && *deployed_on != '\0')
    {
      day = waxseal_date_format (deployed_on);
      return g_strdup_printf (_ ("Deployed on %s, to be judged"), day);
    }
  if (planned_on != NULL && *planned_on != '\0')
    return g_strdup_printf (_ ("Planned for %s"), planned_on);
  return g_strdup (_ ("Not planned yet"));
}

static void
waxseal_phase_row_class_init (WaxsealPhaseRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-phase-row.ui");
  gtk_widget_class_bind_template_callback (widget_class, describe_cb);
  gtk_widget_class_bind_template_callback (widget_class, translate_name_cb);
}

static void
waxseal_phase_row_init (WaxsealPhaseRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
