/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-summary.h"

#include "waxseal-json.h"

/** Counts: what there is of the applications that somebody registered. */
typedef struct
{
  gint64 applications;
  gint64 service_principals;
  gint64 grants;
  gint64 live_secrets;
  gint64 organization_apps;
} Counts;

static gboolean
is_live (JsonObject *credential, GDateTime *now)
{
  const char *end = waxseal_json_get_text (credential, "endDateTime");
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (end, NULL);

  return date == NULL || g_date_time_compare (date, now) > 0;
}

static gint64
count_live_secrets (JsonObject *application, GDateTime *now)
{
  JsonArray *credentials = waxseal_json_get_array (application, "passwordCredentials");
  gint64 n = 0;

  for (guint i = 0; credentials != NULL && i < json_array_get_length (credentials); i++)
    n += is_live (waxseal_json_array_get_object (credentials, i), now);
  return n;
}

static gint64
count_grants (WaxsealPracticeTenant *tenant, const char *principal_id)
{
  GPtrArray *grants = waxseal_practice_tenant_get_collection (tenant, "appRoleAssignments");
  gint64 n = 0;

  for (guint i = 0; i < grants->len; i++)
    n += g_str_equal (waxseal_json_get_text (grants->pdata[i], "principalId"), principal_id);
  return n;
}

static void
count_principals (WaxsealPracticeTenant *tenant, const char *app_id, Counts *counts)
{
  GPtrArray *principals = waxseal_practice_tenant_get_collection (tenant, "servicePrincipals");

  for (guint i = 0; i < principals->len; i++)
    if (g_str_equal (waxseal_json_get_text (principals->pdata[i], "appId"), app_id))
      {
        counts->service_principals++;
        counts->grants += count_grants (tenant, waxseal_json_get_text (principals->pdata[i], "id"));
      }
}

static void
count (WaxsealPracticeTenant *tenant, JsonObject *application, GDateTime *now, Counts *counts)
{
  counts->applications++;
  counts->live_secrets += count_live_secrets (application, now);
  count_principals (tenant, waxseal_json_get_text (application, "appId"), counts);
}

static gint64
count_organization_apps (WaxsealPracticeTenant *tenant)
{
  GPtrArray *apps = waxseal_practice_tenant_get_collection (tenant, "organizationApps");
  gint64 n = 0;

  for (guint i = 0; i < apps->len; i++)
    n += g_str_equal (waxseal_json_get_text (apps->pdata[i], "Scope"), "Organization");
  return n;
}

/**
 * waxseal_practice_summary_make:
 *
 * Counts the applications in the tenant, without those that came with it, their service principals,
 * the grants of these, and their secrets that have not expired; and the add-ins that somebody put
 * into Exchange.
 *
 * Returns: (transfer full): an object with applications, servicePrincipals, grants, liveSecrets,
 *   organizationApps
 */
JsonNode *
waxseal_practice_summary_make (WaxsealPracticeTenant *tenant)
{
  GPtrArray *applications = waxseal_practice_tenant_get_collection (tenant, "applications");
  g_autoptr (GDateTime) now =
    g_date_time_new_from_unix_utc (waxseal_practice_tenant_get_now (tenant));
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();
  Counts counts = { 0 };

  for (guint i = 0; i < applications->len; i++)
    if (!waxseal_json_get_flag (applications->pdata[i], "practiceSeed"))
      count (tenant, applications->pdata[i], now, &counts);
  counts.organization_apps = count_organization_apps (tenant);
  json_object_set_int_member (object, "applications", counts.applications);
  json_object_set_int_member (object, "servicePrincipals", counts.service_principals);
  json_object_set_int_member (object, "grants", counts.grants);
  json_object_set_int_member (object, "liveSecrets", counts.live_secrets);
  json_object_set_int_member (object, "organizationApps", counts.organization_apps);
  json_node_take_object (node, object);
  return node;
}
