/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-device-code.h"

/**
 * WaxsealDeviceCode:
 *
 * What a person types on another page or device to sign in (RFC 8628). Never changes.
 */
struct _WaxsealDeviceCode
{
  GObject parent_instance;

  char *user_code;
  char *verification_uri;
  gint64 expires;
};

G_DEFINE_FINAL_TYPE (WaxsealDeviceCode, waxseal_device_code, G_TYPE_OBJECT)

enum
{
  PROP_USER_CODE = 1,
  PROP_VERIFICATION_URI,
  PROP_EXPIRES,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
waxseal_device_code_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  WaxsealDeviceCode *self = WAXSEAL_DEVICE_CODE (object);

  switch (id)
    {
    case PROP_USER_CODE:
      g_value_set_string (value, self->user_code);
      break;
    case PROP_VERIFICATION_URI:
      g_value_set_string (value, self->verification_uri);
      break;
    case PROP_EXPIRES:
      g_value_set_int64 (value, self->expires);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
waxseal_device_code_finalize (GObject *object)
{
  WaxsealDeviceCode *self = WAXSEAL_DEVICE_CODE (object);

  g_free (self->user_code);
  g_free (self->verification_uri);
  G_OBJECT_CLASS (waxseal_device_code_parent_class)->finalize (object);
}

static void
waxseal_device_code_class_init (WaxsealDeviceCodeClass *klass)
{
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = waxseal_device_code_get_property;
  object_class->finalize = waxseal_device_code_finalize;
  properties[PROP_USER_CODE] = g_param_spec_string ("user-code", NULL, NULL, "", flags);
  properties[PROP_VERIFICATION_URI] =
    g_param_spec_string ("verification-uri", NULL, NULL, "", flags);
  properties[PROP_EXPIRES] =
    g_param_spec_int64 ("expires", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
waxseal_device_code_init (WaxsealDeviceCode *self)
{
}

/**
 * waxseal_device_code_new:
 * @user_code: what the person types
 * @verification_uri: where
 * @expires_in: for how many seconds from now it is good
 *
 * Returns: (transfer full): a new code
 */
WaxsealDeviceCode *
waxseal_device_code_new (const char *user_code, const char *verification_uri, guint expires_in)
{
  WaxsealDeviceCode *self = g_object_new (WAXSEAL_TYPE_DEVICE_CODE, NULL);

  self->user_code = g_strdup (user_code);
  self->verification_uri = g_strdup (verification_uri);
  self->expires = g_get_monotonic_time () + expires_in * (gint64) G_USEC_PER_SEC;
  return self;
}

/** waxseal_device_code_get_user_code: Returns: (transfer none): what the person types */
const char *
waxseal_device_code_get_user_code (WaxsealDeviceCode *self)
{
  return self->user_code;
}

/** waxseal_device_code_get_verification_uri: Returns: (transfer none): where it is typed */
const char *
waxseal_device_code_get_verification_uri (WaxsealDeviceCode *self)
{
  return self->verification_uri;
}

/** waxseal_device_code_get_seconds_left: Returns: for how long it is good yet, rounded up */
guint
waxseal_device_code_get_seconds_left (WaxsealDeviceCode *self)
{
  gint64 left = self->expires - g_get_monotonic_time ();

  return left > 0 ? (left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC : 0;
}
