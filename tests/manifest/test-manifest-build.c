/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libxml/xmlschemas.h>
#include <string.h>

#include "test-manifest-helpers.h"
#include "waxseal-manifest-build.h"
#include "waxseal-manifest-field.h"

#define ROOT(content)                                                                              \
  "<OfficeApp xmlns=\"http://schemas.microsoft.com/office/appforoffice/1.1\">" content             \
  "</OfficeApp>"

#if LIBXML_VERSION >= 21200
typedef const xmlError SchemaError;
#else
typedef xmlError SchemaError;
#endif

static void
note_error_cb (void *data, SchemaError *error)
{
  g_test_message ("line %d: %s", error->line, error->message);
}

static void
test_schema (void)
{
  g_autofree char *path =
    dup_shared_path ("reference/office-manifest-xsd/patched/OfficeAppManifestV1_1.xsd");
  g_autoptr (WaxsealManifestDocument) skeleton = waxseal_manifest_skeleton ();
  g_autoptr (WaxsealAddinIdentity) identity = create_identity ();
  g_autoptr (GBytes) bytes = waxseal_manifest_build (skeleton, identity);
  g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_document_new (bytes);
  xmlSchemaParserCtxt *parser;
  xmlSchema *schema;
  xmlSchemaValidCtxt *validator;

  if (!g_file_test (path, G_FILE_TEST_EXISTS))
    {
      g_test_skip ("The schemas are not here.");
      return;
    }
  parser = xmlSchemaNewParserCtxt (path);
  schema = xmlSchemaParse (parser);
  g_assert_nonnull (schema);
  validator = xmlSchemaNewValidCtxt (schema);
  xmlSchemaSetValidStructuredErrors (validator, note_error_cb, NULL);
  g_assert_cmpint (
    xmlSchemaValidateDoc (validator, waxseal_manifest_document_get_root (document)->doc), ==, 0);
  xmlSchemaFreeValidCtxt (validator);
  xmlSchemaFree (schema);
  xmlSchemaFreeParserCtxt (parser);
}

static void
assert_comes_back (WaxsealManifestDocument *base, WaxsealAddinIdentity *identity)
{
  g_autoptr (GBytes) bytes = waxseal_manifest_build (base, identity);
  g_autoptr (GBytes) again = waxseal_manifest_build (base, identity);
  g_autoptr (WaxsealAddinIdentity) back = read_built (bytes);
  g_autofree char *wanted = describe_identity (identity);
  g_autofree char *got = describe_identity (back);

  g_assert_cmpstr (got, ==, wanted);
  g_assert_true (g_bytes_equal (bytes, again));
}

static void
test_defaults (void)
{
  g_autoptr (WaxsealManifestDocument) skeleton = waxseal_manifest_skeleton ();
  g_autoptr (WaxsealAddinIdentity) identity = create_identity ();
  g_autoptr (WaxsealAddinIdentity) same = read_identity (skeleton);
  g_autofree char *unchanged = dup_built (skeleton, same);

  g_assert_cmpuint (waxseal_manifest_document_get_problems (skeleton)->len, ==, 0);
  g_assert_cmpstr (unchanged, ==, waxseal_manifest_document_get_text (skeleton));
  assert_comes_back (skeleton, identity);
}

/* Texts that are no trouble only if every one of their characters is written right. */
static const char *const hostile[] = {
  "\"",
  "'\"'",
  "<b>&amp;</b>",
  "]]>",
  "a & b && c;",
  "&#0;",
  "<![CDATA[x]]>",
  "<!-- -->",
  "é ß 😀 👩‍👩‍👧",
  "مرحبا \xe2\x80\xae reversed \xe2\x80\xac",
  "line\nbreak\r\nand\ttab",
  " blanks around ",
  "\r",
  "\xc2\x85\xe2\x80\xa8",
  "暗号化",
  "a=\"b\" DefaultValue=\"c\"",
  "/>",
  "%s%n",
};

static void
test_hostile (void)
{
  g_autoptr (WaxsealManifestDocument) skeleton = waxseal_manifest_skeleton ();
  gsize i, j;

  for (i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (WaxsealAddinIdentity) all = create_identity ();
      const char *domains[] = { hostile[i], "", hostile[i], NULL };

      for (j = 0; text_properties[j] != NULL; j++)
        {
          g_autoptr (WaxsealAddinIdentity) one = create_identity ();

          waxseal_record_set_text (one, text_properties[j], hostile[i]);
          assert_comes_back (skeleton, one);
          waxseal_record_set_text (all, text_properties[j], hostile[i]);
        }
      g_object_set (all, "app-domains", domains, NULL);
      set_translation (all, "ja-JP", "button-label", hostile[i]);
      set_translation (all, "de-DE", "display-name", hostile[i]);
      set_translation (all, hostile[i], "button-tooltip", hostile[i]);
      assert_comes_back (skeleton, all);
    }
}

/* A few hostile pieces in a row. */
static char *
make_text (GRand *rand)
{
  GString *text = g_string_new (NULL);
  int n = g_rand_int_range (rand, 0, 4);

  while (n-- > 0)
    g_string_append (text, hostile[g_rand_int_range (rand, 0, G_N_ELEMENTS (hostile))]);
  return g_string_free (text, FALSE);
}

static void
set_random_languages (WaxsealAddinIdentity *identity, GRand *rand)
{
  static const char *const translated[] = {
    "display-name", "description", "button-label", "button-tooltip"
  };
  static const char *const languages[] = { "ja-JP", "de-DE", "fr-FR", "ar-SA" };
  gsize i, j;

  for (i = 0; i < G_N_ELEMENTS (languages); i++)
    for (j = 0; j < G_N_ELEMENTS (translated); j++)
      {
        g_autofree char *text = make_text (rand);

        if (g_rand_boolean (rand))
          set_translation (identity, languages[i], translated[j], text);
      }
}

static void
test_random (void)
{
  g_autoptr (WaxsealManifestDocument) skeleton = waxseal_manifest_skeleton ();
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261125);
  guint i, j;

  for (i = 0; i < 300; i++)
    {
      g_autoptr (WaxsealAddinIdentity) identity = create_identity ();
      g_autofree char *domain = make_text (rand);
      const char *domains[] = { domain, "https://login.microsoftonline.com", domain, NULL };

      for (j = 0; text_properties[j] != NULL; j++)
        {
          g_autofree char *text = make_text (rand);

          if (g_rand_boolean (rand))
            waxseal_record_set_text (identity, text_properties[j], text);
        }
      if (g_rand_boolean (rand))
        g_object_set (identity, "app-domains", domains + g_rand_int_range (rand, 0, 4), NULL);
      set_random_languages (identity, rand);
      assert_comes_back (skeleton, identity);
    }
}

/* What XML cannot have at all becomes U+FFFD, once. */
static void
test_impossible (void)
{
  g_autoptr (WaxsealManifestDocument) skeleton = waxseal_manifest_skeleton ();
  g_autoptr (WaxsealAddinIdentity) identity = create_identity ();
  g_autoptr (WaxsealAddinIdentity) back = NULL;
  g_autoptr (GBytes) bytes = NULL;

  waxseal_record_set_text (identity,
                           "display-name",
                           "a\x01"
                           "b\x1f"
                           "c\xef\xbf\xbf"
                           "d");
  waxseal_record_set_text (identity, "provider-name", "\x08");
  bytes = waxseal_manifest_build (skeleton, identity);
  back = read_built (bytes);
  g_assert_cmpstr (waxseal_record_get_text (back, "display-name"), ==, "a\uFFFDb\uFFFDc\uFFFDd");
  g_assert_cmpstr (waxseal_record_get_text (back, "provider-name"), ==, "\uFFFD");
}

static guint
count_different_lines (const char *before, const char *after)
{
  g_auto (GStrv) old = g_strsplit (before, "\n", -1);
  g_auto (GStrv) new = g_strsplit (after, "\n", -1);
  guint i, n = 0;

  g_assert_cmpuint (g_strv_length (old), ==, g_strv_length (new));
  for (i = 0; old[i] != NULL; i++)
    if (!g_str_equal (old[i], new[i]))
      n++;
  return n;
}

/* How often each text stands in the skeleton, on lines of its own. */
static const struct
{
  const char *property;
  guint n_lines;
} lines[] = {
  { "id", 1 },
  { "version", 1 },
  { "provider-name", 1 },
  { "default-locale", 1 },
  { "display-name", 3 },
  { "description", 3 },
  { "button-label", 2 },
  { "button-tooltip", 2 },
  { "icon-url", 1 },
  { "high-resolution-icon-url", 1 },
  { "support-url", 1 },
  { "taskpane-url", 4 },
  { "button-icon-16", 2 },
  { "button-icon-32", 2 },
  { "button-icon-80", 2 },
  { "permissions", 1 },
  { "mailbox-version", 1 },
};

static void
test_lines (void)
{
  g_autoptr (WaxsealManifestDocument) skeleton = waxseal_manifest_skeleton ();
  const char *before = waxseal_manifest_document_get_text (skeleton);
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autoptr (WaxsealAddinIdentity) identity = read_identity (skeleton);
      g_autofree char *after = NULL;

      waxseal_record_set_text (identity, lines[i].property, "changed");
      after = dup_built (skeleton, identity);
      g_test_message ("%s", lines[i].property);
      g_assert_cmpuint (count_different_lines (before, after), ==, lines[i].n_lines);
    }
}

/* A manifest, one change, and the whole manifest that has to come out. */
static const struct
{
  const char *before;
  const char *property;
  const char *text;
  const char *after;
} changes[] = {
  { ROOT ("<Id>a</Id>"), "id", "b", ROOT ("<Id>b</Id>") },
  { ROOT ("<Id><![CDATA[a]]><!-- x --></Id>"), "id", "b", ROOT ("<Id>b</Id>") },
  { ROOT ("<Id />"), "id", "b", ROOT ("<Id>b</Id>") },
  { ROOT ("<Id></Id>"), "id", "b", ROOT ("<Id>b</Id>") },
  { ROOT ("<DisplayName  x='>'\n DefaultValue = '\"a'/>"),
    "display-name",
    "'\"<",
    ROOT ("<DisplayName  x='>'\n DefaultValue = '&#39;\"&lt;'/>") },
  { ROOT ("<DisplayName/>"), "display-name", "b", ROOT ("<DisplayName DefaultValue=\"b\"/>") },
  { ROOT ("\n <Id>a</Id>\n <SupportUrl DefaultValue='b'/>\n"),
    "support-url",
    "",
    ROOT ("\n <Id>a</Id>\n") },
  { ROOT ("<Id>a</Id><SupportUrl DefaultValue='b'/>"), "support-url", "", ROOT ("<Id>a</Id>") },
  { ROOT ("\r\n\t<Id>a</Id>\r\n\t<Hosts/>\r\n"),
    "icon-url",
    "b",
    ROOT ("\r\n\t<Id>a</Id>\r\n\t<IconUrl DefaultValue=\"b\"/>\r\n\t<Hosts/>\r\n") },
  { ROOT ("\n  <Hosts/>\n"), "id", "b", ROOT ("\n  <Id>b</Id>\n  <Hosts/>\n") },
  { "<OfficeApp/>", "version", "1", "<OfficeApp><Version>1</Version></OfficeApp>" },
  { "\n<o:OfficeApp xmlns:o='x'>\n</o:OfficeApp>",
    "permissions",
    "b",
    "\n<o:OfficeApp xmlns:o='x'>\n  <o:Permissions>b</o:Permissions>\n</o:OfficeApp>" },
  { ROOT ("<Requirements><Sets DefaultMinVersion='1.1'><Set Name='Mailbox'/></Sets>"
          "</Requirements>"),
    "mailbox-version",
    "1.2",
    ROOT ("<Requirements><Sets DefaultMinVersion='1.2'><Set Name='Mailbox'/></Sets>"
          "</Requirements>") },
  { ROOT ("<Requirements><Sets><Set Name='X'/><Set Name='Mailbox'/></Sets></Requirements>"),
    "mailbox-version",
    "1.2",
    ROOT ("<Requirements><Sets><Set Name='X'/><Set MinVersion=\"1.2\" Name='Mailbox'/></Sets>"
          "</Requirements>") },
  { ROOT (""), "taskpane-url", "b", ROOT ("") },
  { "<NotOfficeApp/>", "id", "b", "<NotOfficeApp/>" },
};

static void
test_changes (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr (WaxsealManifestDocument) base = read_text (changes[i].before);
      g_autoptr (WaxsealAddinIdentity) identity = read_identity (base);
      g_autofree char *after = NULL;

      waxseal_record_set_text (identity, changes[i].property, changes[i].text);
      after = dup_built (base, identity);
      g_assert_cmpstr (after, ==, changes[i].after);
    }
}

/* Everything at once into a manifest that has nothing: the order has to be the one of the schema.
 */
static void
test_everything (void)
{
  g_autoptr (WaxsealManifestDocument) base = read_text ("\n<OfficeApp>\n</OfficeApp>");
  g_autoptr (WaxsealAddinIdentity) identity = create_identity ();
  g_autofree char *after = NULL;
  const char *domains[] = { "https://a", "https://b", NULL };

  waxseal_record_set_text (identity, "description", "d");
  waxseal_record_set_text (identity, "display-name", "n");
  g_object_set (identity, "app-domains", domains, NULL);
  set_translation (identity, "ja-JP", "description", "é");
  after = dup_built (base, identity);
  g_assert_cmpstr (
    after,
    ==,
    "\n<OfficeApp>\n"
    "  <Id>6f1b7c1e-2f0a-4a57-9a55-0d2f3a1c9b10</Id>\n"
    "  <Version>1.0.0.0</Version>\n"
    "  <ProviderName>Cisco</ProviderName>\n"
    "  <DefaultLocale>en-US</DefaultLocale>\n"
    "  <DisplayName DefaultValue=\"n\"/>\n"
    "  <Description DefaultValue=\"d\">\n"
    "    <Override Locale=\"ja-JP\" Value=\"é\"/>\n"
    "  </Description>\n"
    "  <IconUrl DefaultValue=\"https://res.cisco.com/addin/icon-64.png\"/>\n"
    "  <HighResolutionIconUrl DefaultValue=\"https://res.cisco.com/addin/icon-128.png\"/>\n"
    "  <SupportUrl DefaultValue=\"https://res.cisco.com/addin/support.html\"/>\n"
    "  <AppDomains>\n"
    "    <AppDomain>https://a</AppDomain>\n"
    "    <AppDomain>https://b</AppDomain>\n"
    "  </AppDomains>\n"
    "  <Permissions>ReadWriteItem</Permissions>\n"
    "</OfficeApp>");
}

/* The languages of the display name before, one change, and after. */
static const struct
{
  const char *before;
  const char *locale;
  const char *text;
  const char *after;
} translations[] = {
  { "\n <DisplayName DefaultValue='n' />\n",
    "fr-FR",
    "f",
    "\n <DisplayName DefaultValue='n'>\n  <Override Locale=\"fr-FR\" Value=\"f\"/>\n "
    "</DisplayName>\n" },
  { "<DisplayName DefaultValue='n'></DisplayName>",
    "fr-FR",
    "f",
    "<DisplayName DefaultValue='n'><Override Locale=\"fr-FR\" Value=\"f\"/></DisplayName>" },
  { "\n <DisplayName DefaultValue='n'>\n  <Override Value='a' Locale='fr-FR'/>\n </DisplayName>\n",
    "fr-FR",
    "f",
    "\n <DisplayName DefaultValue='n'>\n  <Override Value='f' Locale='fr-FR'/>\n "
    "</DisplayName>\n" },
  { "\n <DisplayName DefaultValue='n'>\n  <Override Value='a' Locale='fr-FR'/>\n </DisplayName>\n",
    "ja-JP",
    "j",
    "\n <DisplayName DefaultValue='n'>\n  <Override Value='a' Locale='fr-FR'/>\n"
    "  <Override Locale=\"ja-JP\" Value=\"j\"/>\n </DisplayName>\n" },
  { "\n <DisplayName DefaultValue='n'>\n  <Override Value='a' Locale='fr-FR'/>\n"
    "  <Override Value='b' Locale='fr-FR'/>\n </DisplayName>\n",
    "fr-FR",
    "",
    "\n <DisplayName DefaultValue='n'>\n </DisplayName>\n" },
  { "<DisplayName DefaultValue='n'><Override Value='' Locale='fr-FR'/></DisplayName>",
    "fr-FR",
    "",
    "<DisplayName DefaultValue='n'><Override Value='' Locale='fr-FR'/></DisplayName>" },
};

static void
test_translations (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (translations); i++)
    {
      g_autofree char *before =
        g_strconcat ("<OfficeApp>", translations[i].before, "</OfficeApp>", NULL);
      g_autofree char *wanted =
        g_strconcat ("<OfficeApp>", translations[i].after, "</OfficeApp>", NULL);
      g_autoptr (WaxsealManifestDocument) base = read_text (before);
      g_autoptr (WaxsealAddinIdentity) identity = read_identity (base);
      g_autofree char *after = NULL;

      set_translation (identity, translations[i].locale, "display-name", translations[i].text);
      after = dup_built (base, identity);
      g_assert_cmpstr (after, ==, wanted);
    }
}

static void
test_translations_follow (void)
{
  g_autoptr (WaxsealManifestDocument) skeleton = waxseal_manifest_skeleton ();
  g_autoptr (WaxsealAddinIdentity) identity = create_identity ();
  g_autofree char *built = NULL;
  g_auto (GStrv) parts = NULL;

  set_translation (identity, "fr-FR", "display-name", "Chiffrement");
  set_translation (identity, "ja-JP", "button-label", "");
  built = dup_built (skeleton, identity);
  parts = g_strsplit (built, "Override Locale=\"fr-FR\" Value=\"Chiffrement\"/>", -1);
  g_assert_cmpuint (g_strv_length (parts), ==, 4);
  g_assert_nonnull (strstr (built, "<bt:Override Locale=\"fr-FR\""));
  g_assert_null (strstr (built, "Value=\"暗号化\""));
  assert_comes_back (skeleton, identity);
}

static const struct
{
  const char *before;
  const char *wanted; /* divided by spaces */
  const char *after;
} domains[] = {
  { "<Id>x</Id>", "", "<Id>x</Id>" },
  { "<Id>x</Id>", "a", "<Id>x</Id><AppDomains><AppDomain>a</AppDomain></AppDomains>" },
  { "<AppDomains><AppDomain>a</AppDomain></AppDomains>", "", "" },
  { "<AppDomains/>", "a", "<AppDomains><AppDomain>a</AppDomain></AppDomains>" },
  { "\n<AppDomains>\n <AppDomain>a</AppDomain>\n <AppDomain>b</AppDomain>\n</AppDomains>",
    "b",
    "\n<AppDomains>\n <AppDomain>b</AppDomain>\n</AppDomains>" },
  { "\n<AppDomains>\n <AppDomain>a</AppDomain>\n <AppDomain>c</AppDomain>\n</AppDomains>",
    "a b c",
    "\n<AppDomains>\n <AppDomain>a</AppDomain>\n <AppDomain>b</AppDomain>\n"
    " <AppDomain>c</AppDomain>\n</AppDomains>" },
  { "\n<AppDomains>\n <AppDomain>b</AppDomain>\n</AppDomains>",
    "a b",
    "\n<AppDomains>\n <AppDomain>a</AppDomain>\n <AppDomain>b</AppDomain>\n</AppDomains>" },
  { "\n<AppDomains>\n <AppDomain>a</AppDomain>\n <!-- c --><AppDomain>b</AppDomain>\n</AppDomains>",
    "a c",
    "\n<AppDomains>\n <AppDomain>a</AppDomain>\n <!-- c --><AppDomain>c</AppDomain>\n"
    "</AppDomains>" },
  { "<AppDomains><AppDomain>a</AppDomain><AppDomain>a</AppDomain></AppDomains>",
    "a",
    "<AppDomains><AppDomain>a</AppDomain></AppDomains>" },
};

static void
test_domains (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      g_autofree char *before =
        g_strconcat ("<OfficeApp>", domains[i].before, "</OfficeApp>", NULL);
      g_autofree char *wanted = g_strconcat ("<OfficeApp>", domains[i].after, "</OfficeApp>", NULL);
      g_autoptr (WaxsealManifestDocument) base = read_text (before);
      g_autoptr (WaxsealAddinIdentity) identity = read_identity (base);
      g_auto (GStrv) texts = g_strsplit (domains[i].wanted, " ", -1);
      g_autofree char *after = NULL;

      g_object_set (identity, "app-domains", texts, NULL);
      after = dup_built (base, identity);
      g_assert_cmpstr (after, ==, wanted);
    }
}

/* 16 and 32 are one picture here; only what was changed may be asked for. */
static void
test_shared_place (void)
{
  g_autoptr (WaxsealManifestDocument) base = read_text (
    ROOT ("<VersionOverrides><Control><Icon><Image size='16' resid='i'/><Image size='32' "
          "resid='i'/></Icon></Control><Resources><Images><Image id='i' DefaultValue='a'/>"
          "</Images></Resources></VersionOverrides>"));
  g_autoptr (WaxsealAddinIdentity) identity = read_identity (base);
  g_autofree char *first = NULL;
  g_autofree char *both = NULL;

  g_assert_cmpstr (waxseal_record_get_text (identity, "button-icon-32"), ==, "a");
  waxseal_record_set_text (identity, "button-icon-16", "b");
  first = dup_built (base, identity);
  g_assert_nonnull (strstr (first, "DefaultValue='b'"));
  waxseal_record_set_text (identity, "button-icon-32", "c");
  both = dup_built (base, identity);
  g_assert_nonnull (strstr (both, "DefaultValue='c'"));
}

static void
assert_located (WaxsealManifestDocument *document, const char *property, guint line, guint column)
{
  guint found_line, found_column;

  g_assert_true (waxseal_manifest_field_locate (document, property, &found_line, &found_column));
  g_assert_cmpuint (found_line, ==, line);
  g_assert_cmpuint (found_column, ==, column);
  g_assert_cmpstr (waxseal_manifest_field_at_line (document, line), ==, property);
}

static void
test_locate (void)
{
  g_autoptr (WaxsealManifestDocument) skeleton = waxseal_manifest_skeleton ();
  guint line, column;

  assert_located (skeleton, "id", 7, 7);
  assert_located (skeleton, "display-name", 11, 30);
  assert_located (skeleton, "description", 12, 30);
  assert_located (skeleton, "description@ja-JP", 13, 37);
  assert_located (skeleton, "app-domains", 19, 16);
  assert_located (skeleton, "mailbox-version", 26, 39);
  g_assert_true (waxseal_manifest_field_locate (skeleton, "locales", &line, &column));
  g_assert_cmpuint (line, ==, 13);
  g_assert_true (waxseal_manifest_field_locate (skeleton, "button-label@ja-JP", &line, &column));
  g_assert_cmpstr (waxseal_manifest_field_at_line (skeleton, line), ==, "button-label@ja-JP");
  g_assert_false (waxseal_manifest_field_locate (skeleton, "button-label@fr-FR", &line, &column));
  g_assert_false (waxseal_manifest_field_locate (skeleton, "nothing", &line, &column));
  g_assert_null (waxseal_manifest_field_at_line (skeleton, 1));
  g_assert_null (waxseal_manifest_field_at_line (skeleton, 100000));
  g_assert_true (waxseal_manifest_field_is_available (skeleton, "taskpane-url"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/manifest-build/schema", test_schema);
  g_test_add_func ("/manifest-build/defaults", test_defaults);
  g_test_add_func ("/manifest-build/hostile", test_hostile);
  g_test_add_func ("/manifest-build/random", test_random);
  g_test_add_func ("/manifest-build/impossible", test_impossible);
  g_test_add_func ("/manifest-build/lines", test_lines);
  g_test_add_func ("/manifest-build/changes", test_changes);
  g_test_add_func ("/manifest-build/everything", test_everything);
  g_test_add_func ("/manifest-build/translations", test_translations);
  g_test_add_func ("/manifest-build/translations-follow", test_translations_follow);
  g_test_add_func ("/manifest-build/domains", test_domains);
  g_test_add_func ("/manifest-build/shared-place", test_shared_place);
  g_test_add_func ("/manifest-build/locate", test_locate);
  return g_test_run ();
}
