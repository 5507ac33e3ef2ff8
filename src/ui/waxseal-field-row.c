/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-field-row.h"

#include <glib/gi18n.h>

#include "waxseal-long-text.h"
#include "waxseal-record-field.h"

/**
 * WaxsealFieldRow:
 *
 * An entry row for one text of a record, or for several with blanks between: what is typed is in
 * the record at once. It can be copied, can be marked as assumed, and shows the finding about it.
 */
struct _WaxsealFieldRow
{
  AdwEntryRow parent_instance;

  GtkImage *finding_icon;
  GtkLabel *assumed_label;
  GtkButton *copy_button;

  WaxsealRecordField field;
  char *place;
  gboolean assumed;
  gboolean copyable;
};

enum
{
  PROP_PLACE = WAXSEAL_RECORD_FIELD_N_PROPS,
  PROP_ASSUMED,
  PROP_COPYABLE,
};

G_DEFINE_FINAL_TYPE (WaxsealFieldRow, waxseal_field_row, ADW_TYPE_ENTRY_ROW)

static gboolean
texts_to_text (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_value_take_string (to, g_strjoinv (" ", g_value_get_boxed (from)));
  return TRUE;
}

static gboolean
text_to_texts (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  g_auto (GStrv) words = g_strsplit_set (g_value_get_string (from), " \t\r\n,;", -1);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  guint i;

  for (i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_strv_builder_add (texts, words[i]);
  g_value_take_boxed (to, g_strv_builder_end (texts));
  return TRUE;
}

static void
bind_field (WaxsealFieldRow *self)
{
  GBindingFlags flags = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;
  WaxsealRecordField *field = &self->field;
  GParamSpec *pspec;

  if (!waxseal_record_field_is_set (field))
    return;
  pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (field->record), field->name);
  if (pspec->value_type == G_TYPE_STRV)
    field->binding = g_object_bind_property_full (
      field->record, field->name, self, "text", flags, texts_to_text, text_to_texts, NULL, NULL);
  else
    field->binding = g_object_bind_property (field->record, field->name, self, "text", flags);
}

static void
title_changed_cb (WaxsealFieldRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));
  /* Translators: %s is the title of a field, such as “Application (client) ID” */
  g_autofree char *label = g_strdup_printf (_ ("Copy %s"), title);

  gtk_widget_set_tooltip_text (GTK_WIDGET (self->copy_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->copy_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label,
                                  -1);
}

static void
copy_clicked_cb (WaxsealFieldRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)),
                          gtk_editable_get_text (GTK_EDITABLE (self)));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.copied", "s", title);
}

static void
focus_entered_cb (WaxsealFieldRow *self)
{
  const char *place = waxseal_field_row_get_place (self);

  if (place != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "page.show-field", "s", place);
}

static void
waxseal_field_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaxsealFieldRow *self = WAXSEAL_FIELD_ROW (object);

  if (waxseal_record_field_get_property (&self->field, prop_id, value))
    return;
  switch (prop_id)
    {
    case PROP_PLACE:
      g_value_set_string (value, self->place);
      break;
    case PROP_ASSUMED:
      g_value_set_boolean (value, self->assumed);
      break;
    case PROP_COPYABLE:
      g_value_set_boolean (value, self->copyable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_field_row_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  WaxsealFieldRow *self = WAXSEAL_FIELD_ROW (object);

  if (waxseal_record_field_set_property (&self->field, prop_id, value))
    {
      bind_field (self);
      return;
    }
  switch (prop_id)
    {
    case PROP_PLACE:
      g_free (self->place);
      self->place = g_value_dup_string (value);
      break;
    case PROP_ASSUMED:
      self->assumed = g_value_get_boolean (value);
      gtk_widget_set_visible (GTK_WIDGET (self->assumed_label), self->assumed);
      break;
    case PROP_COPYABLE:
      self->copyable = g_value_get_boolean (value);
      gtk_widget_set_visible (GTK_WIDGET (self->copy_button), self->copyable);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_field_row_dispose (GObject *object)
{
  waxseal_record_field_clear (&WAXSEAL_FIELD_ROW (object)->field);
  G_OBJECT_CLASS (waxseal_field_row_parent_class)->dispose (object);
}

static void
waxseal_field_row_finalize (GObject *object)
{
  g_free (WAXSEAL_FIELD_ROW (object)->place);
  G_OBJECT_CLASS (waxseal_field_row_parent_class)->finalize (object);
}

static void
waxseal_field_row_class_init (WaxsealFieldRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_field_row_get_property;
  object_class->set_property = waxseal_field_row_set_property;
  object_class->dispose = waxseal_field_row_dispose;
  object_class->finalize = waxseal_field_row_finalize;

  waxseal_record_field_install (object_class);
  g_object_class_install_property (object_class,
                                   PROP_PLACE,
                                   g_param_spec_string ("place", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class,
                                   PROP_ASSUMED,
                                   g_param_spec_boolean ("assumed", NULL, NULL, FALSE, flags));
  g_object_class_install_property (object_class,
                                   PROP_COPYABLE,
                                   g_param_spec_boolean ("copyable", NULL, NULL, FALSE, flags));

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-field-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealFieldRow, finding_icon);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFieldRow, assumed_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealFieldRow, copy_button);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, focus_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_changed_cb);
}

static void
waxseal_field_row_init (WaxsealFieldRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  waxseal_long_text_watch (GTK_EDITABLE (self));
}

/**
 * waxseal_field_row_get_place:
 *
 * Returns: (transfer none) (nullable): the field's name in findings and in the preview.
 */
const char *
waxseal_field_row_get_place (WaxsealFieldRow *self)
{
  return self->place != NULL ? self->place : self->field.name;
}

/**
 * waxseal_field_row_set_finding:
 * @finding: (nullable): what is wrong with the text; %NULL where nothing is
 */
void
waxseal_field_row_set_finding (WaxsealFieldRow *self, WaxsealFinding *finding)
{
  static const char *const classes[] = { "error", "warning", NULL };
  GtkWidget *widget = GTK_WIDGET (self);
  WaxsealSeverity severity;

  gtk_widget_remove_css_class (widget, "error");
  gtk_widget_remove_css_class (widget, "warning");
  severity = finding != NULL ? waxseal_finding_get_severity (finding) : WAXSEAL_SEVERITY_HINT;
  gtk_widget_set_visible (GTK_WIDGET (self->finding_icon), severity != WAXSEAL_SEVERITY_HINT);
  if (severity == WAXSEAL_SEVERITY_HINT)
    return;

  gtk_widget_add_css_class (widget, classes[severity]);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->finding_icon),
                               waxseal_finding_get_message (finding));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->finding_icon),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  waxseal_finding_get_message (finding),
                                  -1);
}
