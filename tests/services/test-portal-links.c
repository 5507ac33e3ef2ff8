/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where “Open Portal” leads: in each cloud, with and without the app's IDs, and never from a
 * practice organisation. */
#include <string.h>

#include "waxseal-portal-links.h"

#define CLIENT    "6731de76-14a6-49ae-97bc-6eba6914391e"
#define TENANT    "aaaabbbb-0000-cccc-1111-dddd2222eeee"
#define PRINCIPAL "5b1ebf4d-4f2d-4d65-a1fb-1f9b8b7c0d11"

static const char *const places[] = {
  "entra",           "app-registrations", "new-registration", "app-overview", "app-secrets",
  "app-permissions", "enterprise-app",    "integrated-apps",  "cres",
};

static WaxsealOrganization *
create (WaxsealCloud cloud)
{
  WaxsealOrganization *organization = waxseal_organization_new ("Contoso", cloud);

  g_object_set (waxseal_organization_get_entra_app (organization),
                "client-id",
                CLIENT,
                "tenant-id",
                TENANT,
                "service-principal-id",
                PRINCIPAL,
                NULL);
  return organization;
}

static void
test_addresses (void)
{
  static const struct
  {
    WaxsealCloud cloud;
    const char *place;
    const char *uri;
  } cases[] = {
    { WAXSEAL_CLOUD_GLOBAL, "entra", "https://entra.microsoft.com/" TENANT "/" },
    { WAXSEAL_CLOUD_GLOBAL,
      "app-registrations",
      "https://entra.microsoft.com/" TENANT
      "/#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade" },
    { WAXSEAL_CLOUD_GLOBAL,
      "app-secrets",
      "https://entra.microsoft.com/" TENANT
      "/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/Credentials/appId/" CLIENT
      "/isMSAApp~/false" },
    { WAXSEAL_CLOUD_GCC_HIGH,
      "app-permissions",
      "https://entra.microsoft.us/" TENANT
      "/#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/CallAnAPI/appId/" CLIENT
      "/isMSAApp~/false" },
    { WAXSEAL_CLOUD_DOD, "entra", "https://entra.microsoft.us/" TENANT "/" },
    { WAXSEAL_CLOUD_CHINA,
      "enterprise-app",
      "https://entra.microsoftonline.cn/" TENANT
      "/#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/" PRINCIPAL
      "/appId/" CLIENT },
    { WAXSEAL_CLOUD_GLOBAL,
      "integrated-apps",
      "https://admin.microsoft.com/Adminportal/Home#/Settings/IntegratedApps" },
    { WAXSEAL_CLOUD_GCC_HIGH,
      "integrated-apps",
      "https://portal.office365.us/adminportal/home#/Settings/AddIns" },
    { WAXSEAL_CLOUD_DOD,
      "integrated-apps",
      "https://portal.apps.mil/adminportal/home#/Settings/AddIns" },
    { WAXSEAL_CLOUD_CHINA,
      "integrated-apps",
      "https://portal.partner.microsoftonline.cn/adminportal/home#/Settings/AddIns" },
    { WAXSEAL_CLOUD_GLOBAL, "cres", "https://res.cisco.com/admin" },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WaxsealOrganization) organization = create (cases[i].cloud);
      g_autofree char *uri = waxseal_portal_links_dup_uri (cases[i].place, organization);

      g_assert_cmpstr (uri, ==, cases[i].uri);
      g_assert_null (waxseal_portal_links_get_refusal (cases[i].place, organization));
    }
}

/* Each place of each cloud: one address, no placeholder left, a label. */
static void
test_all (void)
{
  WaxsealCloud cloud;
  gsize i;

  for (cloud = WAXSEAL_CLOUD_GLOBAL; cloud <= WAXSEAL_CLOUD_CHINA; cloud++)
    for (i = 0; i < G_N_ELEMENTS (places); i++)
      {
        g_autoptr (WaxsealOrganization) known = create (cloud);
        g_autoptr (WaxsealOrganization) unknown = waxseal_organization_new ("New", cloud);
        g_autofree char *uri = waxseal_portal_links_dup_uri (places[i], known);
        g_autofree char *general = waxseal_portal_links_dup_uri (places[i], unknown);
        g_autofree char *label = waxseal_portal_links_dup_label (places[i], known);

        g_assert_true (waxseal_portal_links_has (places[i]));
        g_assert_true (g_str_has_prefix (uri, "https://"));
        g_assert_true (g_str_has_prefix (general, "https://"));
        g_assert_null (strpbrk (uri, "{}"));
        g_assert_null (strpbrk (general, "{}"));
        g_assert_nonnull (label);
        g_assert_cmpstr (label, !=, "");
      }
  g_assert_false (waxseal_portal_links_has ("nowhere"));
}

/* What an address names is a GUID, or is left out: nothing else gets into it. */
static void
test_unknown_app (void)
{
  static const char *const bad[] = { "", "x", CLIENT "/../evil", "{client}" };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (WaxsealOrganization) organization = create (WAXSEAL_CLOUD_GLOBAL);
      g_autofree char *uri = NULL;

      g_object_set (waxseal_organization_get_entra_app (organization),
                    "client-id",
                    bad[i],
                    "tenant-id",
                    bad[i],
                    NULL);
      uri = waxseal_portal_links_dup_uri ("app-secrets", organization);
      g_assert_cmpstr (uri,
                       ==,
                       "https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps/"
                       "ApplicationsListBlade");
    }
}

static void
test_practice (void)
{
  g_autoptr (WaxsealOrganization) organization = create (WAXSEAL_CLOUD_GLOBAL);
  gsize i;

  g_object_set (organization, "practice", TRUE, NULL);
  for (i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_assert_null (waxseal_portal_links_dup_uri (places[i], organization));
      g_assert_cmpstr (waxseal_portal_links_get_refusal (places[i], organization),
                       ==,
                       "The practice tenant has no portal");
    }
}

static void
test_cres (void)
{
  static const struct
  {
    const char *setting;
    const char *uri;
  } cases[] = {
    { "https://keys.contoso.com/admin", "https://keys.contoso.com/admin" },
    { "http://res.cisco.com/admin", NULL },
    { "javascript:alert(1)", NULL },
    { "file:///etc/passwd", NULL },
    { "https://", NULL },
    { "", NULL },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WaxsealOrganization) organization = create (WAXSEAL_CLOUD_GLOBAL);
      g_autofree char *uri = NULL;

      waxseal_record_set_text (waxseal_organization_get_cres_account (organization),
                               "portal-url",
                               cases[i].setting);
      uri = waxseal_portal_links_dup_uri ("cres", organization);
      g_assert_cmpstr (uri, ==, cases[i].uri);
      g_assert_cmpint (waxseal_portal_links_get_refusal ("cres", organization) == NULL,
                       ==,
                       cases[i].uri != NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/portal-links/addresses", test_addresses);
  g_test_add_func ("/portal-links/all", test_all);
  g_test_add_func ("/portal-links/unknown-app", test_unknown_app);
  g_test_add_func ("/portal-links/practice", test_practice);
  g_test_add_func ("/portal-links/cres", test_cres);
  return g_test_run ();
}
