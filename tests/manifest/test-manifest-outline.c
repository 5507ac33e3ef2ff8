/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The outline: plain words, the right lines, the same items while the text changes, and bounds. */
#include <string.h>

#include "waxseal-manifest-outline.h"

static const char sample[] =
  "<OfficeApp xmlns='http://schemas.microsoft.com/office/appforoffice/1.1'\n"
  "  xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance' xmlns:bt='urn:b' xsi:type='MailApp'>\n"
  "  <Id>an id</Id>\n"
  "  <DisplayName DefaultValue='%s'><Override Locale='ja-JP' Value='暗号'/></DisplayName>\n"
  "  <VersionOverrides xsi:type='VersionOverridesV1_1'>\n"
  "    <Hosts><Host><DesktopFormFactor>\n"
  "      <ExtensionPoint xsi:type='MessageComposeCommandSurface'>\n"
  "        <OfficeTab id='TabDefault'><Group id='g'><Label resid='l'/>\n"
  "          <Control xsi:type='Button' id='b'>\n"
  "            <Label resid='l'/>\n"
  "          </Control></Group></OfficeTab>\n"
  "      </ExtensionPoint></DesktopFormFactor></Host></Hosts>\n"
  "    <Resources><bt:ShortStrings>\n"
  "      <bt:String id='l' DefaultValue='Encrypt'/>\n"
  "    </bt:ShortStrings></Resources>\n"
  "  </VersionOverrides>%s\n"
  "</OfficeApp>\n";

static WaxsealManifestDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return waxseal_manifest_document_new (bytes);
}

static void
show (WaxsealOutlineItem *root, const char *name, const char *more)
{
  g_autoptr (GString) text = g_string_new (sample);
  g_autoptr (WaxsealManifestDocument) document = NULL;

  g_string_replace (text, "%s", name, 1);
  g_string_replace (text, "%s", more, 1);
  document = read_text (text->str);
  g_assert_nonnull (waxseal_manifest_document_get_root (document));
  waxseal_outline_item_show (root, document);
}

static WaxsealOutlineItem *
get_child (WaxsealOutlineItem *item, guint position)
{
  GListModel *children = waxseal_outline_item_get_children (item);
  g_autoptr (WaxsealOutlineItem) child = NULL;

  g_assert_nonnull (children);
  child = g_list_model_get_item (children, position);
  g_assert_nonnull (child);
  return child; /* the list keeps it */
}

static void
assert_item (WaxsealOutlineItem *item, const char *title, const char *value, guint line)
{
  g_assert_cmpstr (waxseal_outline_item_get_title (item), ==, title);
  g_assert_cmpstr (waxseal_outline_item_get_value (item), ==, value);
  g_assert_cmpuint (waxseal_outline_item_get_line (item), ==, line);
}

static void
test_words (void)
{
  g_autoptr (WaxsealOutlineItem) root = waxseal_outline_item_new ();
  WaxsealOutlineItem *overrides, *point;

  show (root, "Secure Mail", "");
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_outline_item_get_children (root)), ==, 3);
  assert_item (get_child (root, 0), "Id", "an id", 3);
  g_assert_null (waxseal_outline_item_get_children (get_child (root, 0)));
  assert_item (get_child (root, 1), "Display name", "Secure Mail", 4);
  assert_item (get_child (get_child (root, 1), 0), "ja-JP", "暗号", 4);

  overrides = get_child (root, 2);
  assert_item (overrides, "Version overrides", "1.1", 5);
  point = get_child (get_child (get_child (get_child (overrides, 0), 0), 0), 0);
  assert_item (point, "Message being written", "", 7);
  assert_item (get_child (point, 0), "Group", "Encrypt", 8);
  assert_item (get_child (get_child (point, 0), 1), "Button", "Encrypt", 9);
  assert_item (get_child (get_child (get_child (overrides, 1), 0), 0), "l", "Encrypt", 14);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A change of a value is a change of that one item; what is open stays the very same items. */
static void
test_stays (void)
{
  g_autoptr (WaxsealOutlineItem) root = waxseal_outline_item_new ();
  WaxsealOutlineItem *name, *translation;
  guint n_values = 0, n_lists = 0, n_translations = 0;

  show (root, "a", "");
  name = get_child (root, 1);
  translation = get_child (name, 0);
  g_signal_connect_swapped (name, "notify::value", G_CALLBACK (count_cb), &n_values);
  g_signal_connect_swapped (translation, "notify", G_CALLBACK (count_cb), &n_translations);
  g_signal_connect_swapped (waxseal_outline_item_get_children (root),
                            "items-changed",
                            G_CALLBACK (count_cb),
                            &n_lists);

  show (root, "ab", "");
  g_assert_true (get_child (root, 1) == name);
  g_assert_true (get_child (name, 0) == translation);
  assert_item (name, "Display name", "ab", 4);
  g_assert_cmpuint (n_values, ==, 1);
  g_assert_cmpuint (n_translations, ==, 0);
  g_assert_cmpuint (n_lists, ==, 0);

  show (root, "ab", "\n<Extra/>");
  g_assert_true (get_child (root, 1) == name);
  g_assert_cmpuint (n_lists, ==, 1);
  assert_item (get_child (root, 3), "Extra", "", 17);
  show (root, "ab", "");
  g_assert_cmpuint (n_lists, ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_outline_item_get_children (root)), ==, 3);
}

static void
test_find_line (void)
{
  g_autoptr (WaxsealOutlineItem) root = waxseal_outline_item_new ();
  guint position;

  show (root, "a", "");
  g_assert_true (waxseal_outline_item_find_line (root, 3, &position));
  g_assert_cmpuint (position, ==, 0);
  g_assert_true (waxseal_outline_item_find_line (root, 10, &position));
  g_assert_cmpuint (position, ==, 2);
  g_assert_false (waxseal_outline_item_find_line (root, 1, &position));
  g_assert_false (waxseal_outline_item_find_line (root, 17, &position));
  g_assert_false (waxseal_outline_item_find_line (get_child (root, 0), 3, &position));
}

static void
test_not_well_formed (void)
{
  g_autoptr (WaxsealOutlineItem) root = waxseal_outline_item_new ();
  g_autoptr (WaxsealManifestDocument) broken = read_text ("<OfficeApp><Id>");

  show (root, "a", "");
  waxseal_outline_item_show (root, broken);
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_outline_item_get_children (root)), ==, 0);
  g_assert_cmpuint (waxseal_outline_item_get_line (root), ==, 0);
}

/* A hundred thousand siblings are not a hundred thousand items. */
static void
test_many (void)
{
  g_autoptr (WaxsealOutlineItem) root = waxseal_outline_item_new ();
  g_autoptr (GString) many = g_string_new (NULL);
  GListModel *children;
  guint i;

  for (i = 0; i < 100000; i++)
    g_string_append (many, "\n<x/>");
  show (root, "a", many->str);
  show (root, "b", many->str);
  children = waxseal_outline_item_get_children (root);
  g_assert_cmpuint (g_list_model_get_n_items (children), ==, WAXSEAL_OUTLINE_MAX_CHILDREN + 1);
  assert_item (get_child (root, WAXSEAL_OUTLINE_MAX_CHILDREN),
               "More, not listed here",
               "",
               17 + WAXSEAL_OUTLINE_MAX_CHILDREN - 3);
  g_assert_null (
    waxseal_outline_item_get_children (get_child (root, WAXSEAL_OUTLINE_MAX_CHILDREN)));
}

static void
test_deep (void)
{
  g_autoptr (WaxsealOutlineItem) root = waxseal_outline_item_new ();
  g_autoptr (GString) deep = g_string_new (NULL);
  WaxsealOutlineItem *item;
  guint depth = 0;

  for (depth = 0; depth < 100; depth++)
    g_string_append (deep, "<y>");
  for (depth = 0; depth < 100; depth++)
    g_string_append (deep, "</y>");
  show (root, "a", deep->str);
  depth = 1;
  for (item = get_child (root, 3); waxseal_outline_item_get_children (item) != NULL; depth++)
    item = get_child (item, 0);
  g_assert_cmpuint (depth, ==, WAXSEAL_OUTLINE_MAX_DEPTH);
}

static void
test_long (void)
{
  g_autoptr (WaxsealOutlineItem) root = waxseal_outline_item_new ();
  g_autofree char *name = g_strnfill (1000000, 'x');
  const char *value;

  show (root, name, "");
  value = waxseal_outline_item_get_value (get_child (root, 1));
  g_assert_cmpuint (strlen (value), <, 200);
  g_assert_true (g_str_has_suffix (value, "…"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manifest/outline/words", test_words);
  g_test_add_func ("/manifest/outline/stays", test_stays);
  g_test_add_func ("/manifest/outline/find-line", test_find_line);
  g_test_add_func ("/manifest/outline/not-well-formed", test_not_well_formed);
  g_test_add_func ("/manifest/outline/many", test_many);
  g_test_add_func ("/manifest/outline/deep", test_deep);
  g_test_add_func ("/manifest/outline/long", test_long);
  return g_test_run ();
}
