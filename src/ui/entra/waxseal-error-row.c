/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-error-row.h"

#include "waxseal-copy-row.h"

/**
 * WaxsealErrorRow:
 *
 * What went wrong, in its place: what happened, what to do about it with a button for it, and
 * behind it what the service said, to be copied.
 */
struct _WaxsealErrorRow
{
  AdwExpanderRow parent_instance;

  GtkButton *button;
  WaxsealCopyRow *details_row;

  WaxsealRemedyAction action;
};

enum
{
  REMEDY,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (WaxsealErrorRow, waxseal_error_row, ADW_TYPE_EXPANDER_ROW)

static void
button_clicked_cb (WaxsealErrorRow *self)
{
  g_signal_emit (self, signals[REMEDY], 0, (guint) self->action);
}

static void
waxseal_error_row_class_init (WaxsealErrorRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  /** WaxsealErrorRow::remedy: */
  signals[REMEDY] = g_signal_new ("remedy",
                                  G_OBJECT_CLASS_TYPE (klass),
                                  G_SIGNAL_RUN_LAST,
                                  0,
                                  NULL,
                                  NULL,
                                  NULL,
                                  G_TYPE_NONE,
                                  1,
                                  G_TYPE_UINT);

  g_type_ensure (WAXSEAL_TYPE_COPY_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-error-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealErrorRow, button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealErrorRow, details_row);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
}

static void
waxseal_error_row_init (WaxsealErrorRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * waxseal_error_row_show:
 * @error: (nullable): what to show; %NULL for nothing, and then the row hides
 * @way: how the person signs in: where that is refused, the other way is offered
 */
void
waxseal_error_row_show (WaxsealErrorRow *self, const GError *error, WaxsealSignInWay way)
{
  const char *remedy = error != NULL ? waxseal_remedy_get_text (error) : NULL;
  const char *details = error != NULL ? waxseal_error_get_details (error) : NULL;
  const char *label;

  gtk_widget_set_visible (GTK_WIDGET (self), error != NULL);
  if (error == NULL)
    return;
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), error->message);
  adw_expander_row_set_subtitle (ADW_EXPANDER_ROW (self), remedy != NULL ? remedy : "");
  adw_expander_row_set_enable_expansion (ADW_EXPANDER_ROW (self), details != NULL);
  waxseal_copy_row_set_value (self->details_row, details);
  self->action = waxseal_remedy_choose (error, way == WAXSEAL_SIGN_IN_BROWSER, &label);
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  if (label != NULL)
    gtk_button_set_label (self->button, label);
}
