/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever a text holds, the writers write it as it is, and it does nothing. */
#include <string.h>

#include "document-reader.h"
#include "waxseal-document-html.h"
#include "waxseal-document-markdown.h"
#include "waxseal-document-text.h"
#include "waxseal-summary-document.h"

/* Of the shape that Entra's secrets have, and a token's; neither was ever one. */
#define SECRET "abc8Q~thisIsNoSecret0123456789_abcdefghi"
#define TOKEN                                                                                      \
  "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJub3QiOiJhIHRva2VuLCBvZiBubyB1c2UifQ.c2lnbmF0dXJl"
#define LEFT_OUT "(left out: it looks like a secret)"

static const char *const hostile[] = {
  "O'Brien",
  "\"Zoe\" & <b>Söhne</b>",
  "佐藤 花子",
  "a|b||c\\|d\\",
  "<script>alert(1)</script><!-- x --><img src=x onerror=y>",
  "`code` ``two`` *a* **b** _c_ __d__ ~~e~~",
  "[link](javascript:alert(1)) ![x](y) <https://x.example>",
  "https://x.example/a_b_c www.x.example a_b@x.example",
  "&amp; &#60; &lt; \\& \\",
  "# heading",
  "- item",
  "+ item",
  "10. item",
  "1) item",
  "=====",
  "---",
  "> quote",
  "| a | b |",
  "  two  spaces  ",
  "\ttab\tand\ttab",
  "first\nsecond\n\n  third\n# fourth",
  "$(rm -rf ~) `rm` $x^2$ ;,",
  "]]></td></tr></table></style></title>",
  "ends in #",
  "",
  " ",
};

static const WaxsealDocumentColumn columns[] = { { "What", 1 }, { "A | <b>", 2 }, { "Third", 1 } };

static WaxsealDocument *
create_hostile (void)
{
  WaxsealDocument *document = waxseal_document_new (hostile[4], hostile[12]);

  waxseal_document_add_heading (document, 1, hostile[6]);
  waxseal_document_add_table (document, columns, G_N_ELEMENTS (columns));
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      waxseal_document_add_row (document);
      waxseal_document_add_cell (document, hostile[i], WAXSEAL_MARK_NONE);
      waxseal_document_add_cell (document,
                                 hostile[i],
                                 *hostile[i] != '\0' ? WAXSEAL_MARK_DECLARED : WAXSEAL_MARK_NONE);
      waxseal_document_add_cell (document, hostile[i], WAXSEAL_MARK_NONE);
    }
  for (guint i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      if (*hostile[i] == '\0')
        continue;
      waxseal_document_add_heading (document, 2, hostile[i]);
      waxseal_document_add_paragraph (document, hostile[i]);
      waxseal_document_add_notice (document, hostile[i]);
    }
  return document;
}

static void
test_markdown (void)
{
  g_autoptr (WaxsealDocument) document = create_hostile ();
  g_autofree char *markdown = waxseal_document_to_markdown (document);

  document_reader_assert_markdown (document, markdown);
  g_assert_null (strstr (markdown, "<script"));
}

static void
test_html (void)
{
  g_autoptr (WaxsealDocument) document = create_hostile ();
  g_autofree char *html = waxseal_document_to_html (document);

  document_reader_assert_html (document, html);
  g_assert_true (g_utf8_validate (html, -1, NULL));
  g_assert_nonnull (strstr (html, "<html lang=\"en\">"));
  g_assert_nonnull (strstr (html, "default-src 'none'"));
  g_assert_nonnull (strstr (html, "prefers-color-scheme:dark"));
  g_assert_nonnull (strstr (html, "@media print"));
  g_assert_null (strstr (html, "url("));
  g_assert_true (strstr (html, "</title>") == g_strrstr (html, "</title>"));
}

static const struct
{
  const char *text;
  const char *cleaned;
} texts[] = {
  { "plain 佐藤", "plain 佐藤" },
  { "a\r\nb\rc\nd", "a\nb\nc\nd" },
  { "a\xe2\x80\xa8z\xc2\x85y", "a\nz\ny" },
  { "tab\there", "tab\there" },
  { "\x01\x1b[31m\x7f", "␁␛[31m␡" },
  { "\xc2\x9b", "\xef\xbf\xbd" },
  { "evil\xe2\x80\xaegnp.exe", "evil\xef\xbf\xbdgnp.exe" },
  { "\xe2\x81\xa6x\xe2\x81\xa9\xef\xbb\xbf\xef\xbf\xbf",
    "\xef\xbf\xbdx\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd" },
  { "👨‍👩‍👧 \xe2\x80\x8f", "👨‍👩‍👧 \xe2\x80\x8f" },
  { SECRET, LEFT_OUT },
  { "it is " SECRET ", and " SECRET ".", "it is " LEFT_OUT ", and " LEFT_OUT },
  { "Bearer " TOKEN " x", "Bearer " LEFT_OUT " x" },
  { "(" TOKEN ")|" SECRET "|", "(" LEFT_OUT ")|" LEFT_OUT "|" },
  { "eyJ is how a token begins", "eyJ is how a token begins" },
  { "aQ~b", "aQ~b" },
};

static void
test_text (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *cleaned = waxseal_document_text_new (texts[i].text);

      g_assert_cmpstr (cleaned, ==, texts[i].cleaned);
    }
}

/* Where a text is cut, no part of a secret is left standing either. */
static void
test_cut (void)
{
  for (guint n = WAXSEAL_DOCUMENT_TEXT_MAX - 60; n < WAXSEAL_DOCUMENT_TEXT_MAX + 5; n++)
    {
      g_autofree char *filler = g_strnfill (n, '.');
      g_autofree char *text = g_strconcat (filler, " ", SECRET, " ", TOKEN, NULL);
      g_autofree char *cleaned = waxseal_document_text_new (text);

      g_assert_null (strstr (cleaned, "Q~"));
      g_assert_null (strstr (cleaned, "eyJ"));
      g_assert_cmpint (g_utf8_strlen (cleaned, -1), ==, WAXSEAL_DOCUMENT_TEXT_MAX + 1);
      g_assert_true (g_str_has_suffix (cleaned, "…"));
    }
}

/* A megabyte of secrets takes no longer than a page. */
static void
test_endless (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *cleaned = NULL;

  while (text->len < 1000000)
    g_string_append (text, text->len % 2 == 0 ? SECRET " " : TOKEN " ");
  cleaned = waxseal_document_text_new (text->str);
  g_assert_null (strstr (cleaned, "Q~"));
  g_assert_null (strstr (cleaned, "eyJ"));
  g_assert_cmpint (g_utf8_strlen (cleaned, -1), ==, WAXSEAL_DOCUMENT_TEXT_MAX + 1);
}

static void
test_empty_table (void)
{
  g_autoptr (WaxsealDocument) document = waxseal_document_new ("Title", "Subtitle");
  const WaxsealDocumentBlock *block;

  waxseal_document_add_table (document, columns, G_N_ELEMENTS (columns));
  waxseal_document_drop_empty_table (document, "Nothing");
  g_assert_cmpuint (document->blocks->len, ==, 1);
  block = g_ptr_array_index (document->blocks, 0);
  g_assert_cmpint (block->kind, ==, WAXSEAL_DOCUMENT_PARAGRAPH);
  g_assert_cmpstr (block->text, ==, "Nothing");
}

/* The summary of a manifest with hostile texts, as the window exports it. */
static void
test_summary (void)
{
  static const char *const properties[] = {
    "display-name", "description", "provider-name", "version",        "id",
    "button-label", "support-url", "taskpane-url",  "default-locale",
  };
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new (hostile[4], WAXSEAL_CLOUD_GLOBAL);
  g_autoptr (WaxsealManifestDraft) draft = waxseal_manifest_draft_new (organization);
  g_autoptr (WaxsealManifestReport) report = NULL;
  g_autoptr (WaxsealDocument) document = NULL;
  g_autofree char *html = NULL;
  g_autofree char *markdown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    waxseal_record_set_text (waxseal_organization_get_addin (organization),
                             properties[i],
                             hostile[i % G_N_ELEMENTS (hostile)]);
  report = waxseal_manifest_report_new (draft, "2026-11-25T12:00:00Z");
  document = waxseal_summary_document_new (report);
  html = waxseal_document_to_html (document);
  markdown = waxseal_document_to_markdown (document);
  document_reader_assert_html (document, html);
  document_reader_assert_markdown (document, markdown);
  g_assert_nonnull (strstr (html, "class=\"mark assumed\""));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/markdown", test_markdown);
  g_test_add_func ("/document/html", test_html);
  g_test_add_func ("/document/text", test_text);
  g_test_add_func ("/document/cut", test_cut);
  g_test_add_func ("/document/endless", test_endless);
  g_test_add_func ("/document/empty-table", test_empty_table);
  g_test_add_func ("/document/summary", test_summary);
  return g_test_run ();
}
