/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-number-row.h"

#include "waxseal-record-field.h"

/**
 * WaxsealNumberRow:
 *
 * A row for one whole number of a record, 0 or more (a stand-in for the later AdwSpinRow).
 */
struct _WaxsealNumberRow
{
  AdwActionRow parent_instance;

  GtkSpinButton *spin;

  WaxsealRecordField field;
};

G_DEFINE_FINAL_TYPE (WaxsealNumberRow, waxseal_number_row, ADW_TYPE_ACTION_ROW)

static void
bind_field (WaxsealNumberRow *self)
{
  if (waxseal_record_field_is_set (&self->field))
    self->field.binding = g_object_bind_property (self->field.record,
                                                  self->field.name,
                                                  self->spin,
                                                  "value",
                                                  G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}

static void
waxseal_number_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  waxseal_record_field_get_property (&WAXSEAL_NUMBER_ROW (object)->field, prop_id, value);
}

static void
waxseal_number_row_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  WaxsealNumberRow *self = WAXSEAL_NUMBER_ROW (object);

  waxseal_record_field_set_property (&self->field, prop_id, value);
  bind_field (self);
}

static void
waxseal_number_row_dispose (GObject *object)
{
  waxseal_record_field_clear (&WAXSEAL_NUMBER_ROW (object)->field);
  G_OBJECT_CLASS (waxseal_number_row_parent_class)->dispose (object);
}

static void
waxseal_number_row_class_init (WaxsealNumberRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = waxseal_number_row_get_property;
  object_class->set_property = waxseal_number_row_set_property;
  object_class->dispose = waxseal_number_row_dispose;
  waxseal_record_field_install (object_class);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/waxseal/Waxseal/ui/waxseal-number-row.ui");
  gtk_widget_class_bind_template_child (widget_class, WaxsealNumberRow, spin);
}

static void
waxseal_number_row_init (WaxsealNumberRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
