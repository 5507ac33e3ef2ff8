/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "waxseal-enums.h"
#include "waxseal-registered-secret.h"

G_BEGIN_DECLS

/* All that is asked of Graph about an application. */
#define WAXSEAL_REGISTERED_APP_SELECT                                                              \
  "$select=id,appId,displayName,signInAudience,requiredResourceAccess,passwordCredentials,"        \
  "createdDateTime,tags"

/*
 * An application as Graph has it. Texts: "object-id", "client-id", "display-name", "created" (ISO
 * 8601), "service-principal-id" (empty where there is none). "account-type": #WaxsealAccountType.
 * "declared" and "granted": names of application permissions of Microsoft Graph (the ID, where
 * Waxseal knows no name): in the portal's list, and in force. "tags": texts. "secrets": a list of
 * #WaxsealRegisteredSecret.
 */
#define WAXSEAL_TYPE_REGISTERED_APP (waxseal_registered_app_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealRegisteredApp,
                      waxseal_registered_app,
                      WAXSEAL,
                      REGISTERED_APP,
                      WaxsealRecord)

WaxsealRegisteredApp *waxseal_registered_app_new_from_json (JsonObject *application);
void waxseal_registered_app_set_granted (WaxsealRegisteredApp *self,
                                         JsonArray *assignments,
                                         const char *graph_service_principal_id);

GListModel *waxseal_registered_app_get_secrets (WaxsealRegisteredApp *self);
WaxsealRegisteredSecret *waxseal_registered_app_find_secret (WaxsealRegisteredApp *self,
                                                             const char *key_id);
WaxsealRegisteredSecret *waxseal_registered_app_find_usable_secret (WaxsealRegisteredApp *self);
gboolean waxseal_registered_app_has_declared (WaxsealRegisteredApp *self, const char *permission);
gboolean waxseal_registered_app_has_granted (WaxsealRegisteredApp *self, const char *permission);

/* Graph's "signInAudience" (microsoft.md, 2.2). */
const char *waxseal_account_type_get_audience (WaxsealAccountType type);

G_END_DECLS
