/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-span.h"

#include <string.h>

/* Markup whose content is no markup, and what ends it. */
static const struct
{
  const char *open;
  const char *close;
} opaque[] = {
  { "<!--", "-->" },
  { "<![CDATA[", "]]>" },
  { "<?", "?>" },
};

/* Just behind @close, or the end of the text. */
static const char *
skip_past (const char *p, const char *close)
{
  const char *found = strstr (p, close);

  return found != NULL ? found + strlen (close) : p + strlen (p);
}

static const char *
skip_opaque (const char *p)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (opaque); i++)
    if (g_str_has_prefix (p, opaque[i].open))
      return skip_past (p + strlen (opaque[i].open), opaque[i].close);
  return NULL;
}

/* Just behind the tag that begins at @p; a ">" inside an attribute value does not end it. */
static const char *
skip_tag (const char *p)
{
  char quote = '\0';

  for (; *p != '\0'; p++)
    {
      if (quote == '\0' && *p == '>')
        return p + 1;
      if (quote == '\0' && (*p == '"' || *p == '\''))
        quote = *p;
      else if (*p == quote)
        quote = '\0';
    }
  return p;
}

static void
open_element (GArray *spans, GArray *open, gsize start, gsize content, gboolean empty)
{
  WaxsealManifestSpan span = { start, content, content, content };

  g_array_append_val (spans, span);
  if (!empty)
    {
      guint index = spans->len - 1;

      g_array_append_val (open, index);
    }
}

static void
close_element (GArray *spans, GArray *open, gsize close, gsize end)
{
  WaxsealManifestSpan *span;

  if (open->len == 0)
    return;
  span = &g_array_index (spans, WaxsealManifestSpan, g_array_index (open, guint, open->len - 1));
  g_array_set_size (open, open->len - 1);
  span->close = close;
  span->end = end;
}

static void
scan (const char *text, GArray *spans)
{
  g_autoptr (GArray) open = g_array_new (FALSE, FALSE, sizeof (guint));
  const char *p, *next;

  for (p = strchr (text, '<'); p != NULL; p = strchr (next, '<'))
    {
      next = skip_opaque (p);
      if (next != NULL)
        continue;
      next = skip_tag (p);
      if (p[1] == '/')
        close_element (spans, open, p - text, next - text);
      else
        open_element (spans, open, p - text, next - text, next[-2] == '/');
    }
}

/* The next element in document order; no recursion, however deep the document. */
static xmlNode *
next_element (xmlNode *node)
{
  xmlNode *next = xmlFirstElementChild (node);

  while (next == NULL && node != NULL && node->type == XML_ELEMENT_NODE)
    {
      next = xmlNextElementSibling (node);
      node = node->parent;
    }
  return next;
}

/**
 * waxseal_manifest_spans_new:
 * @document: what libxml2 made of @text, well-formed and without a document type
 * @text: UTF-8
 *
 * Finds each element in the text, and notes in its node which span is its own: `_private` is the
 * place in the array, from 1. The tags of @text come in the order of the nodes, so that this needs
 * nothing of libxml2's parser.
 *
 * Returns: (transfer full) (element-type WaxsealManifestSpan): the spans.
 */
GArray *
waxseal_manifest_spans_new (xmlDoc *document, const char *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (WaxsealManifestSpan));
  xmlNode *node;
  guint index = 0;

  scan (text, spans);
  for (node = xmlDocGetRootElement (document); node != NULL; node = next_element (node))
    node->_private = GUINT_TO_POINTER (++index);
  return spans;
}
