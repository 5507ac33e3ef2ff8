/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-number-row.h"

#include "waxseal-record.h"

/**
 * WaxsealNumberRow:
 *
 * A row for one whole number of a record, 0 or more (a stand-in for the later AdwSpinRow).
 */
struct _WaxsealNumberRow
{
  AdwActionRow parent_instance;

  GtkSpinButton *spin;

  char *field;
  WaxsealRecord *record;
  GBinding *binding;
};

enum
{
  PROP_FIELD = 1,
  PROP_RECORD,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealNumberRow, waxseal_number_row, ADW_TYPE_ACTION_ROW)

static void
bind_record (WaxsealNumberRow *self)
{
  g_clear_pointer (&self->binding, g_binding_unbind);
  if (self->record == NULL || self->field == NULL)
    return;
  self->binding = g_object_bind_property (self->record,
                                          self->field,
                                          self->spin,
                                          "value",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
waxseal_number_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  WaxsealNumberRow *self = WAXSEAL_NUMBER_ROW (object);

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
waxseal_number_row_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  WaxsealNumberRow *self = WAXSEAL_NUMBER_ROW (object);

  switch (prop_id)
    {
    case PROP_FIELD:
      g_free (self->field);
      self->field = g_value_dup_string (value);
      bind_record (self);
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
waxseal_number_row_dispose (GObject *object)
{
  WaxsealNumberRow *self = WAXSEAL_NUMBER_ROW (object);

  g_clear_pointer (&self->binding, g_binding_unbind);
  g_clear_object (&self->record);
  G_OBJECT_CLASS (waxseal_number_row_parent_class)->dispose (object);
}

static void
waxseal_number_row_finalize (GObject *object)
{
  g_free (WAXSEAL_NUMBER_ROW (object)->field);
  G_OBJECT_CLASS (waxseal_number_row_parent_class)->finalize (object);
}

static void
waxseal_number_row_class_init (WaxsealNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;

  object_class->get_property = waxseal_number_row_get_property;
  object_class->set_property = waxseal_number_row_set_property;
  object_class->dispose = waxseal_number_row_dispose;
  object_class->finalize = waxseal_number_row_finalize;

  props[PROP_FIELD] = g_param_spec_string ("field", NULL, NULL, NULL, flags);
  props[PROP_RECORD] = g_param_spec_object ("record", NULL, NULL, WAXSEAL_TYPE_RECORD, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-number-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealNumberRow, spin);
}

static void
waxseal_number_row_init (WaxsealNumberRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
