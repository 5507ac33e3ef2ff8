/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-graph-policy.h"

#include "waxseal-json.h"
#include "waxseal-practice-graph-handlers.h"
#include "waxseal-practice-graph.h"

#define DAY (24 * 60 * 60)

/* A month is 30 days here and a year 365: policies are written in days. */
static const struct
{
  char letter;
  gboolean in_time;
  gint64 seconds;
} units[] = {
  { 'Y', FALSE, 365 * DAY }, { 'M', FALSE, 30 * DAY }, { 'W', FALSE, 7 * DAY }, { 'D', FALSE, DAY },
  { 'H', TRUE, 60 * 60 },    { 'M', TRUE, 60 },        { 'S', TRUE, 1 },
};

static gint64
find_unit (char letter, gboolean in_time)
{
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    if (units[i].letter == letter && units[i].in_time == in_time)
      return units[i].seconds;
  return 0;
}

/** waxseal_practice_policy_parse_duration: @text: of ISO 8601, such as "P180D" */
gboolean
waxseal_practice_policy_parse_duration (const char *text, gint64 *seconds)
{
  gboolean in_time = FALSE;
  const char *p = text + 1;

  *seconds = 0;
  if (text[0] != 'P')
    return FALSE;
  while (*p != '\0')
    {
      char *end;
      guint64 number;

      if (*p == 'T' && !in_time)
        {
          in_time = TRUE;
          p++;
          continue;
        }
      number = g_ascii_strtoull (p, &end, 10);
      if (!g_ascii_isdigit (*p) || number > G_MAXINT || find_unit (*end, in_time) == 0)
        return FALSE;
      *seconds += number * find_unit (*end, in_time);
      p = end + 1;
    }
  return *seconds > 0;
}

static JsonObject *
find_policy (WaxsealPracticeTenant *tenant)
{
  GPtrArray *policies = waxseal_practice_tenant_get_collection (tenant, "policies");

  return policies->len > 0 ? g_ptr_array_index (policies, 0) : NULL;
}

/* Whether it is in force, and for an application of that age. */
static gboolean
applies (JsonObject *restriction, JsonObject *application)
{
  const char *after = waxseal_json_get_text (restriction, "restrictForAppsCreatedAfterDateTime");
  const char *created = waxseal_json_get_text (application, "createdDateTime");
  gint64 after_time, created_time;

  if (g_str_equal (waxseal_json_get_text (restriction, "state"), "disabled"))
    return FALSE;
  if (!waxseal_practice_graph_parse_time (after, &after_time) ||
      !waxseal_practice_graph_parse_time (created, &created_time))
    return TRUE;
  return created_time > after_time;
}

static gboolean
is_too_long (JsonObject *restriction, gint64 lifetime)
{
  gint64 most;

  return waxseal_practice_policy_parse_duration (waxseal_json_get_text (restriction, "maxLifetime"),
                                                 &most) &&
         lifetime > most;
}

static gboolean
check_restriction (WaxsealPracticeCall *call, JsonObject *restriction, gint64 lifetime)
{
  const char *type = waxseal_json_get_text (restriction, "restrictionType");
  const char *policy = waxseal_json_get_text (find_policy (call->tenant), "id");
  g_autofree char *message = NULL;

  if (g_str_equal (type, "passwordAddition"))
    {
      message = g_strdup_printf ("Credential type not allowed as per assigned policy %s", policy);
      waxseal_practice_call_fail (call, 400, "CredentialTypeNotAllowedAsPerAppPolicy", message);
      return FALSE;
    }
  if (!g_str_equal (type, "passwordLifetime") || !is_too_long (restriction, lifetime))
    return TRUE;
  message =
    g_strdup_printf ("Credential lifetime exceeds the max value allowed as per assigned policy %s",
                     policy);
  waxseal_practice_call_fail (call, 400, "CredentialInvalidLifetimeAsPerAppPolicy", message);
  return FALSE;
}

/**
 * waxseal_practice_policy_check_secret:
 * @start: when the secret becomes valid, in seconds since 1970
 * @end: when it expires
 *
 * Returns: whether @application may have it; otherwise the call has been answered
 */
gboolean
waxseal_practice_policy_check_secret (WaxsealPracticeCall *call,
                                      JsonObject *application,
                                      gint64 start,
                                      gint64 end)
{
  JsonObject *policy = find_policy (call->tenant);
  JsonArray *restrictions =
    waxseal_json_get_array (waxseal_json_get_object (policy, "applicationRestrictions"),
                            "passwordCredentials");

  if (!waxseal_json_get_flag (policy, "isEnabled") || restrictions == NULL)
    return TRUE;
  for (guint i = 0; i < json_array_get_length (restrictions); i++)
    {
      JsonObject *restriction = waxseal_json_array_get_object (restrictions, i);

      if (applies (restriction, application) && !check_restriction (call, restriction, end - start))
        return FALSE;
    }
  return TRUE;
}

void
waxseal_practice_graph_get_policy (WaxsealPracticeCall *call)
{
  waxseal_practice_graph_show (call,
                               200,
                               &waxseal_practice_type_policy,
                               find_policy (call->tenant));
}

void
waxseal_practice_graph_patch_policy (WaxsealPracticeCall *call)
{
  JsonObject *policy = find_policy (call->tenant);

  if (!waxseal_practice_graph_check_body (call, &waxseal_practice_type_policy))
    return;
  if (policy != NULL)
    waxseal_practice_graph_merge (policy, json_node_get_object (call->body));
  waxseal_practice_call_reply (call, 204, NULL);
}
