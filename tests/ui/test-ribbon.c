/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The preview of the ribbon: each Outlook shows the right text in each language, at once. */
#include "ui-fixture.h"

#include <string.h>

#include "waxseal-addin-identity.h"
#include "waxseal-ribbon-button.h"
#include "waxseal-ribbon-view.h"

#define NARROW 350 /* a window of 360 pixels without its border */

static GtkWidget *
get_page (UiFixture *fixture)
{
  return ui_fixture_get_page (fixture, "manifest");
}

static GtkWidget *
get_view (UiFixture *fixture)
{
  return ui_driver_get_child (get_page (fixture), "ribbon");
}

static GtkWidget *
get_sketch (UiFixture *fixture)
{
  return ui_driver_get_child (get_view (fixture), "mockup");
}

static GtkWidget *
get_stage (UiFixture *fixture)
{
  return ui_driver_get_child (get_sketch (fixture), "stage");
}

static void
show (UiFixture *fixture)
{
  GtkWidget *views = ui_driver_get_child (get_page (fixture), "views");

  waxseal_window_show_page (fixture->window, "manifest");
  adw_view_stack_set_visible_child_name (ADW_VIEW_STACK (views), "ribbon");
  ui_driver_settle (300);
}

static void
choose_client (UiFixture *fixture, const char *client)
{
  GtkWidget *toggle = ui_driver_get_child (get_view (fixture), client);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), TRUE);
}

static void
choose (UiFixture *fixture, const char *drop_down_id, const char *wanted)
{
  GtkDropDown *drop_down = GTK_DROP_DOWN (ui_driver_get_child (get_view (fixture), drop_down_id));
  GtkStringList *list = GTK_STRING_LIST (gtk_drop_down_get_model (drop_down));
  const char *string;
  guint i;

  for (i = 0; (string = gtk_string_list_get_string (list, i)) != NULL; i++)
    if (g_str_equal (string, wanted))
      {
        gtk_drop_down_set_selected (drop_down, i);
        return;
      }
  g_error ("There is no “%s” to choose", wanted);
}

static gboolean
is_shown_button (GtkWidget *widget, gpointer text)
{
  return WAXSEAL_IS_RIBBON_BUTTON (widget) && gtk_widget_get_mapped (widget) &&
         (text == NULL ||
          g_str_equal (waxseal_ribbon_button_get_text (WAXSEAL_RIBBON_BUTTON (widget)), text));
}

static gboolean
is_button (GtkWidget *widget, gpointer user_data)
{
  return GTK_IS_BUTTON (widget);
}

/* The button on screen that reads @text; NULL: the first one. */
static GtkWidget *
find_button (UiFixture *fixture, const char *text)
{
  GtkWidget *button = ui_driver_visit (get_sketch (fixture), is_shown_button, (gpointer) text);

  if (button == NULL)
    g_error ("The sketch has no button “%s”", text != NULL ? text : "at all");
  return button;
}

static void
assert_text (UiFixture *fixture, const char *expected)
{
  ui_driver_settle (20);
  g_assert_cmpstr (waxseal_ribbon_button_get_text (
                     WAXSEAL_RIBBON_BUTTON (find_button (fixture, NULL))),
                   ==,
                   expected);
}

static void
press (UiFixture *fixture, const char *text)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_button (fixture, text)), TRUE);
  ui_driver_settle (50);
}

static void
show_xml (UiFixture *fixture, const char *xml)
{
  g_autoptr (GBytes) bytes = g_bytes_new (xml, strlen (xml));
  g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_document_new (bytes);

  waxseal_ribbon_view_show (WAXSEAL_RIBBON_VIEW (get_view (fixture)), document);
  ui_driver_settle (50);
}

static WaxsealRecord *
get_addin (UiFixture *fixture)
{
  return WAXSEAL_RECORD (waxseal_organization_get_addin (ui_fixture_get_organization (fixture)));
}

/* Guide.md, D2: the full name on the web and in new Outlook for Mac, else the button's label. */
static void
test_texts (UiFixture *fixture)
{
  static const struct
  {
    const char *client;
    const char *locale;
    const char *text;
  } cases[] = {
    { "web", "en-US", "Cisco Secure Email Encryption Service" },
    { "web", "ja-JP", "メール暗号化サービス" },
    { "windows", "en-US", "Encrypt" },
    { "windows", "ja-JP", "暗号化" },
    { "mac", "ja-JP", "暗号化" },
    { "mac", "en-US", "Encrypt" },
    { "new_mac", "en-US", "Cisco Secure Email Encryption Service" },
    { "new_mac", "ja-JP", "メール暗号化サービス" },
  };
  GListModel *locales = G_LIST_MODEL (waxseal_record_get_list (get_addin (fixture), "locales"));
  g_autoptr (WaxsealRecord) japanese = g_list_model_get_item (locales, 0);
  gsize i;

  waxseal_record_set_text (japanese, "display-name", "メール暗号化サービス");
  show (fixture);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      choose_client (fixture, cases[i].client);
      choose (fixture, "locales", cases[i].locale);
      assert_text (fixture, cases[i].text);
    }
}

/* The group has the name of the add-in, too. */
static void
test_group (UiFixture *fixture)
{
  show (fixture);
  choose_client (fixture, "windows");
  ui_driver_wait_label (get_sketch (fixture), "Cisco Secure Email Encryption Service");
  waxseal_record_set_text (get_addin (fixture), "display-name", "Seals");
  ui_driver_wait_label (get_sketch (fixture), "Seals");
}

/* Each keystroke arrives, in the very widget that was there, and what is pressed stays pressed. */
static void
test_typing (UiFixture *fixture)
{
  static const char *const texts[] = { "S", "Se", "Sea", "Seal", "Seal it <&>" };
  GtkWidget *button;
  gsize i;

  show (fixture);
  choose_client (fixture, "windows");
  ui_driver_settle (50);
  button = find_button (fixture, NULL);
  press (fixture, NULL);
  for (i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      waxseal_record_set_text (get_addin (fixture), "button-label", texts[i]);
      assert_text (fixture, texts[i]);
      g_assert_true (find_button (fixture, NULL) == button);
      g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)));
    }
  waxseal_record_set_text (get_addin (fixture), "taskpane-url", "https://seal.example/pane");
  ui_driver_wait_label (get_stage (fixture), "https://seal.example/pane");
  waxseal_record_set_text (get_addin (fixture), "button-tooltip", "Press the seal");
  ui_driver_wait_label (get_stage (fixture), "Press the seal");
}

/* Nor does a label of a single letter upset the layout; a warning would end the test. */
static void
test_short (UiFixture *fixture)
{
  static const char *const clients[] = { "web", "windows", "mac", "new_mac" };
  static const char *const properties[] = { "display-name", "button-label" };

  show (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      choose_client (fixture, clients[i]);
      for (char letter = '!'; letter <= '~'; letter++)
        {
          const char text[] = { letter, letter % 3 == 0 ? 'x' : '\0', '\0' };

          for (gsize j = 0; j < G_N_ELEMENTS (properties); j++)
            waxseal_record_set_text (get_addin (fixture), properties[j], text);
          ui_driver_settle (5);
        }
    }
}

/* A preview costs next to nothing at each keystroke. */
static void
test_speed (UiFixture *fixture)
{
  WaxsealManifestDocument *document =
    waxseal_manifest_draft_get_document (ui_fixture_get_draft (fixture));
  gint64 start, duration;
  int i;

  show (fixture);
  start = g_get_monotonic_time ();
  for (i = 0; i < 20; i++)
    waxseal_ribbon_view_show (WAXSEAL_RIBBON_VIEW (get_view (fixture)), document);
  duration = (g_get_monotonic_time () - start) / 20;
  g_test_message ("%d µs each", (int) duration);
  g_assert_cmpint (duration, <, UI_SLOWNESS * 20000);
}

/* What is typed elsewhere is there when the preview is looked at. */
static void
test_hidden (UiFixture *fixture)
{
  waxseal_record_set_text (get_addin (fixture), "button-label", "Later");
  show (fixture);
  choose_client (fixture, "mac");
  assert_text (fixture, "Later");
}

static void
test_press (UiFixture *fixture)
{
  static const char *const clients[] = { "web", "windows", "mac", "new_mac" };
  gsize i;

  show (fixture);
  for (i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      GtkWidget *pane = ui_driver_get_child (get_stage (fixture), "pane");

      choose_client (fixture, clients[i]);
      ui_driver_settle (50);
      g_assert_false (gtk_widget_get_visible (pane));
      press (fixture, NULL);
      g_assert_true (gtk_widget_get_visible (pane));
      g_assert_nonnull (ui_driver_find_label (pane, "https://res.cisco.com/addin/taskpane.html"));
      g_assert_nonnull (
        ui_driver_find_label (get_stage (fixture), "Encrypt this message and send it securely."));
      g_signal_emit_by_name (ui_driver_visit (pane, is_button, NULL), "clicked");
      g_assert_false (gtk_widget_get_visible (pane));
      g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) ==
                     find_button (fixture, NULL));
    }
}

static void
test_style (UiFixture *fixture)
{
  GtkWidget *window;
  gboolean app_is_dark = adw_style_manager_get_dark (adw_style_manager_get_default ());

  show (fixture);
  window = ui_driver_get_child (get_sketch (fixture), "window");
  choose_client (fixture, "dark");
  g_assert_true (gtk_widget_has_css_class (window, "in-dark"));
  g_assert_false (gtk_widget_has_css_class (window, "in-light"));
  choose_client (fixture, "light");
  g_assert_true (gtk_widget_has_css_class (window, "in-light"));
  g_assert_false (gtk_widget_has_css_class (window, "in-dark"));
  g_assert_true (app_is_dark == adw_style_manager_get_dark (adw_style_manager_get_default ()));
}

#define MANIFEST(inside)                                                                           \
  "<OfficeApp xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"                              \
  "<DefaultLocale>en-US</DefaultLocale><DisplayName DefaultValue='Sealer'/><VersionOverrides>"     \
  "<Resources><ShortStrings><String id='a' DefaultValue='First'/>"                                 \
  "<String id='b' DefaultValue='Second'/><String id='t' DefaultValue='Own tab'/></ShortStrings>"   \
  "</Resources>" inside "</VersionOverrides></OfficeApp>"
#define BUTTON(id)                                                                                 \
  "<Control xsi:type='Button'><Label resid='" id "'/><Action xsi:type='ExecuteFunction'>"          \
  "<FunctionName>seal</FunctionName></Action></Control>"
#define MENU                                                                                       \
  "<Control xsi:type='Menu'><Label resid='a'/><Items><Item><Label resid='b'/>"                     \
  "<Action xsi:type='ShowTaskpane'/></Item></Items></Control>"

static void
test_surfaces (UiFixture *fixture)
{
  GtkWidget *empty;

  show (fixture);
  empty = ui_driver_get_child (get_view (fixture), "empty");
  choose_client (fixture, "windows");
  show_xml (fixture,
            MANIFEST ("<ExtensionPoint xsi:type='MessageReadCommandSurface'>" BUTTON (
              "a") "</ExtensionPoint><ExtensionPoint xsi:type='MobileMessageReadCommandSurface'>" //
                      BUTTON ("b") "</ExtensionPoint>"
                                   "<ExtensionPoint xsi:type='LaunchEvent'><LaunchEvents>"
                                   "<LaunchEvent Type='OnMessageSend'/></LaunchEvents>"
                                   "</ExtensionPoint>"));
  g_assert_true (gtk_widget_get_mapped (empty));
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (empty)),
                   ==,
                   "No Button When Writing");
  g_assert_nonnull (ui_driver_find_label (get_view (fixture), "OnMessageSend"));
  choose (fixture, "surfaces", "Reading a message");
  assert_text (fixture, "First");
  g_assert_false (gtk_widget_get_mapped (empty));
  choose (fixture, "surfaces", "Reading a message on a phone");
  assert_text (fixture, "Second");
  g_assert_nonnull (ui_driver_find_label (get_view (fixture), "Outlook on a phone"));
  g_assert_false (gtk_widget_is_sensitive (ui_driver_get_child (get_view (fixture), "windows")));

  show_xml (fixture, "no xml");
  g_assert_true (gtk_widget_get_mapped (empty));
  g_assert_cmpstr (adw_status_page_get_title (ADW_STATUS_PAGE (empty)), ==, "No Preview");
}

/* Where the add-in's name is shown, its buttons are in a menu under it. */
static void
test_menus (UiFixture *fixture)
{
  GtkWidget *stage;

  show (fixture);
  stage = get_stage (fixture);
  show_xml (fixture,
            MANIFEST ("<ExtensionPoint xsi:type='MessageComposeCommandSurface'>"
                      "<CustomTab>" MENU BUTTON ("b") "<Label resid='t'/></CustomTab>"
                                                      "</ExtensionPoint>"));
  choose_client (fixture, "windows");
  press (fixture, "First");
  ui_driver_wait_label (get_sketch (fixture), "Own tab");
  g_signal_emit_by_name (find_button (fixture, "Second"), "clicked");
  press (fixture, "First");
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (
      ui_driver_visit (ui_driver_get_child (stage, "card_bar"), is_shown_button, "Second")),
    TRUE);
  ui_driver_wait_label (stage, "The manifest names no page to open here.");

  choose_client (fixture, "new_mac");
  assert_text (fixture, "Sealer");
  press (fixture, "Sealer");
  press (fixture, "Second");
  ui_driver_wait_label (stage, "Runs the function “seal”.");
}

static void
assert_narrow (UiFixture *fixture)
{
  static const char *const clients[] = { "web", "windows", "mac", "new_mac" };
  int minimum;
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (clients); i++)
    {
      choose_client (fixture, clients[i]);
      ui_driver_settle (20);
      press (fixture, NULL);
      gtk_widget_measure (
        get_view (fixture), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      g_test_message ("%s needs %d", clients[i], minimum);
      g_assert_cmpint (minimum, <=, NARROW);
    }
}

/* However long the texts are, and however many buttons there are. */
static void
test_narrow (UiFixture *fixture)
{
  g_autofree char *long_text = g_strnfill (300, 'W');
  g_autoptr (GString) xml =
    g_string_new ("<ExtensionPoint xsi:type='MessageComposeCommandSurface'>");
  g_autofree char *manifest = NULL;
  int i;

  show (fixture);
  waxseal_record_set_text (get_addin (fixture), "display-name", long_text);
  waxseal_record_set_text (get_addin (fixture), "button-label", long_text);
  waxseal_record_set_text (get_addin (fixture), "button-tooltip", long_text);
  assert_narrow (fixture);

  for (i = 0; i < 15; i++)
    g_string_append (xml, BUTTON ("a"));
  g_string_append (xml, "</ExtensionPoint>");
  manifest = g_strdup_printf (MANIFEST ("%s"), xml->str);
  show_xml (fixture, manifest);
  assert_narrow (fixture);
}

static const UiTest tests[] = {
  { "/ui/ribbon/texts", test_texts, "Contoso" },
  { "/ui/ribbon/group", test_group, "Contoso" },
  { "/ui/ribbon/typing", test_typing, "Contoso" },
  { "/ui/ribbon/short", test_short, "Contoso" },
  { "/ui/ribbon/speed", test_speed, "Contoso" },
  { "/ui/ribbon/hidden", test_hidden, "Contoso" },
  { "/ui/ribbon/press", test_press, "Contoso" },
  { "/ui/ribbon/style", test_style, "Contoso" },
  { "/ui/ribbon/surfaces", test_surfaces, "Contoso" },
  { "/ui/ribbon/menus", test_menus, "Contoso" },
  { "/ui/ribbon/narrow", test_narrow, "Contoso" },
};

int
main (int argc, char **argv)
{
  return ui_fixture_run (argc, argv, tests, G_N_ELEMENTS (tests));
}
