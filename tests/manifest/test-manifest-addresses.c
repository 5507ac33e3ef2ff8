/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "test-manifest-base.h"
#include "waxseal-manifest-addresses.h"

static GPtrArray *
list (const char *text)
{
  gboolean has_more;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_document_new (bytes);

  return waxseal_manifest_addresses_list (document, &has_more);
}

static GPtrArray *
list_edited (const char *from, const char *to)
{
  g_autofree char *text = edit_manifest (from, to);

  return list (text);
}

/* “address [faulty] [icon] sizes”, one a line. */
static char *
describe (GPtrArray *addresses)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < addresses->len; i++)
    {
      const WaxsealManifestAddress *one = g_ptr_array_index (addresses, i);

      g_string_append_printf (text,
                              "%s%s%s",
                              one->address,
                              one->can_be_asked ? "" : " faulty",
                              one->is_icon ? " icon" : "");
      for (guint j = 0; j < one->sizes->len; j++)
        g_string_append_printf (text, " %u", g_array_index (one->sizes, guint, j));
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

static void
test_base (void)
{
  g_autoptr (GPtrArray) addresses = list (base_manifest);
  const WaxsealManifestAddress *first = g_ptr_array_index (addresses, 0);
  g_autofree char *text = describe (addresses);

  g_assert_cmpstr (text,
                   ==,
                   "https://addin.contoso.com/64.png icon 64\n"
                   "https://addin.contoso.com/128.png icon 128\n"
                   "https://contoso.com/help\n"
                   "https://addin.contoso.com/read.html\n"
                   "https://addin.contoso.com/edit.html\n"
                   "https://addin.contoso.com/80.png icon 16 32 80\n"
                   "https://addin.contoso.com/functions.html\n"
                   "https://addin.contoso.com/pane.html\n"
                   "https://addin.contoso.com/launch.js\n");
  g_assert_cmpuint (first->line, ==, 9);
  g_assert_cmpuint (first->column, ==, 1);
  g_assert_true (waxseal_manifest_addresses_find (addresses, first->address) == first);
  g_assert_null (waxseal_manifest_addresses_find (addresses, "https://contoso.com/"));
}

/* Changes of the base, what must then be among the addresses, and how many there are. */
static const struct
{
  const char *from;
  const char *to;
  const char *wanted; /* NULL: none in the place of what was there */
  guint n;
} cases[] = {
  /* one address for two things is asked once, and may be claimed in several sizes */
  { "contoso.com/128.png",
    "contoso.com/64.png",
    "https://addin.contoso.com/64.png icon 64 128\n",
    8 },
  { "contoso.com/pane.html",
    "contoso.com/pane.html#top",
    "https://addin.contoso.com/pane.html\n",
    9 },
  { "contoso.com/edit.html",
    "contoso.com/read.html#edit",
    "https://addin.contoso.com/read.html\n",
    8 },
  /* in another language it may be another one */
  { "<IconUrl DefaultValue=\"https://addin.contoso.com/64.png\"/>",
    "<IconUrl DefaultValue=\"https://addin.contoso.com/64.png\">"
    "<Override Locale=\"de-DE\" Value=\"https://addin.contoso.com/de.png\"/></IconUrl>",
    "https://addin.contoso.com/de.png icon 64\n",
    10 },
  { "<SupportUrl DefaultValue=\"https://contoso.com/help\"/>",
    "<SupportUrl DefaultValue=\"https://contoso.com/help\">"
    "<Override Locale=\"de-DE\" Value=\"https://contoso.com/hilfe\"/></SupportUrl>",
    "https://contoso.com/hilfe\n",
    10 },
  /* what a rule of its own complains about */
  { "https://addin.contoso.com/64.png",
    "http://addin.contoso.com/64.png",
    "http://addin.contoso.com/64.png faulty icon 64\n",
    9 },
  { "https://addin.contoso.com/64.png", "~remoteAppUrl/64.png", "~remoteAppUrl/64.png faulty", 9 },
  { "https://addin.contoso.com/64.png",
    "https://me:it@contoso.com/1",
    "https://me:it@contoso.com/1 faulty",
    9 },
  { "https://addin.contoso.com/64.png",
    "https://contoso.com/6 4.png",
    "https://contoso.com/6 4.png faulty",
    9 },
  { "https://contoso.com/help", "help", "help faulty\n", 9 },
  { "<SupportUrl DefaultValue=\"https://contoso.com/help\"/>", "", NULL, 8 },
  { "https://contoso.com/help", "", NULL, 8 },
  /* and what only asking tells */
  { "https://contoso.com/help", "https://localhost/help", "https://localhost/help\n", 9 },
  { "https://contoso.com/help", "https://www.example.com/", "https://www.example.com/\n", 9 },
};

static void
test_changes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) addresses = list_edited (cases[i].from, cases[i].to);
      g_autofree char *text = describe (addresses);

      g_test_message ("%s", text);
      g_assert_cmpuint (addresses->len, ==, cases[i].n);
      if (cases[i].wanted != NULL)
        g_assert_nonnull (strstr (text, cases[i].wanted));
      else
        g_assert_null (strstr (text, cases[i].from));
    }
}

/* Phones scale pictures by as much as they like. */
static void
test_mobile (void)
{
  g_autoptr (GPtrArray) addresses = list (base_manifest);
  const WaxsealManifestAddress *one =
    waxseal_manifest_addresses_find (addresses, "https://addin.contoso.com/80.png");

  g_assert_nonnull (strstr (base_manifest, "size=\"25\" scale=\"1\""));
  for (guint i = 0; i < one->sizes->len; i++)
    g_assert_cmpuint (g_array_index (one->sizes, guint, i), !=, 25);
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "", "<a", "<OfficeApp/>", "{}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) addresses = list (texts[i]);

      g_assert_cmpuint (addresses->len, ==, 0);
    }
}

/* Of a file made to have a world of addresses, one more than are asked: so that this can be told.
 */
static void
test_flood (void)
{
  GString *urls = g_string_new ("<bt:Urls>");
  g_autofree char *text = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WaxsealManifestDocument) document = NULL;
  g_autoptr (GPtrArray) addresses = NULL;
  gboolean has_more;

  for (guint i = 0; i < 50000; i++)
    g_string_append_printf (urls, "<bt:Url id=\"U%u\" DefaultValue=\"https://h%u.com/\"/>", i, i);
  text = edit_manifest ("<bt:Urls>", urls->str);
  g_string_free (urls, TRUE);
  bytes = g_bytes_new (text, strlen (text));
  document = waxseal_manifest_document_new (bytes);
  addresses = waxseal_manifest_addresses_list (document, &has_more);
  g_assert_cmpuint (addresses->len, ==, WAXSEAL_MANIFEST_ADDRESSES_MAX);
  g_assert_true (has_more);
  g_ptr_array_unref (addresses);
  addresses = list (base_manifest);
  g_assert_cmpuint (addresses->len, <, WAXSEAL_MANIFEST_ADDRESSES_MAX);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manifest/addresses/base", test_base);
  g_test_add_func ("/manifest/addresses/changes", test_changes);
  g_test_add_func ("/manifest/addresses/mobile", test_mobile);
  g_test_add_func ("/manifest/addresses/nothing", test_nothing);
  g_test_add_func ("/manifest/addresses/flood", test_flood);
  return g_test_run ();
}
