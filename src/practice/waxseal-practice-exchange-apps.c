/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The apps of the organization, as they are and as they are seen: what was changed is not at once
 * on every server, so a reader may get what was there before (microsoft.md, 3.2).
 *
 * An app has the members of Exchange's class OrgApp. Their names are documented; assumed are the
 * values of Scope, Type and AppStatus, that Identity is the AppId, that UserList has addresses,
 * that Requirements is the manifest's Permissions, and that what the store has to do with is null.
 */
#include "waxseal-json.h"
#include "waxseal-practice-exchange.h"

#define APPS "organizationApps"
#define LAG  "practiceExchangeLag"

/** waxseal_practice_exchange_find_app: Returns: (transfer none) (nullable): the app as it is */
JsonObject *
waxseal_practice_exchange_find_app (WaxsealPracticeCall *call, const char *id)
{
  return waxseal_practice_tenant_find (call->tenant, APPS, "AppId", id);
}

static gint64
get_milliseconds (void)
{
  return g_get_real_time () / 1000;
}

/* What readers get while something has not got around; one object, if there ever was a change. */
static JsonObject *
get_lag (WaxsealPracticeCall *call)
{
  GPtrArray *lags = waxseal_practice_tenant_get_collection (call->tenant, LAG);

  return lags->len > 0 ? g_ptr_array_index (lags, 0) : NULL;
}

static gboolean
is_late (JsonObject *lag)
{
  return lag != NULL && get_milliseconds () < waxseal_json_get_number (lag, "until", 0);
}

/**
 * waxseal_practice_exchange_list_apps:
 *
 * Returns: (transfer container) (element-type JsonObject): the apps as whoever asks now sees them
 */
GPtrArray *
waxseal_practice_exchange_list_apps (WaxsealPracticeCall *call)
{
  GPtrArray *now = waxseal_practice_tenant_get_collection (call->tenant, APPS);
  GPtrArray *seen = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  JsonObject *lag = get_lag (call);
  JsonArray *before = waxseal_json_get_array (lag, "apps");

  if (before != NULL && (call->is_behind || is_late (lag)))
    {
      for (guint i = 0; i < json_array_get_length (before); i++)
        if (waxseal_json_array_get_object (before, i) != NULL)
          g_ptr_array_add (seen, json_object_ref (waxseal_json_array_get_object (before, i)));
      return seen;
    }
  for (guint i = 0; i < now->len; i++)
    g_ptr_array_add (seen, json_object_ref (g_ptr_array_index (now, i)));
  return seen;
}

/* What is there now is what is seen later; while it is not even seen itself, what is seen stays. */
static void
remember (WaxsealPracticeCall *call)
{
  GPtrArray *apps = waxseal_practice_tenant_get_collection (call->tenant, APPS);
  JsonObject *lag = get_lag (call);
  JsonArray *before;

  if (is_late (lag))
    return;
  if (lag == NULL)
    {
      lag = json_object_new ();
      waxseal_practice_tenant_add (call->tenant, LAG, lag);
    }
  before = json_array_new ();
  for (guint i = 0; i < apps->len; i++)
    json_array_add_object_element (before, json_object_ref (g_ptr_array_index (apps, i)));
  json_object_set_array_member (lag, "apps", before);
}

/**
 * waxseal_practice_exchange_change_app:
 * @old: (nullable) (transfer none): what it was; %NULL if it is new
 * @app: (nullable) (transfer none): what it becomes, not to be changed again; %NULL if it goes
 */
void
waxseal_practice_exchange_change_app (WaxsealPracticeCall *call, JsonObject *old, JsonObject *app)
{
  remember (call);
  if (old != NULL)
    waxseal_practice_tenant_remove (call->tenant, APPS, old);
  if (app != NULL)
    waxseal_practice_tenant_add (call->tenant, APPS, json_object_ref (app));
}

/** waxseal_practice_exchange_delay_apps: lets the last change not be seen for @seconds */
void
waxseal_practice_exchange_delay_apps (WaxsealPracticeCall *call, double seconds)
{
  JsonObject *lag = get_lag (call);

  if (lag != NULL)
    json_object_set_int_member (lag, "until", get_milliseconds () + (gint64) (seconds * 1000));
}
