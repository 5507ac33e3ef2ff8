/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-choice-row.h"

#include "waxseal-record.h"

/**
 * WaxsealChoiceRow:
 *
 * A combo row for one enumeration of a record; its items stand in the order of the enumeration. For
 * a text, "values" says what the items stand for; nothing is selected where the text is another.
 */
struct _WaxsealChoiceRow
{
  AdwComboRow parent_instance;

  char *field;
  GtkStringList *values;
  WaxsealRecord *record;
  GBinding *binding;
};

enum
{
  PROP_FIELD = 1,
  PROP_VALUES,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

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
bind_record (WaxsealChoiceRow *self)
{
  g_clear_pointer (&self->binding, g_binding_unbind);
  if (self->record == NULL || self->field == NULL)
    return;
  self->binding = g_object_bind_property_full (self->record,
                                               self->field,
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

  switch (prop_id)
    {
    case PROP_FIELD:
      g_value_set_string (value, self->field);
      break;
    case PROP_VALUES:
      g_value_set_object (value, self->values);
      break;
    case PROP_RECORD:
      g_value_set_object (value, self->record);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_choice_row_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  WaxsealChoiceRow *self = WAXSEAL_CHOICE_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_free (self->field);
      self->field = g_value_dup_string (value);
      bind_record (self);
      break;
    case PROP_VALUES:
      g_set_object (&self->values, g_value_get_object (value));
      break;
    case PROP_RECORD:
      g_clear_pointer (&self->binding, g_binding_unbind);
      g_set_object (&self->record, g_value_get_object (value));
      bind_record (self);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
waxseal_choice_row_dispose (GObject *object)
{
  WaxsealChoiceRow *self = WAXSEAL_CHOICE_ROW (object);

  g_clear_pointer (&self->binding, g_binding_unbind);
  g_clear_object (&self->record);
  g_clear_object (&self->values);
  G_OBJECT_CLASS (waxseal_choice_row_parent_class)->dispose (object);
}

static void
waxseal_choice_row_finalize (GObject *object)
{
  g_free (WAXSEAL_CHOICE_ROW (object)->field);
  G_OBJECT_CLASS (waxseal_choice_row_parent_class)->finalize (object);
}

static void
waxseal_choice_row_class_init (WaxsealChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_choice_row_get_property;
  object_class->set_property = waxseal_choice_row_set_property;
  object_class->dispose = waxseal_choice_row_dispose;
  object_class->finalize = waxseal_choice_row_finalize;

  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  props[PROP_VALUES] = g_param_spec_object ("values", NULL, NULL, GTK_TYPE_STRING_LIST, flags);
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, WAXSEAL_TYPE_RECORD, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
waxseal_choice_row_init (WaxsealChoiceRow *self)
{
}
