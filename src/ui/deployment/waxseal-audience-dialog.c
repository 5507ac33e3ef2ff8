/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-audience-dialog.h"

#include <glib/gi18n.h>

#include "waxseal-directory-pane.h"
#include "waxseal-paste-pane.h"
#include "waxseal-phase-audience.h"

#define WIDTH  560
#define HEIGHT 680

/**
 * WaxsealAudienceDialog:
 *
 * Puts people and groups into a phase: from the tenant's directory, or from a list.
 */
struct _WaxsealAudienceDialog
{
  AdwWindow parent_instance;

  AdwWindowTitle *window_title;
  AdwViewStack *views;
  WaxsealDirectoryPane *directory;
  WaxsealPastePane *paste;

  WaxsealRolloutPhase *phase;
};

G_DEFINE_FINAL_TYPE (WaxsealAudienceDialog, waxseal_audience_dialog, ADW_TYPE_WINDOW)

/* “Pilot: 40 people and 2 groups” */
static void
show_count (WaxsealAudienceDialog *self)
{
  g_autofree char *audience = waxseal_phase_audience_describe (self->phase);
  g_autofree char *subtitle =
    /* Translators: a phase of the deployment, such as “Pilot”, and whom it names */
    g_strdup_printf (_ ("%s: %s"), waxseal_rollout_phase_get_label (self->phase), audience);

  adw_window_title_set_subtitle (self->window_title, subtitle);
}

static void
added_cb (WaxsealAudienceDialog *self)
{
  gtk_window_close (GTK_WINDOW (self));
}

/* A list of addresses is taken wherever on the dialog it is dropped. */
static gboolean
drop_cb (WaxsealAudienceDialog *self, const GValue *value)
{
  if (G_VALUE_HOLDS (value, G_TYPE_FILE))
    waxseal_paste_pane_take_file (self->paste, g_value_get_object (value));
  else if (G_VALUE_HOLDS_STRING (value))
    waxseal_paste_pane_take_text (self->paste, g_value_get_string (value));
  else
    return FALSE;
  adw_view_stack_set_visible_child_name (self->views, "paste");
  return TRUE;
}

static void
add_drop_target (WaxsealAudienceDialog *self)
{
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { G_TYPE_FILE, G_TYPE_STRING };

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
waxseal_audience_dialog_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_AUDIENCE_DIALOG (object)->phase);
  G_OBJECT_CLASS (waxseal_audience_dialog_parent_class)->dispose (object);
}

static void
waxseal_audience_dialog_class_init (WaxsealAudienceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_audience_dialog_dispose;

  g_type_ensure (WAXSEAL_TYPE_DIRECTORY_PANE);
  g_type_ensure (WAXSEAL_TYPE_PASTE_PANE);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-audience-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceDialog, views);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceDialog, directory);
  gtk_widget_class_bind_template_child (widget_class, WaxsealAudienceDialog, paste);
  gtk_widget_class_bind_template_callback (widget_class, added_cb);
}

static void
waxseal_audience_dialog_init (WaxsealAudienceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_drop_target (self);
}

/**
 * waxseal_audience_dialog_present:
 * @phase: whom to add them to
 * @desk: (nullable): where the tenant's directory is
 *
 * Returns: (transfer none): the dialog, which GTK keeps until it is closed
 */
GtkWidget *
waxseal_audience_dialog_present (GtkWindow *parent,
                                 WaxsealRolloutPhase *phase,
                                 WaxsealEntraDesk *desk)
{
  WaxsealAudienceDialog *self =
    g_object_new (WAXSEAL_TYPE_AUDIENCE_DIALOG, "transient-for", parent, NULL);

  /* Not wider than the window that it is over, on a small screen. */
  gtk_window_set_default_size (GTK_WINDOW (self),
                               MIN (WIDTH, gtk_widget_get_width (GTK_WIDGET (parent))),
                               MIN (HEIGHT, gtk_widget_get_height (GTK_WIDGET (parent))));
  self->phase = g_object_ref (phase);
  waxseal_directory_pane_open (self->directory, phase, desk);
  waxseal_paste_pane_open (self->paste, phase);
  g_signal_connect_object (phase, "changed", G_CALLBACK (show_count), self, G_CONNECT_SWAPPED);
  show_count (self);
  gtk_window_present (GTK_WINDOW (self));
  return GTK_WIDGET (self);
}
