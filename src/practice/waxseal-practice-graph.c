/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the practice tenant's Graph v1.0 answers to, and who may (microsoft.md, 1.7, 1.8 and 2). */
#include "waxseal-practice-graph-handlers.h"
#include "waxseal-practice-route.h"

/* Directory role template IDs (microsoft.md, 1.8). */
#define APP_ADMIN       "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3"
#define CLOUD_APP_ADMIN "158c047a-c907-4556-b7ef-446551a6b5f7"
#define ROLE_ADMIN      "e8611ab8-c189-46e8-94e1-60213ab1f814"
#define GLOBAL_ADMIN    "62e90394-69f5-4237-9190-012177145e10"

#define MAY_REGISTER APP_ADMIN " " CLOUD_APP_ADMIN " " GLOBAL_ADMIN
#define MAY_CONSENT  ROLE_ADMIN " " GLOBAL_ADMIN

/* Scopes, and the application roles of the same names. */
#define READ_ME     "User.Read User.ReadBasic.All User.Read.All Directory.Read.All"
#define READ_ORG    "User.Read Organization.Read.All Directory.Read.All"
#define READ_DOMAIN "Domain.Read.All Directory.Read.All"
#define READ_USERS  "User.ReadBasic.All User.Read.All Directory.Read.All"
#define READ_GROUPS "Group.Read.All GroupMember.Read.All Directory.Read.All"
#define READ_APPS   "Application.Read.All Application.ReadWrite.All Directory.Read.All"
#define WRITE_APPS  "Application.ReadWrite.All"
#define READ_POLICY "Policy.Read.All Policy.Read.ApplicationConfiguration"
#define GRANT                                                                                      \
  "AppRoleAssignment.ReadWrite.All+Application.Read.All "                                          \
  "AppRoleAssignment.ReadWrite.All+Application.ReadWrite.All "                                     \
  "AppRoleAssignment.ReadWrite.All+Directory.Read.All"

#define ROW(method, path, rights, people, handler)                                                 \
  {                                                                                                \
    method, "/v1.0/" path, rights, rights, people, waxseal_practice_graph_##handler                \
  }

#define APPLICATION(method, path, rights, people, handler)                                         \
  ROW (method, "applications/{}" path, rights, people, handler),                                   \
    ROW (method, "applications(appId={})" path, rights, people, handler)
#define PRINCIPAL(method, path, rights, people, handler)                                           \
  ROW (method, "servicePrincipals/{}" path, rights, people, handler),                              \
    ROW (method, "servicePrincipals(appId={})" path, rights, people, handler)

const WaxsealPracticeRoute waxseal_practice_graph_routes[] = {
  ROW ("GET", "me", READ_ME, NULL, get_me),
  ROW ("GET", "me/memberOf", READ_ME, NULL, get_me_member_of),
  ROW ("GET", "me/transitiveMemberOf", READ_ME, NULL, get_me_member_of),
  ROW ("GET", "me/transitiveMemberOf/microsoft.graph.directoryRole", READ_ME, NULL, get_me_roles),
  ROW ("GET", "organization", READ_ORG, NULL, get_organization),
  ROW ("GET", "domains", READ_DOMAIN, NULL, get_domains),
  ROW ("GET", "users", READ_USERS, NULL, get_users),
  ROW ("GET", "users/{}", READ_USERS, NULL, get_user),
  ROW ("GET", "groups", READ_GROUPS, NULL, get_groups),
  ROW ("GET", "groups/{}", READ_GROUPS, NULL, get_group),
  ROW ("GET", "groups/{}/members", READ_GROUPS, NULL, get_members),
  ROW ("GET", "groups/{}/members/microsoft.graph.user", READ_GROUPS, NULL, get_people_of),
  ROW ("GET", "groups/{}/transitiveMembers", READ_GROUPS, NULL, get_members),
  ROW ("GET", "groups/{}/transitiveMembers/microsoft.graph.user", READ_GROUPS, NULL, get_people_of),

  ROW ("GET", "applications", READ_APPS, NULL, get_applications),
  ROW ("POST", "applications", WRITE_APPS, MAY_REGISTER, post_application),
  APPLICATION ("GET", "", READ_APPS, NULL, get_application),
  APPLICATION ("PATCH", "", WRITE_APPS, MAY_REGISTER, patch_application),
  APPLICATION ("DELETE", "", WRITE_APPS, MAY_REGISTER, delete_application),
  APPLICATION ("POST", "/addPassword", WRITE_APPS, MAY_REGISTER, add_password),
  APPLICATION ("POST", "/removePassword", WRITE_APPS, MAY_REGISTER, remove_password),

  ROW ("GET", "directory/deletedItems/microsoft.graph.application", READ_APPS, NULL, get_deleted),
  ROW ("GET", "directory/deletedItems/{}", READ_APPS, NULL, get_deleted_item),
  ROW ("POST", "directory/deletedItems/{}/restore", WRITE_APPS, MAY_REGISTER, restore),
  ROW ("DELETE", "directory/deletedItems/{}", WRITE_APPS, MAY_REGISTER, delete_for_good),

  ROW ("GET", "servicePrincipals", READ_APPS, NULL, get_principals),
  ROW ("POST", "servicePrincipals", WRITE_APPS, MAY_REGISTER, post_principal),
  PRINCIPAL ("GET", "", READ_APPS, NULL, get_principal),
  PRINCIPAL ("DELETE", "", WRITE_APPS, MAY_REGISTER, delete_principal),
  PRINCIPAL ("GET", "/appRoleAssignments", READ_APPS, NULL, get_grants),
  PRINCIPAL ("GET", "/appRoleAssignedTo", READ_APPS, NULL, get_grants),
  PRINCIPAL ("POST", "/appRoleAssignments", GRANT, MAY_CONSENT, post_grant),
  PRINCIPAL ("POST", "/appRoleAssignedTo", GRANT, MAY_CONSENT, post_grant),
  PRINCIPAL ("DELETE", "/appRoleAssignments/{}", GRANT, MAY_CONSENT, delete_grant),
  PRINCIPAL ("DELETE", "/appRoleAssignedTo/{}", GRANT, MAY_CONSENT, delete_grant),

  ROW ("GET", "policies/defaultAppManagementPolicy", READ_POLICY, NULL, get_policy),
  ROW ("PATCH",
       "policies/defaultAppManagementPolicy",
       "Policy.ReadWrite.ApplicationConfiguration",
       GLOBAL_ADMIN,
       patch_policy),
  ROW ("POST", "$batch", "User.Read Directory.Read.All User.Read.All", NULL, post_batch),

  { "GET", "/{}/adminconsent", NULL, NULL, NULL, waxseal_practice_graph_show_consent },
  { "POST", "/{}/adminconsent", NULL, NULL, NULL, waxseal_practice_graph_give_consent },
  { "GET", "/{}/v2.0/adminconsent", NULL, NULL, NULL, waxseal_practice_graph_show_consent },
  { "POST", "/{}/v2.0/adminconsent", NULL, NULL, NULL, waxseal_practice_graph_give_consent },
  { NULL },
};
