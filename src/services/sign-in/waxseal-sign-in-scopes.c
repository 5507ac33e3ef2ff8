/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-sign-in-scopes.h"

#include <string.h>

/* microsoft.md, 1.7. */
static const char *const steps_scopes[][5] = {
  [WAXSEAL_SIGN_IN_STEP_START] = { "User.Read" },
  [WAXSEAL_SIGN_IN_STEP_READ] = { "Organization.Read.All",
                                  "Domain.Read.All",
                                  "User.Read.All",
                                  "Group.Read.All" },
  [WAXSEAL_SIGN_IN_STEP_APP] = { "Application.ReadWrite.All" },
  [WAXSEAL_SIGN_IN_STEP_GRANT] = { "AppRoleAssignment.ReadWrite.All", "Application.Read.All" },
  [WAXSEAL_SIGN_IN_STEP_POLICY] = { "Policy.Read.All" },
};

/**
 * waxseal_sign_in_scopes_for_step:
 *
 * Returns: (transfer none) (array zero-terminated=1): Graph's delegated scopes for @step
 */
const char *const *
waxseal_sign_in_scopes_for_step (WaxsealSignInStep step)
{
  return steps_scopes[step];
}

/**
 * waxseal_sign_in_scopes_merge:
 * @steps: (array length=n_steps): steps
 *
 * Returns: (transfer full) (array zero-terminated=1): the scopes of all @steps, each once
 */
char **
waxseal_sign_in_scopes_merge (const WaxsealSignInStep *steps, guint n_steps)
{
  g_autoptr (GPtrArray) merged = g_ptr_array_new ();

  for (guint i = 0; i < n_steps; i++)
    for (const char *const *scope = steps_scopes[steps[i]]; *scope != NULL; scope++)
      if (!g_ptr_array_find_with_equal_func (merged, *scope, g_str_equal, NULL))
        g_ptr_array_add (merged, (gpointer) *scope);
  g_ptr_array_add (merged, NULL);
  return g_strdupv ((char **) merged->pdata);
}

/**
 * waxseal_sign_in_scopes_join:
 * @graph: Graph's address
 * @resource: the address of the service that they are scopes of
 * @scopes: (nullable): as the service names them; one with an address is left as it is
 *
 * Graph is what a scope without an address belongs to, in every cloud; only ".default" has to name
 * it.
 *
 * Returns: (transfer full): the text of a `scope` field
 */
char *
waxseal_sign_in_scopes_join (const char *graph, const char *resource, const char *const *scopes)
{
  g_autoptr (GString) joined = g_string_new (NULL);
  gboolean is_graph = strcmp (graph, resource) == 0;

  for (guint i = 0; scopes != NULL && scopes[i] != NULL; i++)
    {
      gboolean is_bare = strstr (scopes[i], "://") == NULL;

      g_string_append (joined, joined->len > 0 ? " " : "");
      if (is_bare && (!is_graph || strcmp (scopes[i], ".default") == 0))
        g_string_append_printf (joined, "%s/", resource);
      g_string_append (joined, scopes[i]);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}
