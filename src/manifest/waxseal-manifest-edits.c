/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-edits.h"

#include <string.h>

#include "waxseal-manifest-escape.h"

/**
 * WaxsealManifestEdits:
 *
 * Changes to the text of a manifest, collected and then made all at once. Each one touches only the
 * bytes that it is about, so that the rest of a file stays as somebody wrote it.
 */
struct _WaxsealManifestEdits
{
  WaxsealManifestDocument *document;
  const char *text;
  GArray *edits;
};

typedef struct
{
  gsize offset;
  gsize length; /* what is replaced; 0 to insert */
  guint serial;
  xmlNode *owner; /* whose children are inserted; two fields cannot both insert them */
  char *text;
} Edit;

static void
clear_edit (gpointer data)
{
  g_free (((Edit *) data)->text);
}

/** waxseal_manifest_edits_new: @document: one with a root, which outlives the edits. */
WaxsealManifestEdits *
waxseal_manifest_edits_new (WaxsealManifestDocument *document)
{
  WaxsealManifestEdits *self = g_new0 (WaxsealManifestEdits, 1);

  self->document = document;
  self->text = waxseal_manifest_document_get_text (document);
  self->edits = g_array_new (FALSE, FALSE, sizeof (Edit));
  g_array_set_clear_func (self->edits, clear_edit);
  return self;
}

void
waxseal_manifest_edits_free (WaxsealManifestEdits *self)
{
  g_array_unref (self->edits);
  g_free (self);
}

static gboolean
excludes (const Edit *a, const Edit *b)
{
  if (a->owner != NULL && a->owner == b->owner && a->offset == b->offset)
    return TRUE;
  return a->length > 0 && b->length > 0 && a->offset < b->offset + b->length &&
         b->offset < a->offset + a->length;
}

/* Where two fields want different things at one place, the later one gets it. */
static void
add_edit (WaxsealManifestEdits *self, gsize offset, gsize length, xmlNode *owner, char *text)
{
  Edit edit = { offset, length, 0, owner, text };
  guint i;

  for (i = self->edits->len; i-- > 0;)
    if (excludes (&g_array_index (self->edits, Edit, i), &edit))
      g_array_remove_index (self->edits, i);
  edit.serial =
    self->edits->len > 0 ? g_array_index (self->edits, Edit, self->edits->len - 1).serial + 1 : 0;
  g_array_append_val (self->edits, edit);
}

static const WaxsealManifestSpan *
get_span (WaxsealManifestEdits *self, xmlNode *node)
{
  return waxseal_manifest_document_get_span (self->document, node);
}

/* How long the name in the start tag is, with its prefix. */
static gsize
measure_name (WaxsealManifestEdits *self, xmlNode *node)
{
  return strcspn (self->text + get_span (self, node)->start + 1, " \t\r\n/>");
}

static char *
dup_own_name (WaxsealManifestEdits *self, xmlNode *node)
{
  return g_strndup (self->text + get_span (self, node)->start + 1, measure_name (self, node));
}

/** waxseal_manifest_edits_dup_name: Returns: (transfer full): @name with the prefix of @like. */
char *
waxseal_manifest_edits_dup_name (WaxsealManifestEdits *self, xmlNode *like, const char *name)
{
  g_autofree char *own = dup_own_name (self, like);
  char *colon = strchr (own, ':');

  if (colon == NULL)
    return g_strdup (name);
  *colon = '\0';
  return g_strconcat (own, ":", name, NULL);
}

static gboolean
is_blank (char c)
{
  return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* Where the line break and the indentation in front of @start begin; @start if there is none. */
static gsize
find_break (const char *text, gsize start)
{
  gsize p = start;

  while (p > 0 && (text[p - 1] == ' ' || text[p - 1] == '\t'))
    p--;
  if (p == 0 || (text[p - 1] != '\n' && text[p - 1] != '\r'))
    return start;
  p--;
  return p > 0 && text[p] == '\n' && text[p - 1] == '\r' ? p - 1 : p;
}

static char *
dup_own_break (WaxsealManifestEdits *self, xmlNode *node)
{
  gsize start = get_span (self, node)->start;
  gsize p = find_break (self->text, start);

  return g_strndup (self->text + p, start - p);
}

/* What a child is indented more than its parent: as the parent is more than its own. */
static char *
dup_indentation (WaxsealManifestEdits *self, xmlNode *parent)
{
  g_autofree char *own = dup_own_break (self, parent);
  g_autofree char *outer = NULL;
  const char *indentation = own + strspn (own, "\r\n");
  const char *above = "";

  if (get_span (self, parent->parent) != NULL)
    {
      outer = dup_own_break (self, parent->parent);
      above = outer + strspn (outer, "\r\n");
    }
  if (g_str_has_prefix (indentation, above) && strlen (indentation) > strlen (above))
    return g_strdup (indentation + strlen (above));
  return g_strdup ("  ");
}

/**
 * waxseal_manifest_edits_dup_break:
 * @near: (nullable): a child of @parent; %NULL for its first one
 *
 * Returns: (transfer full): the line break and indentation for a child of @parent, as they are in
 *   front of @near; "" if the file has everything in one line there.
 */
char *
waxseal_manifest_edits_dup_break (WaxsealManifestEdits *self, xmlNode *parent, xmlNode *near)
{
  g_autofree char *own = NULL;
  g_autofree char *indentation = NULL;

  if (near == NULL)
    near = xmlFirstElementChild (parent);
  if (near != NULL)
    return dup_own_break (self, near);
  own = dup_own_break (self, parent);
  if (*own == '\0')
    return g_strdup ("");
  indentation = dup_indentation (self, parent);
  return g_strconcat (own, indentation, NULL);
}

/**
 * waxseal_manifest_edits_find_attribute:
 * @offset: (out): where its value begins, behind the quotation mark
 * @length: (out): in bytes, as it is written
 *
 * Returns: whether the attribute is in the start tag of @node.
 */
gboolean
waxseal_manifest_edits_find_attribute (WaxsealManifestEdits *self,
                                       xmlNode *node,
                                       const char *name,
                                       gsize *offset,
                                       gsize *length)
{
  const WaxsealManifestSpan *span = get_span (self, node);
  gsize p = span->start + 1 + measure_name (self, node);

  while (p < span->content)
    {
      gsize start, name_length;
      char quote;

      p += strspn (self->text + p, " \t\r\n");
      start = p;
      name_length = strcspn (self->text + p, " \t\r\n=/>");
      if (name_length == 0)
        return FALSE;
      p += name_length;
      p += strspn (self->text + p, " \t\r\n=");
      quote = self->text[p++];
      *offset = p;
      *length = strchr (self->text + p, quote) - (self->text + p);
      if (name_length == strlen (name) && strncmp (self->text + start, name, name_length) == 0)
        return TRUE;
      p += *length + 1;
    }
  return FALSE;
}

/** waxseal_manifest_edits_set_attribute: @value: clean; the attribute is added if it is absent. */
void
waxseal_manifest_edits_set_attribute (WaxsealManifestEdits *self,
                                      xmlNode *node,
                                      const char *name,
                                      const char *value)
{
  g_autofree char *escaped = NULL;
  gsize offset, length;

  if (waxseal_manifest_edits_find_attribute (self, node, name, &offset, &length))
    {
      escaped = waxseal_manifest_escape_attribute (value, self->text[offset - 1]);
      add_edit (
        self,
        offset - 1,
        length + 2,
        NULL,
        g_strdup_printf ("%c%s%c", self->text[offset - 1], escaped, self->text[offset - 1]));
      return;
    }
  escaped = waxseal_manifest_escape_attribute (value, '"');
  offset = get_span (self, node)->start + 1 + measure_name (self, node);
  add_edit (self, offset, 0, node, g_strdup_printf (" %s=\"%s\"", name, escaped));
}

/* Whether the element is written as one tag; @slash: where what ends that tag begins. */
static gboolean
is_empty_tag (WaxsealManifestEdits *self, xmlNode *node, gsize *slash)
{
  const WaxsealManifestSpan *span = get_span (self, node);

  if (span->end != span->content)
    return FALSE;
  *slash = span->content - 2;
  while (is_blank (self->text[*slash - 1]))
    (*slash)--;
  return TRUE;
}

/* Puts @content and @close into an element that has nothing inside. */
static void
fill (WaxsealManifestEdits *self, xmlNode *node, const char *content, const char *close)
{
  const WaxsealManifestSpan *span = get_span (self, node);
  g_autofree char *name = NULL;
  gsize slash;

  if (!is_empty_tag (self, node, &slash))
    {
      add_edit (self, span->content, 0, node, g_strconcat (content, close, NULL));
      return;
    }
  name = dup_own_name (self, node);
  add_edit (self,
            slash,
            span->content - slash,
            node,
            g_strconcat (">", content, close, "</", name, ">", NULL));
}

/** waxseal_manifest_edits_set_text: @text: clean; it replaces everything inside @node. */
void
waxseal_manifest_edits_set_text (WaxsealManifestEdits *self, xmlNode *node, const char *text)
{
  const WaxsealManifestSpan *span = get_span (self, node);
  g_autofree char *escaped = waxseal_manifest_escape_text (text);

  if (span->content == span->close)
    fill (self, node, escaped, "");
  else
    add_edit (self, span->content, span->close - span->content, NULL, g_steal_pointer (&escaped));
}

/**
 * waxseal_manifest_edits_insert:
 * @after: (nullable): the child of @parent behind which the new ones come; %NULL for the beginning
 * @elements: (element-type utf8): XML, one element each
 */
void
waxseal_manifest_edits_insert (WaxsealManifestEdits *self,
                               xmlNode *parent,
                               xmlNode *after,
                               GPtrArray *elements)
{
  const WaxsealManifestSpan *span = get_span (self, parent);
  g_autofree char *line_break = waxseal_manifest_edits_dup_break (self, parent, after);
  g_autofree char *close = NULL;
  g_autoptr (GString) content = g_string_new (NULL);
  guint i;

  for (i = 0; i < elements->len; i++)
    {
      g_string_append (content, line_break);
      g_string_append (content, g_ptr_array_index (elements, i));
    }
  if (after != NULL)
    add_edit (self, get_span (self, after)->end, 0, parent, g_strdup (content->str));
  else if (span->content != span->close)
    add_edit (self, span->content, 0, parent, g_strdup (content->str));
  else
    {
      close = dup_own_break (self, parent);
      fill (self, parent, content->str, close);
    }
}

/** waxseal_manifest_edits_remove: Removes @node, with the line it stands on if it is alone there.
 */
void
waxseal_manifest_edits_remove (WaxsealManifestEdits *self, xmlNode *node)
{
  const WaxsealManifestSpan *span = get_span (self, node);
  gsize start = find_break (self->text, span->start);

  add_edit (self, start, span->end - start, NULL, g_strdup (""));
}

/* What is inserted at a place comes before what is replaced there, in the order of the edits. */
static int
compare_edits (gconstpointer a, gconstpointer b)
{
  const Edit *first = a, *second = b;

  if (first->offset != second->offset)
    return first->offset < second->offset ? -1 : 1;
  if ((first->length == 0) != (second->length == 0))
    return first->length == 0 ? -1 : 1;
  return first->serial < second->serial ? -1 : 1;
}

/** waxseal_manifest_edits_apply: Returns: (transfer full): the text with all changes made. */
char *
waxseal_manifest_edits_apply (WaxsealManifestEdits *self)
{
  GString *result = g_string_new (NULL);
  gsize done = 0;
  guint i;

  g_array_sort (self->edits, compare_edits);
  for (i = 0; i < self->edits->len; i++)
    {
      const Edit *edit = &g_array_index (self->edits, Edit, i);

      g_string_append_len (result, self->text + done, edit->offset - done);
      g_string_append (result, edit->text);
      done = edit->offset + edit->length;
    }
  g_string_append (result, self->text + done);
  return g_string_free (result, FALSE);
}
