/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-schema.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-manifest-node.h"
#include "waxseal-manifest-schema-model.h"
#include "waxseal-manifest-schema-report.h"
#include "waxseal-manifest-tree.h"

/* How many namespace declarations are looked at for a prefix. Real files have six; a file made to
 * have a hundred thousand of them must not make each look-up cost as much. */
#define MAX_DECLARATIONS 256

static void check_element (WaxsealManifestFindings *findings,
                           xmlNode *node,
                           const WaxsealManifestSchemaType *declared);

/* The namespace that @prefix, of @length bytes, stands for at @node; NULL where it is unknown. */
static const char *
find_namespace (const xmlNode *node, const char *prefix, gsize length)
{
  guint seen = 0;

  for (; node != NULL && node->type == XML_ELEMENT_NODE; node = node->parent)
    for (const xmlNs *ns = node->nsDef; ns != NULL; ns = ns->next)
      {
        const char *declared = ns->prefix != NULL ? (const char *) ns->prefix : "";

        if (++seen > MAX_DECLARATIONS)
          return NULL;
        if (strlen (declared) == length && strncmp (declared, prefix, length) == 0)
          return (const char *) ns->href;
      }
  return NULL;
}

/* The type that the value of an xsi:type attribute names; NULL for an unknown one. */
static const WaxsealManifestSchemaType *
find_named_type (const xmlNode *node, const char *value)
{
  const char *colon = strchr (value, ':');
  gsize prefix_length = colon != NULL ? colon - value : 0;
  const char *name = colon != NULL ? colon + 1 : value;
  const char *uri;
  WaxsealManifestNamespace space;

  /* Types in lower case have no public name. */
  if (!g_ascii_isupper (*name))
    return NULL;

  if (prefix_length == 0 && node->ns != NULL && node->ns->prefix == NULL)
    uri = waxseal_manifest_node_get_uri (node);
  else
    uri = find_namespace (node, value, prefix_length);

  if (uri == NULL || !waxseal_manifest_namespace_find (uri, &space))
    return NULL;
  return waxseal_manifest_schema_type_find (space, name);
}

static gboolean
is_xsi (const xmlAttr *attribute)
{
  return attribute->ns != NULL &&
         g_str_equal ((const char *) attribute->ns->href, WAXSEAL_MANIFEST_XSI);
}

/* Hints for other readers, which change nothing. */
static gboolean
is_schema_location (const xmlAttr *attribute)
{
  return (waxseal_manifest_tree_is_name (attribute->name, "schemaLocation") ||
          waxseal_manifest_tree_is_name (attribute->name, "noNamespaceSchemaLocation")) &&
         is_xsi (attribute);
}

static gboolean
is_xsi_type (const xmlAttr *attribute)
{
  return waxseal_manifest_tree_is_name (attribute->name, "type") && is_xsi (attribute);
}

static const xmlAttr *
find_xsi_type (const xmlNode *node)
{
  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    if (is_xsi_type (attribute))
      return attribute;
  return NULL;
}

/* What @node may hold: its declared type, or the one that it asks for by xsi:type. */
static const WaxsealManifestSchemaType *
resolve_type (WaxsealManifestFindings *findings,
              xmlNode *node,
              const WaxsealManifestSchemaType *declared)
{
  const xmlAttr *attribute = find_xsi_type (node);
  const WaxsealManifestSchemaType *type = declared;

  if (attribute != NULL)
    {
      const char *value = waxseal_manifest_attribute_get_value (attribute);

      type = find_named_type (node, value);
      if (type == NULL || !waxseal_manifest_schema_type_is_a (type, declared) || type->is_abstract)
        {
          waxseal_manifest_schema_report_type (findings, node, value, declared);
          return NULL;
        }
    }

  if (type->is_abstract)
    {
      waxseal_manifest_schema_report_no_type (findings, node);
      return NULL;
    }
  return type;
}

static void
check_attribute (WaxsealManifestFindings *findings,
                 xmlNode *node,
                 const xmlAttr *attribute,
                 const WaxsealManifestSchemaType *type,
                 guint32 *seen)
{
  for (guint i = 0; type != NULL && attribute->ns == NULL && i < type->attributes->len; i++)
    {
      const WaxsealManifestSchemaAttribute *known =
        &g_array_index (type->attributes, WaxsealManifestSchemaAttribute, i);

      if (waxseal_manifest_tree_is_name (attribute->name, known->name))
        {
          *seen |= 1u << i;
          waxseal_manifest_schema_report_value (findings,
                                                node,
                                                known->name,
                                                known->value,
                                                waxseal_manifest_attribute_get_value (attribute));
          return;
        }
    }

  if (!is_schema_location (attribute) && (type == NULL || !is_xsi_type (attribute)))
    waxseal_manifest_schema_report_attribute (findings, node, (const char *) attribute->name);
}

/* @type is NULL for an element that holds text, which has no attributes. */
static void
check_attributes (WaxsealManifestFindings *findings,
                  xmlNode *node,
                  const WaxsealManifestSchemaType *type)
{
  guint32 seen = 0;

  for (const xmlAttr *attribute = node->properties; attribute != NULL; attribute = attribute->next)
    check_attribute (findings, node, attribute, type, &seen);

  for (guint i = 0; type != NULL && i < type->attributes->len; i++)
    {
      const WaxsealManifestSchemaAttribute *known =
        &g_array_index (type->attributes, WaxsealManifestSchemaAttribute, i);

      if (known->is_required && (seen & (1u << i)) == 0)
        waxseal_manifest_schema_report_no_attribute (findings, node, known->name);
    }
}

static gboolean
is_blank (const xmlNode *node)
{
  const char *text = (const char *) node->content;

  return text == NULL || text[strspn (text, " \t\r\n")] == '\0';
}

/* White space between elements is free; anything else, and any CDATA section, is text. */
static gboolean
is_text (const xmlNode *node)
{
  return node->type == XML_CDATA_SECTION_NODE || node->type == XML_ENTITY_REF_NODE ||
         (node->type == XML_TEXT_NODE && !is_blank (node));
}

static void
check_text_element (WaxsealManifestFindings *findings,
                    xmlNode *node,
                    const WaxsealManifestSchemaValue *value)
{
  const xmlNode *only = node->children;
  g_autofree char *joined = NULL;
  const char *text;

  check_attributes (findings, node, NULL);
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (child->type == XML_ELEMENT_NODE)
      {
        waxseal_manifest_schema_report_element_in_text (findings, child);
        return;
      }

  if (only != NULL && only->type == XML_TEXT_NODE && only->next == NULL)
    text = (const char *) only->content;
  else
    text = joined = waxseal_manifest_node_dup_text (node);
  waxseal_manifest_schema_report_value (findings, node, NULL, value, text);
}

/* The entry of @type that @node is; NULL where it has no place there. */
static const WaxsealManifestSchemaChild *
find_child (const WaxsealManifestSchemaType *type, const xmlNode *node)
{
  const char *uri = waxseal_manifest_node_get_uri (node);

  for (guint i = 0; i < type->children->len; i++)
    {
      const WaxsealManifestSchemaChild *child =
        &g_array_index (type->children, WaxsealManifestSchemaChild, i);

      if ((child->name == NULL || waxseal_manifest_tree_is_name (node->name, child->name)) &&
          (child->uri == NULL || g_str_equal (child->uri, uri)))
        return child;
    }
  return NULL;
}

/** Progress: how far the children of one element have been read. */
typedef struct
{
  guint counts[WAXSEAL_MANIFEST_SCHEMA_MAX_PARTICLES];
  xmlNode *first[WAXSEAL_MANIFEST_SCHEMA_MAX_PARTICLES];
  guint furthest; /* the furthest particle yet */
} Progress;

/* The first element yet that belongs behind @particle. */
static xmlNode *
find_later (const Progress *progress, guint particle, WaxsealManifestDocument *document)
{
  xmlNode *earliest = NULL;
  gsize least = G_MAXSIZE;

  for (guint i = particle + 1; i <= progress->furthest; i++)
    if (progress->first[i] != NULL)
      {
        const WaxsealManifestSpan *span =
          waxseal_manifest_document_get_span (document, progress->first[i]);
        gsize start = span != NULL ? span->start : 0;

        if (earliest == NULL || start < least)
          {
            earliest = progress->first[i];
            least = start;
          }
      }
  return earliest;
}

static void
place_child (WaxsealManifestFindings *findings,
             xmlNode *node,
             const WaxsealManifestSchemaType *type,
             const WaxsealManifestSchemaChild *child,
             Progress *progress)
{
  const WaxsealManifestSchemaParticle *particle =
    &g_array_index (type->particles, WaxsealManifestSchemaParticle, child->particle);
  guint count = ++progress->counts[child->particle];

  if (progress->first[child->particle] == NULL)
    progress->first[child->particle] = node;

  if (count > particle->maximum)
    waxseal_manifest_schema_report_repeated (findings, node, particle->maximum);
  else if (child->particle < progress->furthest)
    waxseal_manifest_schema_report_order (
      findings,
      node,
      find_later (progress, child->particle, waxseal_manifest_findings_get_document (findings)));

  progress->furthest = MAX (progress->furthest, child->particle);
}

/* The particle that may come next: the furthest, unless it is full. */
static guint
find_next (const WaxsealManifestSchemaType *type, const Progress *progress)
{
  guint furthest = progress->furthest;

  if (furthest < type->particles->len &&
      progress->counts[furthest] >=
        g_array_index (type->particles, WaxsealManifestSchemaParticle, furthest).maximum)
    furthest++;
  return furthest;
}

static void
report_missing (WaxsealManifestFindings *findings,
                xmlNode *node,
                const WaxsealManifestSchemaType *type,
                const Progress *progress)
{
  for (guint i = 0; i < type->children->len; i++)
    {
      const WaxsealManifestSchemaChild *child =
        &g_array_index (type->children, WaxsealManifestSchemaChild, i);
      const WaxsealManifestSchemaParticle *particle =
        &g_array_index (type->particles, WaxsealManifestSchemaParticle, child->particle);

      if (progress->counts[child->particle] < particle->minimum)
        waxseal_manifest_schema_report_missing (
          findings, node, child->name, progress->counts[child->particle], particle->minimum);
    }
}

static void
check_children (WaxsealManifestFindings *findings,
                xmlNode *node,
                const WaxsealManifestSchemaType *type)
{
  Progress progress = { 0 };
  gboolean has_text = FALSE;

  for (xmlNode *below = node->children; below != NULL; below = below->next)
    {
      const WaxsealManifestSchemaChild *child;

      if (waxseal_manifest_findings_is_full (findings, WAXSEAL_SEVERITY_ERROR))
        return;

      if (is_text (below) && !has_text)
        {
          waxseal_manifest_schema_report_text (findings, node, below);
          has_text = TRUE;
        }
      if (below->type != XML_ELEMENT_NODE)
        continue;

      child = find_child (type, below);
      if (child == NULL)
        {
          waxseal_manifest_schema_report_stranger (findings,
                                                   below,
                                                   type,
                                                   find_next (type, &progress));
          continue;
        }
      place_child (findings, below, type, child, &progress);
      if (child->type != NULL)
        check_element (findings, below, child->type);
      else if (child->value != NULL)
        check_text_element (findings, below, child->value);
    }
  report_missing (findings, node, type, &progress);
}

static void
check_element (WaxsealManifestFindings *findings,
               xmlNode *node,
               const WaxsealManifestSchemaType *declared)
{
  const WaxsealManifestSchemaType *type = resolve_type (findings, node, declared);

  if (type == NULL)
    return;
  check_attributes (findings, node, type);
  check_children (findings, node, type);
}

/**
 * waxseal_manifest_schema_check:
 * @root: the document's first element
 *
 * Checks which elements, attributes and values stand where (manifest.md, rules 2, 3, 9, 21-25, 27).
 *
 * Returns: whether it is the manifest of a mail add-in at all; if not, that is the only finding.
 */
gboolean
waxseal_manifest_schema_check (WaxsealManifestFindings *findings, xmlNode *root)
{
  if (!waxseal_manifest_schema_report_root (findings, root))
    return FALSE;
  check_element (findings,
                 root,
                 waxseal_manifest_schema_type_find (WAXSEAL_MANIFEST_NAMESPACE_BASE, "OfficeApp"));
  return TRUE;
}
