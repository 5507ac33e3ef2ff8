/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-locale-row.h"

#include "waxseal-field-row.h"

/**
 * WaxsealLocaleRow:
 *
 * What the add-in is called in one language.
 */
struct _WaxsealLocaleRow
{
  WaxsealRecordRow parent_instance;

  WaxsealFieldRow *display_name;
  WaxsealFieldRow *description;
  WaxsealFieldRow *button_label;
  WaxsealFieldRow *button_tooltip;
};

G_DEFINE_FINAL_TYPE (WaxsealLocaleRow, waxseal_locale_row, WAXSEAL_TYPE_RECORD_ROW)

static void
place_field (WaxsealFieldRow *field, const char *locale)
{
  g_autofree char *property = NULL;
  g_autofree char *place = NULL;

  g_object_get (field, "field", &property, NULL);
  place = g_strdup_printf ("%s@%s", property, locale);
  g_object_set (field, "place", place, NULL);
}

static void
waxseal_locale_row_update (WaxsealRecordRow *row, WaxsealRecord *names)
{
  WaxsealLocaleRow *self = WAXSEAL_LOCALE_ROW (row);
  const char *locale = waxseal_record_get_text (names, "locale");

  waxseal_record_row_set_titles (row, locale, waxseal_record_get_text (names, "button-label"));
  place_field (self->display_name, locale);
  place_field (self->description, locale);
  place_field (self->button_label, locale);
  place_field (self->button_tooltip, locale);
}

static void
remove_clicked_cb (WaxsealRecordRow *self)
{
  waxseal_record_row_remove (self);
}

static void
waxseal_locale_row_class_init (WaxsealLocaleRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  WAXSEAL_RECORD_ROW_CLASS (klass)->update = waxseal_locale_row_update;
  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-locale-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealLocaleRow, display_name);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLocaleRow, description);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLocaleRow, button_label);
  gtk_widget_class_bind_template_child (widget_class, WaxsealLocaleRow, button_tooltip);
  gtk_widget_class_bind_template_callback (widget_class, remove_clicked_cb);
}

static void
waxseal_locale_row_init (WaxsealLocaleRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
