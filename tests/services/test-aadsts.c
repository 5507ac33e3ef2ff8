/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "waxseal-aadsts.h"
#include "waxseal-error.h"
#include "waxseal-json-guard.h"
#include "waxseal-json.h"
#include "waxseal-remedy.h"

/* Every number that section 1 of microsoft.md mentions. */
static const struct
{
  guint number;
  WaxsealError code;
  gboolean ends_session;
} documented[] = {
  { 65001, WAXSEAL_ERROR_CONSENT_NEEDED, FALSE },
  { 65004, WAXSEAL_ERROR_SIGN_IN_DECLINED, FALSE },
  { 90094, WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED, FALSE },
  { 90095, WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED, FALSE },
  { 65002, WAXSEAL_ERROR_WRONG_CLIENT, FALSE },
  { 650052, WAXSEAL_ERROR_SERVICE_ABSENT, FALSE },
  { 500011, WAXSEAL_ERROR_SERVICE_ABSENT, FALSE },
  { 50076, WAXSEAL_ERROR_SIGN_IN_NEEDED, FALSE },
  { 50079, WAXSEAL_ERROR_SIGN_IN_NEEDED, FALSE },
  { 53000, WAXSEAL_ERROR_BLOCKED, FALSE },
  { 53001, WAXSEAL_ERROR_BLOCKED, FALSE },
  { 53003, WAXSEAL_ERROR_BLOCKED, FALSE },
  { 530035, WAXSEAL_ERROR_BLOCKED, FALSE },
  { 50173, WAXSEAL_ERROR_SIGN_IN_NEEDED, TRUE },
  { 70008, WAXSEAL_ERROR_SIGN_IN_NEEDED, TRUE },
  { 700082, WAXSEAL_ERROR_SIGN_IN_NEEDED, TRUE },
  { 70043, WAXSEAL_ERROR_SIGN_IN_NEEDED, TRUE },
  { 50020, WAXSEAL_ERROR_WRONG_ACCOUNT, FALSE },
  { 90072, WAXSEAL_ERROR_WRONG_ACCOUNT, FALSE },
  { 700016, WAXSEAL_ERROR_WRONG_CLIENT, FALSE },
  { 7000218, WAXSEAL_ERROR_WRONG_CLIENT, FALSE },
  { 50011, WAXSEAL_ERROR_WRONG_CLIENT, FALSE },
  { 50194, WAXSEAL_ERROR_WRONG_TENANT, FALSE },
  { 9001023, WAXSEAL_ERROR_WRONG_TENANT, FALSE },
  { 90002, WAXSEAL_ERROR_WRONG_TENANT, FALSE },
  { 90038, WAXSEAL_ERROR_WRONG_TENANT, FALSE },
  { 7000215, WAXSEAL_ERROR_SECRET_WRONG, FALSE },
  { 7000222, WAXSEAL_ERROR_SECRET_EXPIRED, FALSE },
  { 7000229, WAXSEAL_ERROR_WRONG_CLIENT, FALSE },
  { 54005, WAXSEAL_ERROR_SIGN_IN_NEEDED, FALSE },
  { 700025, WAXSEAL_ERROR_WRONG_CLIENT, FALSE },
  { 70016, WAXSEAL_ERROR_SIGN_IN_NEEDED, FALSE },
};

#define PROSE                                                                                      \
  "Ann ann@contoso.example 203.0.113.7 tenant 11111111-1111-1111-1111-111111111111\\r\\nTrace"

static JsonNode *
new_reply (const char *error, const char *numbers)
{
  g_autofree char *text =
    g_strdup_printf ("{\"error\":\"%s\",\"error_description\":\"AADSTS1: " PROSE "\","
                     "\"error_codes\":[%s],\"timestamp\":\"2026-11-25 04:44:00Z\","
                     "\"trace_id\":\"aaaaaaaa-0000-0000-0000-000000000001\","
                     "\"correlation_id\":\"bbbbbbbb-0000-0000-0000-000000000002\"}",
                     error,
                     numbers);
  g_autoptr (GError) problem = NULL;
  JsonNode *node = waxseal_json_parse (text, strlen (text), &problem);

  g_assert_no_error (problem);
  return node;
}

static GError *
refuse (const char *error, const char *numbers)
{
  g_autoptr (JsonNode) reply = new_reply (error, numbers);

  return waxseal_aadsts_new_error (json_node_get_object (reply));
}

static void
test_every_documented_number (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (documented); i++)
    {
      g_autofree char *number = g_strdup_printf ("%u", documented[i].number);
      g_autofree char *shown = g_strdup_printf ("AADSTS%u, invalid_grant\n", documented[i].number);
      g_autoptr (JsonNode) reply = new_reply ("invalid_grant", number);
      g_autoptr (GError) error = waxseal_aadsts_new_error (json_node_get_object (reply));

      g_assert_error (error, WAXSEAL_ERROR, (int) documented[i].code);
      g_assert_true (g_str_has_prefix (waxseal_error_get_details (error), shown));
      g_assert_cmpuint (strlen (waxseal_remedy_get_text (error)), >, 0);
      g_assert_nonnull (waxseal_aadsts_find (documented[i].number));
      g_assert_cmpint (waxseal_aadsts_ends_session (json_node_get_object (reply)),
                       ==,
                       documented[i].ends_session);
    }
}

static void
test_names (void)
{
  static const struct
  {
    const char *error;
    const char *numbers;
    WaxsealError code;
  } cases[] = {
    { "authorization_pending", "70016", WAXSEAL_ERROR_SIGN_IN_NEEDED },
    { "authorization_declined", "70016", WAXSEAL_ERROR_SIGN_IN_DECLINED },
    { "bad_verification_code", "", WAXSEAL_ERROR_CODE_EXPIRED },
    { "expired_token", "70008", WAXSEAL_ERROR_CODE_EXPIRED },
    { "temporarily_unavailable", "", WAXSEAL_ERROR_SERVICE_BUSY },
    { "server_error", "", WAXSEAL_ERROR_SERVICE_FAILED },
    { "invalid_grant", "", WAXSEAL_ERROR_SIGN_IN_NEEDED },
    { "interaction_required", "53003", WAXSEAL_ERROR_BLOCKED },
    { "interaction_required", "1", WAXSEAL_ERROR_SIGN_IN_NEEDED },
    { "invalid_client", "7000215", WAXSEAL_ERROR_SECRET_WRONG },
    { "unauthorized_client", "700016", WAXSEAL_ERROR_WRONG_CLIENT },
    { "invalid_request", "1, 90002", WAXSEAL_ERROR_WRONG_TENANT },
    { "invalid_request", "1, 2", WAXSEAL_ERROR_SIGN_IN_FAILED },
    { "never heard of", "\"90002\", -5, 99999999999999, null", WAXSEAL_ERROR_SIGN_IN_FAILED },
    { "", "", WAXSEAL_ERROR_SIGN_IN_FAILED },
  };
  g_autoptr (GError) nothing = waxseal_aadsts_new_error (NULL);

  g_assert_error (nothing, WAXSEAL_ERROR, WAXSEAL_ERROR_SIGN_IN_FAILED);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = refuse (cases[i].error, cases[i].numbers);

      g_assert_error (error, WAXSEAL_ERROR, (int) cases[i].code);
    }
}

static void
test_details_name_nobody (void)
{
  static const char *const kept[] = {
    "AADSTS65001",
    "invalid_grant",
    "trace_id aaaaaaaa-0000-0000-0000-000000000001",
    "correlation_id bbbbbbbb-0000-0000-0000-000000000002",
    "timestamp 2026-11-25 04:44:00Z",
  };
  static const char *const dropped[] = { "Ann", "ann@", "203.0.113.7", "11111111", "Trace" };
  g_autoptr (GError) error = refuse ("invalid_grant", "65001");
  g_autoptr (GError) hostile = refuse ("who is Ann? ann@contoso.example", "");

  for (guint i = 0; i < G_N_ELEMENTS (kept); i++)
    g_assert_nonnull (strstr (waxseal_error_get_details (error), kept[i]));
  for (guint i = 0; i < G_N_ELEMENTS (dropped); i++)
    {
      g_assert_null (strstr (waxseal_error_get_details (error), dropped[i]));
      g_assert_null (strstr (waxseal_error_get_details (hostile), dropped[i]));
    }
}

static void
test_redirects (void)
{
  static const struct
  {
    const char *error;
    const char *description;
    WaxsealError code;
    const char *details;
  } cases[] = {
    { "access_denied", NULL, WAXSEAL_ERROR_SIGN_IN_DECLINED, "access_denied" },
    { "access_denied",
      "AADSTS65004: User Ann declined.",
      WAXSEAL_ERROR_SIGN_IN_DECLINED,
      "AADSTS65004, access_denied" },
    { "access_denied",
      "AADSTS90094: The grant needs admin.",
      WAXSEAL_ERROR_ADMIN_CONSENT_NEEDED,
      "AADSTS90094, access_denied" },
    { "consent_required", "", WAXSEAL_ERROR_CONSENT_NEEDED, "consent_required" },
    { "x", "See AADSTS90094", WAXSEAL_ERROR_SIGN_IN_FAILED, "x" },
    { "x", "AADSTS-1", WAXSEAL_ERROR_SIGN_IN_FAILED, "x" },
    { "x", "AADSTS99999999999999999999999", WAXSEAL_ERROR_SIGN_IN_FAILED, "x" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error =
        waxseal_aadsts_new_redirect_error (cases[i].error, cases[i].description);

      g_assert_error (error, WAXSEAL_ERROR, (int) cases[i].code);
      g_assert_cmpstr (waxseal_error_get_details (error), ==, cases[i].details);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/aadsts/documented", test_every_documented_number);
  g_test_add_func ("/aadsts/names", test_names);
  g_test_add_func ("/aadsts/nobody", test_details_name_nobody);
  g_test_add_func ("/aadsts/redirects", test_redirects);
  return g_test_run ();
}
