/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-take-over-dialog.h"

#include "waxseal-hand-over-facts.h"

/**
 * WaxsealTakeOverDialog:
 *
 * Says what a hand-over file is before it is opened, and asks for the name that the organisation
 * gets here. The response is “open” when the user wants it.
 */
struct _WaxsealTakeOverDialog
{
  AdwMessageDialog parent_instance;

  GtkLabel *practice_label;
  AdwEntryRow *name_row;
  GtkListBox *facts_box;

  WaxsealHandOver *hand_over;
};

G_DEFINE_FINAL_TYPE (WaxsealTakeOverDialog, waxseal_take_over_dialog, ADW_TYPE_MESSAGE_DIALOG)

static void
name_changed_cb (WaxsealTakeOverDialog *self)
{
  g_autofree char *name = waxseal_take_over_dialog_dup_name (self);

  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (self), "open", *name != '\0');
}

static void
waxseal_take_over_dialog_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_TAKE_OVER_DIALOG (object)->hand_over);
  G_OBJECT_CLASS (waxseal_take_over_dialog_parent_class)->dispose (object);
}

static void
waxseal_take_over_dialog_class_init (WaxsealTakeOverDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_take_over_dialog_dispose;

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-take-over-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealTakeOverDialog, practice_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealTakeOverDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, WaxsealTakeOverDialog, facts_box);
  gtk_widget_class_bind_template_callback (widget_class, name_changed_cb);
}

static void
waxseal_take_over_dialog_init (WaxsealTakeOverDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static GtkWidget *
create_row (const WaxsealHandOverFact *fact)
{
  g_autofree char *subtitle =
    g_strconcat (fact->value, fact->warning != NULL ? "\n" : NULL, fact->warning, NULL);
  GtkWidget *row = g_object_new (ADW_TYPE_ACTION_ROW,
                                 "use-markup",
                                 FALSE,
                                 "title",
                                 fact->label,
                                 "subtitle",
                                 subtitle,
                                 "subtitle-lines",
                                 0,
                                 NULL);

  gtk_widget_add_css_class (row, "property");
  if (fact->warning != NULL)
    adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                               g_object_new (GTK_TYPE_IMAGE,
                                             "icon-name",
                                             "dialog-warning-symbolic",
                                             "accessible-role",
                                             GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                             NULL));
  return row;
}

static void
show_facts (WaxsealTakeOverDialog *self)
{
  g_autoptr (GPtrArray) facts = waxseal_hand_over_list_facts (self->hand_over);
  WaxsealOrganization *organization = waxseal_hand_over_get_organization (self->hand_over);

  for (guint i = 0; i < facts->len; i++)
    gtk_list_box_append (self->facts_box, create_row (g_ptr_array_index (facts, i)));
  gtk_widget_set_visible (GTK_WIDGET (self->practice_label),
                          waxseal_organization_get_practice (organization));
}

/**
 * waxseal_take_over_dialog_new:
 * @name: to propose
 *
 * Returns: the dialog.
 */
WaxsealTakeOverDialog *
waxseal_take_over_dialog_new (GtkWindow *parent, WaxsealHandOver *hand_over, const char *name)
{
  WaxsealTakeOverDialog *self =
    g_object_new (WAXSEAL_TYPE_TAKE_OVER_DIALOG, "transient-for", parent, NULL);

  self->hand_over = g_object_ref (hand_over);
  gtk_editable_set_text (GTK_EDITABLE (self->name_row), name);
  name_changed_cb (self);
  show_facts (self);
  return self;
}

/** waxseal_take_over_dialog_get_hand_over: Returns: (transfer none): what it is about. */
WaxsealHandOver *
waxseal_take_over_dialog_get_hand_over (WaxsealTakeOverDialog *self)
{
  return self->hand_over;
}

/** waxseal_take_over_dialog_dup_name: Returns: (transfer full): without blanks at its ends. */
char *
waxseal_take_over_dialog_dup_name (WaxsealTakeOverDialog *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->name_row))));
}
