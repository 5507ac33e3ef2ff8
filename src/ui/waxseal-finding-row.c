/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-finding-row.h"

#include <glib/gi18n.h>

#include "waxseal-short-text.h"

/**
 * WaxsealFindingRow:
 *
 * One finding above the preview: activating it goes to the line, its button to the field.
 */
struct _WaxsealFindingRow
{
  GtkListBoxRow parent_instance;

  GtkImage *icon;
  GtkLabel *message;
  GtkLabel *remedy;
  GtkLabel *place;
  GtkButton *fix_button;
  GtkButton *field_button;

  WaxsealFinding *finding;
};

G_DEFINE_FINAL_TYPE (WaxsealFindingRow, waxseal_finding_row, GTK_TYPE_LIST_BOX_ROW)

static const struct
{
  const char *icon;
  const char *label;
  const char *css_class;
} severities[] = {
  [WAXSEAL_SEVERITY_ERROR] = { "dialog-error-symbolic", N_ ("Error"), "error" },
  [WAXSEAL_SEVERITY_WARNING] = { "dialog-warning-symbolic", N_ ("Warning"), "warning" },
  [WAXSEAL_SEVERITY_HINT] = { "dialog-information-symbolic", N_ ("Hint"), "dim-label" },
};

static void
waxseal_finding_row_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_FINDING_ROW (object)->finding);
  G_OBJECT_CLASS (waxseal_finding_row_parent_class)->dispose (object);
}

static void
waxseal_finding_row_class_init (WaxsealFindingRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = waxseal_finding_row_dispose;
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-finding-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealFindingRow, icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFindingRow, message);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFindingRow, remedy);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFindingRow, place);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFindingRow, fix_button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFindingRow, field_button);
}

static void
waxseal_finding_row_init (WaxsealFindingRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
show_place (WaxsealFindingRow *self)
{
  guint line = waxseal_finding_get_line (self->finding);
  const char *severity = _ (severities[waxseal_finding_get_severity (self->finding)].label);
  g_autofree char *place = NULL;

  if (line == 0)
    {
      gtk_label_set_label (self->place, severity);
      return;
    }
  /* Translators: a severity, then a line of the manifest: “Error · line 14” */
  place = g_strdup_printf (_ ("%s · line %u"), severity, line);
  gtk_label_set_label (self->place, place);
}

/** waxseal_finding_row_new: Returns: (transfer floating): a row for @finding. */
GtkWidget *
waxseal_finding_row_new (WaxsealFinding *finding)
{
  WaxsealFindingRow *self = g_object_new (WAXSEAL_TYPE_FINDING_ROW, NULL);
  WaxsealSeverity severity = waxseal_finding_get_severity (finding);
  const char *remedy = waxseal_finding_get_remedy (finding);
  g_autofree char *message = waxseal_short_text (waxseal_finding_get_message (finding));

  self->finding = g_object_ref (finding);
  gtk_image_set_from_icon_name (self->icon, severities[severity].icon);
  gtk_widget_add_css_class (GTK_WIDGET (self->icon), severities[severity].css_class);
  gtk_label_set_label (self->message, message);
  gtk_label_set_label (self->remedy, remedy != NULL ? remedy : "");
  gtk_widget_set_visible (GTK_WIDGET (self->remedy), remedy != NULL && *remedy != '\0');
  if (waxseal_finding_get_field (finding) != NULL)
    gtk_actionable_set_action_target (GTK_ACTIONABLE (self->field_button),
                                      "s",
                                      waxseal_finding_get_field (finding));
  else
    gtk_widget_set_visible (GTK_WIDGET (self->field_button), FALSE);
  show_place (self);
  return GTK_WIDGET (self);
}

/** waxseal_finding_row_get_finding: Returns: (transfer none): what it shows. */
WaxsealFinding *
waxseal_finding_row_get_finding (WaxsealFindingRow *self)
{
  return self->finding;
}

/** waxseal_finding_row_offer_fix: shows the button that makes the one right change. */
void
waxseal_finding_row_offer_fix (WaxsealFindingRow *self)
{
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->fix_button),
                                    "(suu)",
                                    waxseal_finding_get_rule (self->finding),
                                    waxseal_finding_get_line (self->finding),
                                    waxseal_finding_get_column (self->finding));
  gtk_widget_set_visible (GTK_WIDGET (self->fix_button), TRUE);
}
