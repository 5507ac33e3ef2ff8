/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-record-field.h"

/** waxseal_record_field_install: gives the rows of @klass the properties “field” and “record”. */
void
waxseal_record_field_install (GObjectClass *klass)
{
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  g_object_class_install_property (klass,
                                   WAXSEAL_RECORD_FIELD_PROP_FIELD,
                                   g_param_spec_string ("field", NULL, NULL, NULL, flags));
  g_object_class_install_property (
    klass,
    WAXSEAL_RECORD_FIELD_PROP_RECORD,
    g_param_spec_object ("record", NULL, NULL, WAXSEAL_TYPE_RECORD, flags));
}

/** waxseal_record_field_is_set: Returns: whether there is something to show. */
gboolean
waxseal_record_field_is_set (const WaxsealRecordField *self)
{
  return self->record != NULL && self->name != NULL;
}

/** waxseal_record_field_get_property: Returns: %FALSE where @prop_id is the row's own. */
gboolean
waxseal_record_field_get_property (const WaxsealRecordField *self, guint prop_id, GValue *value)
{
  switch (prop_id)
    {
    case WAXSEAL_RECORD_FIELD_PROP_FIELD:
      g_value_set_string (value, self->name);
      return TRUE;
    case WAXSEAL_RECORD_FIELD_PROP_RECORD:
      g_value_set_object (value, self->record);
      return TRUE;
    default:
      return FALSE;
    }
}

/**
 * waxseal_record_field_set_property:
 *
 * Ends the binding before the record goes; the row makes another one.
 *
 * Returns: %FALSE where @prop_id is the row's own, and nothing was done.
 */
gboolean
waxseal_record_field_set_property (WaxsealRecordField *self, guint prop_id, const GValue *value)
{
  if (prop_id >= WAXSEAL_RECORD_FIELD_N_PROPS)
    return FALSE;

  g_clear_pointer (&self->binding, g_binding_unbind);
  if (prop_id == WAXSEAL_RECORD_FIELD_PROP_RECORD)
    {
      g_set_object (&self->record, g_value_get_object (value));
      return TRUE;
    }
  g_free (self->name);
  self->name = g_value_dup_string (value);
  return TRUE;
}

/** waxseal_record_field_clear: for the row's dispose; can be called twice. */
void
waxseal_record_field_clear (WaxsealRecordField *self)
{
  g_clear_pointer (&self->binding, g_binding_unbind);
  g_clear_object (&self->record);
  g_clear_pointer (&self->name, g_free);
}
