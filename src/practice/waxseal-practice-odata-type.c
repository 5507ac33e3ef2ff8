/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-odata-type.h"

#define TEXT   WAXSEAL_PRACTICE_KIND_TEXT
#define FLAG   WAXSEAL_PRACTICE_KIND_FLAG
#define GUID   WAXSEAL_PRACTICE_KIND_GUID
#define DATE   WAXSEAL_PRACTICE_KIND_DATE
#define NUMBER WAXSEAL_PRACTICE_KIND_NUMBER
#define TEXTS  WAXSEAL_PRACTICE_KIND_TEXTS
#define OTHER  WAXSEAL_PRACTICE_KIND_OTHER

#define SENT   WAXSEAL_PRACTICE_USE_SENT
#define FILTER WAXSEAL_PRACTICE_USE_FILTER
#define SEARCH WAXSEAL_PRACTICE_USE_SEARCH
#define ORDER  WAXSEAL_PRACTICE_USE_ORDER
#define WRITE  WAXSEAL_PRACTICE_USE_WRITE

/* As the resources are described in Graph v1.0; what the practice tenant has no use for is left
 * out. */
static const WaxsealPracticeProperty user_properties[] = {
  { "id", TEXT, SENT | FILTER },
  { "displayName", TEXT, SENT | FILTER | SEARCH | ORDER },
  { "givenName", TEXT, SENT | FILTER | SEARCH },
  { "surname", TEXT, SENT | FILTER | SEARCH },
  { "mail", TEXT, SENT | FILTER | SEARCH },
  { "userPrincipalName", TEXT, SENT | FILTER | SEARCH | ORDER },
  { "jobTitle", TEXT, SENT | FILTER },
  { "department", TEXT, FILTER },
  { "officeLocation", TEXT, SENT | FILTER },
  { "mobilePhone", TEXT, SENT },
  { "businessPhones", TEXTS, SENT },
  { "preferredLanguage", TEXT, SENT },
  { "userType", TEXT, FILTER },
  { "accountEnabled", FLAG, FILTER },
  { "usageLocation", TEXT, FILTER },
  { "createdDateTime", DATE, FILTER },
  { "proxyAddresses", TEXTS, FILTER },
  { NULL },
};

const WaxsealPracticeType waxseal_practice_type_user = {
  .name = "user",
  .set = "users",
  .properties = user_properties,
};

static const WaxsealPracticeProperty group_properties[] = {
  { "id", TEXT, SENT | FILTER },
  { "displayName", TEXT, SENT | FILTER | SEARCH | ORDER },
  { "description", TEXT, SENT | SEARCH },
  { "mail", TEXT, SENT | FILTER | SEARCH },
  { "mailEnabled", FLAG, SENT | FILTER },
  { "mailNickname", TEXT, SENT | FILTER },
  { "securityEnabled", FLAG, SENT | FILTER },
  { "groupTypes", TEXTS, SENT | FILTER },
  { "visibility", TEXT, SENT },
  { "createdDateTime", DATE, SENT | FILTER },
  { "proxyAddresses", TEXTS, SENT | FILTER },
  { NULL },
};

const WaxsealPracticeType waxseal_practice_type_group = {
  .name = "group",
  .set = "groups",
  .properties = group_properties,
};

static const WaxsealPracticeProperty organization_properties[] = {
  { "id", TEXT, SENT },
  { "displayName", TEXT, SENT },
  { "verifiedDomains", OTHER, SENT },
  { "city", TEXT, SENT },
  { "street", TEXT, SENT },
  { "postalCode", TEXT, SENT },
  { "state", TEXT, SENT },
  { "country", TEXT, SENT },
  { "countryLetterCode", TEXT, SENT },
  { "preferredLanguage", TEXT, SENT },
  { "tenantType", TEXT, SENT },
  { "createdDateTime", DATE, SENT },
  { "businessPhones", TEXTS, SENT },
  { "technicalNotificationMails", TEXTS, SENT },
  { NULL },
};

const WaxsealPracticeType waxseal_practice_type_organization = {
  .name = "organization",
  .set = "organization",
  .properties = organization_properties,
};

static const WaxsealPracticeProperty domain_properties[] = {
  { "id", TEXT, SENT },
  { "authenticationType", TEXT, SENT },
  { "isAdminManaged", FLAG, SENT },
  { "isDefault", FLAG, SENT },
  { "isInitial", FLAG, SENT },
  { "isRoot", FLAG, SENT },
  { "isVerified", FLAG, SENT },
  { "supportedServices", TEXTS, SENT },
  { "passwordNotificationWindowInDays", NUMBER, SENT },
  { "passwordValidityPeriodInDays", NUMBER, SENT },
  { NULL },
};

const WaxsealPracticeType waxseal_practice_type_domain = {
  .name = "domain",
  .set = "domains",
  .properties = domain_properties,
};

static const WaxsealPracticeProperty application_properties[] = {
  { "id", TEXT, SENT | FILTER },
  { "deletedDateTime", DATE, SENT },
  { "appId", TEXT, SENT | FILTER },
  { "displayName", TEXT, SENT | FILTER | SEARCH | ORDER | WRITE },
  { "description", TEXT, SENT | WRITE },
  { "createdDateTime", DATE, SENT | FILTER | ORDER },
  { "publisherDomain", TEXT, SENT | FILTER },
  { "signInAudience", TEXT, SENT | FILTER | WRITE },
  { "identifierUris", TEXTS, SENT | FILTER | WRITE },
  { "tags", TEXTS, SENT | FILTER | WRITE },
  { "notes", TEXT, SENT | WRITE },
  { "isFallbackPublicClient", FLAG, SENT | WRITE },
  { "groupMembershipClaims", TEXT, SENT | WRITE },
  { "serviceManagementReference", TEXT, SENT | WRITE },
  { "defaultRedirectUri", TEXT, SENT | WRITE },
  { "isDeviceOnlyAuthSupported", FLAG, SENT | WRITE },
  { "requiredResourceAccess", OTHER, SENT | WRITE },
  { "web", OTHER, SENT | WRITE },
  { "publicClient", OTHER, SENT | WRITE },
  { "spa", OTHER, SENT | WRITE },
  { "api", OTHER, SENT | WRITE },
  { "info", OTHER, SENT | WRITE },
  { "appRoles", OTHER, SENT | WRITE },
  { "optionalClaims", OTHER, SENT | WRITE },
  { "parentalControlSettings", OTHER, SENT | WRITE },
  { "keyCredentials", OTHER, SENT | WRITE },
  { "passwordCredentials", OTHER, SENT },
  { NULL },
};

const WaxsealPracticeType waxseal_practice_type_application = {
  .name = "application",
  .set = "applications",
  .properties = application_properties,
};

static const WaxsealPracticeProperty principal_properties[] = {
  { "id", TEXT, SENT | FILTER },
  { "deletedDateTime", DATE, SENT },
  { "appId", TEXT, SENT | FILTER },
  { "displayName", TEXT, SENT | FILTER | SEARCH | ORDER },
  { "appDisplayName", TEXT, SENT },
  { "appOwnerOrganizationId", GUID, SENT | FILTER },
  { "accountEnabled", FLAG, SENT | FILTER | WRITE },
  { "appRoleAssignmentRequired", FLAG, SENT | WRITE },
  { "createdDateTime", DATE, SENT },
  { "servicePrincipalNames", TEXTS, SENT | FILTER },
  { "servicePrincipalType", TEXT, SENT | FILTER },
  { "signInAudience", TEXT, SENT },
  { "notes", TEXT, SENT | WRITE },
  { "tags", TEXTS, SENT | FILTER | WRITE },
  { "appRoles", OTHER, SENT },
  { "oauth2PermissionScopes", OTHER, SENT },
  { "passwordCredentials", OTHER, SENT },
  { "keyCredentials", OTHER, SENT },
  { NULL },
};

const WaxsealPracticeType waxseal_practice_type_principal = {
  .name = "servicePrincipal",
  .set = "servicePrincipals",
  .properties = principal_properties,
};

static const WaxsealPracticeProperty grant_properties[] = {
  { "id", TEXT, SENT },
  { "deletedDateTime", DATE, SENT },
  { "appRoleId", GUID, SENT | FILTER | WRITE },
  { "createdDateTime", DATE, SENT },
  { "principalDisplayName", TEXT, SENT | FILTER },
  { "principalId", GUID, SENT | FILTER | WRITE },
  { "principalType", TEXT, SENT | FILTER },
  { "resourceDisplayName", TEXT, SENT },
  { "resourceId", GUID, SENT | FILTER | WRITE },
  { NULL },
};

const WaxsealPracticeType waxseal_practice_type_grant = {
  .name = "appRoleAssignment",
  .set = "appRoleAssignments",
  .properties = grant_properties,
};

/* What is in a group, and what someone is in: people, groups and roles. */
static const WaxsealPracticeProperty directory_object_properties[] = {
  { "@odata.type", TEXT, SENT },
  { "id", TEXT, SENT },
  { "displayName", TEXT, SENT },
  { "description", TEXT, SENT },
  { "roleTemplateId", TEXT, SENT },
  { "mail", TEXT, SENT },
  { "userPrincipalName", TEXT, SENT },
  { "givenName", TEXT, SENT },
  { "surname", TEXT, SENT },
  { "jobTitle", TEXT, SENT },
  { "userType", TEXT, 0 },
  { "accountEnabled", FLAG, 0 },
  { "mailEnabled", FLAG, SENT },
  { "securityEnabled", FLAG, SENT },
  { "groupTypes", TEXTS, SENT },
  { NULL },
};

const WaxsealPracticeType waxseal_practice_type_directory_object = {
  .name = "directoryObject",
  .set = "directoryObjects",
  .properties = directory_object_properties,
  .mixed = TRUE,
};

static const WaxsealPracticeProperty policy_properties[] = {
  { "id", TEXT, SENT },
  { "displayName", TEXT, SENT | WRITE },
  { "description", TEXT, SENT | WRITE },
  { "isEnabled", FLAG, SENT | WRITE },
  { "applicationRestrictions", OTHER, SENT | WRITE },
  { "servicePrincipalRestrictions", OTHER, SENT | WRITE },
  { NULL },
};

const WaxsealPracticeType waxseal_practice_type_policy = {
  .name = "tenantAppManagementPolicy",
  .set = "policies/defaultAppManagementPolicy",
  .properties = policy_properties,
};

/** waxseal_practice_type_find: Returns: (transfer none) (nullable): the property of that name. */
const WaxsealPracticeProperty *
waxseal_practice_type_find (const WaxsealPracticeType *self, const char *property)
{
  for (const WaxsealPracticeProperty *row = self->properties; row->name != NULL; row++)
    if (g_str_equal (row->name, property))
      return row;
  return NULL;
}

static JsonNode *copy_public (JsonNode *node);

static JsonNode *
copy_public_object (JsonObject *object)
{
  g_autoptr (JsonObject) copy = json_object_new ();
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!g_str_has_prefix (name, "practice"))
      json_object_set_member (copy, name, copy_public (value));
  return json_node_init_object (json_node_alloc (), copy);
}

static JsonNode *
copy_public_array (JsonArray *array)
{
  g_autoptr (JsonArray) copy = json_array_new ();

  for (guint i = 0; i < json_array_get_length (array); i++)
    json_array_add_element (copy, copy_public (json_array_get_element (array, i)));
  return json_node_init_array (json_node_alloc (), copy);
}

static JsonNode *
copy_public (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return copy_public_object (json_node_get_object (node));
  if (JSON_NODE_HOLDS_ARRAY (node))
    return copy_public_array (json_node_get_array (node));
  return json_node_copy (node);
}

static gboolean
is_shown (const WaxsealPracticeProperty *property, const char *const *select)
{
  if (select != NULL && property->name[0] != '@')
    return g_strv_contains (select, property->name);
  return (property->uses & WAXSEAL_PRACTICE_USE_SENT) != 0;
}

/**
 * waxseal_practice_type_shape:
 * @object: as the tenant has it
 * @select: (nullable): which properties; %NULL for those that are sent without being asked for
 *
 * Returns: (transfer full): a copy as it is sent: null for what is not set, and no practice…
 *   members at any depth
 */
JsonObject *
waxseal_practice_type_shape (const WaxsealPracticeType *self,
                             JsonObject *object,
                             const char *const *select)
{
  JsonObject *shaped = json_object_new ();

  for (const WaxsealPracticeProperty *row = self->properties; row->name != NULL; row++)
    {
      JsonNode *value = json_object_get_member (object, row->name);

      if (!is_shown (row, select))
        continue;
      if (value != NULL)
        json_object_set_member (shaped, row->name, copy_public (value));
      else if (!self->mixed)
        json_object_set_null_member (shaped, row->name);
    }
  return shaped;
}
