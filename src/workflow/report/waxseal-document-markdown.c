/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A document in Markdown, as CommonMark has it, with the tables of GitHub's. */
#include "waxseal-document-markdown.h"

#include <glib/gi18n.h>
#include <string.h>

/* What means something anywhere in a line; “$” where a reader knows formulas. */
#define SPECIAL "\\`*_[]|~$#"

/* What begins a block; “1.” and “1)” do too. */
#define SPECIAL_AT_START "+-="

static gboolean
begins_list (const char *text)
{
  gsize n = strspn (text, "0123456789");

  return n > 0 && (text[n] == '.' || text[n] == ')');
}

/* An address is no link: a reader would take the backslashes in it for a part of it. */
static gboolean
begins_link (const char *text, const char *p)
{
  if (*p == ':')
    return p[1] == '/' && p[2] == '/';
  return *p == '.' && p - text >= 3 && g_ascii_strncasecmp (p - 3, "www", 3) == 0;
}

/* A space at the edge would be cut off, and several shown as one. */
static gboolean
is_lost_space (const char *text, const char *p)
{
  if (*p == '\t')
    return TRUE;
  return *p == ' ' && (p == text || p[-1] == ' ' || p[-1] == '\n' || p[1] == '\0' || p[1] == '\n');
}

/* What no reader of any kind of Markdown takes for markup. */
static const char *
get_entity (char c)
{
  switch (c)
    {
    case '\n':
      return "<br>";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '&':
      return "&amp;";
    default:
      return NULL;
    }
}

/* On one line of the file, whatever it holds. */
static void
append_text (GString *markdown, const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    {
      const char *entity = get_entity (*p);

      if (entity != NULL)
        g_string_append (markdown, entity);
      else if (is_lost_space (text, p))
        g_string_append_printf (markdown, "&#%d;", *p);
      else if (strchr (SPECIAL, *p) != NULL || begins_link (text, p))
        g_string_append_printf (markdown, "\\%c", *p);
      else
        g_string_append_c (markdown, *p);
    }
}

static void
append_paragraph (GString *markdown, const char *text)
{
  gsize n = strspn (text, "0123456789");

  if (begins_list (text))
    g_string_append_len (markdown, text, n);
  else
    n = 0;
  if (n > 0 || (*text != '\0' && strchr (SPECIAL_AT_START, *text) != NULL))
    g_string_append_printf (markdown, "\\%c", text[n++]);
  append_text (markdown, text + n);
  g_string_append_c (markdown, '\n');
}

static void
append_cell (GString *markdown, const WaxsealDocumentCell *cell)
{
  const char *symbol = waxseal_mark_get_symbol (cell->mark);

  g_string_append (markdown, "| ");
  if (*symbol != '\0')
    g_string_append_printf (markdown, "%s ", symbol);
  append_text (markdown, cell->text);
  g_string_append_c (markdown, ' ');
}

static void
append_table (GString *markdown, const WaxsealDocumentBlock *block)
{
  for (guint i = 0; i < block->n_columns; i++)
    {
      g_string_append (markdown, "| ");
      append_text (markdown, _ (block->columns[i].title));
      g_string_append_c (markdown, ' ');
    }
  g_string_append (markdown, "|\n");
  for (guint i = 0; i < block->n_columns; i++)
    g_string_append (markdown, "| --- ");
  g_string_append (markdown, "|\n");
  for (guint i = 0; i < block->rows->len; i++)
    {
      GPtrArray *cells = g_ptr_array_index (block->rows, i);

      for (guint j = 0; j < cells->len; j++)
        append_cell (markdown, g_ptr_array_index (cells, j));
      g_string_append (markdown, "|\n");
    }
}

static void
append_line (GString *markdown, const char *start, const char *text, const char *end)
{
  g_string_append (markdown, start);
  append_text (markdown, text);
  g_string_append (markdown, end);
}

static void
append_block (GString *markdown, const WaxsealDocumentBlock *block)
{
  g_string_append_c (markdown, '\n');
  switch (block->kind)
    {
    case WAXSEAL_DOCUMENT_HEADING:
      append_line (markdown, block->level == 1 ? "## " : "### ", block->text, "\n");
      return;
    case WAXSEAL_DOCUMENT_NOTICE:
      append_line (markdown, "> **", block->text, "**\n");
      return;
    case WAXSEAL_DOCUMENT_TABLE:
      append_table (markdown, block);
      return;
    case WAXSEAL_DOCUMENT_PARAGRAPH:
    default:
      append_paragraph (markdown, block->text);
    }
}

/**
 * waxseal_document_to_markdown:
 *
 * Returns: (transfer full): the document in UTF-8; every text in it shows as it is, and none
 *   becomes markup, an element or a link.
 */
char *
waxseal_document_to_markdown (WaxsealDocument *self)
{
  GString *markdown = g_string_new (NULL);

  append_line (markdown, "# ", self->title, "\n\n");
  append_paragraph (markdown, self->subtitle);
  for (guint i = 0; i < self->blocks->len; i++)
    append_block (markdown, g_ptr_array_index (self->blocks, i));
  return g_string_free (markdown, FALSE);
}
