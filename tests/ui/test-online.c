/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asking the addresses of a manifest, from the window: on request, and never otherwise. */
#include <libsoup/soup.h>
#include <string.h>

#include "http-fixture.h"
#include "test-manifest-base.h"
#include "ui-fixture.h"
#include "waxseal-manifest-page.h"
#include "waxseal-manifest-summary.h"
#include "waxseal-online-host.h"
#include "waxseal-online-row.h"
#include "waxseal-ribbon-button.h"

/** Site: a server with two icons and a page, and a manifest whose addresses are there. */
typedef struct
{
  SoupServer *server;
  char *base;
  GBytes *icon;
  gboolean is_silent;
  guint n_requests;
} Site;

/* A picture that can be decoded, @size pixels wide and high. */
static GBytes *
draw (int size)
{
  g_autofree guint8 *pixels = g_malloc (size * size * 4);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;

  for (int i = 0; i < size * size * 4; i++)
    pixels[i] = i % 4 == 1 ? 160 : 255;
  bytes = g_bytes_new (pixels, size * size * 4);
  texture = gdk_memory_texture_new (size, size, GDK_MEMORY_R8G8B8A8, bytes, size * 4);
  return gdk_texture_save_to_png_bytes (texture);
}

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  Site *site = user_data;

  site->n_requests++;
  soup_server_message_set_status (message, g_str_equal (path, "/help") ? 404 : 200, NULL);
  if (site->is_silent)
    soup_server_message_pause (message);
  else if (g_str_has_suffix (path, ".png"))
    soup_server_message_set_response (message,
                                      "image/png",
                                      SOUP_MEMORY_COPY,
                                      g_bytes_get_data (site->icon, NULL),
                                      g_bytes_get_size (site->icon));
  else
    soup_server_message_set_response (message, "text/html", SOUP_MEMORY_STATIC, "<p>", 3);
}

static GtkWidget *
get_group (UiFixture *fixture)
{
  GtkWidget *summary = ui_driver_get_child (ui_fixture_get_page (fixture, "manifest"), "summary");

  return GTK_WIDGET (waxseal_manifest_summary_get_online (WAXSEAL_MANIFEST_SUMMARY (summary)));
}

/* Shows the base manifest with its addresses at @base; without one, as it is. */
static void
open_manifest (UiFixture *fixture, const char *base)
{
  GString *text = g_string_new (base_manifest);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WaxsealManifestDocument) document = NULL;
  g_autoptr (GListStore) findings = g_list_store_new (WAXSEAL_TYPE_FINDING);

  if (base != NULL)
    {
      g_string_replace (text, "https://addin.contoso.com", base, 0);
      g_string_replace (text, "https://contoso.com", base, 0);
    }
  bytes = g_string_free_to_bytes (text);
  document = waxseal_manifest_document_new (bytes);
  waxseal_window_show_page (fixture->window, "manifest");
  waxseal_manifest_page_show_file (WAXSEAL_MANIFEST_PAGE (
                                     ui_fixture_get_page (fixture, "manifest")),
                                   document,
                                   G_LIST_MODEL (findings),
                                   "manifest.xml");
  ui_driver_settle (50);
}

static void
set_up (Site *site, UiFixture *fixture)
{
  site->icon = draw (64);
  site->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (site->server, NULL, handle_cb, site, NULL);
  site->base = http_fixture_listen (site->server, FALSE);
  waxseal_online_group_set_practice (WAXSEAL_ONLINE_GROUP (get_group (fixture)), TRUE);
  open_manifest (fixture, site->base);
}

static void
tear_down (Site *site)
{
  soup_server_disconnect (site->server);
  g_object_unref (site->server);
  g_bytes_unref (site->icon);
  g_free (site->base);
}

static void
show_view (UiFixture *fixture, const char *name)
{
  GtkWidget *views = ui_driver_get_child (ui_fixture_get_page (fixture, "manifest"), "views");

  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (views), name);
  ui_driver_settle (300);
}

static gboolean
is_done (gpointer group)
{
  return !gtk_widget_get_visible (ui_driver_get_child (group, "cancel_button"));
}

static gboolean
is_host (GtkWidget *widget, gpointer user_data)
{
  return WAXSEAL_IS_ONLINE_HOST (widget);
}

static gboolean
has_title (GtkWidget *widget, gpointer title)
{
  return WAXSEAL_IS_ONLINE_ROW (widget) &&
         g_str_equal (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title);
}

static const char *
find_host_text (UiFixture *fixture)
{
  GtkWidget *host = ui_driver_visit (get_group (fixture), is_host, NULL);

  return adw_expander_row_get_subtitle (ADW_EXPANDER_ROW (host));
}

static const char *
find_row_text (UiFixture *fixture, const char *title)
{
  GtkWidget *row = ui_driver_visit (get_group (fixture), has_title, (gpointer) title);

  g_assert_nonnull (row);
  return adw_action_row_get_subtitle (ADW_ACTION_ROW (row));
}

static void
test_check (UiFixture *fixture)
{
  Site site = { 0 };
  GtkWidget *group = get_group (fixture), *host;

  set_up (&site, fixture);
  g_assert_nonnull (strstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)),
                            "asks 127.0.0.1 for"));
  g_assert_cmpstr (find_host_text (fixture), ==, "9 addresses");
  g_assert_cmpstr (find_row_text (fixture, "/64.png"), ==, "Icon, in the size 64");
  g_assert_cmpuint (site.n_requests, ==, 0);

  ui_driver_click (group, "Check Addresses Online");
  ui_driver_wait (is_done, group);
  g_assert_cmpuint (site.n_requests, ==, 9);
  g_assert_cmpstr (find_host_text (fixture), ==, "9 addresses · 6 verified · 3 wrong");
  host = ui_driver_visit (group, is_host, NULL);
  g_assert_true (adw_expander_row_get_expanded (ADW_EXPANDER_ROW (host)));
  g_assert_true (
    g_str_has_prefix (find_row_text (fixture, "/64.png"), "Icon, in the size 64\nVerified on "));
  g_assert_nonnull (strstr (find_row_text (fixture, "/64.png"), " · image/png, 64 × 64 pixels"));
  g_assert_nonnull (strstr (find_row_text (fixture, "/help"), "\nIt answers 404 (Not Found). "));
  g_assert_nonnull (strstr (find_row_text (fixture, "/128.png"), "\nThe picture has 64 × 64"));

  /* Another manifest with the same addresses asks nobody, and what is known stays. */
  open_manifest (fixture, site.base);
  g_assert_cmpstr (find_host_text (fixture), ==, "9 addresses · 6 verified · 3 wrong");
  g_assert_cmpuint (site.n_requests, ==, 9);
  tear_down (&site);
}

/* What had answered stays, what had not does not count as wrong. */
static void
test_stop (UiFixture *fixture)
{
  Site site = { 0 };
  GtkWidget *group = get_group (fixture);

  set_up (&site, fixture);
  site.is_silent = TRUE;
  ui_driver_click (group, "Check Addresses Online");
  while (site.n_requests == 0)
    ui_driver_settle (20);
  ui_driver_click (group, "Stop");
  g_assert_true (is_done (group));
  ui_driver_settle (200);
  g_assert_cmpstr (find_host_text (fixture), ==, "9 addresses");
  g_assert_cmpuint (site.n_requests, <=, 4);

  site.is_silent = FALSE;
  ui_driver_click (group, "Check Addresses Online");
  ui_driver_wait (is_done, group);
  g_assert_cmpstr (find_host_text (fixture), ==, "9 addresses · 6 verified · 3 wrong");
  tear_down (&site);
}

/* A window that is closed meanwhile leaves nothing behind (under a sanitizer). */
static void
test_closed (UiFixture *fixture)
{
  Site site = { 0 };

  set_up (&site, fixture);
  site.is_silent = TRUE;
  ui_driver_click (get_group (fixture), "Check Addresses Online");
  while (site.n_requests == 0)
    ui_driver_settle (20);
  ui_fixture_restart (fixture);
  ui_driver_settle (100);
  tear_down (&site);
}

static gboolean
is_own_icon (GtkWidget *widget, gpointer user_data)
{
  return GTK_IS_IMAGE (widget) && gtk_widget_get_mapped (widget) &&
         gtk_widget_has_css_class (widget, "own-icon");
}

static gboolean
has_own_icon (gpointer view)
{
  return ui_driver_visit (view, is_own_icon, NULL) != NULL;
}

static void
test_icons (UiFixture *fixture)
{
  static const char *const clients[] = { "web", "windows", "mac", "new_mac" };
  Site site = { 0 };
  GtkWidget *view = ui_driver_get_child (ui_fixture_get_page (fixture, "manifest"), "ribbon");

  set_up (&site, fixture);
  show_view (fixture, "ribbon");
  g_assert_false (has_own_icon (view));
  g_assert_nonnull (
    strstr (gtk_label_get_label (GTK_LABEL (ui_driver_get_child (view, "icons_note"))),
            "from 127.0.0.1."));
  g_assert_cmpuint (site.n_requests, ==, 0);

  ui_driver_click (view, "Load the Icons");
  ui_driver_wait (has_own_icon, view);
  ui_driver_wait (is_done, get_group (fixture));
  g_assert_cmpuint (site.n_requests, ==, 3);
  g_assert_false (gtk_widget_get_visible (ui_driver_get_child (view, "icons_button")));
  for (guint i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (ui_driver_get_child (view, clients[i])),
                                    TRUE);
      ui_driver_settle (50);
      g_assert_true (has_own_icon (view));
    }

  /* Another manifest has the stand-in again. */
  open_manifest (fixture, NULL);
  show_view (fixture, "ribbon");
  g_assert_false (has_own_icon (view));
  tear_down (&site);
}

/* In earnest this computer is not asked, and in practice nobody else. */
static void
test_nobody (UiFixture *fixture)
{
  GtkWidget *group = get_group (fixture);
  GtkWidget *button = ui_driver_get_child (group, "check_button");

  open_manifest (fixture, "https://localhost:3000");
  g_assert_false (gtk_widget_get_sensitive (button));
  open_manifest (fixture, NULL);
  g_assert_true (gtk_widget_get_sensitive (button));
  g_assert_nonnull (strstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)),
                            "addin.contoso.com, contoso.com"));
  waxseal_online_group_set_practice (WAXSEAL_ONLINE_GROUP (group), TRUE);
  open_manifest (fixture, NULL);
  g_assert_false (gtk_widget_get_sensitive (button));
  g_assert_nonnull (
    strstr (adw_preferences_group_get_description (ADW_PREFERENCES_GROUP (group)), "In practice"));
}

int
main (int argc, char **argv)
{
  static const UiTest tests[] = {
    { "/ui/online/check", test_check, "Contoso" },   { "/ui/online/stop", test_stop, "Contoso" },
    { "/ui/online/closed", test_closed, "Contoso" }, { "/ui/online/icons", test_icons, "Contoso" },
    { "/ui/online/nobody", test_nobody, "Contoso" },
  };

  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
