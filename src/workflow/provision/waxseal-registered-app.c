/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-registered-app.h"

#include "waxseal-enum-types.h"
#include "waxseal-graph-role.h"
#include "waxseal-json.h"

/** WaxsealRegisteredApp: see the header. */
struct _WaxsealRegisteredApp
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealRegisteredApp, waxseal_registered_app, WAXSEAL_TYPE_RECORD)

static void
waxseal_registered_app_class_init (WaxsealRegisteredAppClass *klass)
{
  waxseal_record_class_install (klass,
                                waxseal_record_text_pspec ("object-id"),
                                waxseal_record_text_pspec ("client-id"),
                                waxseal_record_text_pspec ("display-name"),
                                waxseal_record_enum_pspec ("account-type",
                                                           WAXSEAL_TYPE_ACCOUNT_TYPE,
                                                           WAXSEAL_ACCOUNT_TYPE_SINGLE_TENANT),
                                waxseal_record_text_pspec ("created"),
                                waxseal_record_text_pspec ("service-principal-id"),
                                waxseal_record_texts_pspec ("declared"),
                                waxseal_record_texts_pspec ("granted"),
                                waxseal_record_texts_pspec ("tags"),
                                waxseal_record_list_pspec ("secrets",
                                                           WAXSEAL_TYPE_REGISTERED_SECRET),
                                NULL);
}

static void
waxseal_registered_app_init (WaxsealRegisteredApp *self)
{
}

/* Graph's "signInAudience", by WaxsealAccountType (microsoft.md, 2.2). */
static const char *const audiences[] = {
  "AzureADMyOrg",
  "AzureADMultipleOrgs",
  "AzureADandPersonalMicrosoftAccount",
  "PersonalMicrosoftAccount",
};

/** waxseal_account_type_get_audience: Returns: (transfer none): how Graph spells @type. */
const char *
waxseal_account_type_get_audience (WaxsealAccountType type)
{
  return audiences[type];
}

static WaxsealAccountType
find_account_type (const char *audience)
{
  for (guint i = 0; i < G_N_ELEMENTS (audiences); i++)
    if (g_str_equal (audiences[i], audience))
      return i;
  return WAXSEAL_ACCOUNT_TYPE_SINGLE_TENANT;
}

static void
add_secrets (WaxsealRegisteredApp *self, JsonArray *credentials)
{
  guint n = credentials != NULL ? json_array_get_length (credentials) : 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealRegisteredSecret) secret =
        waxseal_registered_secret_new_from_json (waxseal_json_array_get_object (credentials, i));

      g_list_store_append (waxseal_record_get_list (self, "secrets"), secret);
    }
}

/**
 * waxseal_registered_app_new_from_json:
 * @application: an application as %WAXSEAL_REGISTERED_APP_SELECT asks for it
 *
 * Returns: (transfer full): the application; what is granted to it is not known yet
 */
WaxsealRegisteredApp *
waxseal_registered_app_new_from_json (JsonObject *application)
{
  g_auto (GStrv) declared = waxseal_graph_role_dup_declared (
    waxseal_json_get_array (application, "requiredResourceAccess"));
  g_auto (GStrv) tags = waxseal_json_array_dup_texts (waxseal_json_get_array (application, "tags"));
  WaxsealRegisteredApp *self;

  self = g_object_new (WAXSEAL_TYPE_REGISTERED_APP,
                       "object-id",
                       waxseal_json_get_text (application, "id"),
                       "client-id",
                       waxseal_json_get_text (application, "appId"),
                       "display-name",
                       waxseal_json_get_text (application, "displayName"),
                       "account-type",
                       find_account_type (waxseal_json_get_text (application, "signInAudience")),
                       "created",
                       waxseal_json_get_text (application, "createdDateTime"),
                       "declared",
                       declared,
                       "tags",
                       tags,
                       NULL);
  add_secrets (self, waxseal_json_get_array (application, "passwordCredentials"));
  return self;
}

/**
 * waxseal_registered_app_set_granted:
 * @assignments: "appRoleAssignments" of the application's service principal
 * @graph_service_principal_id: Microsoft Graph's service principal in the tenant
 */
void
waxseal_registered_app_set_granted (WaxsealRegisteredApp *self,
                                    JsonArray *assignments,
                                    const char *graph_service_principal_id)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) granted = NULL;

  for (guint i = 0; i < json_array_get_length (assignments); i++)
    {
      JsonObject *assignment = waxseal_json_array_get_object (assignments, i);
      const char *id = waxseal_json_get_text (assignment, "appRoleId");
      const char *resource = waxseal_json_get_text (assignment, "resourceId");
      const char *name = waxseal_graph_role_find_name (id);

      if (g_ascii_strcasecmp (resource, graph_service_principal_id) == 0)
        g_strv_builder_add (builder, name != NULL ? name : id);
    }
  granted = g_strv_builder_end (builder);
  g_object_set (self, "granted", granted, NULL);
}

/** waxseal_registered_app_get_secrets: Returns: (transfer none): of #WaxsealRegisteredSecret. */
GListModel *
waxseal_registered_app_get_secrets (WaxsealRegisteredApp *self)
{
  return G_LIST_MODEL (waxseal_record_get_list (self, "secrets"));
}

/** waxseal_registered_app_find_secret: Returns: (transfer none) (nullable): the one of @key_id. */
WaxsealRegisteredSecret *
waxseal_registered_app_find_secret (WaxsealRegisteredApp *self, const char *key_id)
{
  GListModel *secrets = waxseal_registered_app_get_secrets (self);

  for (guint i = 0; i < g_list_model_get_n_items (secrets); i++)
    {
      g_autoptr (WaxsealRegisteredSecret) secret = g_list_model_get_item (secrets, i);

      if (g_ascii_strcasecmp (waxseal_record_get_text (secret, "key-id"), key_id) == 0)
        return secret;
    }
  return NULL;
}

/** waxseal_registered_app_find_usable_secret: Returns: (transfer none) (nullable): one whose value
 * the keyring has, and that has not expired: the organisation's current one, if that is such. */
WaxsealRegisteredSecret *
waxseal_registered_app_find_usable_secret (WaxsealRegisteredApp *self)
{
  GListModel *secrets = waxseal_registered_app_get_secrets (self);
  WaxsealRegisteredSecret *found = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (secrets); i++)
    {
      g_autoptr (WaxsealRegisteredSecret) secret = g_list_model_get_item (secrets, i);

      if (!waxseal_registered_secret_is_usable (secret))
        continue;
      if (found == NULL || waxseal_record_get_flag (secret, "current"))
        found = secret;
    }
  return found;
}

gboolean
waxseal_registered_app_has_declared (WaxsealRegisteredApp *self, const char *permission)
{
  return g_strv_contains (waxseal_record_get_texts (self, "declared"), permission);
}

gboolean
waxseal_registered_app_has_granted (WaxsealRegisteredApp *self, const char *permission)
{
  return g_strv_contains (waxseal_record_get_texts (self, "granted"), permission);
}
