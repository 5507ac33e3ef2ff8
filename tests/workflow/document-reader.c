/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "document-reader.h"

#include <libxml/HTMLparser.h>
#include <string.h>

static void
add_cell (GPtrArray *texts, const WaxsealDocumentCell *cell)
{
  const char *symbol = waxseal_mark_get_symbol (cell->mark);

  g_ptr_array_add (texts, g_strconcat (symbol, *symbol != '\0' ? " " : "", cell->text, NULL));
}

static void
add_block (GPtrArray *texts, const WaxsealDocumentBlock *block)
{
  if (block->kind != WAXSEAL_DOCUMENT_TABLE)
    {
      g_ptr_array_add (texts, g_strdup (block->text));
      return;
    }
  for (guint i = 0; i < block->n_columns; i++)
    g_ptr_array_add (texts, g_strdup (block->columns[i].title));
  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (block->rows, i);

      g_assert_cmpuint (cells->len, ==, block->n_columns);
      for (guint j = 0; j < cells->len; j++)
        add_cell (texts, g_ptr_array_index (cells, j));
    }
}

/* Returns: (transfer full): each text of the document in its order, cells with their symbol; the
 * titles of columns as in English. */
GPtrArray *
document_reader_list_texts (WaxsealDocument *document)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (texts, g_strdup (document->title));
  g_ptr_array_add (texts, g_strdup (document->subtitle));
  for (guint i = 0; i < document->blocks->len; i++)
    add_block (texts, g_ptr_array_index (document->blocks, i));
  return texts;
}

static gboolean
has_verified_row (const WaxsealDocumentBlock *block)
{
  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (block->rows, i);

      /* The first names the row, or is the mark that the legend explains. */
      for (guint j = 1; j < cells->len; j++)
        if (((WaxsealDocumentCell *) g_ptr_array_index (cells, j))->mark == WAXSEAL_MARK_VERIFIED)
          return TRUE;
    }
  return FALSE;
}

/* Whether it says of anything that it was read back. */
gboolean
document_reader_claims_verification (WaxsealDocument *document)
{
  for (guint i = 0; i < document->blocks->len; i++)
    {
      const WaxsealDocumentBlock *block = g_ptr_array_index (document->blocks, i);

      if (block->kind == WAXSEAL_DOCUMENT_TABLE && has_verified_row (block))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_one_of (const char *name, const char *const *names)
{
  return g_strv_contains (names, name);
}

/* Nothing that loads, runs or leads anywhere else. */
static void
assert_harmless (xmlNode *node)
{
  static const char *const elements[] = {
    "html",  "head", "meta", "title", "style", "body", "header", "main",  "nav",
    "ul",    "li",   "a",    "h1",    "h2",    "h3",   "p",      "table", "thead",
    "tbody", "tr",   "th",   "td",    "bdi",   "span", NULL,
  };
  static const char *const attributes[] = {
    "lang", "charset", "http-equiv", "content", "name",        "class",
    "id",   "scope",   "style",      "href",    "aria-hidden", NULL,
  };

  g_assert_true (is_one_of ((const char *) node->name, elements));
  for (xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    {
      g_autofree char *value = (char *) xmlNodeGetContent ((xmlNode *) attribute);

      g_assert_true (is_one_of ((const char *) attribute->name, attributes));
      if (g_str_equal (attribute->name, "href"))
        g_assert_cmpint (*value, ==, '#');
      if (g_str_equal (attribute->name, "style"))
        g_assert_true (g_regex_match_simple ("^width:[0-9]+%$", value, 0, 0));
    }
}

static gboolean
holds_text (xmlNode *node)
{
  static const char *const elements[] = { "h1", "h2", "h3", "p", "th", "td", NULL };

  return is_one_of ((const char *) node->name, elements);
}

static void
collect (xmlNode *node, GPtrArray *texts)
{
  for (; node != NULL; node = node->next)
    {
      if (node->type != XML_ELEMENT_NODE)
        continue;
      assert_harmless (node);
      if (holds_text (node))
        g_ptr_array_add (texts, xmlNodeGetContent (node));
      if (!g_str_equal (node->name, "nav"))
        collect (node->children, texts);
    }
}

/* Returns: (transfer full): as document_reader_list_texts(), from a page. */
GPtrArray *
document_reader_read_html (const char *html)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (xmlFree);
  htmlDocPtr page = htmlReadMemory (html,
                                    strlen (html),
                                    NULL,
                                    "UTF-8",
                                    HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);

  g_assert_nonnull (page);
  collect (xmlDocGetRootElement (page), texts);
  xmlFreeDoc (page);
  return texts;
}

static const struct
{
  const char *written;
  char meant;
} entities[] = {
  { "<br>", '\n' }, { "&lt;", '<' },  { "&gt;", '>' },
  { "&amp;", '&' }, { "&#32;", ' ' }, { "&#9;", '\t' },
};

static gboolean
decode_entity (const char **p, GString *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    {
      if (!g_str_has_prefix (*p, entities[i].written))
        continue;
      g_string_append_c (text, entities[i].meant);
      *p += strlen (entities[i].written) - 1;
      return TRUE;
    }
  return FALSE;
}

/* What CommonMark makes of a line: every character that could mean more is escaped. */
static char *
decode (const char *start, const char *end)
{
  GString *text = g_string_new (NULL);

  for (const char *p = start; p < end; p++)
    {
      if (decode_entity (&p, text))
        continue;
      if (*p == '\\' && g_ascii_ispunct (p[1]))
        p++;
      else
        {
          g_assert_null (strchr ("\\`*_[]<>&|~$#", *p));
          g_assert_false (g_str_has_prefix (p, "://"));
        }
      g_string_append_c (text, *p);
    }
  return g_string_free (text, FALSE);
}

static const char *
find_bar (const char *p)
{
  for (; *p != '\0' && *p != '|'; p++)
    if (*p == '\\' && p[1] != '\0')
      p++;
  g_assert_cmpint (*p, ==, '|');
  return p;
}

/* A cell is cut at its edges before it is decoded. */
static void
read_row (const char *line, GPtrArray *texts)
{
  for (const char *p = line + 1; *p != '\0';)
    {
      const char *bar = find_bar (p);
      const char *start = p, *end = bar;

      while (start < end && *start == ' ')
        start++;
      while (end > start && end[-1] == ' ')
        end--;
      g_ptr_array_add (texts, decode (start, end));
      p = bar + 1;
    }
}

static void
read_line (const char *line, guint row, GPtrArray *texts)
{
  static const char *const starts[] = { "### ", "## ", "# ", "> **" };
  const char *start = line, *end = line + strlen (line);

  if (*line == '|')
    {
      if (row == 1)
        g_assert_true (g_regex_match_simple ("^(\\| --- )+\\|$", line, 0, 0));
      else
        read_row (line, texts);
      return;
    }
  for (guint i = 0; i < G_N_ELEMENTS (starts) && start == line; i++)
    if (g_str_has_prefix (line, starts[i]))
      start += strlen (starts[i]);
  if (g_str_has_prefix (line, "> **"))
    end -= strlen ("**");
  /* Nothing else begins a block. */
  g_assert_false (start == line && g_regex_match_simple ("^( |\t|[-+=]|[0-9]+[.)])", line, 0, 0));
  g_ptr_array_add (texts, decode (start, end));
}

/* Returns: (transfer full): as document_reader_list_texts(), from Markdown. */
GPtrArray *
document_reader_read_markdown (const char *markdown)
{
  GPtrArray *texts = g_ptr_array_new_with_free_func (g_free);
  g_auto (GStrv) lines = g_strsplit (markdown, "\n", -1);
  guint row = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      if (*lines[i] != '\0')
        read_line (lines[i], row, texts);
      row = *lines[i] == '|' ? row + 1 : 0;
    }
  return texts;
}

static void
assert_same (WaxsealDocument *document, GPtrArray *found)
{
  g_autoptr (GPtrArray) texts = document_reader_list_texts (document);

  for (guint i = 0; i < MIN (texts->len, found->len); i++)
    g_assert_cmpstr (g_ptr_array_index (found, i), ==, g_ptr_array_index (texts, i));
  g_assert_cmpuint (found->len, ==, texts->len);
}

/* That the page says what the document does, no more and no less. */
void
document_reader_assert_html (WaxsealDocument *document, const char *html)
{
  g_autoptr (GPtrArray) found = document_reader_read_html (html);

  assert_same (document, found);
}

/* The same of Markdown. */
void
document_reader_assert_markdown (WaxsealDocument *document, const char *markdown)
{
  g_autoptr (GPtrArray) found = document_reader_read_markdown (markdown);

  assert_same (document, found);
}
