/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-organization-dialog.h"

#include <glib/gi18n.h>

/**
 * WaxsealOrganizationDialog:
 *
 * Asks for the name and the cloud of a new organisation, or for another name. The response is
 * “apply” when the user wants it.
 */
struct _WaxsealOrganizationDialog
{
  AdwMessageDialog parent_instance;

  AdwEntryRow *name_row;
  AdwComboRow *cloud_row;
};

G_DEFINE_FINAL_TYPE (WaxsealOrganizationDialog,
                     waxseal_organization_dialog,
                     ADW_TYPE_MESSAGE_DIALOG)

static void
name_changed_cb (WaxsealOrganizationDialog *self)
{
  g_autofree char *name = waxseal_organization_dialog_dup_name (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "apply", *name != '\0');
}

static void
waxseal_organization_dialog_class_init (WaxsealOrganizationDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-organization-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealOrganizationDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealOrganizationDialog, cloud_row);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
}

static void
waxseal_organization_dialog_init (WaxsealOrganizationDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_organization_dialog_new: Returns: a dialog for a new organisation. */
WaxsealOrganizationDialog *
waxseal_organization_dialog_new (GtkWindow *parent)
{
  return g_object_new (WAXSEAL_TYPE_ORGANIZATION_DIALOG, "transient-for", parent, NULL);
}

/** waxseal_organization_dialog_rename: Asks for another name than @name. */
void
waxseal_organization_dialog_rename (WaxsealOrganizationDialog *self, const char *name)
{
  adw_message_dialog_set_heading (ADW_MESSAGE_DIALOG (self), _ ("Rename Organization"));
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (self), "");
  adw_message_dialog_set_response_label (ADW_MESSAGE_DIALOG (self), "apply", _ ("_Rename"));
  gtk_widget_set_visible (GTK_WIDGET (self->cloud_row), FALSE);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
}

/** waxseal_organization_dialog_dup_name: Returns: (transfer full): without blanks at its ends. */
char *
waxseal_organization_dialog_dup_name (WaxsealOrganizationDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}

/** waxseal_organization_dialog_get_cloud: Returns: the Microsoft cloud that was chosen. */
WaxsealCloud
waxseal_organization_dialog_get_cloud (WaxsealOrganizationDialog *self)
{
  return adw_combo_row_get_selected (self->cloud_row);
}
