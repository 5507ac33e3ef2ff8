/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-declare-row.h"

#include "waxseal-date.h"
#include "waxseal-record.h"
#include "waxseal-short-text.h"

/**
 * WaxsealDeclareRow:
 *
 * A row with a check mark by which the administrator says that something is done. The record keeps
 * when that was said; a state that is only declared is never shown as verified.
 */
struct _WaxsealDeclareRow
{
  AdwActionRow parent_instance;

  GtkCheckButton *check;
  GtkLabel *date;

  char *field;
  WaxsealRecord *record;
};

enum
{
  PROP_FIELD = 1,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealDeclareRow, waxseal_declare_row, ADW_TYPE_ACTION_ROW)

static void toggled_cb (WaxsealDeclareRow *self);

static void
show_record (WaxsealDeclareRow *self)
{
  const char *text = "";
  g_autofree char *declared = NULL;
  g_autofree char *short_text = NULL;

  if (self->record != NULL && self->field != NULL)
    text = waxseal_record_get_text (self->record, self->field);

  g_signal_handlers_block_by_func (self->check, toggled_cb, self);
  gtk_check_button_set_active (self->check, *text != '\0');
  g_signal_handlers_unblock_by_func (self->check, toggled_cb, self);

  short_text = waxseal_short_text (text);
  declared = waxseal_date_format_declared (short_text);
  gtk_label_set_label (self->date, declared);
  gtk_widget_set_visible (GTK_WIDGET (self->date), *declared != '\0');
}

static void
toggled_cb (WaxsealDeclareRow *self)
{
  g_autofree char *now = NULL;

  if (self->record == NULL)
    return;
  if (gtk_check_button_get_active (self->check))
    now = waxseal_date_now ();
  waxseal_record_set_text (self->record, self->field, now);
}

static void
record_notify_cb (WaxsealDeclareRow *self, GParamSpec *pspec)
{
  if (g_strcmp0 (pspec->name, self->field) == 0)
    show_record (self);
}

static void
set_record (WaxsealDeclareRow *self, WaxsealRecord *record)
{
  if (self->record != NULL)
    g_signal_handlers_disconnect_by_func (self->record, record_notify_cb, self);
  g_set_object (&self->record, record);
  if (record != NULL)
    g_signal_connect_object (
      record, "notify", G_CALLBACK (record_notify_cb), self, G_CONNECT_SWAPPED);
  show_record (self);
}

static void
waxseal_declare_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaxsealDeclareRow *self = WAXSEAL_DECLARE_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_declare_row_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  WaxsealDeclareRow *self = WAXSEAL_DECLARE_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_free (self->field);
      self->field = g_value_dup_string (value);
      show_record (self);
      break;
    case PROP_RECORD:
      set_record (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_declare_row_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_DECLARE_ROW (object)->record);
  G_OBJECT_CLASS (waxseal_declare_row_parent_class)->dispose (object);
}

static void
waxseal_declare_row_finalize (GObject *object)
{
  g_free (WAXSEAL_DECLARE_ROW (object)->field);
  G_OBJECT_CLASS (waxseal_declare_row_parent_class)->finalize (object);
}

static void
waxseal_declare_row_class_init (WaxsealDeclareRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_declare_row_get_property;
  object_class->set_property = waxseal_declare_row_set_property;
  object_class->dispose = waxseal_declare_row_dispose;
  object_class->finalize = waxseal_declare_row_finalize;

  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, WAXSEAL_TYPE_RECORD, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

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
