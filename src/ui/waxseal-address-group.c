/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-address-group.h"

#include "waxseal-addin-identity.h"
#include "waxseal-field-row.h"

/**
 * WaxsealAddressGroup:
 *
 * The add-in's Id and its addresses: what only Cisco knows (cisco.md, 1).
 */
struct _WaxsealAddressGroup
{
  AdwPreferencesGroup parent_instance;

  WaxsealAddinIdentity *record;
};

enum
{
  PROP_RECORD = 1,
  N_PROPS
};

static GParamSpec *props[N_PROPS];

G_DEFINE_FINAL_TYPE (WaxsealAddressGroup, waxseal_address_group, ADW_TYPE_PREFERENCES_GROUP)

static void
waxseal_address_group_get_property (GObject *object,
                                    guint prop_id,
                                    GValue *value,
                                    GParamSpec *pspec)
{
  g_value_set_object (value, WAXSEAL_ADDRESS_GROUP (object)->record);
}

static void
waxseal_address_group_set_property (GObject *object,
                                    guint prop_id,
                                    const GValue *value,
                                    GParamSpec *pspec)
{
  g_set_object (&WAXSEAL_ADDRESS_GROUP (object)->record, g_value_get_object (value));
}

static void
waxseal_address_group_dispose (GObject *object)
{
  g_clear_object (&WAXSEAL_ADDRESS_GROUP (object)->record);
  G_OBJECT_CLASS (waxseal_address_group_parent_class)->dispose (object);
}

static void
waxseal_address_group_class_init (WaxsealAddressGroupClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waxseal_address_group_get_property;
  object_class->set_property = waxseal_address_group_set_property;
  object_class->dispose = waxseal_address_group_dispose;

  props[PROP_RECORD] = g_param_spec_object (
    "record", NULL, NULL, WAXSEAL_TYPE_ADDIN_IDENTITY, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);

  g_type_ensure (WAXSEAL_TYPE_FIELD_ROW);
  gtk_widget_class_set_template_from_resource (
    GTK_WIDGET_CLASS (klass), "/io/github/waxseal/Waxseal/ui/waxseal-address-group.ui");
}

static void
waxseal_address_group_init (WaxsealAddressGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}
