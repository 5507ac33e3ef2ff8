/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people see of an add-in: on Waxseal's own manifest, on small ones, and on public ones, which
 * lie beside the sources and are no part of them. */
#include "waxseal-manifest-surface.h"

#include <libxml/xpath.h>
#include <string.h>

#include "test-manifest-helpers.h"
#include "waxseal-manifest-build.h"

static const char *const surface_names[] = {
  "compose",     "read",           "organizer",       "attendee",
  "mobile read", "mobile meeting", "mobile attendee", "event",
};

static WaxsealManifestDocument *
load (const char *folder, const char *file)
{
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *data;
  gsize size;

  g_file_get_contents (path, &data, &size, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (data, size);
  return waxseal_manifest_document_new (bytes);
}

/* Of the public manifests; NULL, and the test skipped, where they are not. */
static char *
find_corpus (void)
{
  g_autofree char *path = dup_shared_path ("reference/manifests");

  if (g_file_test (path, G_FILE_TEST_IS_DIR))
    return g_steal_pointer (&path);
  g_test_skip ("The public manifests (../shared/reference) are not here");
  return NULL;
}

static void describe_all (GListModel *buttons, const char *locale, GString *lines);

static void
describe (WaxsealManifestButton *button, const char *locale, GString *lines)
{
  static const char *const actions[] = { "none", "pane", "function", "menu" };
  WaxsealManifestText text;
  g_autofree char *icon = waxseal_manifest_button_dup_icon (button, 32, locale);
  g_autofree char *function = waxseal_manifest_button_dup_function (button);
  g_autofree char *event = waxseal_manifest_button_dup_event (button);

  g_string_append (lines, surface_names[waxseal_manifest_button_get_surface (button)]);
  for (text = WAXSEAL_MANIFEST_TEXT_LABEL; text <= WAXSEAL_MANIFEST_TEXT_PAGE; text++)
    {
      g_autofree char *shown = waxseal_manifest_button_dup_text (button, text, locale);

      g_assert_true (g_utf8_validate (shown, -1, NULL));
      g_string_append_printf (lines, "|%s", shown);
    }
  g_string_append_printf (lines,
                          "|%s|%s|%s|%s\n",
                          actions[waxseal_manifest_button_get_action (button)],
                          function,
                          event,
                          icon);
  describe_all (waxseal_manifest_button_get_items (button), locale, lines);
}

static void
describe_all (GListModel *buttons, const char *locale, GString *lines)
{
  guint i;

  for (i = 0; i < g_list_model_get_n_items (buttons); i++)
    {
      g_autoptr (WaxsealManifestButton) button = g_list_model_get_item (buttons, i);

      describe (button, locale, lines);
    }
}

static char *
describe_document (WaxsealManifestDocument *document, const char *locale)
{
  g_autoptr (GListModel) buttons = waxseal_manifest_surface_list_buttons (document);
  GString *lines = g_string_new (NULL);

  describe_all (buttons, locale, lines);
  return g_string_free (lines, FALSE);
}

static void
assert_buttons (WaxsealManifestDocument *document, const char *locale, const char *expected)
{
  g_autofree char *lines = describe_document (document, locale);

  g_assert_cmpstr (lines, ==, expected);
}

static void
test_own (void)
{
  g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_skeleton ();
  g_auto (GStrv) locales = waxseal_manifest_surface_list_locales (document);
  g_autofree char *joined = g_strjoinv (" ", locales);
  g_autofree char *name = waxseal_manifest_surface_dup_name (document, "ja-JP");

  g_assert_cmpstr (joined, ==, "en-US ja-JP");
  g_assert_cmpstr (name, ==, "Cisco Secure Email Encryption Service");
  assert_buttons (document,
                  "en-US",
                  "compose|Encrypt|Encrypt|Encrypt this message and send it securely.|Cisco Secure "
                  "Email Encryption Service||https://res.cisco.com/addin/taskpane.html|pane|||"
                  "https://res.cisco.com/addin/icon-32.png\n");
  assert_buttons (document,
                  "JA-jp",
                  "compose|暗号化|暗号化|このメッセージを暗号化して安全に送信します。|Cisco Secure "
                  "Email Encryption Service||https://res.cisco.com/addin/taskpane.html|pane|||"
                  "https://res.cisco.com/addin/icon-32.png\n");
}

/* A manifest with the two levels; what is not said by the inner one is looked up in the outer. */
#define NESTED(outer, inner)                                                                       \
  "<OfficeApp xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"                              \
  "<DefaultLocale>en-US</DefaultLocale><VersionOverrides>" outer                                   \
  "<Resources><ShortStrings><String id='l' DefaultValue='Outer'/>"                                 \
  "<String id='o' DefaultValue='Only outer'/></ShortStrings></Resources>"                          \
  "<VersionOverrides>" inner "<Resources><ShortStrings><String id='l' DefaultValue='Inner'>"       \
  "<Override Locale='fr-FR' Value='Dedans'/></String></ShortStrings></Resources>"                  \
  "</VersionOverrides></VersionOverrides></OfficeApp>"
#define POINT(type, inside) "<ExtensionPoint xsi:type='" type "'>" inside "</ExtensionPoint>"
#define CONTROL(inside)     "<Control xsi:type='Button'>" inside "</Control>"

static const struct
{
  const char *name;
  const char *xml;
  const char *locale;
  const char *expected;
} cases[] = {
  { "inner-replaces-outer",
    NESTED (POINT ("MessageComposeCommandSurface", CONTROL ("<Label resid='o'/>")),
            POINT ("MessageReadCommandSurface", CONTROL ("<Label resid='l'/>"))),
    "en-US",
    "read|Inner||||||none|||\n" },
  { "empty-inner-hides-all",
    NESTED (POINT ("MessageComposeCommandSurface", CONTROL ("<Label resid='o'/>")), ""),
    "en-US",
    "" },
  { "outer-resource",
    NESTED ("", POINT ("MessageReadCommandSurface", CONTROL ("<Label resid='o'/>"))),
    "fr-FR",
    "read|Only outer||||||none|||\n" },
  { "translated",
    NESTED ("", POINT ("MessageReadCommandSurface", CONTROL ("<Label resid='l'/>"))),
    "fr-FR",
    "read|Dedans||||||none|||\n" },
  { "missing-resource",
    NESTED ("",
            POINT ("MessageReadCommandSurface",
                   CONTROL ("<Label resid='x'/><Action xsi:type='ShowTaskpane'>"
                            "<SourceLocation resid='l'/></Action>"))),
    "en-US",
    "read|||||||pane|||\n" },
  { "nothing-in-it",
    NESTED ("", POINT ("AppointmentAttendeeCommandSurface", "<Control/><Control/>")),
    "en-US",
    "attendee|||||||none|||\nattendee|||||||none|||\n" },
  { "custom-tab",
    NESTED ("",
            POINT ("AppointmentOrganizerCommandSurface",
                   "<CustomTab><Group>" CONTROL ("<Action xsi:type='ExecuteFunction'>"
                                                 "<FunctionName> run </FunctionName></Action>") //
                   "<Label resid='l'/></Group><Label resid='o'/></CustomTab>")),
    "en-US",
    "organizer||||Inner|Only outer||function|run||\n" },
  { "unknown-points",
    NESTED ("",
            POINT ("CustomPane", CONTROL ("<Label resid='l'/>")) //
            "<ExtensionPoint>" CONTROL ("<Label resid='l'/>") "</ExtensionPoint>"),
    "en-US",
    "" },
  { "not-an-add-in", "<Other><VersionOverrides/></Other>", "en-US", "" },
  { "no-xml", "Encrypt", "en-US", "" },
};

static void
test_case (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (WaxsealManifestDocument) document = read_text (cases[i].xml);

  assert_buttons (document, cases[i].locale, cases[i].expected);
}

static void
test_limits (void)
{
  g_autoptr (GString) xml = g_string_new ("<OfficeApp><DefaultLocale/><VersionOverrides "
                                          "xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'>"
                                          "<ExtensionPoint "
                                          "xsi:type='MessageReadCommandSurface'>");
  g_autoptr (WaxsealManifestDocument) document = NULL;
  g_autoptr (GListModel) buttons = NULL;
  g_auto (GStrv) locales = NULL;
  int i;

  for (i = 0; i < 1000; i++)
    g_string_append_printf (xml,
                            "<Control><Items><Item/></Items><Override Locale='%d'/></Control>",
                            i);
  g_string_append (xml, "</ExtensionPoint></VersionOverrides></OfficeApp>");
  document = read_text (xml->str);
  buttons = waxseal_manifest_surface_list_buttons (document);
  locales = waxseal_manifest_surface_list_locales (document);
  g_assert_cmpuint (g_list_model_get_n_items (buttons),
                    ==,
                    WAXSEAL_MANIFEST_SURFACE_MAX_BUTTONS / 2);
  g_assert_cmpuint (g_strv_length (locales), ==, WAXSEAL_MANIFEST_SURFACE_MAX_LOCALES);
  g_assert_cmpstr (locales[0], ==, "");
  g_assert_cmpstr (locales[1], ==, "0");
}

static const struct
{
  const char *file;
  const char *expected;
} files[] = {
  { "mha-manifest.xml",
    "read|View Headers|Open a pane to view the available headers on the current message|"
    "Retrieves the transport message headers of the current message and displays them in an "
    "easy-to-read format.| ||https://mha.azurewebsites.net/Pages/DesktopPane.html|pane|||"
    "https://mha.azurewebsites.net/Resources/mhaLogo.jpg\n"
    "mobile read|View Headers||| ||https://mha.azurewebsites.net/Pages/MobilePane.html|pane|||"
    "https://mha.azurewebsites.net/Resources/mhaLogo.jpg\n" },
  { "postguard-outlook-addon-manifest.xml",
    "read|PostGuard|PostGuard|Decrypt PostGuard-encrypted messages and view sender identity.|"
    "PostGuard||https://localhost:3000/taskpane.html|pane|||"
    "https://localhost:3000/assets/icon-32.png\n"
    "compose|PostGuard|PostGuard|Encrypt this email end-to-end with PostGuard.|"
    "PostGuard||https://localhost:3000/taskpane.html|pane|||"
    "https://localhost:3000/assets/icon-32.png\n"
    "event|||||||function|onMessageSendHandler|OnMessageSend|\n" },
};

static void
test_corpus_exact (void)
{
  g_autofree char *folder = find_corpus ();
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (files) && folder != NULL; i++)
    {
      g_autoptr (WaxsealManifestDocument) document = load (folder, files[i].file);

      g_test_message ("%s", files[i].file);
      assert_buttons (document, "en-US", files[i].expected);
    }
}

static void
test_corpus_menu (void)
{
  g_autofree char *folder = find_corpus ();
  g_autoptr (WaxsealManifestDocument) document = NULL;
  g_autoptr (GListModel) buttons = NULL;
  g_autoptr (WaxsealManifestButton) menu = NULL, item = NULL;
  g_autofree char *label = NULL, *function = NULL;

  if (folder == NULL)
    return;
  document = load (folder, "outlook-add-in-command-demo-command-demo-manifest.xml");
  buttons = waxseal_manifest_surface_list_buttons (document);
  menu = g_list_model_get_item (buttons, 1);
  g_assert_cmpint (waxseal_manifest_button_get_action (menu), ==, WAXSEAL_MANIFEST_ACTION_MENU);
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_manifest_button_get_items (menu)), ==, 3);
  item = g_list_model_get_item (waxseal_manifest_button_get_items (menu), 0);
  function = waxseal_manifest_button_dup_function (item);
  g_assert_cmpint (waxseal_manifest_button_get_action (item), ==, WAXSEAL_MANIFEST_ACTION_FUNCTION);
  g_assert_cmpstr (function, ==, "addMsg1ToBody");
  label = waxseal_manifest_button_dup_text (item, WAXSEAL_MANIFEST_TEXT_GROUP, "en-US");
  g_assert_cmpstr (label, ==, "Add-in Demo");
}

/* As XPath counts them, in the last VersionOverrides; a Module is for clients that are no more. */
static double
count_expected (xmlDoc *xml)
{
  xmlXPathContext *context = xmlXPathNewContext (xml);
  xmlXPathObject *result = xmlXPathEval (
    BAD_CAST "count((//*[local-name()='VersionOverrides'])[last()]//*[local-name()='ExtensionPoint'"
             " and @*[local-name()='type']!='Module' and @*[local-name()='type']!='CustomFunctions'"
             " and @*[local-name()='type']!='PrimaryCommandSurface']//*[local-name()='Control'"
             " or local-name()='LaunchEvent' or local-name()='Event'])",
    context);
  double count = result->floatval;

  xmlXPathFreeObject (result);
  xmlXPathFreeContext (context);
  return count;
}

static void
check_any (WaxsealManifestDocument *document)
{
  g_autoptr (GListModel) buttons = waxseal_manifest_surface_list_buttons (document);
  g_auto (GStrv) locales = waxseal_manifest_surface_list_locales (document);
  xmlNode *root = waxseal_manifest_document_get_root (document);
  guint i;

  g_assert_cmpuint (g_strv_length (locales), >, 0);
  for (i = 0; locales[i] != NULL; i++)
    {
      g_autofree char *lines = describe_document (document, locales[i]);
      g_autofree char *name = waxseal_manifest_surface_dup_name (document, locales[i]);

      g_assert_true (g_utf8_validate (lines, -1, NULL) && g_utf8_validate (name, -1, NULL));
    }
  if (root != NULL && g_str_equal (root->name, "OfficeApp"))
    g_assert_cmpfloat (g_list_model_get_n_items (buttons), ==, count_expected (root->doc));
  else
    g_assert_cmpuint (g_list_model_get_n_items (buttons), ==, 0);
}

static void
test_corpus_all (void)
{
  g_autofree char *folder = find_corpus ();
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  const char *file;
  guint n_files = 0;

  while (dir != NULL && (file = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (file, ".xml"))
      {
        g_autoptr (WaxsealManifestDocument) document = load (folder, file);

        g_test_message ("%s", file);
        check_any (document);
        n_files++;
      }
  if (dir != NULL)
    g_assert_cmpuint (n_files, ==, 71);
}

int
main (int argc, char **argv)
{
  gsize i;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manifest-surface/own", test_own);
  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/manifest-surface/case/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/manifest-surface/limits", test_limits);
  g_test_add_func ("/manifest-surface/corpus-exact", test_corpus_exact);
  g_test_add_func ("/manifest-surface/corpus-menu", test_corpus_menu);
  g_test_add_func ("/manifest-surface/corpus-all", test_corpus_all);
  return g_test_run ();
}
