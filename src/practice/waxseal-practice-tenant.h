/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "waxseal-practice-people.h"

G_BEGIN_DECLS

/*
 * What is in the practice tenant: collections of JSON objects as Graph spells them, by name:
 * "organization", "domains", "users", "groups", "applications", "servicePrincipals",
 * "appRoleAssignments", "policies", "settings", "organizationApps" as Exchange spells them, and
 * "practiceConsents" and "practiceRefreshTokens" of the sign-in and "practiceExchangeLag" of
 * Exchange, which are never sent. A user has "practiceRoles" (role
 * template IDs) and, for those who sign in, "practicePerson" (the name in
 * waxseal-practice-person.h), a password credential "practiceHash" (SHA-256 of its value, in
 * hexadecimal) and "practiceWorksFrom" (seconds since 1970); members called practice… are never
 * sent. The one object of "settings" is for tests: "secretDelay" (seconds until a new secret
 * works), "maxSecrets", "fileData" (how Exchange takes bytes: "base64" or "numbers"),
 * "appsForOfficeDisabled". Owned by the server's thread.
 *
 * There may be 100,000 people, who are made up when they are asked for: the collection "users" is
 * only those written by hand, the five who sign in first; find() and get_people() know them all.
 */
#define WAXSEAL_TYPE_PRACTICE_TENANT (waxseal_practice_tenant_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPracticeTenant,
                      waxseal_practice_tenant,
                      WAXSEAL,
                      PRACTICE_TENANT,
                      GObject)

WaxsealPracticeTenant *waxseal_practice_tenant_new (guint n_people);

const char *waxseal_practice_tenant_get_id (WaxsealPracticeTenant *self);
WaxsealPracticePeople *waxseal_practice_tenant_get_people (WaxsealPracticeTenant *self);
GPtrArray *waxseal_practice_tenant_get_collection (WaxsealPracticeTenant *self, const char *name);
JsonObject *waxseal_practice_tenant_find (WaxsealPracticeTenant *self,
                                          const char *collection,
                                          const char *member,
                                          const char *value);
void waxseal_practice_tenant_add (WaxsealPracticeTenant *self,
                                  const char *collection,
                                  JsonObject *object);
void waxseal_practice_tenant_remove (WaxsealPracticeTenant *self,
                                     const char *collection,
                                     JsonObject *object);

/* Seconds since 1970 as the tenant's clock shows them; a fault may put it wrong. */
gint64 waxseal_practice_tenant_get_now (WaxsealPracticeTenant *self);
void waxseal_practice_tenant_set_clock_skew (WaxsealPracticeTenant *self, gint64 seconds);

/* Makes it as new; the lists that get_collection() gave stay, with other contents. */
void waxseal_practice_tenant_reset (WaxsealPracticeTenant *self);
JsonNode *waxseal_practice_tenant_save (WaxsealPracticeTenant *self);
gboolean
waxseal_practice_tenant_load (WaxsealPracticeTenant *self, JsonNode *state, GError **error);

G_END_DECLS
