/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-endpoints.h"

typedef struct
{
  WaxsealCloud cloud;
  const char *login;
  const char *graph;
  const char *exchange;
} Row;

/* microsoft.md, 1.1 */
static const Row rows[] = {
  { WAXSEAL_CLOUD_GLOBAL,
    "https://login.microsoftonline.com",
    "https://graph.microsoft.com",
    "https://outlook.office365.com" },
  { WAXSEAL_CLOUD_GCC_HIGH,
    "https://login.microsoftonline.us",
    "https://graph.microsoft.us",
    "https://outlook.office365.us" },
  { WAXSEAL_CLOUD_DOD,
    "https://login.microsoftonline.us",
    "https://dod-graph.microsoft.us",
    "https://outlook-dod.office365.us" },
  { WAXSEAL_CLOUD_CHINA,
    "https://login.chinacloudapi.cn",
    "https://microsoftgraph.chinacloudapi.cn",
    "https://partner.outlook.cn" },
};

static void
test_clouds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (WaxsealOrganization) organization = NULL;
      g_autoptr (WaxsealEndpoints) endpoints = NULL;

      organization = waxseal_organization_new ("Contoso", rows[i].cloud);
      endpoints = waxseal_endpoints_new (organization);
      g_assert_cmpstr (waxseal_endpoints_get_login (endpoints), ==, rows[i].login);
      g_assert_cmpstr (waxseal_endpoints_get_graph (endpoints), ==, rows[i].graph);
      g_assert_cmpstr (waxseal_endpoints_get_exchange (endpoints), ==, rows[i].exchange);
      g_assert_false (waxseal_endpoints_is_practice (endpoints));
      g_assert_true (waxseal_endpoints_equal (endpoints, endpoints));
    }
}

typedef struct
{
  const char *typed;
  const char *address;
} Override;

static const Override overrides[] = {
  { "login.example.com", "https://login.example.com" },
  { "  login.example.com\n", "https://login.example.com" },
  { "https://login.example.com/", "https://login.example.com" },
  { "http://login.example.com:8080/tenant?a=b", "https://login.example.com" },
  { "login.example.com/../x", "https://login.example.com" },
  { "someone@login.example.com", "https://login.example.com" },
  { "not a host", "https://not%20a%20host" },
  { "", "https://login.microsoftonline.com" },
  { "  ", "https://login.microsoftonline.com" },
};

static void
test_overrides (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (overrides); i++)
    {
      g_autoptr (WaxsealOrganization) organization = NULL;
      g_autoptr (WaxsealEndpoints) before = NULL;
      g_autoptr (WaxsealEndpoints) endpoints = NULL;

      organization = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
      before = waxseal_endpoints_new (organization);
      waxseal_record_set_text (waxseal_record_get_child (organization, "sign-in"),
                               "login-host",
                               overrides[i].typed);
      endpoints = waxseal_endpoints_new (organization);
      g_assert_cmpstr (waxseal_endpoints_get_login (endpoints), ==, overrides[i].address);
      g_assert_cmpint (waxseal_endpoints_equal (endpoints, before),
                       ==,
                       g_str_has_suffix (overrides[i].address, ".microsoftonline.com"));
      g_assert_cmpstr (waxseal_endpoints_get_graph (endpoints), ==, "https://graph.microsoft.com");
    }
}

static void
test_practice (void)
{
  g_autoptr (WaxsealEndpoints) endpoints =
    waxseal_endpoints_new_for_practice ("http://127.0.0.1:12345/");

  g_assert_cmpstr (waxseal_endpoints_get_login (endpoints), ==, "http://127.0.0.1:12345");
  g_assert_cmpstr (waxseal_endpoints_get_graph (endpoints), ==, "http://127.0.0.1:12345");
  g_assert_cmpstr (waxseal_endpoints_get_exchange (endpoints), ==, "http://127.0.0.1:12345");
  g_assert_true (waxseal_endpoints_is_practice (endpoints));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/endpoints/clouds", test_clouds);
  g_test_add_func ("/endpoints/overrides", test_overrides);
  g_test_add_func ("/endpoints/practice", test_practice);
  return g_test_run ();
}
