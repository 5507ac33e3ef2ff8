/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cmdlets for add-ins (microsoft.md, 3.2; office-docs-powershell: Get-App, New-App, Set-App and
 * Remove-App). What the documentation forbids is refused; so is, as assumed, what it does not say.
 */
#include "waxseal-json.h"
#include "waxseal-practice-exchange.h"

/* An app's members that nothing here fills. */
static const char *const empty[] = {
  "Etoken",         "EtokenExpirationDate", "LicensePurchaser",
  "LicenseType",    "MarketplaceAssetID",   "MarketplaceContentMarket",
  "SeatsPurchased",
};

static gboolean
is_for_everyone (JsonObject *app)
{
  return !g_str_equal (waxseal_json_get_text (app, "ProvidedTo"), "SpecificUsers");
}

/* Whether the caller has it in Outlook. */
static gboolean
is_provided (WaxsealPracticeCall *call, JsonObject *app)
{
  JsonObject *person =
    waxseal_practice_tenant_find (call->tenant, "users", "id", call->caller->user_id);
  g_auto (GStrv) users = waxseal_json_array_dup_texts (waxseal_json_get_array (app, "UserList"));

  return waxseal_json_get_flag (app, "Enabled") &&
         (is_for_everyone (app) ||
          g_strv_contains ((const char *const *) users, waxseal_json_get_text (person, "mail")));
}

/* Without -OrganizationApp those of the caller's own mailbox; without -Identity, or with null for
 * it, all of them. */
void
waxseal_practice_exchange_get_app (WaxsealPracticeCall *call, JsonObject *parameters)
{
  g_autoptr (GPtrArray) apps = waxseal_practice_exchange_list_apps (call);
  const char *id = waxseal_json_get_text (parameters, "Identity");
  gboolean all = waxseal_json_get_flag (parameters, "OrganizationApp");

  for (guint i = apps->len; i > 0; i--)
    {
      JsonObject *app = g_ptr_array_index (apps, i - 1);

      if ((*id != '\0' && g_ascii_strcasecmp (waxseal_json_get_text (app, "AppId"), id) != 0) ||
          (!all && !is_provided (call, app)))
        g_ptr_array_remove_index (apps, i - 1);
    }
  if (*id != '\0' && apps->len == 0)
    waxseal_practice_exchange_fail_missing (call, id);
  else
    waxseal_practice_exchange_reply (call, apps);
}

static gboolean
check_organization (WaxsealPracticeCall *call, JsonObject *parameters)
{
  if (waxseal_json_get_flag (parameters, "OrganizationApp"))
    return TRUE;
  waxseal_practice_exchange_refuse (call, "The OrganizationApp switch is needed.");
  return FALSE;
}

static void
take_text (JsonObject *app, JsonObject *parameters, const char *name)
{
  if (json_object_has_member (parameters, name))
    json_object_set_string_member (app, name, waxseal_json_get_text (parameters, name));
}

/* Who has it: @users, if there are any, or those who had it before. */
static gboolean
set_users (WaxsealPracticeCall *call, JsonObject *app, JsonArray *users)
{
  JsonArray *had = waxseal_json_get_array (app, "UserList");
  gboolean all = is_for_everyone (app);

  if (all && users != NULL && json_array_get_length (users) > 0)
    {
      waxseal_practice_exchange_refuse (call, "UserList is for ProvidedTo SpecificUsers.");
      return FALSE;
    }
  if (!all && users == NULL)
    users = had;
  if (!all && (users == NULL || json_array_get_length (users) == 0))
    {
      waxseal_practice_exchange_refuse (call, "ProvidedTo SpecificUsers needs a UserList.");
      return FALSE;
    }
  json_object_set_array_member (app, "UserList", all ? json_array_new () : json_array_ref (users));
  return TRUE;
}

/* Takes the availability over into @app, if it is right; otherwise it was refused. */
static gboolean
set_availability (WaxsealPracticeCall *call, JsonObject *app, JsonObject *parameters)
{
  JsonArray *texts = waxseal_json_get_array (parameters, "UserList");
  g_autoptr (JsonArray) users = NULL;

  if (texts != NULL)
    users = waxseal_practice_exchange_read_users (call, texts);
  if (texts != NULL && users == NULL)
    return FALSE;
  take_text (app, parameters, "ProvidedTo");
  take_text (app, parameters, "DefaultStateForUser");
  if (json_object_has_member (parameters, "Enabled"))
    json_object_set_boolean_member (app, "Enabled", waxseal_json_get_flag (parameters, "Enabled"));
  return set_users (call, app, users);
}

static void
set_defaults (JsonObject *app)
{
  json_object_set_string_member (app, "Identity", waxseal_json_get_text (app, "AppId"));
  json_object_set_string_member (app, "AppStatus", "");
  json_object_set_string_member (app, "DefaultStateForUser", "Disabled");
  json_object_set_boolean_member (app, "Enabled", TRUE);
  json_object_set_string_member (app, "ProvidedTo", "Everyone");
  json_object_set_string_member (app, "Scope", "Organization");
  json_object_set_string_member (app, "Type", "Private");
  json_object_set_string_member (app, "UserList@odata.type", "#Collection(String)");
  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    json_object_set_null_member (app, empty[i]);
}

static JsonObject *
read_app (WaxsealPracticeCall *call, JsonObject *parameters)
{
  g_autoptr (GBytes) bytes = waxseal_practice_exchange_read_file (call, parameters);
  const char *problem = NULL;
  JsonObject *app;

  if (bytes == NULL)
    return NULL;
  app = waxseal_practice_exchange_read_manifest (bytes, &problem);
  if (app == NULL)
    waxseal_practice_exchange_refuse (call, "The app manifest isn't valid: %s.", problem);
  return app;
}

void
waxseal_practice_exchange_new_app (WaxsealPracticeCall *call, JsonObject *parameters)
{
  g_autoptr (GPtrArray) made = NULL;
  g_autoptr (JsonObject) app = NULL;

  if (!check_organization (call, parameters))
    return;
  app = read_app (call, parameters);
  if (app == NULL)
    return;
  if (waxseal_practice_exchange_find_app (call, waxseal_json_get_text (app, "AppId")) != NULL)
    {
      waxseal_practice_exchange_refuse (call,
                                        "An app with the ID '%s' has already been installed for "
                                        "the organization.",
                                        waxseal_json_get_text (app, "AppId"));
      return;
    }
  set_defaults (app);
  if (!set_availability (call, app, parameters))
    return;
  waxseal_practice_exchange_change_app (call, NULL, app);
  made = g_ptr_array_new ();
  g_ptr_array_add (made, app);
  waxseal_practice_exchange_reply (call, made);
}

/* NULL, and an answer, without it. */
static JsonObject *
find_app (WaxsealPracticeCall *call, JsonObject *parameters)
{
  const char *id = waxseal_json_get_text (parameters, "Identity");
  JsonObject *app = waxseal_practice_exchange_find_app (call, id);

  if (!check_organization (call, parameters))
    return NULL;
  if (app == NULL)
    waxseal_practice_exchange_fail_missing (call, id);
  return app;
}

static JsonObject *
copy_app (JsonObject *app)
{
  JsonObject *copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, app);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    json_object_set_member (copy, name, json_node_copy (value));
  return copy;
}

static gboolean
changes_something (JsonObject *parameters)
{
  static const char *const names[] = { "DefaultStateForUser", "Enabled", "ProvidedTo", "UserList" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (json_object_has_member (parameters, names[i]))
      return TRUE;
  return FALSE;
}

void
waxseal_practice_exchange_set_app (WaxsealPracticeCall *call, JsonObject *parameters)
{
  JsonObject *app = find_app (call, parameters);
  g_autoptr (JsonObject) changed = NULL;
  g_autofree char *warning = NULL;

  if (app == NULL)
    return;
  if (!changes_something (parameters))
    {
      warning = g_strdup_printf ("The command completed successfully but no settings of '%s' have "
                                 "been modified.",
                                 waxseal_json_get_text (app, "AppId"));
      waxseal_practice_exchange_reply_nothing (call, warning);
      return;
    }
  changed = copy_app (app);
  if (!set_availability (call, changed, parameters))
    return;
  waxseal_practice_exchange_change_app (call, app, changed);
  waxseal_practice_exchange_reply_nothing (call, NULL);
}

/* There is nobody to answer whether it is meant. */
void
waxseal_practice_exchange_remove_app (WaxsealPracticeCall *call, JsonObject *parameters)
{
  JsonObject *app = find_app (call, parameters);

  if (app == NULL)
    return;
  if (!json_object_has_member (parameters, "Confirm") ||
      waxseal_json_get_flag (parameters, "Confirm"))
    waxseal_practice_exchange_refuse (call,
                                      "The cmdlet needs a confirmation; use -Confirm:$false.");
  else if (g_str_equal (waxseal_json_get_text (app, "Scope"), "Default"))
    waxseal_practice_exchange_refuse (call, "A default app can be disabled, but not removed.");
  else
    {
      waxseal_practice_exchange_change_app (call, app, NULL);
      waxseal_practice_exchange_reply_nothing (call, NULL);
    }
}

/* Few of its members: what a client may want to look at first. */
void
waxseal_practice_exchange_get_organization (WaxsealPracticeCall *call, JsonObject *parameters)
{
  JsonObject *organization =
    g_ptr_array_index (waxseal_practice_tenant_get_collection (call->tenant, "organization"), 0);
  JsonObject *settings = waxseal_practice_tenant_find (call->tenant, "settings", "id", "settings");
  GPtrArray *domains = waxseal_practice_tenant_get_collection (call->tenant, "domains");
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (JsonObject) config = json_object_new ();

  for (guint i = 0; i < domains->len; i++)
    if (waxseal_json_get_flag (g_ptr_array_index (domains, i), "isInitial"))
      json_object_set_string_member (config,
                                     "Name",
                                     waxseal_json_get_text (g_ptr_array_index (domains, i), "id"));
  json_object_set_string_member (config,
                                 "DisplayName",
                                 waxseal_json_get_text (organization, "displayName"));
  json_object_set_boolean_member (config,
                                  "AppsForOfficeEnabled",
                                  !waxseal_json_get_flag (settings, "appsForOfficeDisabled"));
  g_ptr_array_add (found, config);
  waxseal_practice_exchange_reply (call, found);
}
