/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-declare-row.h"

#include "waxseal-date.h"
#include "waxseal-record-field.h"
#include "waxseal-short-text.h"

/**
 * WaxsealDeclareRow:
 *
 * A row with a check mark by which the administrator says that something is done. The record keeps
 * when that was said; a state that is only declared is never shown as verified. Where the record
 * has another property with the day on which a service confirmed it, that day is shown instead.
 */
struct _WaxsealDeclareRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  GtkLabel *date;

  WaxsealRecordField field;
  char *verified_field; /* or NULL */
};

enum
{
  PROP_VERIFIED_FIELD = WAXSEAL_RECORD_FIELD_N_PROPS,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (WaxsealDeclareRow, waxseal_declare_row, ADW_TYPE_ACTION_ROW)

static void toggled_cb (WaxsealDeclareRow *self);

static char *
describe (WaxsealDeclareRow *self, const char *declared)
{
  const char *verified = "";
  g_autofree char *day = waxseal_short_text (declared);

  if (self->verified_field != NULL && waxseal_record_field_is_set (&self->field))
    verified = waxseal_record_get_text (self->field.record, self->verified_field);
  if (*verified != '\0' && *declared != '\0')
    return waxseal_date_format_verified (verified);
  return waxseal_date_format_declared (day);
}

static void
show_record (WaxsealDeclareRow *self)
{
  const char *text = "";
  g_autofree char *declared = NULL;

  if (waxseal_record_field_is_set (&self->field))
    text = waxseal_record_get_text (self->field.record, self->field.name);

  g_signal_handlers_block_by_func (self->check, toggled_cb, self);
  gtk_check_button_set_active (self->check, *text != '\0');
  g_signal_handlers_unblock_by_func (self->check, toggled_cb, self);

  declared = describe (self, text);
  gtk_label_set_label (self->date, declared);
  gtk_widget_set_visible (GTK_WIDGET (self->date), *declared != '\0');
}

static void
toggled_cb (WaxsealDeclareRow *self)
{
  g_autofree char *now = NULL;

  if (!waxseal_record_field_is_set (&self->field))
    return;
  if (gtk_check_button_get_active (self->check))
    now = waxseal_date_now ();
  waxseal_record_set_text (self->field.record, self->field.name, now);
}

static void
record_notify_cb (WaxsealDeclareRow *self, GParamSpec *pspec)
{
  if (g_strcmp0 (pspec->name, self->field.name) == 0 ||
      g_strcmp0 (pspec->name, self->verified_field) == 0)
    show_record (self);
}

static void
waxseal_declare_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaxsealDeclareRow *self = WAXSEAL_DECLARE_ROW (object);

  if (prop_id == PROP_VERIFIED_FIELD)
    g_value_set_string (value, self->verified_field);
  else
    waxseal_record_field_get_property (&self->field, prop_id, value);
}

static void
waxseal_declare_row_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  WaxsealDeclareRow *self = WAXSEAL_DECLARE_ROW (object);

  if (prop_id == PROP_VERIFIED_FIELD)
    {
      g_free (self->verified_field);
      self->verified_field = g_value_dup_string (value);
      show_record (self);
      return;
    }
  if (self->field.record != NULL)
    g_signal_handlers_disconnect_by_func (self->field.record, record_notify_cb, self);
  waxseal_record_field_set_property (&self->field, prop_id, value);
  if (self->field.record != NULL)
    g_signal_connect_object (
      self->field.record, "notify", G_CALLBACK (record_notify_cb), self, G_CONNECT_SWAPPED);
  show_record (self);
}

static void
waxseal_declare_row_dispose (GObject *object)
{
  waxseal_record_field_clear (&WAXSEAL_DECLARE_ROW (object)->field);
  G_OBJECT_CLASS (waxseal_declare_row_parent_class)->dispose (object);
}

static void
waxseal_declare_row_finalize (GObject *object)
{
  g_free (WAXSEAL_DECLARE_ROW (object)->verified_field);
  G_OBJECT_CLASS (waxseal_declare_row_parent_class)->finalize (object);
}

static void
waxseal_declare_row_class_init (WaxsealDeclareRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_declare_row_get_property;
  object_class->set_property = waxseal_declare_row_set_property;
  object_class->dispose = waxseal_declare_row_dispose;
  object_class->finalize = waxseal_declare_row_finalize;
  waxseal_record_field_install (object_class);

  /** WaxsealDeclareRow:verified-field: The property with the day of the confirmation; or NULL. */
  g_object_class_install_property (
    object_class,
    PROP_VERIFIED_FIELD,
    g_param_spec_string (
      "verified-field", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-declare-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealDeclareRow, check);
  gtk_widget_class_bind_template_child (widget_class, WaxsealDeclareRow, date);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
waxseal_declare_row_init (WaxsealDeclareRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
