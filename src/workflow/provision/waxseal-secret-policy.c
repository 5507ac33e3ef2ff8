/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-secret-policy.h"

#include "waxseal-error.h"
#include "waxseal-json.h"
#include "waxseal-remedy.h"

/** Restriction: one of the policy's, as far as it is about client secrets. */
typedef struct
{
  gboolean blocks;
  guint max_days; /* 0 for no limit */
  char *after;    /* only applications made after this; "" for all */
} Restriction;

struct _WaxsealSecretPolicy
{
  gatomicrefcount ref_count;
  gboolean known;
  GArray *restrictions; /* of Restriction */
};

G_DEFINE_BOXED_TYPE (WaxsealSecretPolicy,
                     waxseal_secret_policy,
                     waxseal_secret_policy_ref,
                     waxseal_secret_policy_unref)

static void
clear_restriction (gpointer data)
{
  g_free (((Restriction *) data)->after);
}

/* The whole days of an ISO 8601 duration of days, weeks, months or years, such as "P180D"; 0 where
 * it is none. A month counts 30 and a year 365 days, so that what is called allowed is allowed. */
static guint
parse_days (const char *duration)
{
  static const struct
  {
    char unit;
    guint days;
  } units[] = { { 'Y', 365 }, { 'M', 30 }, { 'W', 7 }, { 'D', 1 } };
  guint64 days = 0;
  const char *at = duration;

  if (*at++ != 'P')
    return 0;
  while (g_ascii_isdigit (*at))
    {
      char *end;
      guint64 count = g_ascii_strtoull (at, &end, 10);

      for (guint i = 0; i < G_N_ELEMENTS (units); i++)
        if (*end == units[i].unit)
          days += MIN (count, 36500) * units[i].days;
      at = *end != '\0' ? end + 1 : end;
    }
  return MIN (days, 36500);
}

static void
read_restriction (WaxsealSecretPolicy *self, JsonObject *json)
{
  const char *type = waxseal_json_get_text (json, "restrictionType");
  Restriction restriction = { 0 };

  if (g_str_equal (waxseal_json_get_text (json, "state"), "disabled"))
    return;
  if (g_str_equal (type, "passwordAddition"))
    restriction.blocks = TRUE;
  else if (g_str_equal (type, "passwordLifetime"))
    restriction.max_days = parse_days (waxseal_json_get_text (json, "maxLifetime"));
  if (!restriction.blocks && restriction.max_days == 0)
    return;
  restriction.after =
    g_strdup (waxseal_json_get_text (json, "restrictForAppsCreatedAfterDateTime"));
  g_array_append_val (self->restrictions, restriction);
}

/**
 * waxseal_secret_policy_new:
 * @default_app_management_policy: (nullable): GET /policies/defaultAppManagementPolicy; %NULL where
 *   it may not be read
 *
 * Returns: (transfer full): the policy
 */
WaxsealSecretPolicy *
waxseal_secret_policy_new (JsonObject *default_app_management_policy)
{
  JsonObject *application =
    waxseal_json_get_object (default_app_management_policy, "applicationRestrictions");
  JsonArray *list = waxseal_json_get_array (application, "passwordCredentials");
  WaxsealSecretPolicy *self = g_new0 (WaxsealSecretPolicy, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->known = default_app_management_policy != NULL;
  self->restrictions = g_array_new (FALSE, FALSE, sizeof (Restriction));
  g_array_set_clear_func (self->restrictions, clear_restriction);
  /* A policy may be there and be switched off. */
  if (list == NULL || (json_object_has_member (default_app_management_policy, "isEnabled") &&
                       !waxseal_json_get_flag (default_app_management_policy, "isEnabled")))
    return self;
  for (guint i = 0; i < json_array_get_length (list); i++)
    read_restriction (self, waxseal_json_array_get_object (list, i));
  return self;
}

WaxsealSecretPolicy *
waxseal_secret_policy_ref (WaxsealSecretPolicy *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
waxseal_secret_policy_unref (WaxsealSecretPolicy *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_array_unref (self->restrictions);
  g_free (self);
}

gboolean
waxseal_secret_policy_is_known (WaxsealSecretPolicy *self)
{
  return self->known;
}

static gboolean
is_in_force (const Restriction *restriction, const char *created)
{
  g_autoptr (GDateTime) after = g_date_time_new_from_iso8601 (restriction->after, NULL);
  g_autoptr (GDateTime) date =
    created != NULL ? g_date_time_new_from_iso8601 (created, NULL) : g_date_time_new_now_utc ();

  return after == NULL || date == NULL || g_date_time_compare (date, after) >= 0;
}

/** waxseal_secret_policy_is_blocking: Returns: whether client secrets are forbidden. */
gboolean
waxseal_secret_policy_is_blocking (WaxsealSecretPolicy *self, const char *created)
{
  for (guint i = 0; i < self->restrictions->len; i++)
    {
      const Restriction *restriction = &g_array_index (self->restrictions, Restriction, i);

      if (restriction->blocks && is_in_force (restriction, created))
        return TRUE;
    }
  return FALSE;
}

/** waxseal_secret_policy_get_max_days: Returns: the longest life of a secret; the portal's own
 * limit of 730 days (microsoft.md, 2.3) where the policy has none. */
guint
waxseal_secret_policy_get_max_days (WaxsealSecretPolicy *self, const char *created)
{
  guint max_days = WAXSEAL_SECRET_LIFETIME_MAX;

  for (guint i = 0; i < self->restrictions->len; i++)
    {
      const Restriction *restriction = &g_array_index (self->restrictions, Restriction, i);

      if (restriction->max_days > 0 && is_in_force (restriction, created))
        max_days = MIN (max_days, restriction->max_days);
    }
  return max_days;
}

/**
 * waxseal_secret_policy_check:
 * @expires: the end of a new secret, ISO 8601
 * @error: %WAXSEAL_ERROR_SECRETS_BLOCKED or %WAXSEAL_ERROR_SECRET_LIFETIME, also for an end that is
 *   no date, or over already
 *
 * Returns: whether a secret until @expires is allowed, as far as is known
 */
gboolean
waxseal_secret_policy_check (WaxsealSecretPolicy *self,
                             const char *created,
                             const char *expires,
                             GError **error)
{
  g_autoptr (GDateTime) end = g_date_time_new_from_iso8601 (expires, NULL);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  GTimeSpan longest = waxseal_secret_policy_get_max_days (self, created) * G_TIME_SPAN_DAY;
  GTimeSpan life = end != NULL ? g_date_time_difference (end, now) : 0;
  WaxsealError code = WAXSEAL_ERROR_SECRET_LIFETIME;

  if (waxseal_secret_policy_is_blocking (self, created))
    code = WAXSEAL_ERROR_SECRETS_BLOCKED;
  else if (life > 0 && life <= longest)
    return TRUE;
  g_propagate_error (error, waxseal_remedy_new_error (code, NULL));
  return FALSE;
}
