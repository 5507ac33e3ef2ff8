/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window of 360 pixels shows everything, in each language that is built; and what the window
 * remembers. */
#include "config.h"

#include "ui-fixture.h"

#include <glib/gi18n.h>

#include "waxseal-field-row.h"
#include "waxseal-mail-domain.h"

#define NARROW 360

static const char *const pages[] = {
  "overview", "entra-app", "cres-account", "addin-settings", "manifest", "deployment",
};

/* What a window without shadows has around it, on a display that does not compose. */
#define BORDER 10

static gboolean
has_width (gpointer window)
{
  return gtk_widget_get_width (window) > 0;
}

static void
resize (UiFixture *fixture, int width)
{
  ui_driver_wait (has_width, fixture->window);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), width, 700);
  ui_driver_settle (500);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, width);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), >=, width - BORDER);
}

static void
add_domain (UiFixture *fixture)
{
  GListStore *domains = waxseal_record_get_list (ui_fixture_get_organization (fixture), "domains");
  g_autofree char *refused = NULL;

  waxseal_mail_domain_add_all (domains, "contoso.com", &refused);
}

static gboolean
expand (GtkWidget *widget, gpointer user_data)
{
  if (ADW_IS_EXPANDER_ROW (widget))
    adw_expander_row_set_expanded (ADW_EXPANDER_ROW (widget), TRUE);
  return FALSE;
}

typedef struct
{
  int width;
  GtkWidget *widget;
} Widest;

/* The narrowest widget that is too wide names the culprit. */
static gboolean
find_widest (GtkWidget *widget, gpointer user_data)
{
  Widest *widest = user_data;
  int minimum;

  if (GTK_IS_WINDOW (widget) || !gtk_widget_get_visible (widget))
    return FALSE;
  gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum > NARROW - BORDER && !GTK_IS_VIEWPORT (widget))
    {
      widest->width = minimum;
      widest->widget = widget;
    }
  return FALSE;
}

static void
assert_fits (GtkWidget *root, const char *name)
{
  Widest widest = { 0, NULL };
  int minimum;

  gtk_widget_measure (root, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (minimum <= NARROW - BORDER)
    return;
  ui_driver_visit (root, find_widest, &widest);
  g_error ("“%s” needs %d pixels, by a %s of %d",
           name,
           minimum,
           G_OBJECT_TYPE_NAME (widest.widget),
           widest.width);
}

/* No page, with all that is in it unfolded, needs more than 360 pixels. */
static void
test_fits (UiFixture *fixture)
{
  GtkWidget *stack = ui_fixture_make_pages (fixture);
  gsize i;

  add_domain (fixture);
  ui_driver_visit (stack, expand, NULL);
  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    assert_fits (ui_fixture_get_page (fixture, pages[i]), pages[i]);
  assert_fits (ui_fixture_get_child (fixture, "root"), "window");
  resize (fixture, NARROW);
  for (i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      waxseal_window_show_page (fixture->window, pages[i]);
      ui_driver_settle (300);
      assert_fits (ui_fixture_get_page (fixture, pages[i]), pages[i]);
      g_assert_cmpint (gtk_widget_get_width (stack), <=, NARROW);
      g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), <=, NARROW);
    }
}

static void
test_welcome_fits (UiFixture *fixture)
{
  resize (fixture, NARROW);
  assert_fits (ui_fixture_get_child (fixture, "root"), "welcome");
}

static gboolean
shows_side (UiFixture *fixture)
{
  AdwLeaflet *leaflet = ADW_LEAFLET (ui_fixture_get_child (fixture, "leaflet"));

  return gtk_widget_is_ancestor (ui_fixture_get_child (fixture, "sidebar"),
                                 adw_leaflet_get_visible_child (leaflet));
}

static gboolean
is_back_button (GtkWidget *widget, gpointer user_data)
{
  return GTK_IS_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         g_strcmp0 (gtk_widget_get_tooltip_text (widget), _ ("Back to the pages")) == 0;
}

/* Folded: the list of the pages, then a page, and back. */
static void
test_folds (UiFixture *fixture)
{
  GtkWidget *leaflet = ui_fixture_get_child (fixture, "leaflet");
  GtkListBox *sidebar = GTK_LIST_BOX (ui_fixture_get_child (fixture, "sidebar"));
  GtkWidget *back;

  resize (fixture, 1200);
  g_assert_null (ui_driver_visit (leaflet, is_back_button, NULL));
  g_assert_false (adw_leaflet_get_folded (ADW_LEAFLET (leaflet)));
  resize (fixture, NARROW);
  g_assert_true (adw_leaflet_get_folded (ADW_LEAFLET (leaflet)));

  waxseal_window_show_page (fixture->window, "entra-app");
  ui_driver_settle (400);
  g_assert_false (shows_side (fixture));
  back = ui_driver_visit (leaflet, is_back_button, NULL);
  g_assert_nonnull (back);
  g_signal_emit_by_name (back, "clicked");
  ui_driver_settle (400);
  g_assert_true (shows_side (fixture));
  gtk_widget_activate (GTK_WIDGET (gtk_list_box_get_row_at_index (sidebar, 4)));
  ui_driver_settle (400);
  g_assert_false (shows_side (fixture));
  g_assert_cmpstr (ui_fixture_get_visible (fixture, "pages"), ==, "manifest");
}

static gboolean
is_folded (gpointer flap)
{
  return adw_flap_get_folded (flap);
}

/* There is no room beside the settings: the preview covers them, when it is asked for, and a field
 * that is looked for is not covered. */
static void
test_preview_folds (UiFixture *fixture)
{
  GtkWidget *page = ui_fixture_get_page (fixture, "addin-settings");
  AdwFlap *flap = ADW_FLAP (ui_driver_get_child (page, "flap"));

  resize (fixture, NARROW);
  waxseal_window_show_page (fixture->window, "addin-settings");
  ui_driver_settle (400);
  ui_driver_wait (is_folded, flap);
  g_assert_false (adw_flap_get_reveal_flap (flap));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.toggle-preview", NULL);
  ui_driver_settle (400);
  g_assert_true (adw_flap_get_reveal_flap (flap));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.edit-field", "s", "provider-name");
  ui_driver_settle (400);
  g_assert_false (adw_flap_get_reveal_flap (flap));
  resize (fixture, 1200);
  g_assert_true (adw_flap_get_reveal_flap (flap));
}

static void
test_remembered (UiFixture *fixture)
{
  g_autofree char *id =
    g_strdup (waxseal_organization_get_id (ui_fixture_get_organization (fixture)));
  int width, height;

  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.duplicate-organization", NULL);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.open-organization", "s", id);
  waxseal_window_show_page (fixture->window, "cres-account");
  resize (fixture, 777);
  width = gtk_widget_get_width (GTK_WIDGET (fixture->window));
  height = gtk_widget_get_height (GTK_WIDGET (fixture->window));
  ui_fixture_restart (fixture);
  ui_driver_wait (has_width, fixture->window);
  g_assert_cmpint (gtk_widget_get_width (GTK_WIDGET (fixture->window)), ==, width);
  g_assert_cmpint (gtk_widget_get_height (GTK_WIDGET (fixture->window)), ==, height);
  g_assert_cmpstr (ui_fixture_get_visible (fixture, "pages"), ==, "cres-account");
  g_assert_cmpstr (waxseal_organization_get_id (ui_fixture_get_organization (fixture)), ==, id);
}

/* Who closes the window at once after the last key loses nothing. */
static void
test_close_saves (UiFixture *fixture)
{
  GtkWidget *page = ui_fixture_get_page (fixture, "addin-settings");
  GtkWidget *row = ui_driver_find_row (page, WAXSEAL_TYPE_FIELD_ROW, _ ("Provider"), NULL);
  g_autoptr (JsonNode) root = NULL;

  ui_driver_type (row, "Last Words");
  g_assert_cmpint (waxseal_organization_store_get_save_state (
                     waxseal_window_get_store (fixture->window)),
                   !=,
                   WAXSEAL_SAVE_STATE_IDLE);
  ui_fixture_restart (fixture);
  root = ui_fixture_read_json (fixture);
  g_assert_nonnull (
    strstr (json_node_get_string (ui_fixture_find_member (root, "addin/provider-name")),
            "Last Words"));
}

static const UiTest tests[] = {
  { "/ui/narrow/fits", test_fits, "Contoso" },
  { "/ui/narrow/welcome-fits", test_welcome_fits, NULL },
  { "/ui/narrow/folds", test_folds, "Contoso" },
  { "/ui/narrow/preview-folds", test_preview_folds, "Contoso" },
  { "/ui/narrow/remembered", test_remembered, "Contoso" },
  { "/ui/narrow/close-saves", test_close_saves, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
