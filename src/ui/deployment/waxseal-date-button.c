/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-date-button.h"

#include <glib/gi18n.h>

#include "waxseal-record-field.h"

/**
 * WaxsealDateButton:
 *
 * Beside the entry of a day: its weekday, or a warning where it is none, and a calendar to choose
 * from.
 */
struct _WaxsealDateButton
{
  AdwBin parent_instance;

  GtkLabel *weekday;
  GtkImage *warning;
  GtkMenuButton *button;
  GtkPopover *popover;
  GtkCalendar *calendar;
  GtkWidget *clear_button;

  WaxsealRecordField field;
};

G_DEFINE_FINAL_TYPE (WaxsealDateButton, waxseal_date_button, ADW_TYPE_BIN)

static void chosen_cb (WaxsealDateButton *self);

static const char *
get_text (WaxsealDateButton *self)
{
  if (!waxseal_record_field_is_set (&self->field))
    return "";
  return waxseal_record_get_text (self->field.record, self->field.name);
}

static GDateTime *
parse (const char *text)
{
  g_autofree char *midnight = g_strconcat (text, "T00:00:00", NULL);
  g_autoptr (GTimeZone) here = g_time_zone_new_local ();

  return g_date_time_new_from_iso8601 (midnight, here);
}

static void
show_record (WaxsealDateButton *self)
{
  const char *text = get_text (self);
  g_autoptr (GDateTime) day = parse (text);
  /* Translators: a weekday, as g_date_time_format() takes it: Wednesday */
  g_autofree char *weekday = day != NULL ? g_date_time_format (day, _ ("%A")) : g_strdup ("");

  gtk_label_set_label (self->weekday, weekday);
  gtk_widget_set_visible (GTK_WIDGET (self->weekday), day != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->warning), day == NULL && *text != '\0');
  gtk_widget_set_visible (self->clear_button, *text != '\0');
}

/* The month that is looked at is not chosen yet; only a click on a day is. */
static void
opened_cb (WaxsealDateButton *self)
{
  g_autoptr (GDateTime) day = parse (get_text (self));
  g_autoptr (GDateTime) today = g_date_time_new_now_local ();

  if (!gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    return;
  g_signal_handlers_block_by_func (self->calendar, chosen_cb, self);
  gtk_calendar_select_day (self->calendar, day != NULL ? day : today);
  g_signal_handlers_unblock_by_func (self->calendar, chosen_cb, self);
}

static void
set_text (WaxsealDateButton *self, const char *text)
{
  if (waxseal_record_field_is_set (&self->field))
    waxseal_record_set_text (self->field.record, self->field.name, text);
}

static void
chosen_cb (WaxsealDateButton *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (day, "%Y-%m-%d");

  set_text (self, text);
}

static void
clear_clicked_cb (WaxsealDateButton *self)
{
  set_text (self, "");
  gtk_popover_popdown (self->popover);
}

static void
waxseal_date_button_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  waxseal_record_field_get_property (&WAXSEAL_DATE_BUTTON (object)->field, prop_id, value);
}

static void
waxseal_date_button_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  WaxsealDateButton *self = WAXSEAL_DATE_BUTTON (object);

  if (self->field.record != NULL)
    g_signal_handlers_disconnect_by_func (self->field.record, show_record, self);
  waxseal_record_field_set_property (&self->field, prop_id, value);
  if (self->field.record != NULL)
    g_signal_connect_object (
      self->field.record, "changed", G_CALLBACK (show_record), self, G_CONNECT_SWAPPED);
  show_record (self);
}

static void
waxseal_date_button_dispose (GObject *object)
{
  waxseal_record_field_clear (&WAXSEAL_DATE_BUTTON (object)->field);
  G_OBJECT_CLASS (waxseal_date_button_parent_class)->dispose (object);
}

static void
waxseal_date_button_class_init (WaxsealDateButtonClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_date_button_get_property;
  object_class->set_property = waxseal_date_button_set_property;
  object_class->dispose = waxseal_date_button_dispose;
  waxseal_record_field_install (object_class);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-date-button.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealDateButton, weekday);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDateButton, warning);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDateButton, button);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDateButton, popover);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDateButton, calendar);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDateButton, clear_button);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, opened_cb);
}

static void
waxseal_date_button_init (WaxsealDateButton *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
