/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-step-row.h"

#include "waxseal-state-icon.h"

/**
 * WaxsealStepRow:
 *
 * A page of the window, in the sidebar and in the overview: its title, its state as an icon with a
 * name, and how far it is in words.
 */
struct _WaxsealStepRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *title;
  GtkLabel *summary;

  WaxsealStep *step;
};

G_DEFINE_FINAL_TYPE (WaxsealStepRow, waxseal_step_row, GTK_TYPE_LIST_BOX_ROW)

static void
update (WaxsealStepRow *self)
{
  WaxsealState state = waxseal_step_get_state (self->step);
  const char *label = waxseal_state_get_label (state);
  g_autofree char *summary = NULL;

  waxseal_state_icon_show (self->icon, state);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), label);
  /* Translators: a state, then how far a page is: “To do · No mail domain yet” */
  summary = g_strdup_printf ("%s · %s", label, waxseal_step_get_summary (self->step));
  gtk_label_set_label (self->summary, summary);
}

static void
waxseal_step_row_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_STEP_ROW (object)->step);
  G_OBJECT_CLASS (waxseal_step_row_parent_class)->dispose (object);
}

static void
waxseal_step_row_class_init (WaxsealStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_step_row_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/io/github/waxseal/Waxseal/ui/waxseal-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealStepRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealStepRow, title);
  gtk_widget_class_bind_template_child (widget_class, WaxsealStepRow, summary);
}

static void
waxseal_step_row_init (WaxsealStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_step_row_new: Returns: (transfer floating): a row that follows @step. */
GtkWidget *
waxseal_step_row_new (WaxsealStep *step)
{
  WaxsealStepRow *self = g_object_new (WAXSEAL_TYPE_STEP_ROW, NULL);

  self->step = g_object_ref (step);
  gtk_label_set_label (self->title, waxseal_step_get_title (step));
  g_signal_connect_object (step, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/** waxseal_step_row_get_step: Returns: (transfer none): what it shows. */
WaxsealStep *
waxseal_step_row_get_step (WaxsealStepRow *self)
{
  return self->step;
}
