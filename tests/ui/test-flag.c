/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The flag tester, opened from a domain's row as a user does. */
#include <string.h>

#include "ui-fixture.h"
#include "waxseal-domain-row.h"
#include "waxseal-enums.h"
#include "waxseal-flag-dialog.h"
#include "waxseal-mail-domain.h"

static GtkWidget *
open_dialog (UiFixture *fixture, WaxsealFlagType type, const char *value)
{
  GListStore *domains = waxseal_record_get_list (ui_fixture_get_organization (fixture), "domains");
  g_autoptr (WaxsealMailDomain) domain = g_object_new (WAXSEAL_TYPE_MAIL_DOMAIN,
                                                       "name",
                                                       "contoso.com",
                                                       "encryption-type",
                                                       WAXSEAL_ENCRYPTION_TYPE_FLAG,
                                                       "flag-type",
                                                       type,
                                                       "flag-value",
                                                       value,
                                                       NULL);
  GtkWidget *row;

  g_list_store_remove_all (domains);
  g_list_store_append (domains, domain);
  waxseal_window_show_page (fixture->window, "addin-settings");
  row = ui_driver_find_row (ui_fixture_get_page (fixture, "addin-settings"),
                            WAXSEAL_TYPE_DOMAIN_ROW,
                            "contoso.com",
                            NULL);
  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
  ui_driver_click (row, "Flag _Tester…");
  return GTK_WIDGET (ui_driver_wait_dialog (WAXSEAL_TYPE_FLAG_DIALOG));
}

static void
type_message (GtkWidget *dialog, const char *text)
{
  GtkWidget *view = ui_driver_get_child (dialog, "message_view");

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), text, -1);
}

static const char *
get_title (GtkWidget *dialog, const char *id)
{
  return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (ui_driver_get_child (dialog, id)));
}

static char *
dup_value (GtkWidget *dialog, const char *id)
{
  char *value;

  g_object_get (ui_driver_get_child (dialog, id), "value", &value, NULL);
  return value;
}

static void
test_subject (UiFixture *fixture)
{
  GtkWidget *dialog = open_dialog (fixture, WAXSEAL_FLAG_TYPE_SUBJECT, "[SECURE]");
  GtkWidget *ignore_case = ui_driver_get_child (dialog, "case_switch");
  g_autofree char *pattern = NULL;
  g_autofree char *rule = NULL;

  type_message (dialog, "[secure] Offer");
  g_assert_nonnull (strstr (get_title (dialog, "verdict_row"), "case differ"));
  gtk_switch_set_active (GTK_SWITCH (ignore_case), TRUE);
  g_assert_cmpstr (get_title (dialog, "verdict_row"),
                   ==,
                   "The gateway would encrypt this message.");

  pattern = dup_value (dialog, "pattern_row");
  g_assert_cmpstr (pattern, ==, "(?i)\\[SECURE\\]");
  rule = dup_value (dialog, "rule_row");
  g_assert_cmpstr (rule, ==, "subject == \"(?i)\\\\[SECURE\\\\]\"");
  g_assert_false (gtk_widget_get_visible (ui_driver_get_child (dialog, "header_row")));
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_header (UiFixture *fixture)
{
  GtkWidget *dialog = open_dialog (fixture, WAXSEAL_FLAG_TYPE_HEADER, "X-Encrypt: yes");
  g_autofree char *header = NULL;

  type_message (dialog, "Subject: Offer\nX-Encrypt: yes\n");
  g_assert_cmpstr (get_title (dialog, "verdict_row"),
                   ==,
                   "The gateway would encrypt this message.");
  g_assert_true (gtk_widget_get_visible (ui_driver_get_child (dialog, "header_row")));
  header = dup_value (dialog, "header_row");
  g_assert_cmpstr (header, ==, "X-Encrypt");
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_no_flag (UiFixture *fixture)
{
  GtkWidget *dialog = open_dialog (fixture, WAXSEAL_FLAG_TYPE_SUBJECT, "");

  type_message (dialog, "Offer");
  g_assert_nonnull (strstr (get_title (dialog, "verdict_row"), "no flag value"));
  g_assert_true (gtk_widget_get_visible (ui_driver_get_child (dialog, "advice_group")));
  g_assert_false (gtk_widget_get_visible (ui_driver_get_child (dialog, "filter_group")));
  gtk_window_close (GTK_WINDOW (dialog));
}

int
main (int argc, char **argv)
{
  const UiTest tests[] = {
    { "/flag/subject", test_subject, "Contoso" },
    { "/flag/header", test_header, "Contoso" },
    { "/flag/no-flag", test_no_flag, "Contoso" },
  };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
