/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-findings.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-manifest-field.h"

/* As much of a value as a sentence can carry. */
#define EXCERPT_CHARACTERS 60

#define N_SEVERITIES (WAXSEAL_SEVERITY_HINT + 1)

/** Pending: a finding whose place is not worked out yet. */
typedef struct
{
  WaxsealSeverity severity;
  const char *rule;
  xmlNode *node;
  gsize offset;
  char *message;
  const char *remedy;
} Pending;

struct _WaxsealManifestFindings
{
  WaxsealManifestDocument *document;
  gboolean names_fields;
  GArray *pending;
  GPtrArray *found;
  guint counts[N_SEVERITIES];
};

static void
clear_pending (gpointer data)
{
  g_free (((Pending *) data)->message);
}

/**
 * waxseal_manifest_findings_new:
 * @document: must stay alive
 * @names_fields: whether a finding is to know which field it is about
 *
 * Returns: (transfer full): a collector for @document.
 */
WaxsealManifestFindings *
waxseal_manifest_findings_new (WaxsealManifestDocument *document, gboolean names_fields)
{
  WaxsealManifestFindings *self = g_new0 (WaxsealManifestFindings, 1);

  self->document = document;
  self->names_fields = names_fields;
  self->pending = g_array_new (FALSE, FALSE, sizeof (Pending));
  g_array_set_clear_func (self->pending, clear_pending);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  return self;
}

/** waxseal_manifest_findings_free: frees the collector and what it has found. */
void
waxseal_manifest_findings_free (WaxsealManifestFindings *self)
{
  g_array_unref (self->pending);
  g_ptr_array_unref (self->found);
  g_free (self);
}

/** waxseal_manifest_findings_get_document: Returns: (transfer none): what is checked. */
WaxsealManifestDocument *
waxseal_manifest_findings_get_document (WaxsealManifestFindings *self)
{
  return self->document;
}

/* Counts one more; FALSE where there are enough of its kind. Each severity has its own share, so
 * that no flood of hints can hide an error. */
static gboolean
count (WaxsealManifestFindings *self, WaxsealSeverity severity)
{
  return self->counts[severity]++ < WAXSEAL_MANIFEST_FINDINGS_MAX;
}

/** waxseal_manifest_findings_is_full: Returns: whether more of @severity would not be shown. */
gboolean
waxseal_manifest_findings_is_full (WaxsealManifestFindings *self, WaxsealSeverity severity)
{
  return self->counts[severity] > WAXSEAL_MANIFEST_FINDINGS_MAX;
}

/**
 * waxseal_manifest_findings_add_at:
 * @rule: a static string
 * @node: the element that it is about
 * @offset: where it is, as a byte offset into the document's text
 * @message: (transfer full): translated
 * @remedy: translated, static
 */
void
waxseal_manifest_findings_add_at (WaxsealManifestFindings *self,
                                  WaxsealSeverity severity,
                                  const char *rule,
                                  xmlNode *node,
                                  gsize offset,
                                  char *message,
                                  const char *remedy)
{
  Pending pending = { severity, rule, node, offset, message, remedy };

  if (count (self, severity))
    g_array_append_val (self->pending, pending);
  else
    g_free (message);
}

/** waxseal_manifest_findings_add: as waxseal_manifest_findings_add_at(), where @node starts. */
void
waxseal_manifest_findings_add (WaxsealManifestFindings *self,
                               WaxsealSeverity severity,
                               const char *rule,
                               xmlNode *node,
                               char *message,
                               const char *remedy)
{
  const WaxsealManifestSpan *span = waxseal_manifest_document_get_span (self->document, node);

  waxseal_manifest_findings_add_at (
    self, severity, rule, node, span != NULL ? span->start : 0, message, remedy);
}

/** waxseal_manifest_findings_take: adds a finding that was made elsewhere.
 * @finding: (transfer full) */
void
waxseal_manifest_findings_take (WaxsealManifestFindings *self, WaxsealFinding *finding)
{
  if (count (self, waxseal_finding_get_severity (finding)))
    g_ptr_array_add (self->found, finding);
  else
    g_object_unref (finding);
}

static int
compare_pending (gconstpointer a, gconstpointer b)
{
  const Pending *first = a;
  const Pending *second = b;

  return first->offset < second->offset ? -1 : first->offset > second->offset;
}

/* Works out the places in the order of the text, each from the one before where they share a line:
 * a file that is one long line would otherwise be counted through for each finding. */
static void
place_pending (WaxsealManifestFindings *self)
{
  const char *text = waxseal_manifest_document_get_text (self->document);
  gsize last = 0;
  guint line = 0;
  guint column = 0;

  g_array_sort (self->pending, compare_pending);
  for (guint i = 0; i < self->pending->len; i++)
    {
      Pending *pending = &g_array_index (self->pending, Pending, i);
      const char *from = text + last;
      gsize ahead = pending->offset - last;
      const char *field = NULL;

      if (i > 0 && memchr (from, '\n', ahead) == NULL && memchr (from, '\r', ahead) == NULL)
        column += g_utf8_pointer_to_offset (from, from + ahead);
      else
        waxseal_manifest_document_get_position (self->document, pending->offset, &line, &column);
      last = pending->offset;

      if (self->names_fields)
        field = waxseal_manifest_field_of_node (self->document, pending->node);
      g_ptr_array_add (self->found,
                       waxseal_finding_new (pending->severity,
                                            pending->rule,
                                            line,
                                            column,
                                            field,
                                            g_steal_pointer (&pending->message),
                                            pending->remedy));
    }
  g_array_set_size (self->pending, 0);
}

static int
compare_findings (gconstpointer a, gconstpointer b)
{
  WaxsealFinding *first = *(WaxsealFinding *const *) a;
  WaxsealFinding *second = *(WaxsealFinding *const *) b;
  int by_severity =
    (int) waxseal_finding_get_severity (first) - (int) waxseal_finding_get_severity (second);
  guint lines[] = { waxseal_finding_get_line (first), waxseal_finding_get_line (second) };
  guint columns[] = { waxseal_finding_get_column (first), waxseal_finding_get_column (second) };

  if (by_severity != 0)
    return by_severity;
  if (lines[0] != lines[1])
    return lines[0] < lines[1] ? -1 : 1;
  return columns[0] < columns[1] ? -1 : columns[0] > columns[1];
}

/* How many more is not said: the check stops looking when there are enough. */
static void
say_that_there_are_more (GPtrArray *found, guint total)
{
  if (total <= WAXSEAL_MANIFEST_FINDINGS_MAX)
    return;

  g_ptr_array_set_size (found, WAXSEAL_MANIFEST_FINDINGS_MAX - 1);
  g_ptr_array_add (found,
                   waxseal_finding_new (WAXSEAL_SEVERITY_HINT,
                                        "more-findings",
                                        0,
                                        0,
                                        NULL,
                                        g_strdup (_ ("There are more findings than these.")),
                                        _ ("Correct these first, then check again.")));
}

/**
 * waxseal_manifest_findings_finish:
 *
 * Returns: (transfer full) (element-type WaxsealFinding): errors first, then by place; the last
 * says how many were left out, if any. The collector is empty then.
 */
GPtrArray *
waxseal_manifest_findings_finish (WaxsealManifestFindings *self)
{
  g_autoptr (GPtrArray) found = NULL;
  guint total = 0;

  place_pending (self);
  found = g_steal_pointer (&self->found);
  self->found = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < N_SEVERITIES; i++)
    {
      total += self->counts[i];
      self->counts[i] = 0;
    }

  g_ptr_array_sort (found, compare_findings);
  say_that_there_are_more (found, total);
  return g_steal_pointer (&found);
}

/**
 * waxseal_manifest_excerpt:
 *
 * Cuts a value from a file down to what a sentence can carry, on one line.
 *
 * Returns: (transfer full): the excerpt.
 */
char *
waxseal_manifest_excerpt (const char *text)
{
  GString *excerpt = g_string_sized_new (EXCERPT_CHARACTERS + sizeof "…");
  guint characters = 0;

  for (; *text != '\0' && characters < EXCERPT_CHARACTERS; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c >= 0x20 && c < 0x7f)
        g_string_append_c (excerpt, c);
      else
        g_string_append_unichar (excerpt, g_unichar_isprint (c) ? c : ' ');
      characters++;
    }
  if (*text != '\0')
    g_string_append (excerpt, "…");
  return g_string_free (excerpt, FALSE);
}
