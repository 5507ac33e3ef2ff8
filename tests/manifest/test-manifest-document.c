/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "waxseal-finding.h"
#include "waxseal-manifest-document.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n"

static WaxsealManifestDocument *
read_bytes (const char *data, gssize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size < 0 ? strlen (data) : (gsize) size);

  return waxseal_manifest_document_new (bytes);
}

static WaxsealManifestDocument *
read_converted (const char *text, const char *encoding)
{
  gsize size;
  g_autofree char *data = g_convert (text, -1, encoding, "UTF-8", NULL, &size, NULL);

  g_assert_nonnull (data);
  return read_bytes (data, size);
}

static WaxsealFinding *
get_problem (WaxsealManifestDocument *document, guint index)
{
  GPtrArray *problems = waxseal_manifest_document_get_problems (document);

  g_assert_cmpuint (index, <, problems->len);
  return g_ptr_array_index (problems, index);
}

static void
assert_problem (WaxsealManifestDocument *document, const char *rule, guint line, guint column)
{
  WaxsealFinding *problem = get_problem (document, 0);

  g_assert_cmpstr (waxseal_finding_get_rule (problem), ==, rule);
  g_assert_cmpuint (waxseal_finding_get_line (problem), ==, line);
  g_assert_cmpuint (waxseal_finding_get_column (problem), ==, column);
  g_assert_cmpint (strlen (waxseal_finding_get_message (problem)), >, 0);
  g_assert_cmpint (strlen (waxseal_finding_get_remedy (problem)), >, 0);
}

static void
assert_clean (WaxsealManifestDocument *document)
{
  g_assert_cmpuint (waxseal_manifest_document_get_problems (document)->len, ==, 0);
  g_assert_nonnull (waxseal_manifest_document_get_root (document));
}

/* What is refused as a whole, and where the first problem is. */
static const struct
{
  const char *name;
  const char *text;
  const char *rule;
  guint line;
  guint column;
} refused[] = {
  { "empty", "", "empty", 1, 1 },
  { "only a mark", "\xef\xbb\xbf", "empty", 1, 1 },
  { "blank", " \n ", "well-formed", 2, 2 },
  { "prose", "Hello", "well-formed", 1, 1 },
  { "truncated", "<a>\n <b>\n", "well-formed", 3, 1 },
  { "truncated in a tag", "<a>\n <b c=\"d", "well-formed", 2, 9 },
  { "mismatch", "<a>\n  é<b></c>\n</a>", "well-formed", 2, 7 },
  { "bare ampersand", "<a>\n<b>x & y</b></a>", "well-formed", 2, 7 },
  { "named entity", "<a>\n<b>x&nbsp;y</b></a>", "well-formed", 2, 11 },
  { "two roots", "<a/>\n<b/>", "well-formed", 2, 1 },
  { "control character", "<a>é\x08</a>", "well-formed", 1, 5 },
  { "blank line first", "\n<?xml version=\"1.0\"?><a/>", "well-formed", 2, 6 },
  { "document type",
    "<!DOCTYPE OfficeApp [<!ENTITY a \"b\">]>\n<a>&a;</a>",
    "document-type",
    1,
    1 },
  { "external entity",
    "<!DOCTYPE a SYSTEM \"http://127.0.0.1:9/x.dtd\" "
    "[<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>",
    "document-type",
    1,
    1 },
  { "web page", "\n<!DOCTYPE html>\n<html><body>Sign in</body></html>", "web-page", 1, 1 },
  { "XHTML", DECLARATION "<!-- x -->\n<html xmlns=\"y\"/>", "web-page", 1, 1 },
  { "JSON", " {\n\"id\": 1}", "unified-manifest", 1, 1 },
  { "not UTF-8", "<a>\n \xe9t\xe9</a>", "encoding", 2, 2 },
};

static void
test_refused (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autoptr (WaxsealManifestDocument) document = read_bytes (refused[i].text, -1);

      g_test_message ("%s", refused[i].name);
      assert_problem (document, refused[i].rule, refused[i].line, refused[i].column);
      g_assert_null (waxseal_manifest_document_get_root (document));
    }
}

static void
test_archive (void)
{
  g_autoptr (WaxsealManifestDocument) document = read_bytes ("PK\x03\x04\0\0\xff\xff", 8);

  assert_problem (document, "archive", 1, 1);
  g_assert_cmpuint (waxseal_manifest_document_get_problems (document)->len, ==, 1);
}

static void
test_zero (void)
{
  g_autoptr (WaxsealManifestDocument) document = read_bytes ("<a>\nbc\0d</a>", 12);

  assert_problem (document, "encoding", 2, 3);
  g_assert_null (waxseal_manifest_document_get_text (document));
}

static void
test_too_large (void)
{
  gsize size = WAXSEAL_MANIFEST_DOCUMENT_MAX_BYTES + 1;
  g_autofree char *data = g_malloc (size);
  g_autoptr (WaxsealManifestDocument) large = NULL;
  g_autoptr (WaxsealManifestDocument) largest = NULL;
  g_autoptr (WaxsealManifestDocument) middle = NULL;

  memset (data, ' ', size);
  memcpy (data, "<a/>", 4);
  large = read_bytes (data, size);
  assert_problem (large, "too-large", 1, 1);
  g_assert_null (waxseal_manifest_document_get_text (large));

  largest = read_bytes (data, size - 1);
  g_assert_nonnull (waxseal_manifest_document_get_text (largest));
  middle = read_bytes (data, size / 2);
  assert_clean (middle);
}

static char *
nest (guint depth)
{
  GString *text = g_string_new (NULL);
  guint i;

  for (i = 0; i < depth; i++)
    g_string_append (text, "<a>");
  for (i = 0; i < depth; i++)
    g_string_append (text, "</a>");
  return g_string_free (text, FALSE);
}

static void
test_too_deep (void)
{
  g_autofree char *hostile = nest (100000);
  g_autofree char *over = nest (257);
  g_autofree char *deepest = nest (256);
  g_autoptr (WaxsealManifestDocument) first = read_bytes (hostile, -1);
  g_autoptr (WaxsealManifestDocument) second = read_bytes (over, -1);
  g_autoptr (WaxsealManifestDocument) third = read_bytes (deepest, -1);

  assert_problem (first, "too-deep", 1, 256 * 3 + 1);
  g_assert_null (waxseal_manifest_document_get_root (first));
  assert_problem (second, "too-deep", 1, 256 * 3 + 1);
  assert_clean (third);
}

static void
test_entity_bomb (void)
{
  GString *text = g_string_new ("<!DOCTYPE a [<!ENTITY e0 \"xxxxxxxxxx\">");
  g_autoptr (WaxsealManifestDocument) document = NULL;
  guint i;

  for (i = 1; i < 30; i++)
    {
      g_string_append_printf (text, "<!ENTITY e%u \"", i);
      g_string_append_printf (text, "&e%u;&e%u;&e%u;&e%u;\">", i - 1, i - 1, i - 1, i - 1);
    }
  g_string_append (text, "]><a>&e29;</a>");
  document = read_bytes (text->str, text->len);
  g_string_free (text, TRUE);

  assert_problem (document, "document-type", 1, 1);
  g_assert_cmpuint (waxseal_manifest_document_get_problems (document)->len, ==, 1);
  g_assert_null (waxseal_manifest_document_get_root (document));
}

static void
test_many_errors (void)
{
  GString *text = g_string_new ("<a>\n");
  g_autoptr (WaxsealManifestDocument) document = NULL;
  guint i;

  for (i = 0; i < 100; i++)
    g_string_append (text, "<b>&x;</b>\n");
  g_string_append (text, "</a>");
  document = read_bytes (text->str, text->len);
  g_string_free (text, TRUE);

  g_assert_cmpuint (waxseal_manifest_document_get_problems (document)->len, ==, 20);
  g_assert_cmpuint (waxseal_finding_get_line (get_problem (document, 19)), ==, 21);
}

/* A file in each encoding, and what has to come back. */
static const struct
{
  const char *text;
  const char *iconv;
  const char *encoding;
  gboolean mark;
  const char *problem;
} encodings[] = {
  { "<a>é😀</a>", "UTF-8", "UTF-8", FALSE, NULL },
  { "\xef\xbb\xbf<a>é😀</a>", "UTF-8", "UTF-8", TRUE, NULL },
  { "<a>é😀</a>", "UTF-16LE", "UTF-16LE", FALSE, NULL },
  { "\n<a>é😀</a>", "UTF-16BE", "UTF-16BE", FALSE, NULL },
  { "\xef\xbb\xbf<a>é😀</a>", "UTF-16LE", "UTF-16LE", TRUE, NULL },
  { "\xef\xbb\xbf<a>é😀</a>", "UTF-16BE", "UTF-16BE", TRUE, NULL },
  { "\xef\xbb\xbf<a>é😀</a>", "UTF-32LE", "UTF-32LE", TRUE, NULL },
  { "\xef\xbb\xbf<?xml version='1.0' encoding='UTF-16'?><a/>", "UTF-16LE", "UTF-16LE", TRUE, NULL },
  { "<?xml version='1.0' encoding='utf-16'?><a>é</a>", "UTF-8", "UTF-8", FALSE, "encoding" },
  { "<?xml version='1.0' encoding='utf-8'?><a>é</a>", "UTF-16LE", "UTF-16LE", FALSE, "encoding" },
  { "<?xml version='1.0' encoding='ISO-8859-1'?><a>é</a>",
    "ISO-8859-1",
    "ISO-8859-1",
    FALSE,
    NULL },
  { "<?xml version='1.0' encoding='Shift_JIS'?><a>暗号</a>",
    "SHIFT_JIS",
    "Shift_JIS",
    FALSE,
    NULL },
  { "<?xml version='1.0' encoding='IBM037'?><a>é</a>", "UTF-8", "UTF-8", FALSE, "encoding" },
  { "<?xml version='1.0' encoding='x-none'?><a>é</a>", "UTF-8", "UTF-8", FALSE, "encoding" },
};

static void
test_encodings (void)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      g_autoptr (WaxsealManifestDocument) document =
        read_converted (encodings[i].text, encodings[i].iconv);
      const char *text = encodings[i].text + (encodings[i].mark ? 3 : 0);
      gsize size;
      g_autofree char *data =
        g_convert (encodings[i].text, -1, encodings[i].iconv, "UTF-8", NULL, &size, NULL);
      g_autoptr (GBytes) encoded = waxseal_manifest_document_encode (document, text);

      g_test_message ("%s as %s", encodings[i].text, encodings[i].iconv);
      g_assert_cmpstr (waxseal_manifest_document_get_text (document), ==, text);
      g_assert_cmpstr (waxseal_manifest_document_get_encoding (document),
                       ==,
                       encodings[i].encoding);
      g_assert_cmpint (waxseal_manifest_document_has_byte_order_mark (document),
                       ==,
                       encodings[i].mark);
      g_assert_nonnull (waxseal_manifest_document_get_root (document));
      if (encodings[i].problem != NULL)
        assert_problem (document, encodings[i].problem, 1, 31);
      else
        assert_clean (document);
      g_assert_cmpmem (g_bytes_get_data (encoded, NULL), g_bytes_get_size (encoded), data, size);
    }
}

static void
test_bad_utf_16 (void)
{
  const char lone[] = "\xff\xfe<\0a\0>\0\n\0x\0\x00\xd8<\0/\0a\0>\0";
  g_autoptr (WaxsealManifestDocument) surrogate = read_bytes (lone, sizeof lone - 1);
  g_autoptr (WaxsealManifestDocument) half = read_bytes ("\xff\xfe<\0a\0/\0>\0\n", 11);

  assert_problem (surrogate, "encoding", 2, 2);
  assert_problem (half, "encoding", 1, 5);
}

static void
test_unencodable (void)
{
  g_autoptr (WaxsealManifestDocument) document =
    read_bytes ("<?xml version='1.0' encoding='ISO-8859-1'?><a/>", -1);
  g_autoptr (GBytes) bytes = waxseal_manifest_document_encode (document, "<a>\xc3\xa9暗</a>");

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL),
                   g_bytes_get_size (bytes),
                   "<a>\xe9&#x6697;</a>",
                   16);
}

static void
assert_span (WaxsealManifestDocument *document, xmlNode *node, const char *whole, const char *inner)
{
  const char *text = waxseal_manifest_document_get_text (document);
  const WaxsealManifestSpan *span = waxseal_manifest_document_get_span (document, node);
  g_autofree char *all = NULL, *content = NULL;

  g_assert_nonnull (span);
  all = g_strndup (text + span->start, span->end - span->start);
  content = g_strndup (text + span->content, span->close - span->content);
  g_assert_cmpstr (all, ==, whole);
  g_assert_cmpstr (content, ==, inner);
}

static void
test_spans (void)
{
  g_autoptr (WaxsealManifestDocument) document =
    read_bytes ("<?xml version=\"1.0\"?><!-- <x> --><r a='>/'>\r\n"
                "é<b c=\"'\" /><![CDATA[<no>]]><?p <q?><d >e<f/></d ></r>",
                -1);
  xmlNode *root = waxseal_manifest_document_get_root (document);
  xmlNode *b = xmlFirstElementChild (root);
  xmlNode *d = xmlNextElementSibling (b);
  guint line, column;

  assert_clean (document);
  assert_span (document, b, "<b c=\"'\" />", "");
  assert_span (document, d, "<d >e<f/></d >", "e<f/>");
  assert_span (document, xmlFirstElementChild (d), "<f/>", "");
  g_assert_null (waxseal_manifest_document_get_span (document, NULL));
  g_assert_null (waxseal_manifest_document_get_span (document, root->children));

  waxseal_manifest_document_get_position (document,
                                          waxseal_manifest_document_get_span (document, b)->start,
                                          &line,
                                          &column);
  g_assert_cmpuint (line, ==, 2);
  g_assert_cmpuint (column, ==, 2);
  waxseal_manifest_document_get_position (document, G_MAXSIZE, &line, &column);
  g_assert_cmpuint (line, ==, 2);
}

/* Bytes made of pieces of manifests and of anything at all, always the same ones. */
static GBytes *
make_noise (GRand *rand)
{
  static const char *const pieces[] = { "<a>",
                                        "</a>",
                                        "<b c=\"",
                                        "\">",
                                        "<!--",
                                        "-->",
                                        "<?xml version=\"1.0\" encoding=\"",
                                        "\"?>",
                                        "<![CDATA[",
                                        "]]>",
                                        "&amp;",
                                        "&#0;",
                                        "é",
                                        "\xff\xfe",
                                        "<!DOCTYPE a [",
                                        "utf-16",
                                        "{" };
  GByteArray *noise = g_byte_array_new ();
  int n = g_rand_int_range (rand, 0, 40);

  while (n-- > 0)
    {
      const char *piece = pieces[g_rand_int_range (rand, 0, G_N_ELEMENTS (pieces))];
      guint8 byte = g_rand_int_range (rand, 0, 256);

      if (g_rand_int_range (rand, 0, 4) > 0)
        g_byte_array_append (noise, (const guint8 *) piece, strlen (piece));
      else
        g_byte_array_append (noise, &byte, 1);
    }
  return g_byte_array_free_to_bytes (noise);
}

/* A good file of which a few bytes were overwritten. */
static GBytes *
make_damage (GRand *rand)
{
  char *text = g_strdup (DECLARATION "<a b='c'>\n <!-- d --><e/>é&amp;<![CDATA[f]]></a>");
  gsize size = strlen (text);
  int n = g_rand_int_range (rand, 0, 3);

  while (n-- > 0)
    text[g_rand_int_range (rand, 0, size)] = g_rand_int_range (rand, 0, 256);
  return g_bytes_new_take (text, size);
}

static void
test_noise (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261125);
  guint i, j, n_read = 0;

  for (i = 0; i < 5000; i++)
    {
      g_autoptr (GBytes) noise = i % 2 == 0 ? make_noise (rand) : make_damage (rand);
      g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_document_new (noise);
      GPtrArray *problems = waxseal_manifest_document_get_problems (document);

      if (waxseal_manifest_document_get_root (document) == NULL)
        g_assert_cmpuint (problems->len, >, 0);
      else
        n_read++;
      for (j = 0; j < problems->len; j++)
        {
          const char *message = waxseal_finding_get_message (g_ptr_array_index (problems, j));

          g_assert_true (g_utf8_validate (message, -1, NULL));
        }
    }
  g_assert_cmpuint (n_read, >, 0);
}

/* libxml2 must not say anything itself, whatever it is given. */
static void
test_silence (void)
{
  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      g_test_trap_assert_stderr ("");
      return;
    }
  test_refused ();
  test_entity_bomb ();
  test_many_errors ();
  test_noise ();
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/manifest-document/refused", test_refused);
  g_test_add_func ("/manifest-document/archive", test_archive);
  g_test_add_func ("/manifest-document/zero", test_zero);
  g_test_add_func ("/manifest-document/too-large", test_too_large);
  g_test_add_func ("/manifest-document/too-deep", test_too_deep);
  g_test_add_func ("/manifest-document/entity-bomb", test_entity_bomb);
  g_test_add_func ("/manifest-document/many-errors", test_many_errors);
  g_test_add_func ("/manifest-document/encodings", test_encodings);
  g_test_add_func ("/manifest-document/bad-utf-16", test_bad_utf_16);
  g_test_add_func ("/manifest-document/unencodable", test_unencodable);
  g_test_add_func ("/manifest-document/spans", test_spans);
  g_test_add_func ("/manifest-document/noise", test_noise);
  g_test_add_func ("/manifest-document/silence", test_silence);
  return g_test_run ();
}
