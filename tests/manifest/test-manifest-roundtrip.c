/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <string.h>

#include "test-manifest-helpers.h"
#include "waxseal-manifest-build.h"
#include "waxseal-manifest-field.h"
#include "waxseal-manifest-read.h"

typedef void (*FileFunc) (WaxsealManifestDocument *document, GBytes *bytes);

/* Runs @func on each public manifest that is well-formed. */
static void
for_each_file (FileFunc func)
{
  g_autofree char *folder = dup_shared_path ("reference/manifests");
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint n = 0;

  if (dir == NULL)
    {
      g_test_skip ("The public manifests are not here.");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autofree char *data = NULL;
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (WaxsealManifestDocument) document = NULL;
      gsize size;

      if (!g_str_has_suffix (name, ".xml") || !g_file_get_contents (path, &data, &size, NULL))
        continue;
      bytes = g_bytes_new_take (g_steal_pointer (&data), size);
      document = waxseal_manifest_document_new (bytes);
      if (waxseal_manifest_document_get_root (document) == NULL)
        continue;
      g_test_message ("%s", name);
      func (document, bytes);
      n++;
    }
  g_assert_cmpuint (n, >, 50);
}

static char *
dup_canonical (WaxsealManifestDocument *document)
{
  xmlChar *canonical = NULL;
  char *copy;
  int size;

  size = xmlC14NDocDumpMemory (
    waxseal_manifest_document_get_root (document)->doc, NULL, XML_C14N_1_0, NULL, 1, &canonical);
  g_assert_cmpint (size, >, 0);
  copy = g_strndup ((const char *) canonical, size);
  xmlFree (canonical);
  return copy;
}

static void
check_unchanged (WaxsealManifestDocument *document, GBytes *bytes)
{
  g_autoptr (WaxsealAddinIdentity) identity = read_identity (document);
  g_autoptr (GBytes) built = waxseal_manifest_build (document, identity);
  g_autoptr (WaxsealManifestDocument) again = waxseal_manifest_document_new (built);
  g_autofree char *before = dup_canonical (document);
  g_autofree char *after = dup_canonical (again);

  g_assert_true (g_bytes_equal (built, bytes));
  g_assert_cmpstr (after, ==, before);
}

static void
test_unchanged (void)
{
  for_each_file (check_unchanged);
}

static void
check_each_field (WaxsealManifestDocument *document, GBytes *bytes)
{
  guint i, n_places = 0;

  for (i = 0; text_properties[i] != NULL; i++)
    {
      g_autoptr (WaxsealAddinIdentity) identity = read_identity (document);
      g_autoptr (WaxsealAddinIdentity) back = NULL;
      g_autoptr (GBytes) built = NULL;
      gboolean available = waxseal_manifest_field_is_available (document, text_properties[i]);

      waxseal_record_set_text (identity, text_properties[i], "A \"new\" <value> & 暗号");
      built = waxseal_manifest_build (document, identity);
      back = read_built (built);
      g_assert_cmpint (!g_bytes_equal (built, bytes), ==, available);
      if (available)
        g_assert_cmpstr (waxseal_record_get_text (back, text_properties[i]),
                         ==,
                         "A \"new\" <value> & 暗号");
      n_places += available;
    }
  g_assert_cmpuint (n_places,
                    >=,
                    g_str_equal ((const char *) waxseal_manifest_document_get_root (document)->name,
                                 "OfficeApp")
                      ? 10
                      : 0);
}

static void
test_each_field (void)
{
  for_each_file (check_each_field);
}

static void
check_all_fields (WaxsealManifestDocument *document, GBytes *bytes)
{
  g_autoptr (WaxsealAddinIdentity) identity = read_identity (document);
  g_autoptr (WaxsealAddinIdentity) back = NULL;
  g_autoptr (GBytes) built = NULL;
  const char *domains[] = { "https://a", "https://b", NULL };
  guint i;

  for (i = 0; text_properties[i] != NULL; i++)
    waxseal_record_set_text (identity, text_properties[i], text_properties[i]);
  g_object_set (identity, "app-domains", domains, NULL);
  set_translation (identity, "xx-XX", "display-name", "X");
  set_translation (identity, "xx-XX", "button-tooltip", "Y");
  built = waxseal_manifest_build (document, identity);
  back = read_built (built);
  if (!waxseal_manifest_field_is_available (document, "id"))
    return;
  for (i = 0; text_properties[i] != NULL; i++)
    if (waxseal_manifest_field_is_available (document, text_properties[i]) &&
        !g_str_has_prefix (text_properties[i], "button-"))
      g_assert_cmpstr (waxseal_record_get_text (back, text_properties[i]), ==, text_properties[i]);
  g_assert_true (g_strv_equal (waxseal_record_get_texts (back, "app-domains"), domains));
}

static void
test_all_fields (void)
{
  for_each_file (check_all_fields);
}

/* Removing what can be removed, and translations in all fields, one after the other. */
static void
check_removal (WaxsealManifestDocument *document, GBytes *bytes)
{
  static const char *const removable[] = {
    "icon-url", "high-resolution-icon-url", "support-url", "permissions"
  };
  g_autoptr (WaxsealAddinIdentity) identity = read_identity (document);
  g_autoptr (WaxsealAddinIdentity) back = NULL;
  g_autoptr (GBytes) built = NULL;
  GListStore *locales = waxseal_record_get_list (identity, "locales");
  guint i;

  for (i = 0; i < G_N_ELEMENTS (removable); i++)
    waxseal_record_set_text (identity, removable[i], "");
  g_object_set (identity, "app-domains", NULL, NULL);
  g_list_store_remove_all (locales);
  built = waxseal_manifest_build (document, identity);
  back = read_built (built);
  for (i = 0; i < G_N_ELEMENTS (removable); i++)
    g_assert_cmpstr (waxseal_record_get_text (back, removable[i]), ==, "");
  g_assert_null (waxseal_record_get_texts (back, "app-domains")[0]);
  locales = waxseal_record_get_list (back, "locales");
  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (locales)); i++)
    {
      g_autoptr (WaxsealRecord) item = g_list_model_get_item (G_LIST_MODEL (locales), i);

      g_assert_cmpstr (waxseal_record_get_text (item, "button-label"), ==, "");
    }
}

static void
test_removal (void)
{
  for_each_file (check_removal);
}

static void
check_translations (WaxsealManifestDocument *document, GBytes *bytes)
{
  static const char *const translated[] = {
    "display-name", "description", "button-label", "button-tooltip"
  };
  guint i;

  for (i = 0; i < G_N_ELEMENTS (translated); i++)
    {
      g_autoptr (WaxsealAddinIdentity) identity = read_identity (document);
      g_autoptr (WaxsealAddinIdentity) back = NULL;
      g_autoptr (GBytes) built = NULL;
      g_autofree char *wanted = NULL;
      g_autofree char *got = NULL;

      /* Without a text of its own, a field gets no translation either. */
      if (*waxseal_record_get_text (identity, translated[i]) == '\0')
        continue;
      set_translation (identity, "xx-XX", translated[i], "暗号");
      built = waxseal_manifest_build (document, identity);
      back = read_built (built);
      wanted = describe_identity (identity);
      got = describe_identity (back);
      g_assert_nonnull (strstr (got, "@xx-XX=暗号"));
      g_assert_nonnull (strstr (wanted, "@xx-XX=暗号"));
    }
}

static void
test_translations (void)
{
  for_each_file (check_translations);
}

/* Any changes at all: the file stays well-formed, and says what was changed last. */
static void
check_random (WaxsealManifestDocument *document, GBytes *bytes)
{
  static const char *const texts[] = { "", "<\"'&>", "]]>\n", "/>", "暗号" };
  g_autoptr (GRand) rand = g_rand_new_with_seed (g_bytes_hash (bytes));
  guint i, j;

  for (i = 0; i < 20; i++)
    {
      g_autoptr (WaxsealAddinIdentity) identity = read_identity (document);
      g_autoptr (WaxsealAddinIdentity) back = NULL;
      g_autoptr (WaxsealManifestDocument) again = NULL;
      g_autoptr (GBytes) built = NULL;
      g_autoptr (GBytes) settled = NULL;

      for (j = 0; text_properties[j] != NULL; j++)
        if (g_rand_boolean (rand))
          waxseal_record_set_text (identity,
                                   text_properties[j],
                                   texts[g_rand_int_range (rand, 0, G_N_ELEMENTS (texts))]);
      set_translation (identity, "xx-XX", "button-label", texts[g_rand_int_range (rand, 0, 5)]);
      set_translation (identity, "xx-XX", "button-tooltip", texts[g_rand_int_range (rand, 0, 5)]);
      built = waxseal_manifest_build (document, identity);
      again = waxseal_manifest_document_new (built);
      g_assert_nonnull (waxseal_manifest_document_get_root (again));
      back = read_identity (again);
      settled = waxseal_manifest_build (again, back);
      g_assert_true (g_bytes_equal (settled, built));
    }
}

static void
test_random (void)
{
  for_each_file (check_random);
}

static GBytes *
convert (GBytes *bytes, const char *encoding)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  char *converted;
  gsize converted_size;

  if (g_str_has_prefix (data, "\xef\xbb\xbf"))
    converted = g_convert (data, size, encoding, "UTF-8", NULL, &converted_size, NULL);
  else
    {
      g_autofree char *marked = g_strconcat ("\xef\xbb\xbf", data, NULL);

      converted = g_convert (marked, size + 3, encoding, "UTF-8", NULL, &converted_size, NULL);
    }
  return g_bytes_new_take (converted, converted_size);
}

static void
check_utf_16 (WaxsealManifestDocument *document, GBytes *bytes)
{
  g_autoptr (GBytes) wide = convert (bytes, "UTF-16LE");
  g_autoptr (WaxsealManifestDocument) read = waxseal_manifest_document_new (wide);
  g_autoptr (WaxsealAddinIdentity) identity = read_identity (read);
  g_autoptr (GBytes) same = waxseal_manifest_build (read, identity);
  g_autoptr (GBytes) changed = NULL;
  g_autoptr (WaxsealManifestDocument) again = NULL;
  g_autoptr (WaxsealAddinIdentity) back = NULL;

  g_assert_true (g_bytes_equal (same, wide));
  waxseal_record_set_text (identity, "provider-name", "暗号 😀");
  changed = waxseal_manifest_build (read, identity);
  again = waxseal_manifest_document_new (changed);
  back = read_identity (again);
  g_assert_cmpstr (waxseal_manifest_document_get_encoding (again), ==, "UTF-16LE");
  g_assert_true (waxseal_manifest_document_has_byte_order_mark (again));
  if (waxseal_manifest_field_is_available (read, "provider-name"))
    g_assert_cmpstr (waxseal_record_get_text (back, "provider-name"), ==, "暗号 😀");
}

static void
test_utf_16 (void)
{
  for_each_file (check_utf_16);
}

static void
check_source (WaxsealManifestDocument *document, GBytes *bytes)
{
  g_autoptr (WaxsealManifestSource) source = g_object_new (WAXSEAL_TYPE_MANIFEST_SOURCE, NULL);
  g_autoptr (WaxsealManifestDocument) opened = NULL;
  g_autoptr (GBytes) back = NULL;
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);

  g_assert_true (waxseal_manifest_source_is_empty (source));
  g_assert_null (waxseal_manifest_source_open (source));
  waxseal_manifest_source_keep (source, document, "manifest.xml", TRUE);
  g_assert_false (waxseal_manifest_source_is_empty (source));
  g_assert_cmpstr (waxseal_record_get_text (source, "sha256"), ==, sha256);
  g_assert_cmpstr (waxseal_record_get_text (source, "file-name"), ==, "manifest.xml");
  g_assert_true (waxseal_record_get_flag (source, "from-cres"));

  opened = waxseal_manifest_source_open (source);
  back = waxseal_manifest_document_encode (opened, waxseal_manifest_document_get_text (opened));
  g_assert_true (g_bytes_equal (back, bytes));
}

static void
test_source (void)
{
  for_each_file (check_source);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/manifest-roundtrip/unchanged", test_unchanged);
  g_test_add_func ("/manifest-roundtrip/each-field", test_each_field);
  g_test_add_func ("/manifest-roundtrip/all-fields", test_all_fields);
  g_test_add_func ("/manifest-roundtrip/removal", test_removal);
  g_test_add_func ("/manifest-roundtrip/translations", test_translations);
  g_test_add_func ("/manifest-roundtrip/random", test_random);
  g_test_add_func ("/manifest-roundtrip/utf-16", test_utf_16);
  g_test_add_func ("/manifest-roundtrip/source", test_source);
  return g_test_run ();
}
