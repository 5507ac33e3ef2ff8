/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-tenant.h"

G_BEGIN_DECLS

/*
 * What the practice CRES portal keeps of its one account, in the tenant's collection
 * "cresAccounts": "number", "domains" (texts), "details" ("tenantId", "clientId", "practiceHash" of
 * the secret; absent until both steps are saved) and "settings" (one object a domain).
 */
JsonObject *waxseal_practice_cres_account_get (WaxsealPracticeTenant *tenant);

JsonArray *waxseal_practice_cres_account_get_domains (JsonObject *account);
gboolean waxseal_practice_cres_account_has_domain (JsonObject *account, const char *domain);
guint waxseal_practice_cres_account_add_domains (JsonObject *account, const char *values);

void waxseal_practice_cres_account_save_details (JsonObject *account, JsonObject *details);
void waxseal_practice_cres_account_save_settings (JsonObject *account,
                                                  const char *domain,
                                                  JsonObject *settings);
JsonObject *waxseal_practice_cres_account_get_settings (JsonObject *account, const char *domain);
gboolean waxseal_practice_cres_account_is_configured (JsonObject *account);

G_END_DECLS
