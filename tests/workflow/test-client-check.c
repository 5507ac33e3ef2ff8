/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The checklist per client and type, and that nothing is passed that was not seen. */
#include "waxseal-client-check.h"

#include <string.h>

#include "rollout-fixture.h"
#include "waxseal-mail-domain.h"

#define ENCRYPT WAXSEAL_ENCRYPTION_TYPE_ENCRYPT
#define FLAG    WAXSEAL_ENCRYPTION_TYPE_FLAG

static WaxsealMailDomain *
add_domain (RolloutFixture *f, const char *name, WaxsealEncryptionType type)
{
  g_autoptr (WaxsealMailDomain) domain =
    g_object_new (WAXSEAL_TYPE_MAIL_DOMAIN, "name", name, "encryption-type", type, NULL);

  g_list_store_append (G_LIST_STORE (waxseal_organization_get_domains (f->organization)), domain);
  return domain;
}

/* “e0 e1 f0”: type and client of each. */
static void
assert_tests (RolloutFixture *f, const char *expected)
{
  GListModel *tests = G_LIST_MODEL (waxseal_record_get_list (f->phases[0], "tests"));
  g_autoptr (GString) found = g_string_new (NULL);

  waxseal_client_check_ensure (f->organization, f->phases[0]);
  waxseal_client_check_ensure (f->organization, f->phases[0]);
  for (guint i = 0; i < g_list_model_get_n_items (tests); i++)
    {
      g_autoptr (WaxsealClientTest) test = g_list_model_get_item (tests, i);

      g_string_append_printf (found,
                              "%s%c%d",
                              i > 0 ? " " : "",
                              "ef"[waxseal_record_get_enum (test, "encryption-type")],
                              waxseal_record_get_enum (test, "client"));
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static WaxsealClientTest *
get_test (RolloutFixture *f, guint i)
{
  return g_list_model_get_item (G_LIST_MODEL (waxseal_record_get_list (f->phases[0], "tests")), i);
}

static void
test_rows (RolloutFixture *f, gconstpointer data)
{
  WaxsealMailDomain *domain;
  g_autoptr (WaxsealClientTest) begun = NULL;

  assert_tests (f, "e0 e1 e2 e3");
  domain = add_domain (f, "contoso.com", FLAG);
  assert_tests (f, "f0 f1 f2 f3");
  add_domain (f, "contoso.jp", ENCRYPT);
  assert_tests (f, "f0 f1 f2 f3 e0 e1 e2 e3");
  /* What somebody has begun stays, though nobody uses it any more. */
  begun = get_test (f, 1);
  waxseal_client_check_see (begun, WAXSEAL_SUMMARY_LINE_INITIATED, TRUE);
  g_object_set (domain, "encryption-type", ENCRYPT, NULL);
  assert_tests (f, "f1 e0 e1 e2 e3");
}

static void
assert_steps (RolloutFixture *f,
              WaxsealOutlookClient client,
              WaxsealEncryptionType type,
              const char *expected)
{
  g_autoptr (WaxsealClientTest) test =
    g_object_new (WAXSEAL_TYPE_CLIENT_TEST, "client", client, "encryption-type", type, NULL);
  g_auto (GStrv) steps = waxseal_client_check_list_steps (f->organization, test);
  g_autofree char *joined = g_strjoinv (" ", steps);

  g_assert_cmpstr (joined, ==, expected);
}

/* guide.md, D1 to D3 */
static void
test_steps (RolloutFixture *f, gconstpointer data)
{
  assert_steps (f,
                WAXSEAL_OUTLOOK_CLIENT_WEB,
                ENCRYPT,
                "Write a message to the end, with at least one valid recipient: it is encrypted "
                "and sent at once. Open “Cisco Secure Email Encryption Service”, under the “…” "
                "near Send and Discard. Sign in.");
  assert_steps (f,
                WAXSEAL_OUTLOOK_CLIENT_WINDOWS,
                FLAG,
                "Write a message with at least one valid recipient. Open “Encrypt”, on the ribbon "
                "or toolbar. Sign in, then press Send.");
  waxseal_record_set_text (waxseal_organization_get_addin (f->organization), "button-label", "%s");
  assert_steps (f,
                WAXSEAL_OUTLOOK_CLIENT_MAC,
                FLAG,
                "Write a message with at least one valid recipient. Open “%s”, on the ribbon "
                "or toolbar. Sign in, then press Send.");
  assert_steps (f,
                WAXSEAL_OUTLOOK_CLIENT_NEW_MAC,
                FLAG,
                "Write a message with at least one valid recipient. Open “Cisco Secure Email "
                "Encryption Service”, on the toolbar. Sign in, then press Send.");
}

static void
test_result (RolloutFixture *f, gconstpointer data)
{
  g_autoptr (WaxsealClientTest) test = NULL;

  waxseal_client_check_ensure (f->organization, f->phases[0]);
  test = get_test (f, 0);
  for (WaxsealSummaryLine i = 0; i < WAXSEAL_N_SUMMARY_LINES; i++)
    {
      g_assert_false (waxseal_client_check_has_all (test));
      g_assert_false (waxseal_client_check_conclude (test, WAXSEAL_TEST_RESULT_PASSED, "Ann"));
      g_assert_cmpint (waxseal_record_get_enum (test, "result"), ==, WAXSEAL_TEST_RESULT_OPEN);
      g_assert_cmpstr (waxseal_record_get_text (test, "tester"), ==, "");
      waxseal_client_check_see (test, i, TRUE);
    }
  g_assert_true (waxseal_client_check_conclude (test, WAXSEAL_TEST_RESULT_PASSED, "Ann"));
  g_assert_cmpint (waxseal_record_get_enum (test, "result"), ==, WAXSEAL_TEST_RESULT_PASSED);
  g_assert_cmpstr (waxseal_record_get_text (test, "tester"), ==, "Ann");
  g_assert_cmpstr (waxseal_record_get_text (test, "tested-on"), !=, "");

  waxseal_client_check_see (test, WAXSEAL_SUMMARY_LINE_SENT, FALSE);
  g_assert_cmpint (waxseal_record_get_enum (test, "result"), ==, WAXSEAL_TEST_RESULT_OPEN);
  g_assert_cmpstr (waxseal_record_get_text (test, "tested-on"), ==, "");
  /* To fail needs nothing to be seen, and stays whatever is. */
  g_assert_true (waxseal_client_check_conclude (test, WAXSEAL_TEST_RESULT_FAILED, "Bob"));
  waxseal_client_check_see (test, WAXSEAL_SUMMARY_LINE_ENCRYPTED, FALSE);
  g_assert_cmpint (waxseal_record_get_enum (test, "result"), ==, WAXSEAL_TEST_RESULT_FAILED);
}

static void
test_lines (RolloutFixture *f, gconstpointer data)
{
  g_autoptr (GString) labels = g_string_new (NULL);
  g_autoptr (WaxsealClientTest) test = g_object_new (WAXSEAL_TYPE_CLIENT_TEST, NULL);

  for (WaxsealSummaryLine i = 0; i < WAXSEAL_N_SUMMARY_LINES; i++)
    {
      g_string_append_printf (labels, "%s.", waxseal_summary_line_get_label (i));
      g_assert_false (waxseal_record_get_flag (test, waxseal_summary_line_get_property (i)));
    }
  g_assert_cmpstr (labels->str,
                   ==,
                   "Encryption Initiated.Successfully Authenticated.Message Encrypted.Message "
                   "Sent.");
}

static void
add (const char *path, void (*test) (RolloutFixture *f, gconstpointer data))
{
  g_test_add (path, RolloutFixture, NULL, rollout_fixture_set_up, test, rollout_fixture_tear_down);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add ("/client-check/rows", test_rows);
  add ("/client-check/steps", test_steps);
  add ("/client-check/result", test_result);
  add ("/client-check/lines", test_lines);
  return g_test_run ();
}
