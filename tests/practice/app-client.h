/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An application as Waxseal makes it, over Graph, and what it gets with its secret. */
#pragma once

#include "sign-in-client.h"

G_BEGIN_DECLS

#define APP_GRAPH  "00000003-0000-0000-c000-000000000000"
#define APP_SCOPE  "https://graph.microsoft.com/.default"
#define APP_TENANT "contoso-practice.example"
#define APP_FAR    "2100-01-01T00:00:00Z"
/* What whoever makes one asks for. */
#define APP_RIGHTS                                                                                 \
  "offline_access Application.ReadWrite.All Application.Read.All AppRoleAssignment.ReadWrite.All"

/* Graph's application roles (microsoft.md, 2.1). */
#define APP_MAIL_READ       "810c84a8-4a9e-49e6-bf7d-12d183f40d01"
#define APP_MAIL_READ_WRITE "e2a3a72e-5f79-4c64-b1b1-878b674786c9"
#define APP_MAIL_SEND       "b633e1c5-b582-4048-a93e-9f11b44c7e96"
#define APP_USER_READ_ALL   "df021288-bdef-4463-88db-98f22de89214"

/** App: @principal_id and @secret: (nullable): once there are any */
typedef struct
{
  char *id;
  char *app_id;
  char *principal_id;
  char *secret;
} App;

/* @declared: JSON of "requiredResourceAccess" */
App app_register (Practice *practice, const char *token, const char *declared);
void app_add_principal (App *self, Practice *practice, const char *token);
/* Returns: (transfer full): its keyId; the value is the new @secret */
char *app_add_secret (App *self, Practice *practice, const char *token, const char *end);
/* Returns: (transfer full): the ID of the grant */
char *app_grant (App *self, Practice *practice, const char *token, const char *role);
void app_clear (App *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (App, app_clear)

Reply *app_prove (App *self,
                  Practice *practice,
                  const char *secret,
                  const char *tenant,
                  const char *scope);
/* Returns: (transfer full): the roles of a new token, sorted and joined by spaces */
char *app_dup_roles (App *self, Practice *practice);

G_END_DECLS
