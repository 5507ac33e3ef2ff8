/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_REPORT_DIALOG (waxseal_report_dialog_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealReportDialog,
                      waxseal_report_dialog,
                      WAXSEAL,
                      REPORT_DIALOG,
                      AdwMessageDialog)

WaxsealReportDialog *waxseal_report_dialog_new (GtkWindow *parent);
const char *waxseal_report_dialog_get_format (WaxsealReportDialog *self);

G_END_DECLS
