/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-report-dialog.h"

/**
 * WaxsealReportDialog:
 *
 * Asks for the format of a report. The response is “create” when the user wants it.
 */
struct _WaxsealReportDialog
{
  AdwMessageDialog parent_instance;

  GtkCheckButton *pdf_check;
  GtkCheckButton *html_check;
  GtkCheckButton *markdown_check;
};

G_DEFINE_FINAL_TYPE (WaxsealReportDialog, waxseal_report_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
waxseal_report_dialog_class_init (WaxsealReportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-report-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealReportDialog, pdf_check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealReportDialog, html_check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealReportDialog, markdown_check);
}

static void
waxseal_report_dialog_init (WaxsealReportDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_report_dialog_new: Returns: the dialog. */
WaxsealReportDialog *
waxseal_report_dialog_new (GtkWindow *parent)
{
  return g_object_new (WAXSEAL_TYPE_REPORT_DIALOG, "transient-for", parent, NULL);
}

/** waxseal_report_dialog_get_format: Returns: (transfer none): “pdf”, “html” or “md”. */
const char *
waxseal_report_dialog_get_format (WaxsealReportDialog *self)
{
  if (gtk_check_button_get_active (self->html_check))
    return "html";
  return gtk_check_button_get_active (self->markdown_check) ? "md" : "pdf";
}
