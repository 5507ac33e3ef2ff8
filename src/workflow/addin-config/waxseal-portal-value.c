/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-portal-value.h"

struct _WaxsealPortalValue
{
  GObject parent_instance;

  char *label;
  char *value; /* NULL for a button */
};

G_DEFINE_FINAL_TYPE (WaxsealPortalValue, waxseal_portal_value, G_TYPE_OBJECT)

static void
waxseal_portal_value_finalize (GObject *object)
{
  WaxsealPortalValue *self = WAXSEAL_PORTAL_VALUE (object);

  g_free (self->label);
  g_free (self->value);
  G_OBJECT_CLASS (waxseal_portal_value_parent_class)->finalize (object);
}

static void
waxseal_portal_value_class_init (WaxsealPortalValueClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_portal_value_finalize;
}

static void
waxseal_portal_value_init (WaxsealPortalValue *self)
{
}

/**
 * waxseal_portal_value_new:
 * @label: the portal's own, not translated
 * @value: (nullable): what to enter; %NULL for a button
 *
 * Returns: (transfer full): a line of a form
 */
WaxsealPortalValue *
waxseal_portal_value_new (const char *label, const char *value)
{
  WaxsealPortalValue *self = g_object_new (WAXSEAL_TYPE_PORTAL_VALUE, NULL);

  self->label = g_strdup (label);
  self->value = g_strdup (value);
  return self;
}

/** waxseal_portal_value_get_label: Returns: (transfer none): as the portal has it. */
const char *
waxseal_portal_value_get_label (WaxsealPortalValue *self)
{
  return self->label;
}

/** waxseal_portal_value_get_value: Returns: (transfer none) (nullable): %NULL for a button. */
const char *
waxseal_portal_value_get_value (WaxsealPortalValue *self)
{
  return self->value;
}
