/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-choice-row.h"

#include "waxseal-record-field.h"

/**
 * WaxsealChoiceRow:
 *
 * A combo row for one enumeration of a record; its items stand in the order of the enumeration. For
 * a text, "values" says what the items stand for; nothing is selected where the text is another.
 */
struct _WaxsealChoiceRow
{
  AdwComboRow parent_instance;

  WaxsealRecordField field;
  GtkStringList *values;
};

enum
{
  PROP_VALUES = WAXSEAL_RECORD_FIELD_N_PROPS,
};

G_DEFINE_FINAL_TYPE (WaxsealChoiceRow, waxseal_choice_row, ADW_TYPE_COMBO_ROW)

static guint
find_value (WaxsealChoiceRow *self, const char *text)
{
  const char *value;
  guint i;

  for (i = 0; (value = gtk_string_list_get_string (self->values, i)) != NULL; i++)
    if (g_str_equal (value, text))
      return i;
  return GTK_INVALID_LIST_POSITION;
}

static gboolean
value_to_position (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  if (G_VALUE_HOLDS_STRING (from))
    g_value_set_uint (to, find_value (user_data, g_value_get_string (from)));
  else
    g_value_set_uint (to, g_value_get_enum (from));
  return TRUE;
}

static gboolean
position_to_value (GBinding *binding, const GValue *from, GValue *to, gpointer user_data)
{
  WaxsealChoiceRow *self = user_data;
  guint position = g_value_get_uint (from);

  if (position == GTK_INVALID_LIST_POSITION)
    return FALSE;
  if (G_VALUE_HOLDS_STRING (to))
    g_value_set_string (to, gtk_string_list_get_string (self->values, position));
  else
    g_value_set_enum (to, position);
  return TRUE;
}

static void
bind_field (WaxsealChoiceRow *self)
{
  if (!waxseal_record_field_is_set (&self->field))
    return;
  self->field.binding =
    g_object_bind_property_full (self->field.record,
                                 self->field.name,
                                 self,
                                 "selected",
                                 G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL,
                                 value_to_position,
                                 position_to_value,
                                 self,
                                 NULL);
}

static void
waxseal_choice_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaxsealChoiceRow *self = WAXSEAL_CHOICE_ROW (object);

  if (!waxseal_record_field_get_property (&self->field, prop_id, value))
    g_value_set_object (value, self->values);
}

static void
waxseal_choice_row_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  WaxsealChoiceRow *self = WAXSEAL_CHOICE_ROW (object);

  if (waxseal_record_field_set_property (&self->field, prop_id, value))
    bind_field (self);
  else
    g_set_object (&self->values, g_value_get_object (value));
}

static void
waxseal_choice_row_dispose (GObject *object)
{
  WaxsealChoiceRow *self = WAXSEAL_CHOICE_ROW (object);

  waxseal_record_field_clear (&self->field);
  g_clear_object (&self->values);
  G_OBJECT_CLASS (waxseal_choice_row_parent_class)->dispose (object);
}

static void
waxseal_choice_row_class_init (WaxsealChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waxseal_choice_row_get_property;
  object_class->set_property = waxseal_choice_row_set_property;
  object_class->dispose = waxseal_choice_row_dispose;

  waxseal_record_field_install (object_class);
  g_object_class_install_property (
    object_class,
    PROP_VALUES,
    g_param_spec_object (
      "values", NULL, NULL, GTK_TYPE_STRING_LIST, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
waxseal_choice_row_init (WaxsealChoiceRow *self)
{
}
