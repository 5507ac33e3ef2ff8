/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-step-row.h"

#include <glib/gi18n.h>

#include "waxseal-copy-row.h"
#include "waxseal-natural-layout.h"

/**
 * WaxsealDirectStepRow:
 *
 * A call of Exchange in the plan, with all its values; then its progress, and then its record.
 */
struct _WaxsealDirectStepRow
{
  AdwExpanderRow parent_instance;

  GtkStack *stack;
  GtkImage *icon;
  GtkSpinner *spinner;
  GtkLabel *command_label;
  WaxsealCopyRow *request_row;

  WaxsealDirectStep *step;
};

G_DEFINE_FINAL_TYPE (WaxsealDirectStepRow, waxseal_direct_step_row, ADW_TYPE_EXPANDER_ROW)

static const char *const icons[] = {
  [WAXSEAL_DIRECT_STEP_PENDING] = "waxseal-todo-symbolic",
  [WAXSEAL_DIRECT_STEP_RUNNING] = "waxseal-todo-symbolic",
  [WAXSEAL_DIRECT_STEP_WAITING] = "waxseal-todo-symbolic",
  [WAXSEAL_DIRECT_STEP_DONE] = "waxseal-verified-symbolic",
  [WAXSEAL_DIRECT_STEP_ALREADY] = "waxseal-verified-symbolic",
  [WAXSEAL_DIRECT_STEP_FAILED] = "dialog-warning-symbolic",
  [WAXSEAL_DIRECT_STEP_CANCELLED] = "process-stop-symbolic",
};

static void
update (WaxsealDirectStepRow *self)
{
  WaxsealDirectStepState state = waxseal_direct_step_get_state (self->step);
  const char *word = waxseal_direct_step_state_describe (state);
  const char *note = waxseal_direct_step_get_note (self->step);
  const char *request_id = waxseal_direct_step_get_request_id (self->step);
  gboolean busy = state == WAXSEAL_DIRECT_STEP_RUNNING || state == WAXSEAL_DIRECT_STEP_WAITING;
  g_autofree char *both = NULL;

  if (*note != '\0')
    /* Translators: how far a step is, and a note about it */
    both = g_strdup_printf (_ ("%s · %s"), word, note);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), both != NULL ? both : word);
  gtk_image_set_from_icon_name (self->icon, icons[state]);
  gtk_spinner_set_spinning (self->spinner, busy);
  gtk_stack_set_visible_child_name (self->stack, busy ? "spinner" : "icon");
  gtk_widget_set_visible (GTK_WIDGET (self->request_row), *request_id != '\0');
  waxseal_copy_row_set_value (self->request_row, request_id);
}

static void
copy_clicked_cb (WaxsealDirectStepRow *self)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          waxseal_direct_step_get_text (self->step));
}

static void
waxseal_direct_step_row_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_DIRECT_STEP_ROW (object)->step);
  G_OBJECT_CLASS (waxseal_direct_step_row_parent_class)->dispose (object);
}

static void
waxseal_direct_step_row_class_init (WaxsealDirectStepRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_direct_step_row_dispose;

  g_type_ensure (WAXSEAL_TYPE_COPY_ROW);
  g_type_ensure (WAXSEAL_TYPE_NATURAL_LAYOUT);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-direct-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectStepRow, stack);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectStepRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectStepRow, spinner);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectStepRow, command_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDirectStepRow, request_row);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
}

static void
waxseal_direct_step_row_init (WaxsealDirectStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/** waxseal_direct_step_row_new: Returns: (transfer floating): a row that follows @step. */
GtkWidget *
waxseal_direct_step_row_new (WaxsealDirectStep *step)
{
  WaxsealDirectStepRow *self = g_object_new (WAXSEAL_TYPE_DIRECT_STEP_ROW, NULL);

  self->step = g_object_ref (step);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), waxseal_direct_step_get_title (step));
  gtk_label_set_label (self->command_label, waxseal_direct_step_get_text (step));
  g_signal_connect_object (step, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
