/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-schema-report.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-manifest-node.h"

static void
add (WaxsealManifestFindings *findings,
     const char *rule,
     xmlNode *node,
     char *message,
     const char *remedy)
{
  waxseal_manifest_findings_add (findings, WAXSEAL_SEVERITY_ERROR, rule, node, message, remedy);
}

static char *
dup_name (const xmlNode *node)
{
  return waxseal_manifest_excerpt (waxseal_manifest_node_get_name (node));
}

/** waxseal_manifest_schema_report_type: xsi:type has a @value that is unknown at @node. */
void
waxseal_manifest_schema_report_type (WaxsealManifestFindings *findings,
                                     xmlNode *node,
                                     const char *value,
                                     const WaxsealManifestSchemaType *declared)
{
  g_autofree char *name = dup_name (node);
  g_autofree char *type = waxseal_manifest_excerpt (value);
  const char *colon = strchr (value, ':');
  const char *local = colon != NULL ? colon + 1 : value;

  if (declared->name_space == WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_0 &&
      waxseal_manifest_schema_type_find (WAXSEAL_MANIFEST_NAMESPACE_OVERRIDES_1_1, local) != NULL)
    add (findings,
         "overrides-1-1-only",
         node,
         g_strdup_printf (_ ("The type “%s” exists only in VersionOverrides 1.1."), type),
         _ ("Move the element into VersionOverrides 1.1, nested in this VersionOverrides 1.0."));
  else
    add (findings,
         "type-unknown",
         node,
         g_strdup_printf (_ ("“%s” has the type “%s” (xsi:type), which is not known here."),
                          name,
                          type),
         _ ("Correct the type. If Microsoft has added it since, this version of Waxseal does not "
            "know it yet."));
}

/** waxseal_manifest_schema_report_no_type: @node needs an xsi:type. */
void
waxseal_manifest_schema_report_no_type (WaxsealManifestFindings *findings, xmlNode *node)
{
  g_autofree char *name = dup_name (node);

  add (findings,
       "type-missing",
       node,
       g_strdup_printf (_ ("“%s” does not say of which type it is (xsi:type)."), name),
       _ ("Add the xsi:type attribute to the element."));
}

/** waxseal_manifest_schema_report_attribute: @node has an attribute @name that is unknown. */
void
waxseal_manifest_schema_report_attribute (WaxsealManifestFindings *findings,
                                          xmlNode *node,
                                          const char *name)
{
  g_autofree char *element = dup_name (node);
  g_autofree char *attribute = waxseal_manifest_excerpt (name);

  add (findings,
       "attribute-unknown",
       node,
       g_strdup_printf (_ ("“%s” has no attribute “%s”."), element, attribute),
       _ ("Remove the attribute, or correct its spelling; capitals matter."));
}

/** waxseal_manifest_schema_report_no_attribute: @node has no attribute @name. */
void
waxseal_manifest_schema_report_no_attribute (WaxsealManifestFindings *findings,
                                             xmlNode *node,
                                             const char *name)
{
  g_autofree char *element = dup_name (node);

  add (findings,
       "attribute-missing",
       node,
       g_strdup_printf (_ ("“%s” needs the attribute “%s”."), element, name),
       _ ("Add the attribute to the element."));
}

static void
report_wrong_value (WaxsealManifestFindings *findings,
                    xmlNode *node,
                    const char *name,
                    const WaxsealManifestSchemaValue *value,
                    const char *text)
{
  g_autofree char *excerpt = waxseal_manifest_excerpt (text);
  const char *description = waxseal_manifest_schema_value_describe (value);

  if (waxseal_manifest_schema_value_is_placeholder (text))
    add (findings,
         "placeholder",
         node,
         g_strdup_printf (_ ("“%s” still has the placeholder “%s” of a template."), name, excerpt),
         _ ("Put the real value in its place."));
  else if (strchr (description, '|') != NULL)
    {
      g_auto (GStrv) words = g_strsplit (description, "|", -1);
      /* Translators: stands between two quoted words of a list: “A”, “B” */
      g_autofree char *list = g_strjoinv (_ ("”, “"), words);

      add (findings,
           "value",
           node,
           g_strdup_printf (_ ("“%s” is “%s”, but must be one of “%s”."), name, excerpt, list),
           _ ("Choose one of these words; capitals matter."));
    }
  else
    add (findings,
         "value",
         node,
         g_strdup_printf (_ ("“%s” is “%s”, but must be %s."), name, excerpt, description),
         _ ("Correct the value."));
}

/** waxseal_manifest_schema_report_value: checks @text as a @value, and reports what is wrong.
 * @attribute: (nullable): where it stands; %NULL for the text of @node itself */
void
waxseal_manifest_schema_report_value (WaxsealManifestFindings *findings,
                                      xmlNode *node,
                                      const char *attribute,
                                      const WaxsealManifestSchemaValue *value,
                                      const char *text)
{
  WaxsealManifestVerdict verdict = waxseal_manifest_schema_value_check (value, text);
  guint maximum = waxseal_manifest_schema_value_get_maximum (value);
  g_autofree char *element = NULL;
  g_autofree char *name = NULL;

  if (verdict == WAXSEAL_MANIFEST_VERDICT_RIGHT)
    return;

  element = dup_name (node);
  name = attribute != NULL ? g_strdup_printf ("%s %s", element, attribute) : g_strdup (element);
  if (verdict == WAXSEAL_MANIFEST_VERDICT_EMPTY)
    add (findings,
         "value-empty",
         node,
         g_strdup_printf (_ ("“%s” is empty."), name),
         _ ("Fill it in, or remove the element if you do not need it."));
  else if (verdict == WAXSEAL_MANIFEST_VERDICT_LONG)
    add (findings,
         "value-length",
         node,
         g_strdup_printf (_ ("“%s” has %ld characters; at most %u are allowed."),
                          name,
                          g_utf8_strlen (text, -1),
                          maximum),
         _ ("Shorten it."));
  else
    report_wrong_value (findings, node, name, value, text);
}

/** waxseal_manifest_schema_report_element_in_text: @node stands where only text may. */
void
waxseal_manifest_schema_report_element_in_text (WaxsealManifestFindings *findings, xmlNode *node)
{
  g_autofree char *name = dup_name (node);
  g_autofree char *parent = dup_name (node->parent);

  add (findings,
       "element-unknown",
       node,
       g_strdup_printf (_ ("“%s” takes text only, but “%s” stands in it."), parent, name),
       _ ("Remove the element, and write the value as plain text."));
}

/* Where @text begins, behind the white space and the comments in front of it. */
static gsize
find_text_offset (WaxsealManifestDocument *document, xmlNode *node, const xmlNode *text)
{
  const char *source = waxseal_manifest_document_get_text (document);
  const xmlNode *before = text->prev;
  const WaxsealManifestSpan *span;
  const char *place;

  while (before != NULL && before->type != XML_ELEMENT_NODE)
    before = before->prev;
  span = waxseal_manifest_document_get_span (document, before != NULL ? (xmlNode *) before : node);
  if (span == NULL)
    return 0;

  place = source + (before != NULL ? span->end : span->content);
  while (TRUE)
    {
      const char *end = NULL;

      place += strspn (place, " \t\r\n");
      if (g_str_has_prefix (place, "<!--"))
        end = strstr (place, "-->");
      if (end == NULL)
        return place - source;
      place = end + strlen ("-->");
    }
}

/** waxseal_manifest_schema_report_text: @text stands in @node, which takes only elements. */
void
waxseal_manifest_schema_report_text (WaxsealManifestFindings *findings,
                                     xmlNode *node,
                                     const xmlNode *text)
{
  const char *content = text->content != NULL ? (const char *) text->content : "";
  g_autofree char *name = dup_name (node);
  g_autofree char *excerpt = waxseal_manifest_excerpt (content + strspn (content, " \t\r\n"));

  waxseal_manifest_findings_add_at (
    findings,
    WAXSEAL_SEVERITY_ERROR,
    "text-not-allowed",
    node,
    find_text_offset (waxseal_manifest_findings_get_document (findings), node, text),
    g_strdup_printf (_ ("The text “%s” may not stand in “%s”."), g_strchomp (excerpt), name),
    _ ("Remove the text. Often it is what an edit left behind."));
}

/** waxseal_manifest_schema_report_repeated: @node is one more than @maximum. */
void
waxseal_manifest_schema_report_repeated (WaxsealManifestFindings *findings,
                                         xmlNode *node,
                                         guint maximum)
{
  g_autofree char *name = dup_name (node);

  add (findings,
       "element-repeated",
       node,
       g_strdup_printf (ngettext ("“%s” may stand here only %u time.",
                                  "“%s” may stand here only %u times.",
                                  maximum),
                        name,
                        maximum),
       _ ("Remove this one, or move its content into the first."));
}

/** waxseal_manifest_schema_report_order: @node stands behind @later, but belongs before it. */
void
waxseal_manifest_schema_report_order (WaxsealManifestFindings *findings,
                                      xmlNode *node,
                                      xmlNode *later)
{
  g_autofree char *name = dup_name (node);
  g_autofree char *follower = dup_name (later);

  add (findings,
       "element-order",
       node,
       g_strdup_printf (_ ("“%s” must come before “%s”."), name, follower),
       _ ("Move the element; the order of elements is fixed."));
}

/** waxseal_manifest_schema_report_missing: @node has @count children of @name, not @minimum.
 * @name: (nullable): %NULL for any element */
void
waxseal_manifest_schema_report_missing (WaxsealManifestFindings *findings,
                                        xmlNode *node,
                                        const char *name,
                                        guint count,
                                        guint minimum)
{
  g_autofree char *parent = dup_name (node);
  char *message;

  if (name == NULL)
    message = g_strdup_printf (_ ("“%s” is empty."), parent);
  else if (minimum == 1)
    message = g_strdup_printf (_ ("“%s” is missing in “%s”."), name, parent);
  else
    message = g_strdup_printf (
      _ ("“%s” has %u of “%s”, but needs at least %u."), parent, count, name, minimum);
  add (findings, "element-missing", node, message, _ ("Add the element."));
}
