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

/* Real files have ten. libxml2 looks through all that are in force for each element. */
#define MAX_NAMESPACES 64

/* Real files have a hundred. libxml2 has room for 16,384, and looks through the others in line. */
#define MAX_NAMES 20000

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
  guint namespaces[MAX_DEPTH + 1]; /* in force inside the element of each depth */
  guint n_problems;
  gboolean stopped;
} Parse;

/* What is refused before it takes libxml2 minutes. */
typedef enum
{
  LIMIT_DEPTH,
  LIMIT_NAMESPACES,
  LIMIT_NAMES,
  N_LIMITS,
} Limit;

static const struct
{
  const char *rule;
  const char *message;
} limits[N_LIMITS] = {
  [LIMIT_DEPTH] = { "too-deep",
                    N_ ("The elements of this file stand inside each other too deep for a "
                        "manifest.") },
  [LIMIT_NAMESPACES] = { "too-many-namespaces",
                         N_ ("The elements of this file declare more namespaces (xmlns) than a "
                             "manifest can use.") },
  [LIMIT_NAMES] = { "too-many-names",
                    N_ ("This file has more different names of elements and attributes than a "
                        "manifest can have.") },
};

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

static void
refuse_beyond (void *context, Limit limit)
{
  refuse (context,
          limits[limit].rule,
          _ (limits[limit].message),
          _ ("Download the manifest again."));
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

/* Which limit the element that begins breaks, or N_LIMITS; it is counted in. */
static Limit
count_element (Parse *parse, const xmlParserCtxt *context, guint n_namespaces)
{
  if (++parse->depth > MAX_DEPTH)
    return LIMIT_DEPTH;
  parse->namespaces[parse->depth] = parse->namespaces[parse->depth - 1] + n_namespaces;
  if (parse->namespaces[parse->depth] > MAX_NAMESPACES)
    return LIMIT_NAMESPACES;
  return xmlDictSize (context->dict) > MAX_NAMES ? LIMIT_NAMES : N_LIMITS;
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
  Limit limit;

  if (parse->stopped)
    return;
  limit = count_element (parse, context, n_namespaces);
  if (limit < N_LIMITS)
    refuse_beyond (context, limit);
  else
    xmlSAX2StartElementNs (
      context, name, prefix, uri, n_namespaces, namespaces, n_attributes, n_defaulted, attributes);
}

/* It is not kept, but its name is. */
static void
instruction_cb (void *context, const xmlChar *target, const xmlChar *data)
{
  if (!get_parse (context)->stopped && xmlDictSize (((xmlParserCtxt *) context)->dict) > MAX_NAMES)
    refuse_beyond (context, LIMIT_NAMES);
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

static gboolean
is_blank (const xmlChar *text, int length)
{
  while (length > 0 && IS_BLANK_CH (text[length - 1]))
    length--;
  return length == 0;
}

/* Whether a text is nothing but the space between two tags, of which one is that of a child. What
 * follows it is what libxml2 reads next. */
static gboolean
is_layout (const xmlParserCtxt *context, const xmlChar *text, int length)
{
  const xmlChar *next = context->input->cur;
  const xmlNode *before = context->node->last;

  if (next[0] != '<' || next[1] == '!' || next[1] == '?')
    return FALSE;
  if (before == NULL ? next[1] == '/' : before->type != XML_ELEMENT_NODE)
    return FALSE;
  return is_blank (text, length);
}

/* Whether there is an element for the text; behind an error there may be none. */
static gboolean
takes_text (xmlParserCtxt *context)
{
  return !get_parse (context)->stopped && context->node != NULL;
}

/* Layout is half of the nodes of a manifest, and says nothing: it stays in the text only. */
static void
characters_cb (void *context, const xmlChar *text, int length)
{
  if (takes_text (context) && !is_layout (context, text, length))
    xmlSAX2Characters (context, text, length);
}

static gboolean
is_cdata (const xmlNode *node)
{
  return node != NULL && node->type == XML_CDATA_SECTION_NODE;
}

/* The first section of a run is a node, so that it is seen that there is one; the others are text
 * behind it. libxml2's own joins them all, and takes the longer for each the more there were. */
static void
cdata_cb (void *context, const xmlChar *text, int length)
{
  const xmlParserCtxt *parser = context;
  const xmlNode *last;

  if (!takes_text (context))
    return;
  last = parser->node->last;
  if (is_cdata (last) || (last != NULL && last->type == XML_TEXT_NODE && is_cdata (last->prev)))
    xmlSAX2Characters (context, text, length);
  else
    xmlAddChild (parser->node, xmlNewCDataBlock (parser->myDoc, text, length));
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

  if (parse->stopped || error->level < XML_ERR_ERROR)
    return;
  if (parse->n_problems == MAX_PROBLEMS)
    {
      /* What is not well-formed is given up in any case. */
      if (!((xmlParserCtxt *) context)->wellFormed)
        xmlStopParser (context);
      return;
    }
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
  context->sax->characters = characters_cb;
  context->sax->ignorableWhitespace = characters_cb;
  context->sax->cdataBlock = cdata_cb;
  context->sax->comment = NULL;
  context->sax->processingInstruction = instruction_cb;
  context->sax->serror = report_cb;
}

/**
 * waxseal_manifest_parse:
 * @text: UTF-8
 * @lines: what waxseal_manifest_lines_new() made of @text
 * @problems: (element-type WaxsealFinding): the parser's errors are added here
 *
 * Expands no entity, reads no other file, and tells nobody else about an error. Comments,
 * processing instructions and the space between elements are not in the document: who needs them
 * has @text.
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
