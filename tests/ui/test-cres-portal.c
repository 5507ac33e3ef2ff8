/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The CRES part of the guide from end to end: Waxseal's values are copied, and nothing else, into
 * the practice portal in a real browser; its manifest comes back and is what Waxseal then uses. */
#include <glib/gstdio.h>
#include <string.h>

#include "store-fixture.h"
#include "ui-fixture.h"
#include "ui-keyring.h"
#include "waxseal-copy-row.h"
#include "waxseal-keyring.h"
#include "waxseal-mail-domain.h"
#include "waxseal-practice-server.h"
#include "waxseal-secret-row.h"
#include "web-driver.h"

#define TENANT "11111111-2222-4333-8444-555555555555"
#define CLIENT "66666666-7777-4888-9999-aaaaaaaaaaaa"
#define SECRET "WaxsealTestSecret~3f.Q-x_9"

/** Job: Waxseal on one side, the portal in a browser on the other. */
typedef struct
{
  UiFixture *fixture;
  GtkWidget *page;
  WebDriver *browser;
  const char *base;
} Job;

static void
stored_cb (GObject *keyring, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;

  waxseal_keyring_store_finish (WAXSEAL_KEYRING (keyring), result, &error);
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static gboolean
is_true (gpointer value)
{
  return *(gboolean *) value;
}

static void
store_secret (WaxsealOrganization *organization)
{
  g_autoptr (WaxsealKeyring) keyring = waxseal_keyring_new ();
  g_autoptr (SecretValue) value = secret_value_new (SECRET, -1, "text/plain");
  g_autoptr (WaxsealKeyringItem) item = g_object_new (WAXSEAL_TYPE_KEYRING_ITEM,
                                                      "organization",
                                                      waxseal_organization_get_id (organization),
                                                      "key-id",
                                                      "k1",
                                                      NULL);
  gboolean done = FALSE;

  waxseal_keyring_store_async (keyring, item, value, NULL, stored_cb, &done);
  ui_driver_wait (is_true, &done);
}

static void
fill_in (UiFixture *fixture)
{
  WaxsealOrganization *organization = ui_fixture_get_organization (fixture);
  g_autofree char *refused = NULL;

  g_object_set (waxseal_organization_get_entra_app (organization),
                "tenant-id",
                TENANT,
                "client-id",
                CLIENT,
                "secret-key-id",
                "k1",
                NULL);
  waxseal_mail_domain_add_all (waxseal_record_get_list (organization, "domains"),
                               "contoso.com, contoso.jp",
                               &refused);
  store_secret (organization);
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
read_clipboard (Job *job)
{
  char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (job->page), NULL, read_cb, &text);
  ui_driver_wait (is_read, &text);
  return text;
}

static gboolean
is_copied (gpointer row)
{
  return strstr (adw_action_row_get_subtitle (row), "Copied") != NULL;
}

/* Presses Copy in the row called @title, and types what is then on the clipboard into the field. */
static void
carry (Job *job, const char *title, const char *selector)
{
  GtkWidget *row = ui_driver_find_row (job->page, ADW_TYPE_ACTION_ROW, title, NULL);
  GType type = G_OBJECT_TYPE (row);
  g_autofree char *text = NULL;

  g_signal_emit_by_name (gtk_widget_get_template_child (row, type, "copy_button"), "clicked");
  if (WAXSEAL_IS_SECRET_ROW (row))
    ui_driver_wait (is_copied, row);
  text = read_clipboard (job);
  g_assert_cmpstr (text, !=, "");
  web_driver_type (job->browser, selector, text);
}

static void
open_tab (Job *job, const char *tab)
{
  g_autofree char *uri = g_strdup_printf ("%s/admin/accounts/1000001/%s", job->base, tab);

  web_driver_go (job->browser, uri);
}

static gboolean
lists_domains (gpointer job)
{
  g_autofree char *entries = web_driver_dup_text (((Job *) job)->browser, "#entries");

  return strstr (entries, "contoso.com") != NULL;
}

static gboolean
is_asking (gpointer job)
{
  return ui_driver_find_button (((Job *) job)->page, "_Yes") != NULL;
}

static void
do_profiles (Job *job)
{
  open_tab (job, "profiles");
  carry (job, "Values", "#values");
  web_driver_click (job->browser, "#add");
  ui_driver_click (job->page, "I _Pressed It");
  ui_driver_wait (is_asking, job);
  ui_driver_wait (lists_domains, job);
  ui_driver_click (job->page, "_Yes");
}

static gboolean
has_saved (gpointer browser)
{
  return web_driver_has (browser, ".saved");
}

static gboolean
has_link (gpointer browser)
{
  return web_driver_has (browser, "#download");
}

static void
do_config (Job *job)
{
  open_tab (job, "addin-config");
  carry (job, "Tenant ID", "#tenant");
  carry (job, "Client ID", "#client");
  carry (job, "Client Secret", "#secret");
  web_driver_click (job->browser, "#save-details");
  ui_driver_wait (has_saved, job->browser);
  carry (job, "Encryption Type", "#encryption");
  g_assert_nonnull (ui_driver_find_label (job->page, "Press Save Configuration for All Domains"));
  web_driver_click (job->browser, "#save-all");
  ui_driver_wait (has_link, job->browser);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (ui_driver_get_child (
                                 ui_driver_get_child (job->page, "config_group"), "saved_check")),
                               TRUE);
}

static gboolean
offers_manifest (gpointer job)
{
  return ui_driver_find_label (((Job *) job)->page, "manifest.xml") != NULL;
}

static gboolean
asks_to_use (gpointer page)
{
  return ui_driver_find_button (page, "Use This File…") != NULL;
}

static void
do_manifest (Job *job)
{
  GtkWidget *manifest_page = ui_fixture_get_page (job->fixture, "manifest");
  GtkWindow *dialog;

  web_driver_click (job->browser, "#download");
  ui_driver_wait (offers_manifest, job);
  ui_driver_click (job->page, "_Open");
  ui_driver_wait (asks_to_use, manifest_page);
  ui_driver_click (manifest_page, "Use This File…");
  dialog = ui_driver_wait_dialog (ADW_TYPE_MESSAGE_DIALOG);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "cres");
}

static gboolean
is_imported (gpointer organization)
{
  return g_str_equal (waxseal_record_get_text (waxseal_organization_get_addin (organization),
                                               "provider-name"),
                      "Waxseal Practice");
}

/* Where both the browser and Waxseal look for downloads. */
static char *
make_downloads (void)
{
  char *folder = g_dir_make_tmp ("waxseal-downloads-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (g_get_user_config_dir (), "user-dirs.dirs", NULL);
  g_autofree char *text = g_strdup_printf ("XDG_DOWNLOAD_DIR=\"%s\"\n", folder);

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_reload_user_special_dirs_cache ();
  return folder;
}

static gboolean
is_signed_in (gpointer browser)
{
  return web_driver_has (browser, "a[href*='1000001']");
}

static void
do_job (UiFixture *fixture, WebDriver *browser, const char *base)
{
  g_autofree char *portal = g_strconcat (base, "/admin", NULL);
  g_autoptr (GSettings) settings = g_settings_new ("io.github.waxseal.Waxseal");
  Job job = { fixture, NULL, browser, base };

  g_settings_set_boolean (settings, "watch-downloads", TRUE);
  fill_in (fixture);
  waxseal_window_show_page (fixture->window, "cres-account");
  ui_driver_settle (300);
  job.page = ui_fixture_get_page (fixture, "cres-account");

  web_driver_go (browser, portal);
  web_driver_click (browser, "#sign-in");
  ui_driver_wait (is_signed_in, browser);
  do_profiles (&job);
  do_config (&job);
  do_manifest (&job);
  ui_driver_wait (is_imported, ui_fixture_get_organization (fixture));
}

static void
test_job (UiFixture *fixture)
{
  UiKeyring *keyring = ui_keyring_start ();
  g_autofree char *downloads = make_downloads ();
  WebDriver *browser = keyring != NULL ? web_driver_start (downloads) : NULL;
  g_autoptr (WaxsealPracticeServer) server = NULL;

  if (browser != NULL)
    {
      server = waxseal_practice_server_new (10);
      g_assert_true (waxseal_practice_server_start (server, 0, NULL));
      do_job (fixture, browser, waxseal_practice_server_get_base (server));
      waxseal_practice_server_stop (server);
      web_driver_stop (browser);
      ui_fixture_flush (fixture);
      g_assert_false (ui_keyring_is_in_folder (g_get_user_data_dir (), SECRET));
    }
  if (keyring != NULL)
    ui_keyring_stop (keyring, SECRET);
  store_fixture_delete (downloads);
}

int
main (int argc, char **argv)
{
  const UiTest tests[] = { { "/cres-portal/job", test_job, "Contoso" } };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
