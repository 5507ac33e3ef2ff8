/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-registered-secret.h"

#include "waxseal-json.h"

/** WaxsealRegisteredSecret: see the header. */
struct _WaxsealRegisteredSecret
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealRegisteredSecret, waxseal_registered_secret, WAXSEAL_TYPE_RECORD)

static void
waxseal_registered_secret_class_init (WaxsealRegisteredSecretClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("key-id"),
                                waxseal_record_text_pspec ("description"),
                                waxseal_record_text_pspec ("hint"),
                                waxseal_record_text_pspec ("starts"),
                                waxseal_record_text_pspec ("expires"),
                                waxseal_record_flag_pspec ("held"),
                                waxseal_record_flag_pspec ("current"),
                                waxseal_record_flag_pspec ("orphan"),
                                NULL);
}

static void
waxseal_registered_secret_init (WaxsealRegisteredSecret *self)
{
}

/**
 * waxseal_registered_secret_new_from_json:
 * @credential: an item of "passwordCredentials" (microsoft.md, 2.3)
 *
 * Returns: (transfer full): a new secret, with no flag set
 */
WaxsealRegisteredSecret *
waxseal_registered_secret_new_from_json (JsonObject *credential)
{
  return g_object_new (WAXSEAL_TYPE_REGISTERED_SECRET,
                       "key-id",
                       waxseal_json_get_text (credential, "keyId"),
                       "description",
                       waxseal_json_get_text (credential, "displayName"),
                       "hint",
                       waxseal_json_get_text (credential, "hint"),
                       "starts",
                       waxseal_json_get_text (credential, "startDateTime"),
                       "expires",
                       waxseal_json_get_text (credential, "endDateTime"),
                       NULL);
}

/** waxseal_registered_secret_is_expired: Returns: whether its end is over; one without an end never
 * is. */
gboolean
waxseal_registered_secret_is_expired (WaxsealRegisteredSecret *self)
{
  const char *expires = waxseal_record_get_text (self, "expires");
  g_autoptr (GDateTime) end = g_date_time_new_from_iso8601 (expires, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();

  return end != NULL && g_date_time_compare (end, now) <= 0;
}

/** waxseal_registered_secret_is_usable: Returns: whether the keyring has its value, and it works
 * still. */
gboolean
waxseal_registered_secret_is_usable (WaxsealRegisteredSecret *self)
{
  return waxseal_record_get_flag (self, "held") && !waxseal_registered_secret_is_expired (self);
}

/**
 * waxseal_registered_secret_is_same_end:
 *
 * Returns: whether two dates (ISO 8601) are the same second, however they are written
 */
gboolean
waxseal_registered_secret_is_same_end (const char *a, const char *b)
{
  g_autoptr (GDateTime) date_a = g_date_time_new_from_iso8601 (a, NULL);
  g_autoptr (GDateTime) date_b = g_date_time_new_from_iso8601 (b, NULL);

  return date_a != NULL && date_b != NULL &&
         g_date_time_to_unix (date_a) == g_date_time_to_unix (date_b);
}
