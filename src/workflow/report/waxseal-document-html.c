/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document as a web page that stands alone: nothing is loaded, nothing runs. */
#include "waxseal-document-html.h"

#include <glib/gi18n.h>

/* Contents are listed where there are more headings than a glance takes in. */
#define MANY_HEADINGS 4

static const char style[] =
  "@page{size:auto;margin:15mm}"
  ":root{color-scheme:light dark;--text:#241f31;--soft:#5e5c64;--page:#fff;--line:#deddda;"
  "--head:#f6f5f4;--accent:#1c71d8;--verified:#1a6b38;--declared:#1a5fb4;--warn:#8f4f00;"
  "--bad:#a51d2d}"
  "@media screen and (prefers-color-scheme:dark){:root{--text:#fff;--soft:#c0bfbc;"
  "--page:#1e1e1e;--line:#4a4a4d;--head:#2d2d30;--accent:#62a0ea;--verified:#8ff0a4;"
  "--declared:#99c1f1;--warn:#f8c15c;--bad:#ff9b94}}"
  "*{box-sizing:border-box}"
  "body{max-width:60rem;margin:2rem auto;padding:0 1.5rem;color:var(--text);"
  "background:var(--page);font:10pt/1.45 system-ui,Cantarell,\"Noto Sans CJK JP\",sans-serif}"
  "header{border-bottom:3px solid var(--accent);padding-bottom:.6rem;margin-bottom:1rem}"
  "h1{font-size:1.6rem;line-height:1.25;margin:0}header p{margin:.3rem 0 0;color:var(--soft)}"
  "h1,h2,h3,p,td,th{overflow-wrap:anywhere;white-space:pre-wrap}"
  "h2{font-size:1.2rem;margin:1.8rem 0 .4rem;break-after:avoid}"
  "h3{font-size:1rem;margin:1.2rem 0 .3rem;break-after:avoid}"
  "p{margin:.4rem 0}a{color:var(--accent)}"
  "nav ul{margin:.4rem 0;padding:0;display:flex;flex-wrap:wrap;gap:.2rem 1.2rem;list-style:none}"
  ".notice{border:2px solid var(--warn);border-radius:.4rem;padding:.5rem .8rem;font-weight:bold}"
  "table{width:100%;border-collapse:collapse;margin:.3rem 0 .9rem}tr{break-inside:avoid}"
  "thead{display:table-header-group}"
  "th,td{text-align:start;vertical-align:top;padding:.28rem .5rem;border-top:1px solid var(--line)}"
  "thead th{background:var(--head);color:var(--soft);font-weight:bold;font-size:.9em;"
  "border-top:none}"
  "tbody th{font-weight:normal;color:var(--soft)}"
  ".verified{color:var(--verified)}.declared,.planned,.hint{color:var(--declared)}"
  ".assumed,.stale{color:var(--warn)}.attention{color:var(--bad)}.unknown{color:var(--soft)}"
  "@media (max-width:38rem){thead{display:none}tr,td,tbody th{display:block;width:auto!important}"
  "tr{border-top:1px solid var(--line);padding:.3rem 0}td,tbody th{border:0;padding:.1rem 0}}"
  "@media print{body{max-width:none;margin:0;padding:0;font-size:9pt}nav{display:none}}";

/* Isolated, so that no text turns the direction of what is around it. */
static void
append_text (GString *html, const char *text)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);

  g_string_append_printf (html, "<bdi>%s</bdi>", escaped);
}

static void
append_element (GString *html, const char *start, const char *text, const char *end)
{
  g_string_append (html, start);
  append_text (html, text);
  g_string_append (html, end);
}

static void
append_cell (GString *html, const WaxsealDocumentCell *cell, gboolean is_first)
{
  const char *element = is_first ? "th scope=\"row\"" : "td";

  if (cell->mark == WAXSEAL_MARK_NONE)
    g_string_append_printf (html, "<%s>", element);
  else
    g_string_append_printf (html,
                            "<%s class=\"mark %s\"><span aria-hidden=\"true\">%s </span>",
                            element,
                            waxseal_mark_get_nick (cell->mark),
                            waxseal_mark_get_symbol (cell->mark));
  append_element (html, "", cell->text, is_first ? "</th>" : "</td>");
}

static void
append_head (GString *html, const WaxsealDocumentBlock *block)
{
  guint sum = 0;

  for (guint i = 0; i < block->n_columns; i++)
    sum += block->columns[i].weight;
  g_string_append (html, "<table>\n<thead><tr>");
  for (guint i = 0; i < block->n_columns; i++)
    {
      g_string_append_printf (html,
                              "<th scope=\"col\" style=\"width:%u%%\">",
                              100 * block->columns[i].weight / sum);
      append_element (html, "", _ (block->columns[i].title), "</th>");
    }
  g_string_append (html, "</tr></thead>\n<tbody>\n");
}

static void
append_table (GString *html, const WaxsealDocumentBlock *block)
{
  append_head (html, block);
  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (block->rows, i);

      g_string_append (html, "<tr>");
      for (guint j = 0; j < cells->len; j++)
        append_cell (html, g_ptr_array_index (cells, j), j == 0);
      g_string_append (html, "</tr>\n");
    }
  g_string_append (html, "</tbody>\n</table>\n");
}

static void
append_block (GString *html, const WaxsealDocumentBlock *block, guint number)
{
  switch (block->kind)
    {
    case WAXSEAL_DOCUMENT_HEADING:
      g_string_append_printf (html, "<h%u id=\"s%u\">", block->level + 1, number);
      append_text (html, block->text);
      g_string_append_printf (html, "</h%u>\n", block->level + 1);
      return;
    case WAXSEAL_DOCUMENT_NOTICE:
      append_element (html, "<p class=\"notice\">", block->text, "</p>\n");
      return;
    case WAXSEAL_DOCUMENT_TABLE:
      append_table (html, block);
      return;
    case WAXSEAL_DOCUMENT_PARAGRAPH:
    default:
      append_element (html, "<p>", block->text, "</p>\n");
    }
}

static gboolean
is_chapter (const WaxsealDocumentBlock *block)
{
  return block->kind == WAXSEAL_DOCUMENT_HEADING && block->level == 1;
}

static void
append_contents (GString *html, GPtrArray *blocks)
{
  guint n = 0;

  for (guint i = 0; i < blocks->len; i++)
    n += is_chapter (g_ptr_array_index (blocks, i));
  if (n < MANY_HEADINGS)
    return;
  g_string_append (html, "<nav><ul>\n");
  for (guint i = 0; i < blocks->len; i++)
    {
      const WaxsealDocumentBlock *block = g_ptr_array_index (blocks, i);

      if (!is_chapter (block))
        continue;
      g_string_append_printf (html, "<li><a href=\"#s%u\">", i);
      append_element (html, "", block->text, "</a></li>\n");
    }
  g_string_append (html, "</ul></nav>\n");
}

/**
 * waxseal_document_to_html:
 *
 * Returns: (transfer full): a page in UTF-8, for light and dark screens, which a browser prints
 *   well. It may load nothing and run nothing, whatever is said in it.
 */
char *
waxseal_document_to_html (WaxsealDocument *self)
{
  GString *html = g_string_new ("<!DOCTYPE html>\n");
  g_autofree char *title = g_markup_escape_text (self->title, -1);

  g_string_append_printf (
    html,
    "<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n"
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
    "style-src 'unsafe-inline'\">\n"
    "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
    "<title>%s</title>\n<style>%s</style>\n</head>\n<body>\n",
    /* Translators: the tag of your language, for web pages: “de”, “ja” */
    _ ("en"),
    title,
    style);
  append_element (html, "<header>\n<h1>", self->title, "</h1>\n");
  append_element (html, "<p>", self->subtitle, "</p>\n</header>\n");
  append_contents (html, self->blocks);
  g_string_append (html, "<main>\n");
  for (guint i = 0; i < self->blocks->len; i++)
    append_block (html, g_ptr_array_index (self->blocks, i), i);
  g_string_append (html, "</main>\n</body>\n</html>\n");
  return g_string_free (html, FALSE);
}
