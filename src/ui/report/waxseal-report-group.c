/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-report-group.h"

/**
 * WaxsealReportGroup:
 *
 * What there is to take away from a set-up. It needs nothing but the window's actions.
 */
struct _WaxsealReportGroup
{
  AdwPreferencesGroup parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealReportGroup, waxseal_report_group, ADW_TYPE_PREFERENCES_GROUP)

static void
waxseal_report_group_class_init (WaxsealReportGroupClass *klass)
{
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (klass), "/io/github/waxseal/Waxseal/ui/waxseal-report-group.ui");
}

static void
waxseal_report_group_init (WaxsealReportGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
