/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files of the largest size that are made to keep their reader busy. Each takes a second at most
 * where nothing else runs; anything whose time grows with the square of the size takes minutes. */
#include <string.h>

#include "waxseal-finding.h"
#include "waxseal-manifest-check.h"

#define PATIENCE (30 * G_USEC_PER_SEC)

/* It makes each allocation take a hundred times as long, and floods make millions. */
#ifdef __SANITIZE_ADDRESS__
#define CAN_FLOOD FALSE
#else
#define CAN_FLOOD TRUE
#endif

#define HEAD                                                                                       \
  "<OfficeApp xmlns=\"http://schemas.microsoft.com/office/appforoffice/1.1\""                      \
  " xmlns:bt=\"http://schemas.microsoft.com/office/officeappbasictypes/1.0\""                      \
  " xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"MailApp\">"
#define TAIL "</OfficeApp>"
#define OVERRIDES                                                                                  \
  "<VersionOverrides xmlns=\"http://schemas.microsoft.com/office/mailappversionoverrides\">"

/** Flood: @unit again and again, with its number where it has “%u”; @rule is what refuses it, or
 * NULL where it is read. */
typedef struct
{
  const char *name;
  const char *start;
  const char *unit;
  const char *end;
  const char *rule;
} Flood;

static const Flood floods[] = {
  { "attributes", HEAD "<a", " b%u=\"\"", "/>" TAIL, "too-many-attributes" },
  { "namespaces-of-a-tag", HEAD "<a", " xmlns:b%u=\"u\"", "/>" TAIL, "too-many-attributes" },
  { "namespaces-inside", HEAD, "<a xmlns:b=\"u\">", "", "too-many-namespaces" },
  { "namespaces-beside", HEAD, "<a xmlns:b=\"u\"/>", TAIL, NULL },
  { "prefixes", HEAD, "<a xmlns:b%u=\"u\"/>", TAIL, "too-many-names" },
  { "names", HEAD, "<a%u/>", TAIL, "too-many-names" },
  { "attribute-names", HEAD, "<a b%u=\"\"/>", TAIL, "too-many-names" },
  { "instructions", HEAD, "<?a%u?>", TAIL, "too-many-names" },
  { "instructions-in-front", "", "<?a%u?>", "<a/>", "too-many-names" },
  { "unknown-prefixes", HEAD, "<b:a c:d=\"\"/>", TAIL, NULL },
  { "bad-namespaces", HEAD, "<a xmlns=\":\"/>", TAIL, NULL },
  { "depth", HEAD, "<a>", "", "too-deep" },
  { "elements", HEAD, "<a/>", TAIL, NULL },
  { "texts", HEAD, "a<b/>", TAIL, NULL },
  { "texts-in-a-value", HEAD "<Id>", "a", "</Id>" TAIL, NULL },
  { "sections", HEAD, "<![CDATA[a]]>", TAIL, NULL },
  { "sections-and-texts", HEAD, "<![CDATA[a]]>b", TAIL, NULL },
  { "long-sections", HEAD, "<![CDATA[abcdefghijklm]]>", TAIL, NULL },
  { "comments", HEAD, "a<!---->", TAIL, NULL },
  { "references", HEAD, "&#65;", TAIL, NULL },
  { "entities", HEAD, "&a%u;", TAIL, "well-formed" },
  { "lines", HEAD, "\n", TAIL, NULL },
  { "open-tags", HEAD, "<", "", "well-formed" },
  { "resources",
    HEAD OVERRIDES "<Resources><bt:Urls>",
    "<bt:Url id=\"a%u\" DefaultValue=\"https://a/\"/>",
    "</bt:Urls></Resources></VersionOverrides>" TAIL,
    NULL },
  { "icons",
    HEAD OVERRIDES "<Control><Icon>",
    "<bt:Image size=\"16\" resid=\"a%u\" id=\"b%u\"/>",
    "</Icon></Control></VersionOverrides>" TAIL,
    NULL },
  { "controls", HEAD OVERRIDES, "<Control id=\"a%u\"/>", "</VersionOverrides>" TAIL, NULL },
  { "pages",
    HEAD "<FormSettings>",
    "<SourceLocation DefaultValue=\"a%u\"/>",
    "</FormSettings>" TAIL,
    NULL },
  { "domains", HEAD "<AppDomains>", "<AppDomain>a%u</AppDomain>", "</AppDomains>" TAIL, NULL },
  { "translations",
    HEAD "<DisplayName DefaultValue=\"a\">",
    "<Override Locale=\"a%u\" Value=\"b\"/>",
    "</DisplayName>" TAIL,
    NULL },
};

static GBytes *
make_flood (const Flood *flood)
{
  gsize room =
    WAXSEAL_MANIFEST_DOCUMENT_MAX_BYTES - strlen (flood->end) - strlen (flood->unit) - 20;
  GString *text = g_string_sized_new (WAXSEAL_MANIFEST_DOCUMENT_MAX_BYTES + 1);
  const char *mark = strstr (flood->unit, "%u");

  g_string_append (text, flood->start);
  for (guint i = 0; text->len < room; i++)
    if (mark == NULL)
      g_string_append (text, flood->unit);
    else
      {
        g_string_append_len (text, flood->unit, mark - flood->unit);
        g_string_append_printf (text, "%u", i);
        g_string_append (text, mark + strlen ("%u"));
      }
  g_string_append (text, flood->end);
  return g_string_free_to_bytes (text);
}

static void
test_flood (gconstpointer data)
{
  const Flood *flood = data;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WaxsealManifestDocument) document = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  gint64 start;
  gint64 taken;

  if (!CAN_FLOOD)
    {
      g_test_skip ("AddressSanitizer would take minutes");
      return;
    }
  bytes = make_flood (flood);
  start = g_get_monotonic_time ();
  document = waxseal_manifest_document_new (bytes);
  findings = waxseal_manifest_check (document);
  taken = g_get_monotonic_time () - start;

  g_test_message ("%" G_GINT64_FORMAT " ms", taken / 1000);
  g_assert_cmpint (taken, <, PATIENCE);
  g_assert_cmpuint (findings->len, >, 0);
  g_assert_cmpint (waxseal_manifest_document_get_root (document) == NULL, ==, flood->rule != NULL);
  if (flood->rule != NULL)
    g_assert_cmpstr (waxseal_finding_get_rule (g_ptr_array_index (findings, 0)), ==, flood->rule);
}

static WaxsealManifestDocument *
read_units (const char *start, const char *unit, const char *value, guint count, const char *end)
{
  g_autoptr (GString) text = g_string_new (start);
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < count; i++)
    g_string_append_printf (text, "%s%u=\"%s\"", unit, i, value);
  g_string_append (text, end);
  bytes = g_bytes_new (text->str, text->len);
  return waxseal_manifest_document_new (bytes);
}

static void
assert_refused (WaxsealManifestDocument *document, const char *rule, guint line, guint column)
{
  GPtrArray *problems = waxseal_manifest_document_get_problems (document);
  WaxsealFinding *problem;

  g_assert_cmpuint (problems->len, ==, 1);
  g_assert_null (waxseal_manifest_document_get_root (document));
  problem = g_ptr_array_index (problems, 0);
  g_assert_cmpstr (waxseal_finding_get_rule (problem), ==, rule);
  g_assert_cmpuint (waxseal_finding_get_line (problem), ==, line);
  g_assert_cmpuint (waxseal_finding_get_column (problem), ==, column);
  g_assert_cmpstr (waxseal_finding_get_remedy (problem), !=, "");
}

static void
test_attributes (void)
{
  g_autoptr (WaxsealManifestDocument) most = read_units ("<a>\n é<b", " c", "a>b'", 256, "/></a>");
  g_autoptr (WaxsealManifestDocument) more = read_units ("<a>\n é<b", " c", "a>b'", 257, "/></a>");
  g_autoptr (WaxsealManifestDocument) comment =
    read_units ("<a><!--", " c", "a>b'", 257, "--></a>");
  g_autoptr (WaxsealManifestDocument) section =
    read_units ("<a><![CDATA[", " c", "a>b'", 257, "]]></a>");

  g_assert_nonnull (waxseal_manifest_document_get_root (most));
  assert_refused (more, "too-many-attributes", 2, 3);
  g_assert_nonnull (waxseal_manifest_document_get_root (comment));
  g_assert_nonnull (waxseal_manifest_document_get_root (section));
}

static void
test_namespaces (void)
{
  g_autoptr (WaxsealManifestDocument) most =
    read_units ("<a>\n<b", " xmlns:c", "urn:c", 64, "/></a>");
  g_autoptr (WaxsealManifestDocument) more =
    read_units ("<a>\n<b", " xmlns:c", "urn:c", 65, "/></a>");

  g_assert_nonnull (waxseal_manifest_document_get_root (most));
  assert_refused (more, "too-many-namespaces", 2, 1);
}

/* Errors that leave a file readable, however many, do not cut it short. */
static void
test_rest (void)
{
  g_autoptr (GString) text = g_string_new ("<a>");
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (WaxsealManifestDocument) document = NULL;
  xmlNode *root;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "<b:c/>");
  g_string_append (text, "<last/></a>");
  bytes = g_bytes_new (text->str, text->len);
  document = waxseal_manifest_document_new (bytes);
  root = waxseal_manifest_document_get_root (document);

  g_assert_nonnull (root);
  g_assert_cmpstr ((const char *) xmlGetLastChild (root)->name, ==, "last");
  g_assert_cmpuint (xmlChildElementCount (root), ==, 101);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (floods); i++)
    {
      g_autofree char *path = g_strconcat ("/manifest-limits/floods/", floods[i].name, NULL);

      g_test_add_data_func (path, &floods[i], test_flood);
    }
  g_test_add_func ("/manifest-limits/attributes", test_attributes);
  g_test_add_func ("/manifest-limits/namespaces", test_namespaces);
  g_test_add_func ("/manifest-limits/rest", test_rest);
  return g_test_run ();
}
