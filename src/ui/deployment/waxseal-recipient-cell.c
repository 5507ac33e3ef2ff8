/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-recipient-cell.h"

#include <glib/gi18n.h>

#include "waxseal-short-text.h"

/**
 * WaxsealRecipientCell:
 *
 * A person or a group that a phase names: who, whether the directory knows it, and of a group how
 * large it is and who will be left out.
 */
struct _WaxsealRecipientCell
{
  GtkBox parent_instance;

  GtkImage *kind_icon;
  GtkLabel *title_label;
  GtkLabel *address_label;
  GtkImage *state_icon;
  GtkLabel *state_label;
  GtkWidget *problem_box;
  GtkLabel *problem_label;
  GtkWidget *remove_button;

  WaxsealRecipient *recipient; /* or NULL */
  WaxsealRoad road;
};

enum
{
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealRecipientCell, waxseal_recipient_cell, GTK_TYPE_BOX)

static void
set_label (GtkWidget *widget, const char *label)
{
  gtk_widget_set_tooltip_text (widget, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static void
show_kind (WaxsealRecipientCell *self)
{
  gboolean is_group = waxseal_recipient_is_group (self->recipient);

  gtk_image_set_from_icon_name (self->kind_icon,
                                is_group ? "system-users-symbolic" : "avatar-default-symbolic");
  set_label (GTK_WIDGET (self->kind_icon), is_group ? _ ("Group") : _ ("Person"));
}

static void
show_names (WaxsealRecipientCell *self)
{
  g_autofree char *title = waxseal_recipient_dup_title (self->recipient);
  g_autofree char *short_title = waxseal_short_text (title);
  const char *address = waxseal_record_get_text (self->recipient, "address");
  g_autofree char *short_address = waxseal_short_text (address);
  /* Translators: %s is the name or address of a person or group */
  g_autofree char *label = g_strdup_printf (_ ("Remove %s"), short_title);

  gtk_label_set_label (self->title_label, short_title);
  gtk_label_set_label (self->address_label, short_address);
  gtk_widget_set_visible (GTK_WIDGET (self->address_label),
                          *address != '\0' && !g_str_equal (address, title));
  set_label (self->remove_button, label);
}

static void
show_state (WaxsealRecipientCell *self)
{
  gboolean verified = waxseal_recipient_is_verified (self->recipient);
  g_autofree char *state = waxseal_recipient_describe_state (self->recipient);
  g_autofree char *members = waxseal_recipient_describe_members (self->recipient);
  g_autofree char *both =
    /* Translators: whether it is in the directory, and how many members it has */
    members != NULL ? g_strdup_printf (_ ("%s · %s"), state, members) : NULL;

  gtk_image_set_from_icon_name (self->state_icon,
                                verified ? "waxseal-verified-symbolic"
                                         : "waxseal-declared-symbolic");
  gtk_label_set_label (self->state_label, both != NULL ? both : state);
}

static void
update (WaxsealRecipientCell *self)
{
  g_autofree char *problem = waxseal_recipient_describe_problem (self->recipient, self->road);

  show_kind (self);
  show_names (self);
  show_state (self);
  gtk_widget_set_visible (self->problem_box, problem != NULL);
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
}

static void
remove_clicked_cb (WaxsealRecipientCell *self)
{
  if (self->recipient != NULL)
    g_signal_emit (self, signals[REMOVE], 0, self->recipient);
}

static void
forget_recipient (WaxsealRecipientCell *self)
{
  if (self->recipient != NULL)
    g_signal_handlers_disconnect_by_data (self->recipient, self);
  g_clear_object (&self->recipient);
}

static void
waxseal_recipient_cell_dispose (GObject *object)
{
  forget_recipient (WAXSEAL_RECIPIENT_CELL (object));
  G_OBJECT_CLASS (waxseal_recipient_cell_parent_class)->dispose (object);
}

static void
waxseal_recipient_cell_class_init (WaxsealRecipientCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_recipient_cell_dispose;

  /** WaxsealRecipientCell::remove: */
  signals[REMOVE] = g_signal_new ("remove",
                                  G_OBJECT_CLASS_TYPE (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  WAXSEAL_TYPE_RECIPIENT);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-recipient-cell.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealRecipientCell, kind_icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRecipientCell, title_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRecipientCell, address_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRecipientCell, state_icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRecipientCell, state_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRecipientCell, problem_box);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRecipientCell, problem_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealRecipientCell, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
waxseal_recipient_cell_init (WaxsealRecipientCell *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * waxseal_recipient_cell_show:
 * @recipient: (nullable): %NULL lets go of the one that it shows
 * @road: as of waxseal_recipient_describe_problem()
 */
void
waxseal_recipient_cell_show (WaxsealRecipientCell *self,
                             WaxsealRecipient *recipient,
                             WaxsealRoad road)
{
  forget_recipient (self);
  self->road = road;
  if (recipient == NULL)
    return;
  self->recipient = g_object_ref (recipient);
  g_signal_connect_swapped (recipient, "changed", G_CALLBACK (update), self);
  update (self);
}
