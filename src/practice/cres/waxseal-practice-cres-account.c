/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-cres-account.h"

#include "waxseal-json.h"

#define COLLECTION "cresAccounts"
#define NUMBER     "1000001"

static JsonObject *
create_account (void)
{
  JsonObject *account = json_object_new ();

  json_object_set_string_member (account, "number", NUMBER);
  json_object_set_array_member (account, "domains", json_array_new ());
  json_object_set_object_member (account, "settings", json_object_new ());
  return account;
}

/** waxseal_practice_cres_account_get: Returns: (transfer none): the one account; made when asked
 * for.
 */
JsonObject *
waxseal_practice_cres_account_get (WaxsealPracticeTenant *tenant)
{
  GPtrArray *accounts = waxseal_practice_tenant_get_collection (tenant, COLLECTION);

  if (accounts->len == 0)
    waxseal_practice_tenant_add (tenant, COLLECTION, create_account ());
  return g_ptr_array_index (accounts, 0);
}

/** waxseal_practice_cres_account_get_domains: Returns: (transfer none): of texts. */
JsonArray *
waxseal_practice_cres_account_get_domains (JsonObject *account)
{
  return json_object_get_array_member (account, "domains");
}

/** waxseal_practice_cres_account_has_domain: Returns: whether Profiles lists it. */
gboolean
waxseal_practice_cres_account_has_domain (JsonObject *account, const char *domain)
{
  g_auto (GStrv) domains =
    waxseal_json_array_dup_texts (waxseal_practice_cres_account_get_domains (account));

  return g_strv_contains ((const char *const *) domains, domain);
}

/**
 * waxseal_practice_cres_account_add_domains:
 * @values: as they are typed into Values: separated by commas or semicolons (guide.md, B3)
 *
 * Returns: how many were added; those that are there already are not counted
 */
guint
waxseal_practice_cres_account_add_domains (JsonObject *account, const char *values)
{
  g_auto (GStrv) words = g_strsplit_set (values, ",; \t\r\n", -1);
  guint n = 0;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0' || waxseal_practice_cres_account_has_domain (account, words[i]))
        continue;
      json_array_add_string_element (waxseal_practice_cres_account_get_domains (account), words[i]);
      n++;
    }
  return n;
}

/** waxseal_practice_cres_account_save_details: @details: (transfer full): of step 1. */
void
waxseal_practice_cres_account_save_details (JsonObject *account, JsonObject *details)
{
  json_object_set_object_member (account, "details", details);
}

/** waxseal_practice_cres_account_save_settings: @settings: (transfer full): of step 2, for @domain.
 */
void
waxseal_practice_cres_account_save_settings (JsonObject *account,
                                             const char *domain,
                                             JsonObject *settings)
{
  json_object_set_object_member (waxseal_json_get_object (account, "settings"), domain, settings);
}

/** waxseal_practice_cres_account_get_settings: Returns: (transfer none) (nullable): of @domain. */
JsonObject *
waxseal_practice_cres_account_get_settings (JsonObject *account, const char *domain)
{
  return waxseal_json_get_object (waxseal_json_get_object (account, "settings"), domain);
}

/** waxseal_practice_cres_account_is_configured: Returns: whether there is a manifest to download.
 */
gboolean
waxseal_practice_cres_account_is_configured (JsonObject *account)
{
  return waxseal_json_get_object (account, "details") != NULL &&
         json_object_get_size (waxseal_json_get_object (account, "settings")) > 0;
}
