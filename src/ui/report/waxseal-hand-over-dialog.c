/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-hand-over-dialog.h"

/**
 * WaxsealHandOverDialog:
 *
 * Says what a hand-over file has in it, and asks who makes it. The response is “save” when the user
 * wants it.
 */
struct _WaxsealHandOverDialog
{
  AdwMessageDialog parent_instance;

  AdwEntryRow *name_row;
};

G_DEFINE_FINAL_TYPE (WaxsealHandOverDialog, waxseal_hand_over_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
waxseal_hand_over_dialog_class_init (WaxsealHandOverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-hand-over-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealHandOverDialog, name_row);
}

static void
waxseal_hand_over_dialog_init (WaxsealHandOverDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_hand_over_dialog_new: @name: to propose. Returns: the dialog. */
WaxsealHandOverDialog *
waxseal_hand_over_dialog_new (GtkWindow *parent, const char *name)
{
  WaxsealHandOverDialog *self =
    g_object_new (WAXSEAL_TYPE_HAND_OVER_DIALOG, "transient-for", parent, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  return self;
}

/** waxseal_hand_over_dialog_dup_name: Returns: (transfer full): without blanks at its ends. */
char *
waxseal_hand_over_dialog_dup_name (WaxsealHandOverDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}
