/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-client-test.h"

#include "waxseal-enums.h"
#include "waxseal-enum-types.h"
#include "waxseal-rollout-enums.h"

/**
 * WaxsealClientTest:
 *
 * A try of the add-in in one Outlook client with one encryption type (guide.md, D): the four lines
 * of the add-in's summary that were seen, the result, and who tried it.
 */
struct _WaxsealClientTest
{
  WaxsealRecord parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealClientTest, waxseal_client_test, WAXSEAL_TYPE_RECORD)

static void
waxseal_client_test_class_init (WaxsealClientTestClass *klass)
{
  waxseal_record_class_install (
    klass,
    waxseal_record_enum_pspec ("client", WAXSEAL_TYPE_OUTLOOK_CLIENT, WAXSEAL_OUTLOOK_CLIENT_WEB),
    waxseal_record_enum_pspec ("encryption-type",
                               WAXSEAL_TYPE_ENCRYPTION_TYPE,
                               WAXSEAL_ENCRYPTION_TYPE_ENCRYPT),
    waxseal_record_flag_pspec ("saw-initiated"),
    waxseal_record_flag_pspec ("saw-authenticated"),
    waxseal_record_flag_pspec ("saw-encrypted"),
    waxseal_record_flag_pspec ("saw-sent"),
    waxseal_record_enum_pspec ("result", WAXSEAL_TYPE_TEST_RESULT, WAXSEAL_TEST_RESULT_OPEN),
    waxseal_record_text_pspec ("tester"),
    waxseal_record_text_pspec ("tested-on"),
    waxseal_record_text_pspec ("notes"),
    NULL);
}

static void
waxseal_client_test_init (WaxsealClientTest *self)
{
}
