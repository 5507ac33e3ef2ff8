/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-rollout-words.h"

#include <glib/gi18n.h>

typedef struct
{
  const char *label;
  const char *text;
} Words;

/* guide.md, C3 */
static const Words methods[] = {
  [WAXSEAL_DEPLOYMENT_METHOD_FIXED] = { NC_ ("deployment method", "Fixed"),
                                        N_ ("On everyone’s ribbon at once; users cannot remove "
                                            "it.") },
  [WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE] = { NC_ ("deployment method", "Available"),
                                            N_ ("Not on the ribbon until users get it themselves, "
                                                "from Admin-managed.") },
  [WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL] = { NC_ ("deployment method", "Optional"),
                                           N_ ("On everyone’s ribbon at once; users can remove "
                                               "it.") },
};

/* microsoft.md, 3.4 */
static const Words roads[] = {
  [WAXSEAL_ROAD_ADMIN_CENTER] = { N_ ("Admin center"),
                                  N_ ("You do it in the Microsoft 365 admin center, as Cisco’s "
                                      "guide says; Waxseal prepares each value.") },
  [WAXSEAL_ROAD_SCRIPT] = { N_ ("PowerShell script"),
                            N_ ("Waxseal writes a script for Centralized Deployment, which you run "
                                "on Windows. It cannot set the deployment method.") },
  [WAXSEAL_ROAD_EXCHANGE] = { N_ ("Exchange Online directly (unpublished interface)"),
                              N_ ("Waxseal does it by itself, and reads it back. The add-in does "
                                  "not show in the admin center then, and Microsoft may change "
                                  "this interface at any time.") },
};

/** waxseal_deployment_method_get_label: Returns: (transfer none): as the admin center has it. */
const char *
waxseal_deployment_method_get_label (WaxsealDeploymentMethod method)
{
  return g_dpgettext2 (NULL, "deployment method", methods[method].label);
}

/** waxseal_deployment_method_get_text: Returns: (transfer none): what it means to users. */
const char *
waxseal_deployment_method_get_text (WaxsealDeploymentMethod method)
{
  return _ (methods[method].text);
}

/** waxseal_road_get_label: Returns: (transfer none): its name. */
const char *
waxseal_road_get_label (WaxsealRoad road)
{
  return _ (roads[road].label);
}

/** waxseal_road_get_text: Returns: (transfer none): what it is like. */
const char *
waxseal_road_get_text (WaxsealRoad road)
{
  return _ (roads[road].text);
}

/** waxseal_test_result_get_label: Returns: (transfer none): in a word or two. */
const char *
waxseal_test_result_get_label (WaxsealTestResult result)
{
  static const char *const labels[] = {
    [WAXSEAL_TEST_RESULT_OPEN] = N_ ("Open"),
    [WAXSEAL_TEST_RESULT_PASSED] = N_ ("Passed"),
    [WAXSEAL_TEST_RESULT_FAILED] = N_ ("Failed"),
  };

  return _ (labels[result]);
}

/** waxseal_encryption_type_get_label: Returns: (transfer none): as the CRES portal has it. */
const char *
waxseal_encryption_type_get_label (WaxsealEncryptionType type)
{
  return type == WAXSEAL_ENCRYPTION_TYPE_ENCRYPT ? _ ("Encrypt") : _ ("Flag");
}

/** waxseal_verdict_get_label: Returns: (transfer none): “Go” or “No-go”. */
const char *
waxseal_verdict_get_label (WaxsealVerdict verdict)
{
  return verdict == WAXSEAL_VERDICT_GO ? _ ("Go") : _ ("No-go");
}
