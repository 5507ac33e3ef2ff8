/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-parse.h"

#include <glib/gi18n.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <string.h>

#include "waxseal-manifest-lines.h"
#include "waxseal-manifest-xml-problem.h"

/* libxml2 2.9 stops at the same depth, with an error that says nothing to its reader. */
#define MAX_DEPTH 256

/* Whoever has seen this many has seen enough. */
#define MAX_PROBLEMS 20

#if LIBXML_VERSION >= 21200
typedef const xmlError ParseError;
#else
typedef xmlError ParseError;
#endif

typedef struct
{
  const char *text;
  gsize length;
  GArray *lines;
  GPtrArray *problems;
  guint depth;
  guint n_problems;
  gboolean stopped;
} Parse;

static Parse *
get_parse (void *context)
{
  return ((xmlParserCtxt *) context)->_private;
}

/* How far libxml2 has read. */
static gsize
find_offset (Parse *parse, xmlParserCtxt *context, gboolean at_tag)
{
  glong consumed = xmlByteConsumed (context);
  gsize offset = CLAMP (consumed, 0, (glong) parse->length);

  while (at_tag && offset > 0 && parse->text[offset] != '<')
    offset--;
  while (offset > 0 && (parse->text[offset] & 0xc0) == 0x80)
    offset--;
  return offset;
}

static void
locate (Parse *parse, xmlParserCtxt *context, gboolean at_tag, guint *line, guint *column)
{
  waxseal_manifest_lines_locate (
    parse->lines, parse->text, find_offset (parse, context, at_tag), line, column);
}

static void
refuse (void *context, const char *rule, const char *message, const char *remedy)
{
  Parse *parse = get_parse (context);
  guint line, column;

  locate (parse, context, TRUE, &line, &column);
  g_ptr_array_add (parse->problems,
                   waxseal_finding_new (
                     WAXSEAL_SEVERITY_ERROR, rule, line, column, NULL, g_strdup (message), remedy));
  parse->stopped = TRUE;
  xmlStopParser (context);
}

/* A manifest needs no document type, and one can make a parser read other files or run for ever. */
static void
refuse_document_type_cb (void *context,
                         const xmlChar *name,
                         const xmlChar *external_id,
                         const xmlChar *system_id)
{
  if (!get_parse (context)->stopped)
    refuse (context,
            "document-type",
            _ ("The file has a document type (DOCTYPE). A manifest has none, and for safety it is "
               "not read any further."),
            _ ("Remove the DOCTYPE if you trust the file, or download the manifest again."));
}

static void
start_element_cb (void *context,
                  const xmlChar *name,
                  const xmlChar *prefix,
                  const xmlChar *uri,
                  int n_namespaces,
                  const xmlChar **namespaces,
                  int n_attributes,
                  int n_defaulted,
                  const xmlChar **attributes)
{
  Parse *parse = get_parse (context);

  if (parse->stopped)
    return;
  if (++parse->depth > MAX_DEPTH)
    {
      refuse (context,
              "too-deep",
              _ ("The elements of this file stand inside each other too deep for a manifest."),
              _ ("Download the manifest again."));
      return;
    }
  xmlSAX2StartElementNs (
    context, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted, attributes);
}

static void
end_element_cb (void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *uri)
{
  Parse *parse = get_parse (context);

  if (parse->stopped)
    return;
  parse->depth--;
  xmlSAX2EndElementNs (context, name, prefix, uri);
}

/* One mistake often makes several errors at one place; the first of them says it best. */
static gboolean
is_reported (Parse *parse, guint line, guint column)
{
  WaxsealFinding *last;

  if (parse->n_problems == 0)
    return FALSE;
  last = g_ptr_array_index (parse->problems, parse->problems->len - 1);
  return waxseal_finding_get_line (last) == line && waxseal_finding_get_column (last) == column;
}

static void
report_cb (void *context, ParseError *error)
{
  Parse *parse = get_parse (context);
  guint line, column;

  if (parse->stopped || error->level < XML_ERR_ERROR || parse->n_problems >= MAX_PROBLEMS)
    return;
  locate (parse, context, waxseal_manifest_xml_problem_is_at_tag (error), &line, &column);
  if (is_reported (parse, line, column))
    return;
  parse->n_problems++;
  g_ptr_array_add (parse->problems, waxseal_manifest_xml_problem_new (error, line, column));
}

static void
set_up (xmlParserCtxt *context, Parse *parse)
{
  context->_private = parse;
  xmlCtxtUseOptions (context, XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_COMPACT);
  context->sax->internalSubset = refuse_document_type_cb;
  context->sax->startElementNs = start_element_cb;
  context->sax->endElementNs = end_element_cb;
  context->sax->serror = report_cb;
}

/**
 * waxseal_manifest_parse:
 * @text: UTF-8
 * @lines: what waxseal_manifest_lines_new() made of @text
 * @problems: (element-type WaxsealFinding): the parser's errors are added here
 *
 * Expands no entity, reads no other file, and tells nobody else about an error.
 *
 * Returns: (transfer full) (nullable): the document; %NULL if it is not well-formed or refused.
 */
xmlDoc *
waxseal_manifest_parse (const char *text, GArray *lines, GPtrArray *problems)
{
  Parse parse = { text, strlen (text), lines, problems };
  xmlParserCtxt *context = xmlCreateMemoryParserCtxt (text, parse.length);
  xmlDoc *document;

  if (context == NULL)
    return NULL;
  set_up (context, &parse);
  xmlParseDocument (context);
  document = g_steal_pointer (&context->myDoc);
  if (!context->wellFormed || parse.stopped)
    g_clear_pointer (&document, xmlFreeDoc);
  xmlFreeParserCtxt (context);
  return document;
}
