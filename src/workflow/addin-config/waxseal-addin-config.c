/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps 1 and 2 of the CRES portal's Addin Config tab (guide.md, B4). Leaving the page between them
 * loses step 1, so they are declared together or not at all. */
#include "waxseal-addin-config.h"

#include "waxseal-date.h"
#include "waxseal-enums.h"
#include "waxseal-mail-domain.h"

/* As the portal has them, in the order of its form. */
static const char *const encryption_types[] = {
  [WAXSEAL_ENCRYPTION_TYPE_ENCRYPT] = "Encrypt",
  [WAXSEAL_ENCRYPTION_TYPE_FLAG] = "Flag",
};
static const char *const flag_types[] = {
  [WAXSEAL_FLAG_TYPE_SUBJECT] = "Subject Flag",
  [WAXSEAL_FLAG_TYPE_HEADER] = "Header Flag",
};

static gboolean
have_same_settings (WaxsealMailDomain *a, WaxsealMailDomain *b)
{
  return waxseal_record_get_enum (a, "encryption-type") ==
           waxseal_record_get_enum (b, "encryption-type") &&
         waxseal_record_get_number (a, "password-days") ==
           waxseal_record_get_number (b, "password-days") &&
         waxseal_record_get_enum (a, "flag-type") == waxseal_record_get_enum (b, "flag-type") &&
         g_str_equal (waxseal_record_get_text (a, "flag-value"),
                      waxseal_record_get_text (b, "flag-value"));
}

/**
 * waxseal_addin_config_is_uniform:
 * @domains: of #WaxsealMailDomain
 *
 * Returns: whether Save Configuration for All Domains is right: all have the same settings
 */
gboolean
waxseal_addin_config_is_uniform (GListModel *domains)
{
  g_autoptr (WaxsealMailDomain) first = g_list_model_get_item (domains, 0);

  for (guint i = 1; i < g_list_model_get_n_items (domains); i++)
    {
      g_autoptr (WaxsealMailDomain) domain = g_list_model_get_item (domains, i);

      if (!have_same_settings (first, domain))
        return FALSE;
    }
  return TRUE;
}

static void
add_line (GListStore *lines, const char *label, const char *value)
{
  g_autoptr (WaxsealPortalValue) line = waxseal_portal_value_new (label, value);

  g_list_store_append (lines, line);
}

static void
add_settings (GListStore *lines, WaxsealMailDomain *domain, const char *button)
{
  g_autofree char *days =
    g_strdup_printf ("%d", waxseal_record_get_number (domain, "password-days"));

  add_line (lines, "Domain", waxseal_record_get_text (domain, "name"));
  add_line (lines,
            "Encryption Type",
            encryption_types[waxseal_record_get_enum (domain, "encryption-type")]);
  add_line (lines, "Password remembered in Add-In client for (days)", days);
  if (waxseal_record_get_enum (domain, "encryption-type") == WAXSEAL_ENCRYPTION_TYPE_FLAG)
    {
      add_line (lines, "Flag Type", flag_types[waxseal_record_get_enum (domain, "flag-type")]);
      add_line (lines, "Flag Value", waxseal_record_get_text (domain, "flag-value"));
    }
  add_line (lines, button, NULL);
}

/**
 * waxseal_addin_config_list_lines:
 * @domains: of #WaxsealMailDomain
 *
 * Returns: (transfer full): step 2 as #WaxsealPortalValue: once for all domains where they are
 * equal, else for each
 */
GListModel *
waxseal_addin_config_list_lines (GListModel *domains)
{
  GListStore *lines = g_list_store_new (WAXSEAL_TYPE_PORTAL_VALUE);
  guint n = g_list_model_get_n_items (domains);
  gboolean at_once = n > 1 && waxseal_addin_config_is_uniform (domains);

  for (guint i = 0; i < n && (i == 0 || !at_once); i++)
    {
      g_autoptr (WaxsealMailDomain) domain = g_list_model_get_item (domains, i);

      add_settings (lines,
                    domain,
                    at_once ? "Save Configuration for All Domains" : "Save Configuration");
    }
  return G_LIST_MODEL (lines);
}

static const char *
get_key_id (WaxsealOrganization *organization)
{
  return waxseal_record_get_text (waxseal_organization_get_entra_app (organization),
                                  "secret-key-id");
}

/** waxseal_addin_config_is_declared: Returns: whether both steps are said to be saved. */
gboolean
waxseal_addin_config_is_declared (WaxsealOrganization *organization)
{
  return *waxseal_record_get_text (waxseal_organization_get_cres_account (organization),
                                   "azure-details-saved-on") != '\0';
}

/**
 * waxseal_addin_config_is_stale:
 *
 * Returns: whether the client secret was changed after it was saved in the portal: then both steps
 * are to be done again (cisco.md, 4)
 */
gboolean
waxseal_addin_config_is_stale (WaxsealOrganization *organization)
{
  const char *saved = waxseal_record_get_text (waxseal_organization_get_cres_account (organization),
                                               "azure-details-secret");

  return waxseal_addin_config_is_declared (organization) && *saved != '\0' &&
         !g_str_equal (saved, get_key_id (organization));
}

/**
 * waxseal_addin_config_declare:
 * @saved: what the administrator says of both steps
 *
 * Marks step 1 and, for every domain, step 2.
 */
void
waxseal_addin_config_declare (WaxsealOrganization *organization, gboolean saved)
{
  g_autofree char *now = saved ? waxseal_date_now () : NULL;
  WaxsealCresAccount *account = waxseal_organization_get_cres_account (organization);
  GListModel *domains = waxseal_organization_get_domains (organization);

  waxseal_record_set_text (account,
                           "azure-details-secret",
                           saved ? get_key_id (organization) : NULL);
  waxseal_record_set_text (account, "azure-details-saved-on", now);
  for (guint i = 0; i < g_list_model_get_n_items (domains); i++)
    {
      g_autoptr (WaxsealMailDomain) domain = g_list_model_get_item (domains, i);

      waxseal_record_set_text (domain, "settings-saved-on", now);
    }
}
