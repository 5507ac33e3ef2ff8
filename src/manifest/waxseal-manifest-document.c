/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-document.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-finding.h"
#include "waxseal-manifest-decode.h"
#include "waxseal-manifest-lines.h"
#include "waxseal-manifest-parse.h"
#include "waxseal-manifest-span.h"
#include "waxseal-manifest-stranger.h"

/**
 * WaxsealManifestDocument:
 *
 * A manifest file as it was read, whatever is in it: its text, its elements, where they stand in
 * the text, and what is wrong with it as a file. Never changes.
 */
struct _WaxsealManifestDocument
{
  GObject parent_instance;

  char *text;
  gsize length;
  char *encoding;
  gboolean byte_order_mark;
  GArray *lines;
  xmlDoc *tree;
  GArray *spans;
  GPtrArray *problems;
};

G_DEFINE_FINAL_TYPE (WaxsealManifestDocument, waxseal_manifest_document, G_TYPE_OBJECT)

static void
waxseal_manifest_document_finalize (GObject *object)
{
  WaxsealManifestDocument *self = WAXSEAL_MANIFEST_DOCUMENT (object);

  g_free (self->text);
  g_free (self->encoding);
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->tree, xmlFreeDoc);
  g_clear_pointer (&self->spans, g_array_unref);
  g_ptr_array_unref (self->problems);
  G_OBJECT_CLASS (waxseal_manifest_document_parent_class)->finalize (object);
}

static void
waxseal_manifest_document_class_init (WaxsealManifestDocumentClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_manifest_document_finalize;
}

static void
waxseal_manifest_document_init (WaxsealManifestDocument *self)
{
  self->problems = g_ptr_array_new_with_free_func (g_object_unref);
}

static void
add_problem (WaxsealManifestDocument *self,
             const char *rule,
             const char *message,
             const char *remedy)
{
  g_ptr_array_add (
    self->problems,
    waxseal_finding_new (WAXSEAL_SEVERITY_ERROR, rule, 1, 1, NULL, g_strdup (message), remedy));
}

/* Whether the file is something else that has a name; the problem says so. */
static gboolean
is_stranger (WaxsealManifestDocument *self, const char *data, gsize size)
{
  WaxsealFinding *problem = waxseal_manifest_stranger_find (data, size);

  if (problem != NULL)
    g_ptr_array_add (self->problems, problem);
  return problem != NULL;
}

/* The elements of the text, unless it has a tag that cannot be parsed in good time. */
static gboolean
read_spans (WaxsealManifestDocument *self)
{
  const char *crowded;
  guint line, column;

  self->spans = waxseal_manifest_spans_new (self->text, self->length, &crowded);
  if (crowded == NULL)
    return TRUE;
  waxseal_manifest_document_get_position (self, crowded - self->text, &line, &column);
  g_ptr_array_add (
    self->problems,
    waxseal_finding_new (WAXSEAL_SEVERITY_ERROR,
                         "too-many-attributes",
                         line,
                         column,
                         NULL,
                         g_strdup_printf (_ ("This start tag has more than %u attributes. A tag of "
                                             "a manifest has a few."),
                                          WAXSEAL_MANIFEST_SPANS_MAX_ATTRIBUTES),
                         _ ("Download the manifest again.")));
  return FALSE;
}

static void
read_text (WaxsealManifestDocument *self)
{
  self->length = strlen (self->text);
  self->lines = waxseal_manifest_lines_new (self->text);
  if (*self->text == '\0')
    {
      add_problem (self, "empty", _ ("The file is empty."), _ ("Download the manifest again."));
      return;
    }
  if (is_stranger (self, self->text, self->length) || !read_spans (self))
    return;
  self->tree = waxseal_manifest_parse (self->text, self->lines, self->problems);
  if (self->tree != NULL)
    waxseal_manifest_spans_bind (self->tree);
  else if (self->problems->len == 0)
    add_problem (self,
                 "well-formed",
                 _ ("The file cannot be read as XML."),
                 _ ("Download the manifest again."));
}

/**
 * waxseal_manifest_document_new:
 * @bytes: any bytes at all
 *
 * Returns: (transfer full): the document. What was wrong with @bytes is in its problems.
 */
WaxsealManifestDocument *
waxseal_manifest_document_new (GBytes *bytes)
{
  WaxsealManifestDocument *self = g_object_new (WAXSEAL_TYPE_MANIFEST_DOCUMENT, NULL);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (size > WAXSEAL_MANIFEST_DOCUMENT_MAX_BYTES)
    {
      self->encoding = g_strdup ("UTF-8");
      add_problem (self,
                   "too-large",
                   _ ("The file is larger than 10 MB. A manifest has at most 256 KB."),
                   _ ("Make sure that this is the manifest, and download it again."));
      return self;
    }

  self->text =
    waxseal_manifest_decode (bytes, &self->encoding, &self->byte_order_mark, self->problems);
  if (self->text != NULL)
    read_text (self);
  else if (is_stranger (self, data, size))
    g_ptr_array_remove_range (self->problems, 0, self->problems->len - 1);
  return self;
}

/**
 * waxseal_manifest_document_get_text:
 *
 * Returns: (transfer none) (nullable): the text in UTF-8, without a byte order mark; %NULL if the
 *   file is no text or too large.
 */
const char *
waxseal_manifest_document_get_text (WaxsealManifestDocument *self)
{
  return self->text;
}

/** waxseal_manifest_document_get_encoding: Returns: (transfer none): a name for iconv. */
const char *
waxseal_manifest_document_get_encoding (WaxsealManifestDocument *self)
{
  return self->encoding;
}

/** waxseal_manifest_document_has_byte_order_mark: Returns: whether the file begins with one. */
gboolean
waxseal_manifest_document_has_byte_order_mark (WaxsealManifestDocument *self)
{
  return self->byte_order_mark;
}

/**
 * waxseal_manifest_document_get_root:
 *
 * Returns: (transfer none) (nullable): the outermost element; %NULL if the file is not well-formed
 *   or was refused. Only to be read; `_private` of the nodes is the document's.
 */
xmlNode *
waxseal_manifest_document_get_root (WaxsealManifestDocument *self)
{
  return self->tree != NULL ? xmlDocGetRootElement (self->tree) : NULL;
}

/**
 * waxseal_manifest_document_get_problems:
 *
 * Returns: (transfer none) (element-type WaxsealFinding): what keeps the file from being read, or
 *   makes the reading doubtful, in the order of the text.
 */
GPtrArray *
waxseal_manifest_document_get_problems (WaxsealManifestDocument *self)
{
  return self->problems;
}

/**
 * waxseal_manifest_document_get_span:
 * @node: an element of this document
 *
 * Returns: (transfer none) (nullable): where @node stands; %NULL if it is no such element.
 */
const WaxsealManifestSpan *
waxseal_manifest_document_get_span (WaxsealManifestDocument *self, xmlNode *node)
{
  guint index;

  if (node == NULL || node->type != XML_ELEMENT_NODE || node->doc != self->tree)
    return NULL;
  index = GPOINTER_TO_UINT (node->_private);
  if (index == 0 || index > self->spans->len)
    return NULL;
  return &g_array_index (self->spans, WaxsealManifestSpan, index - 1);
}

/** waxseal_manifest_document_get_line: @node: (nullable): an element of this document
 * Returns: the line in which it begins, from 1; 0 if it is no such element. */
guint
waxseal_manifest_document_get_line (WaxsealManifestDocument *self, xmlNode *node)
{
  const WaxsealManifestSpan *span = waxseal_manifest_document_get_span (self, node);

  return span != NULL ? waxseal_manifest_lines_find (self->lines, span->start) : 0;
}

/**
 * waxseal_manifest_document_get_position:
 * @offset: in bytes of the text; behind its end counts as its end
 * @line: (out): from 1; 0 where there is no text
 * @column: (out): in characters, from 1; 0 where there is no text
 */
void
waxseal_manifest_document_get_position (WaxsealManifestDocument *self,
                                        gsize offset,
                                        guint *line,
                                        guint *column)
{
  *line = *column = 0;
  if (self->text == NULL)
    return;
  waxseal_manifest_lines_locate (self->lines, self->text, MIN (offset, self->length), line, column);
}

/**
 * waxseal_manifest_document_get_line_range:
 * @line: from 1
 * @start: (out): where it begins, in bytes of the text
 * @end: (out): where the next one begins; equal to @start where there is no such line
 */
void
waxseal_manifest_document_get_line_range (WaxsealManifestDocument *self,
                                          guint line,
                                          gsize *start,
                                          gsize *end)
{
  guint n_lines = self->lines != NULL ? self->lines->len : 0;

  *start = *end = self->length;
  if (line == 0 || line > n_lines)
    return;
  *start = g_array_index (self->lines, gsize, line - 1);
  if (line < n_lines)
    *end = g_array_index (self->lines, gsize, line);
}

/**
 * waxseal_manifest_document_encode:
 * @text: UTF-8
 *
 * Returns: (transfer full): @text as the bytes of a file like this one: in its encoding, and with
 *   its byte order mark. Nothing else about @text changes.
 */
GBytes *
waxseal_manifest_document_encode (WaxsealManifestDocument *self, const char *text)
{
  return waxseal_manifest_encode (text, self->encoding, self->byte_order_mark);
}
