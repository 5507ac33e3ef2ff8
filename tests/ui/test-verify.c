/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a phase works, on the Deployment page, by clicks. */
#include "ui-phases.h"

#include "waxseal-client-cell.h"
#include "waxseal-client-test.h"
#include "waxseal-enums.h"
#include "waxseal-mail-domain.h"
#include "waxseal-rollout-enums.h"

static GtkGrid *
get_grid (UiFixture *fixture)
{
  return GTK_GRID (ui_driver_get_child (ui_phases_get_part (fixture, "verify", "grid"), "grid"));
}

static GtkWidget *
get_cell (UiFixture *fixture, int column, WaxsealOutlookClient client)
{
  return gtk_grid_get_child_at (get_grid (fixture), column, client + 1);
}

static WaxsealClientTest *
get_test (UiFixture *fixture, int column, WaxsealOutlookClient client)
{
  return waxseal_client_cell_get_test (WAXSEAL_CLIENT_CELL (get_cell (fixture, column, client)));
}

static const char *
get_word (UiFixture *fixture, int column, WaxsealOutlookClient client)
{
  GtkWidget *cell = get_cell (fixture, column, client);

  return gtk_label_get_text (GTK_LABEL (ui_driver_get_child (cell, "word")));
}

static void
add_flag_domain (UiFixture *fixture)
{
  GListStore *domains = waxseal_record_get_list (ui_fixture_get_organization (fixture), "domains");
  g_autoptr (WaxsealMailDomain) encrypt =
    g_object_new (WAXSEAL_TYPE_MAIL_DOMAIN, "name", "contoso.com", NULL);
  g_autoptr (WaxsealMailDomain) flag = g_object_new (WAXSEAL_TYPE_MAIL_DOMAIN,
                                                     "name",
                                                     "contoso.co.jp",
                                                     "encryption-type",
                                                     WAXSEAL_ENCRYPTION_TYPE_FLAG,
                                                     NULL);

  g_list_store_append (domains, encrypt);
  g_list_store_append (domains, flag);
}

static GtkWidget *
get_try_part (UiFixture *fixture, const char *id)
{
  return ui_driver_get_child (ui_phases_get_part (fixture, "verify", "try_group"), id);
}

static void
check_line (UiFixture *fixture, const char *line)
{
  GtkWidget *box = get_try_part (fixture, "lines_box");

  adw_action_row_activate (ADW_ACTION_ROW (ui_driver_find (box, ADW_TYPE_ACTION_ROW, line)));
}

static void
select_cell (UiFixture *fixture, int column, WaxsealOutlookClient client)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (get_cell (fixture, column, client)), TRUE);
}

/* A column for each encryption type that is in use; what nobody looks at is not written down. */
static void
test_table (UiFixture *fixture)
{
  GListModel *tests =
    G_LIST_MODEL (waxseal_record_get_list (ui_phases_get_phase (fixture, 0), "tests"));

  ui_phases_show (fixture, "plan");
  g_assert_cmpuint (g_list_model_get_n_items (tests), ==, 0);
  ui_phases_show (fixture, "verify");
  g_assert_cmpuint (g_list_model_get_n_items (tests), ==, 4);
  g_assert_null (get_cell (fixture, 2, WAXSEAL_OUTLOOK_CLIENT_WEB));
  ui_phases_show (fixture, "plan");
  add_flag_domain (fixture);
  ui_phases_show (fixture, "verify");
  g_assert_cmpuint (g_list_model_get_n_items (tests), ==, 8);
  g_assert_nonnull (get_cell (fixture, 2, WAXSEAL_OUTLOOK_CLIENT_NEW_MAC));
  select_cell (fixture, 2, WAXSEAL_OUTLOOK_CLIENT_NEW_MAC);
  ui_driver_wait_label (ui_phases_get_child (fixture, "verify"),
                        "New Outlook for Mac (16.42 and later) · Flag");
}

/* All four lines make it pass, by whoever is named; one that goes opens it again. */
static void
test_pass (UiFixture *fixture)
{
  WaxsealClientTest *test;

  ui_phases_show (fixture, "verify");
  select_cell (fixture, 1, WAXSEAL_OUTLOOK_CLIENT_WINDOWS);
  test = get_test (fixture, 1, WAXSEAL_OUTLOOK_CLIENT_WINDOWS);
  gtk_editable_set_text (GTK_EDITABLE (ui_driver_find_row (ui_phases_get_child (fixture, "verify"),
                                                           ADW_TYPE_ENTRY_ROW,
                                                           "Tried By",
                                                           NULL)),
                         "Bob");
  check_line (fixture, "Encryption Initiated");
  check_line (fixture, "Successfully Authenticated");
  check_line (fixture, "Message Encrypted");
  g_assert_cmpstr (get_word (fixture, 1, WAXSEAL_OUTLOOK_CLIENT_WINDOWS), ==, "Open");
  check_line (fixture, "Message Sent");
  g_assert_cmpstr (get_word (fixture, 1, WAXSEAL_OUTLOOK_CLIENT_WINDOWS), ==, "Passed");
  g_assert_cmpstr (waxseal_record_get_text (test, "tester"), ==, "Bob");
  g_assert_cmpstr (waxseal_record_get_text (test, "tested-on"), !=, "");
  g_assert_cmpstr (get_word (fixture, 1, WAXSEAL_OUTLOOK_CLIENT_WEB), ==, "Open");
  ui_driver_wait_label (ui_phases_get_child (fixture, "verify"), "1 of 4 passed.");
  check_line (fixture, "Message Sent");
  g_assert_cmpstr (get_word (fixture, 1, WAXSEAL_OUTLOOK_CLIENT_WINDOWS), ==, "Open");
}

static void
test_fail (UiFixture *fixture)
{
  GtkWidget *verify = ui_phases_get_child (fixture, "verify");

  ui_phases_show (fixture, "verify");
  check_line (fixture, "Encryption Initiated");
  ui_driver_click (verify, "It Failed");
  g_assert_cmpstr (get_word (fixture, 1, WAXSEAL_OUTLOOK_CLIENT_WEB), ==, "Failed");
  ui_driver_wait_label (verify, "0 of 4 passed, 1 failed.");
  ui_fixture_flush (fixture);
  ui_fixture_restart (fixture);
  ui_phases_show (fixture, "verify");
  g_assert_cmpstr (get_word (fixture, 1, WAXSEAL_OUTLOOK_CLIENT_WEB), ==, "Failed");
  ui_driver_click (ui_phases_get_child (fixture, "verify"), "Try Again");
  g_assert_cmpstr (get_word (fixture, 1, WAXSEAL_OUTLOOK_CLIENT_WEB), ==, "Open");
  g_assert_false (
    waxseal_record_get_flag (get_test (fixture, 1, WAXSEAL_OUTLOOK_CLIENT_WEB), "saw-initiated"));
}

/* Each phase has tries of its own. */
static void
test_phases (UiFixture *fixture)
{
  ui_phases_show (fixture, "verify");
  ui_driver_click (ui_phases_get_child (fixture, "verify"), "It Failed");
  ui_phases_select_card (fixture, 1);
  g_assert_cmpstr (get_word (fixture, 1, WAXSEAL_OUTLOOK_CLIENT_WEB), ==, "Open");
  ui_phases_select_card (fixture, 0);
  g_assert_cmpstr (get_word (fixture, 1, WAXSEAL_OUTLOOK_CLIENT_WEB), ==, "Failed");
}

/* What a late phase waits for leads to what to check. */
static void
test_trouble (UiFixture *fixture)
{
  GtkWidget *list = ui_phases_get_part (fixture, "verify", "trouble_list");

  ui_phases_deploy (fixture, 0);
  ui_phases_show (fixture, "verify");
  g_assert_false (gtk_widget_get_visible (list));
  waxseal_record_set_text (ui_phases_get_phase (fixture, 0), "deployed-on", "2026-01-01T00:00:00Z");
  g_assert_cmpstr (ui_phases_get_next (fixture), ==, "What to Check");
  ui_phases_show (fixture, "plan");
  ui_phases_press_next (fixture);
  g_assert_cmpstr (ui_phases_get_section (fixture), ==, "verify");
  ui_driver_wait_label (list, "1. Look where the button is");
}

static const UiTest tests[] = {
  { "/ui/verify/table", test_table, "Contoso" },
  { "/ui/verify/pass", test_pass, "Contoso" },
  { "/ui/verify/fail", test_fail, "Contoso" },
  { "/ui/verify/phases", test_phases, "Contoso" },
  { "/ui/verify/trouble", test_trouble, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
