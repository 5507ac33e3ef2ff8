/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The CRES Account page: the portal's traps, each kept away from the user. */
#include <string.h>

#include "ui-fixture.h"
#include "waxseal-companion-window.h"
#include "waxseal-copy-row.h"
#include "waxseal-domain-row.h"
#include "waxseal-enums.h"
#include "waxseal-mail-domain.h"
#include "waxseal-secret-clipboard.h"

#define SECRET "WaxsealTestSecret~1.a_b"

static WaxsealMailDomain *
add_domain (UiFixture *fixture, const char *name)
{
  GListStore *domains = waxseal_record_get_list (ui_fixture_get_organization (fixture), "domains");
  g_autoptr (WaxsealMailDomain) domain =
    g_object_new (WAXSEAL_TYPE_MAIL_DOMAIN, "name", name, NULL);

  g_list_store_append (domains, domain);
  return domain;
}

static GtkWidget *
show_page (UiFixture *fixture)
{
  waxseal_window_show_page (fixture->window, "cres-account");
  ui_driver_settle (300);
  return ui_fixture_get_page (fixture, "cres-account");
}

static gboolean
is_asking (gpointer page)
{
  return ui_driver_find_button (page, "_Yes") != NULL;
}

/* Both at once, waited for, and marked only when the portal lists them. */
static void
test_profiles (UiFixture *fixture)
{
  WaxsealMailDomain *domain = add_domain (fixture, "contoso.com");
  WaxsealMailDomain *other = add_domain (fixture, "contoso.jp");
  GtkWidget *page = show_page (fixture);

  g_assert_nonnull (ui_driver_find_label (page, "contoso.com,contoso.jp"));
  ui_driver_click (page, "I _Pressed It");
  g_assert_null (ui_driver_find_button (page, "I _Pressed It"));
  g_assert_nonnull (ui_driver_find_label (page, "do not refresh or leave it"));

  ui_driver_wait (is_asking, page);
  g_assert_cmpstr (waxseal_record_get_text (domain, "in-profiles-on"), ==, "");
  ui_driver_click (page, "_No");
  g_assert_cmpstr (waxseal_record_get_text (domain, "in-profiles-on"), ==, "");
  g_assert_nonnull (ui_driver_find_label (page, "Cisco TAC"));

  ui_driver_click (page, "I _Pressed It");
  ui_driver_wait (is_asking, page);
  ui_driver_click (page, "_Yes");
  g_assert_cmpstr (waxseal_record_get_text (domain, "in-profiles-on"), !=, "");
  g_assert_cmpstr (waxseal_record_get_text (other, "in-profiles-on"), !=, "");
  g_assert_null (ui_driver_find_button (page, "I _Pressed It"));
}

static guint
count_rows (GtkWidget *list)
{
  guint n = 0;

  for (GtkWidget *row = gtk_widget_get_first_child (list); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    n += GTK_IS_LIST_BOX_ROW (row);
  return n;
}

static void
test_lines (UiFixture *fixture)
{
  WaxsealMailDomain *domain = add_domain (fixture, "contoso.com");
  GtkWidget *page = show_page (fixture);
  GtkWidget *lines = ui_driver_get_child (ui_driver_get_child (page, "config_group"), "lines_box");

  g_assert_cmpuint (count_rows (lines), ==, 4);
  add_domain (fixture, "contoso.jp");
  g_assert_cmpuint (count_rows (lines), ==, 4);
  g_assert_nonnull (ui_driver_find_label (lines, "Press Save Configuration for All Domains"));

  g_object_set (
    domain, "encryption-type", WAXSEAL_ENCRYPTION_TYPE_FLAG, "flag-value", "[SECURE]", NULL);
  g_assert_cmpuint (count_rows (lines), ==, 10);
  g_assert_null (ui_driver_find_label (lines, "for All Domains"));
}

/* There is no way to say that one step is saved and the other is not. */
static void
test_saved (UiFixture *fixture)
{
  WaxsealMailDomain *domain = add_domain (fixture, "contoso.com");
  WaxsealCresAccount *account =
    waxseal_organization_get_cres_account (ui_fixture_get_organization (fixture));
  GtkWidget *group = ui_driver_get_child (show_page (fixture), "config_group");
  GtkCheckButton *check = GTK_CHECK_BUTTON (ui_driver_get_child (group, "saved_check"));

  gtk_check_button_set_active (check, TRUE);
  g_assert_cmpstr (waxseal_record_get_text (account, "azure-details-saved-on"), !=, "");
  g_assert_cmpstr (waxseal_record_get_text (domain, "settings-saved-on"), !=, "");
  gtk_check_button_set_active (check, FALSE);
  g_assert_cmpstr (waxseal_record_get_text (account, "azure-details-saved-on"), ==, "");
  g_assert_cmpstr (waxseal_record_get_text (domain, "settings-saved-on"), ==, "");
}

static void
test_companion (UiFixture *fixture)
{
  GtkWidget *window;

  add_domain (fixture, "contoso.com");
  g_object_set (waxseal_organization_get_entra_app (ui_fixture_get_organization (fixture)),
                "tenant-id",
                "11111111-2222-4333-8444-555555555555",
                NULL);
  show_page (fixture);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.show-companion", NULL);
  window = GTK_WIDGET (ui_driver_wait_dialog (WAXSEAL_TYPE_COMPANION_WINDOW));
  ui_driver_settle (300);
  g_assert_nonnull (ui_driver_find_label (window, "11111111-2222-4333-8444-555555555555"));
  g_assert_nonnull (ui_driver_find_label (window, "contoso.com"));
  /* Its groups can do what they can do in the main window. */
  g_assert_true (gtk_widget_activate_action (window, "win.copied", "s", "Tenant ID"));
  gtk_window_close (GTK_WINDOW (window));
}

static void
read_cb (GObject *clipboard, GAsyncResult *result, gpointer user_data)
{
  char **text = user_data;

  *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
  if (*text == NULL)
    *text = g_strdup ("");
}

static gboolean
is_read (gpointer text)
{
  return *(char **) text != NULL;
}

static char *
read_clipboard (GdkClipboard *clipboard)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (clipboard, NULL, read_cb, &text);
  ui_driver_wait (is_read, &text);
  return text;
}

static void
test_clipboard (UiFixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autoptr (WaxsealSecretClipboard) lender = waxseal_secret_clipboard_new (clipboard);
  g_autoptr (SecretValue) secret = secret_value_new (SECRET, -1, "text/plain");
  g_autofree char *copied = NULL;
  g_autofree char *cleared = NULL;
  g_autofree char *other = NULL;
  g_autofree char *ended = NULL;

  waxseal_secret_clipboard_copy (lender, secret);
  copied = read_clipboard (clipboard);
  g_assert_cmpstr (copied, ==, SECRET);
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (clipboard),
                                                        "x-kde-passwordManagerHint"));
  g_assert_cmpuint (waxseal_secret_clipboard_get_seconds_left (lender),
                    ==,
                    WAXSEAL_SECRET_CLIPBOARD_SECONDS);
  waxseal_secret_clipboard_clear (lender);
  cleared = read_clipboard (clipboard);
  g_assert_cmpstr (cleared, ==, "");

  /* What was copied since stays. */
  waxseal_secret_clipboard_copy (lender, secret);
  gdk_clipboard_set_text (clipboard, "something else");
  g_assert_cmpuint (waxseal_secret_clipboard_get_seconds_left (lender), ==, 0);
  waxseal_secret_clipboard_clear (lender);
  other = read_clipboard (clipboard);
  g_assert_cmpstr (other, ==, "something else");

  /* A secret does not outlive who copied it. */
  waxseal_secret_clipboard_copy (lender, secret);
  g_clear_object (&lender);
  ended = read_clipboard (clipboard);
  g_assert_cmpstr (ended, ==, "");
}

static gboolean
is_over (gpointer lender)
{
  return waxseal_secret_clipboard_get_seconds_left (lender) == 0;
}

/* The real time, on a real display: three waits, each shorter than the patience of the driver. */
static void
test_clipboard_time (UiFixture *fixture)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->window));
  g_autoptr (WaxsealSecretClipboard) lender = waxseal_secret_clipboard_new (clipboard);
  g_autoptr (SecretValue) secret = secret_value_new (SECRET, -1, "text/plain");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  waxseal_secret_clipboard_copy (lender, secret);
  for (guint i = 0; i < 4; i++)
    ui_driver_settle (8000);
  before = read_clipboard (clipboard);
  g_assert_cmpstr (before, ==, SECRET);
  ui_driver_settle (8000);
  ui_driver_wait (is_over, lender);
  after = read_clipboard (clipboard);
  g_assert_cmpstr (after, ==, "");
}

int
main (int argc, char **argv)
{
  const UiTest tests[] = {
    { "/cres/profiles", test_profiles, "Contoso" },
    { "/cres/lines", test_lines, "Contoso" },
    { "/cres/saved", test_saved, "Contoso" },
    { "/cres/companion", test_companion, "Contoso" },
    { "/cres/clipboard", test_clipboard, "Contoso" },
    { "/cres/clipboard-time", test_clipboard_time, "Contoso" },
  };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
