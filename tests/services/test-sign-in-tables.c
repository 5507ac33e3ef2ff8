/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib.h>

#include "waxseal-entra-roles.h"
#include "waxseal-sign-in-ask.h"
#include "waxseal-sign-in-client.h"
#include "waxseal-sign-in-scopes.h"

static void
test_roles (void)
{
  static const struct
  {
    WaxsealEntraTask task;
    const char *role;
    gboolean enough;
  } cases[] = {
    { WAXSEAL_ENTRA_TASK_CREATE_APP, WAXSEAL_ENTRA_ROLE_CLOUD_APPLICATION_ADMINISTRATOR, TRUE },
    { WAXSEAL_ENTRA_TASK_CREATE_APP, WAXSEAL_ENTRA_ROLE_APPLICATION_ADMINISTRATOR, TRUE },
    { WAXSEAL_ENTRA_TASK_CREATE_APP, WAXSEAL_ENTRA_ROLE_GLOBAL_ADMINISTRATOR, TRUE },
    { WAXSEAL_ENTRA_TASK_CREATE_APP, WAXSEAL_ENTRA_ROLE_EXCHANGE_ADMINISTRATOR, FALSE },
    { WAXSEAL_ENTRA_TASK_CONSENT, WAXSEAL_ENTRA_ROLE_PRIVILEGED_ROLE_ADMINISTRATOR, TRUE },
    { WAXSEAL_ENTRA_TASK_CONSENT, WAXSEAL_ENTRA_ROLE_GLOBAL_ADMINISTRATOR, TRUE },
    { WAXSEAL_ENTRA_TASK_CONSENT, WAXSEAL_ENTRA_ROLE_CLOUD_APPLICATION_ADMINISTRATOR, FALSE },
    { WAXSEAL_ENTRA_TASK_CONSENT, WAXSEAL_ENTRA_ROLE_APPLICATION_ADMINISTRATOR, FALSE },
    { WAXSEAL_ENTRA_TASK_EXCHANGE, WAXSEAL_ENTRA_ROLE_EXCHANGE_ADMINISTRATOR, TRUE },
    { WAXSEAL_ENTRA_TASK_EXCHANGE, WAXSEAL_ENTRA_ROLE_GLOBAL_ADMINISTRATOR, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (g_strv_contains (waxseal_entra_roles_for_task (cases[i].task), cases[i].role),
                     ==,
                     cases[i].enough);
  g_assert_cmpstr (waxseal_entra_role_get_name ("62E90394-69F5-4237-9190-012177145E10"),
                   ==,
                   "Global Administrator");
  g_assert_null (waxseal_entra_role_get_name ("00000000-0000-0000-0000-000000000000"));
}

static void
test_steps (void)
{
  const WaxsealSignInStep steps[] = {
    WAXSEAL_SIGN_IN_STEP_START,
    WAXSEAL_SIGN_IN_STEP_GRANT,
    WAXSEAL_SIGN_IN_STEP_START,
  };
  g_auto (GStrv) merged = waxseal_sign_in_scopes_merge (steps, G_N_ELEMENTS (steps));
  g_autofree char *joined = g_strjoinv (" ", merged);

  for (guint i = WAXSEAL_SIGN_IN_STEP_START; i <= WAXSEAL_SIGN_IN_STEP_POLICY; i++)
    g_assert_nonnull (waxseal_sign_in_scopes_for_step (i)[0]);
  g_assert_cmpstr (joined, ==, "User.Read AppRoleAssignment.ReadWrite.All Application.Read.All");
}

static void
test_join (void)
{
  static const struct
  {
    const char *resource;
    const char *scopes[3];
    const char *joined;
  } cases[] = {
    { "https://graph.test", { "User.Read", "Group.Read.All" }, "User.Read Group.Read.All" },
    { "https://graph.test", { ".default" }, "https://graph.test/.default" },
    { "https://exchange.test", { "Exchange.Manage" }, "https://exchange.test/Exchange.Manage" },
    { "https://exchange.test", { ".default" }, "https://exchange.test/.default" },
    { "https://exchange.test", { "https://exchange.test/A" }, "https://exchange.test/A" },
    { "https://graph.test", { NULL }, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *joined =
        waxseal_sign_in_scopes_join ("https://graph.test", cases[i].resource, cases[i].scopes);

      g_assert_cmpstr (joined, ==, cases[i].joined);
    }
}

/* All is asked of the person, but a token is of one resource. */
static void
test_ask (void)
{
  const char *several[] = { "User.Read", "https://outlook.test/Exchange.Manage", NULL };
  const char *other[] = { "https://outlook.test/Exchange.Manage", "User.Read", NULL };
  g_autoptr (WaxsealEndpoints) endpoints = waxseal_endpoints_new_for_practice ("http://[::1]:9");
  g_autoptr (WaxsealSignInAsk) first = waxseal_sign_in_ask_new (endpoints, several);
  g_autoptr (WaxsealSignInAsk) second = waxseal_sign_in_ask_new (endpoints, other);
  g_autoptr (WaxsealSignInAsk) none = waxseal_sign_in_ask_new (endpoints, NULL);

  g_assert_cmpstr (first->resource, ==, "http://[::1]:9");
  g_assert_cmpstr (first->scope,
                   ==,
                   "openid profile offline_access User.Read https://outlook.test/Exchange.Manage");
  g_assert_cmpstr (first->token_scope, ==, "openid profile offline_access User.Read");
  g_assert_cmpuint (g_strv_length (first->token_scopes), ==, 1);
  g_assert_cmpstr (second->resource, ==, "https://outlook.test");
  g_assert_cmpstr (second->token_scope,
                   ==,
                   "openid profile offline_access https://outlook.test/Exchange.Manage");
  g_assert_cmpstr (none->scope, ==, "openid profile offline_access");
  g_assert_cmpstr (none->resource, ==, "http://[::1]:9");
}

static void
test_client (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  WaxsealRecord *settings = waxseal_record_get_child (organization, "sign-in");
  g_autoptr (WaxsealEndpoints) real = waxseal_endpoints_new (organization);
  g_autoptr (WaxsealEndpoints) practice = waxseal_endpoints_new_for_practice ("http://[::1]:9");
  g_autofree char *none = waxseal_sign_in_client_choose (real, organization);
  g_autofree char *made_up = waxseal_sign_in_client_choose (practice, organization);
  g_autofree char *own = NULL;

  /* Microsoft's own is never taken unasked. */
  g_assert_null (none);
  g_assert_cmpstr (made_up, ==, WAXSEAL_SIGN_IN_CLIENT_PRACTICE);
  g_assert_null (waxseal_sign_in_client_find (made_up));

  waxseal_record_set_text (settings, "client-id", " 22222222-2222-2222-2222-222222222222 ");
  own = waxseal_sign_in_client_choose (real, organization);
  g_assert_cmpstr (own, ==, "22222222-2222-2222-2222-222222222222");
  g_assert_cmpstr (waxseal_sign_in_client_find (WAXSEAL_SIGN_IN_CLIENT_QUICK_START)->name,
                   ==,
                   "Microsoft Graph Command Line Tools");
}

static void
test_exchange_client (void)
{
  static const struct
  {
    const char *chosen;
    const char *client;
    const char *scope;
  } cases[] = {
    { "22222222-2222-2222-2222-222222222222",
      "22222222-2222-2222-2222-222222222222",
      "https://outlook.office365.com/Exchange.Manage" },
    /* It gets no token for Exchange. */
    { WAXSEAL_SIGN_IN_CLIENT_QUICK_START,
      "fb78d390-0c51-40cd-8e17-fdbfab77341b",
      "https://outlook.office365.com/.default" },
    { "", NULL, "https://outlook.office365.com/Exchange.Manage" },
  };
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  WaxsealRecord *settings = waxseal_record_get_child (organization, "sign-in");
  g_autoptr (WaxsealEndpoints) endpoints = waxseal_endpoints_new (organization);
  const char *graph[] = { "User.Read", NULL };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *client = NULL;
      g_auto (GStrv) scopes = NULL;

      waxseal_record_set_text (settings, "client-id", cases[i].chosen);
      client = waxseal_sign_in_client_choose_for_exchange (endpoints, organization);
      scopes = waxseal_sign_in_client_dup_exchange_scopes (endpoints, organization);
      g_assert_cmpstr (client, ==, cases[i].client);
      g_assert_cmpstr (scopes[0], ==, cases[i].scope);
      g_assert_null (scopes[1]);
      g_assert_true (waxseal_sign_in_client_is_for_exchange ((const char *const *) scopes));
    }
  g_assert_false (waxseal_sign_in_client_is_for_exchange (graph));
  g_assert_false (waxseal_sign_in_client_is_for_exchange (NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sign-in-tables/roles", test_roles);
  g_test_add_func ("/sign-in-tables/steps", test_steps);
  g_test_add_func ("/sign-in-tables/join", test_join);
  g_test_add_func ("/sign-in-tables/ask", test_ask);
  g_test_add_func ("/sign-in-tables/client", test_client);
  g_test_add_func ("/sign-in-tables/exchange-client", test_exchange_client);
  return g_test_run ();
}
