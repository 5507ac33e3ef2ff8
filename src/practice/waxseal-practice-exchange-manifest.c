/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Exchange reads of an add-in's manifest. It has no document type, and so no entities. */
#include <libxml/parserInternals.h>
#include <string.h>

#include "waxseal-practice-exchange.h"

#define OFFICE "http://schemas.microsoft.com/office/appforoffice/"
#define XSI    "http://www.w3.org/2001/XMLSchema-instance"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

static void
refuse_document_type_cb (void *context,
                         const xmlChar *name,
                         const xmlChar *public_id,
                         const xmlChar *system_id)
{
  xmlStopParser (context);
}

static xmlDoc *
parse (GBytes *bytes)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlParserCtxt *context = size > 0 ? xmlCreateMemoryParserCtxt (data, size) : NULL;
  xmlDoc *document;

  if (context == NULL)
    return NULL;
  xmlCtxtUseOptions (context, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  context->sax->internalSubset = refuse_document_type_cb;
  xmlParseDocument (context);
  document = g_steal_pointer (&context->myDoc);
  if (!context->wellFormed || context->disableSAX)
    g_clear_pointer (&document, xmlFreeDoc);
  xmlFreeParserCtxt (context);
  return document;
}

static xmlNode *
find_child (xmlNode *parent, const char *name)
{
  for (xmlNode *node = parent->children; node != NULL; node = node->next)
    if (node->type == XML_ELEMENT_NODE && g_str_equal ((const char *) node->name, name))
      return node;
  return NULL;
}

static char *
take_text (xmlChar *text)
{
  char *copy = g_strstrip (g_strdup (text != NULL ? (const char *) text : ""));

  xmlFree (text);
  return copy;
}

/* Its text, or its attribute DefaultValue for what can differ between languages. */
static char *
read_child (xmlNode *root, const char *name, gboolean is_localized)
{
  xmlNode *node = find_child (root, name);

  if (node == NULL)
    return g_strdup ("");
  return take_text (is_localized ? xmlGetNoNsProp (node, (const xmlChar *) "DefaultValue")
                                 : xmlNodeGetContent (node));
}

static const struct
{
  const char *element;
  const char *member;
  gboolean is_localized;
  gboolean is_needed;
} parts[] = {
  { "Id", "AppId", FALSE, TRUE },
  { "DisplayName", "DisplayName", TRUE, TRUE },
  { "Description", "Description", TRUE, TRUE },
  { "ProviderName", "ProviderName", FALSE, TRUE },
  { "Version", "AppVersion", FALSE, TRUE },
  { "IconUrl", "IconURL", TRUE, FALSE },
  { "Permissions", "Requirements", FALSE, FALSE },
};

static gboolean
is_mail_app (xmlNode *root)
{
  g_autofree char *type = NULL;

  if (root == NULL || root->ns == NULL || !g_str_equal ((const char *) root->name, "OfficeApp") ||
      !g_str_has_prefix ((const char *) root->ns->href, OFFICE))
    return FALSE;
  type = take_text (xmlGetNsProp (root, (const xmlChar *) "type", (const xmlChar *) XSI));
  return g_str_equal (type, "MailApp");
}

static JsonObject *
read_parts (xmlNode *root, const char **problem)
{
  g_autoptr (JsonObject) app = json_object_new ();

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autofree char *text = read_child (root, parts[i].element, parts[i].is_localized);

      if (*text == '\0' && parts[i].is_needed)
        {
          *problem = parts[i].element;
          return NULL;
        }
      json_object_set_string_member (app, parts[i].member, text);
    }
  return g_steal_pointer (&app);
}

static char *
write_text (GBytes *bytes, xmlDoc *document)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  xmlChar *text = NULL;
  int length = 0;

  if (g_utf8_validate (data, size, NULL))
    return g_strndup (data, size);
  xmlDocDumpMemoryEnc (document, &text, &length, "UTF-8");
  return take_text (text);
}

/**
 * waxseal_practice_exchange_read_manifest:
 * @problem: (out): what is not right where there is no app: an element, or all of it
 *
 * Returns: (transfer full) (nullable): of an app what its manifest says (manifest.md)
 */
JsonObject *
waxseal_practice_exchange_read_manifest (GBytes *bytes, const char **problem)
{
  g_autoptr (xmlDoc) document = parse (bytes);
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  g_autoptr (JsonObject) app = NULL;
  g_autofree char *text = NULL, *id = NULL;

  *problem = document == NULL ? "XML" : "OfficeApp";
  if (!is_mail_app (root))
    return NULL;
  app = read_parts (root, problem);
  if (app == NULL)
    return NULL;
  id = g_ascii_strdown (json_object_get_string_member (app, "AppId"), -1);
  *problem = "Id";
  if (!g_uuid_string_is_valid (id))
    return NULL;
  text = write_text (bytes, document);
  json_object_set_string_member (app, "AppId", id);
  json_object_set_string_member (app, "ManifestXml", text);
  return g_steal_pointer (&app);
}
