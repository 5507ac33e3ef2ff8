/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-span.h"

#include <string.h>

/* What an element of a manifest takes, and how many are open at once: what is set aside for them.
 */
#define USUAL_BYTES 48
#define USUAL_DEPTH 32

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

/* Just behind the tag that begins at @p; a ">" inside an attribute value does not end it.
 * @n_values: (out): how many values it has */
static const char *
skip_tag (const char *p, guint *n_values)
{
  const char *end;

  for (*n_values = 0; *p != '\0'; p++)
    {
      if (*p == '>')
        return p + 1;
      if (*p != '"' && *p != '\'')
        continue;
      end = strchr (p + 1, *p);
      if (end == NULL)
        return p + strlen (p);
      p = end;
      ++*n_values;
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
 * @text: UTF-8, well-formed or not
 * @length: of @text, in bytes
 * @crowded: (out) (nullable): the first start tag with more attributes than
 *   %WAXSEAL_MANIFEST_SPANS_MAX_ATTRIBUTES, or %NULL; nothing behind it is looked at
 *
 * Finds each element in the text, in its order, without help by libxml2's parser: that compares
 * each attribute of a tag with all others, and must not see a crowded one.
 *
 * Returns: (transfer full) (element-type WaxsealManifestSpan): the spans.
 */
GArray *
waxseal_manifest_spans_new (const char *text, gsize length, const char **crowded)
{
  GArray *spans =
    g_array_sized_new (FALSE, FALSE, sizeof (WaxsealManifestSpan), length / USUAL_BYTES + 1);
  g_autoptr (GArray) open = g_array_sized_new (FALSE, FALSE, sizeof (guint), USUAL_DEPTH);
  const char *p, *next;
  guint n_values;

  *crowded = NULL;
  for (p = strchr (text, '<'); p != NULL; p = strchr (next, '<'))
    {
      next = p[1] == '!' || p[1] == '?' ? skip_opaque (p) : NULL;
      if (next != NULL)
        continue;
      next = skip_tag (p, &n_values);
      if (n_values > WAXSEAL_MANIFEST_SPANS_MAX_ATTRIBUTES)
        {
          *crowded = p;
          break;
        }
      if (p[1] == '/')
        close_element (spans, open, p - text, next - text);
      else
        open_element (spans, open, p - text, next - text, next[-2] == '/');
    }
  return spans;
}

/**
 * waxseal_manifest_spans_bind:
 * @document: what libxml2 made of the text of the spans, well-formed and without a document type
 *
 * Notes in the node of each element which span is its own: `_private` is the place in the array,
 * from 1, as the tags of the text come in the order of the nodes.
 */
void
waxseal_manifest_spans_bind (xmlDoc *document)
{
  xmlNode *node;
  guint index = 0;

  for (node = xmlDocGetRootElement (document); node != NULL; node = next_element (node))
    node->_private = GUINT_TO_POINTER (++index);
}
