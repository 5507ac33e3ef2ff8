/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-manifest-content.h"
#include "waxseal-manifest-node.h"
#include "waxseal-manifest-terms.h"

#define NAME_CHARACTERS 60

/* Deeper than any manifest, and short enough to read. */
#define MAX_PATH 12

/** waxseal_manifest_words_excerpt: Returns: (transfer full): the start of @text, on one line. */
char *
waxseal_manifest_words_excerpt (const char *text, guint n_characters)
{
  const char *end = text;
  char *excerpt = NULL;

  for (guint i = 0; i < n_characters && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  excerpt = g_strdup_printf ("%.*s%s", (int) (end - text), text, *end != '\0' ? "…" : "");
  return g_strdelimit (excerpt, "\x1f\t\r\n", ' ');
}

static const char *
find_attribute (const xmlNode *node, const char *const *names)
{
  const char *value = NULL;

  for (; *names != NULL && value == NULL; names++)
    value = waxseal_manifest_node_get_attribute (node, *names);
  return value;
}

/* What a button does: the page it opens, or the function it calls. */
static const xmlNode *
find_action (const xmlNode *node)
{
  const xmlNode *action = waxseal_manifest_node_find_child (node, "Action");
  const xmlNode *source = waxseal_manifest_node_find_child (action, "SourceLocation");

  return source != NULL ? source : waxseal_manifest_node_find_child (action, "FunctionName");
}

/** waxseal_manifest_words_dup_value: Returns: (transfer full): what says most about @node, or "".
 */
char *
waxseal_manifest_words_dup_value (WaxsealManifestSide *side, const xmlNode *node)
{
  static const char *const values[] = {
    "DefaultValue", "Value", "MinVersion", "FunctionName", NULL
  };
  static const char *const names[] = { "Name", "Type", NULL };
  const xmlNode *action = find_action (node);
  const char *value = NULL;
  g_autofree char *text = NULL;

  if (action != NULL)
    node = action;
  if (waxseal_manifest_side_get_resource (side, node) != NULL)
    node = waxseal_manifest_side_get_resource (side, node);
  value = find_attribute (node, values);
  if (value == NULL && g_str_equal (waxseal_manifest_node_get_name (node), "Set"))
    value = waxseal_manifest_node_get_attribute (node->parent, "DefaultMinVersion");
  if (value != NULL)
    return g_strdup (value);
  text = waxseal_manifest_content_dup_text (node);
  if (*text != '\0')
    return g_steal_pointer (&text);
  value = find_attribute (node, names);
  return g_strdup (value != NULL ? value : waxseal_manifest_node_get_type (node));
}

/** waxseal_manifest_words_dup_name: Returns: (transfer full): what people call @node, a button, an
 * event or the like, by. */
char *
waxseal_manifest_words_dup_name (WaxsealManifestSide *side, const xmlNode *node)
{
  static const char *const names[] = { "Type", "Name", "id", NULL };
  const xmlNode *label = waxseal_manifest_node_find_child (node, "Label");
  const char *name = find_attribute (node, names);

  if (label != NULL)
    {
      g_autofree char *text = waxseal_manifest_words_dup_value (side, label);

      if (*text != '\0')
        return waxseal_manifest_words_excerpt (text, NAME_CHARACTERS);
    }
  return waxseal_manifest_words_excerpt (name != NULL ? name : "", NAME_CHARACTERS);
}

/* Puts @name in the place of the one “%s” of @format. */
static char *
fill (const char *format, const char *name)
{
  const char *mark = strstr (format, "%s");

  return g_strdup_printf ("%.*s%s%s", (int) (mark - format), format, name, mark + 2);
}

static const WaxsealManifestSurfaceTerm *
find_surface (const xmlNode *node)
{
  while (node->type == XML_ELEMENT_NODE &&
         !g_str_equal (waxseal_manifest_node_get_name (node), "ExtensionPoint") &&
         !g_str_equal (waxseal_manifest_node_get_name (node), "Form"))
    node = node->parent;
  return node->type == XML_ELEMENT_NODE
           ? waxseal_manifest_terms_find_surface (waxseal_manifest_node_get_type (node))
           : NULL;
}

/* NULL where nothing says so. */
static char *
describe_place (const xmlNode *node)
{
  const WaxsealManifestSurfaceTerm *surface = find_surface (node);
  const char *type = waxseal_manifest_node_get_type (node);

  if (surface != NULL)
    return g_strdup (_ (surface->place));
  return *type != '\0' ? waxseal_manifest_words_excerpt (type, NAME_CHARACTERS) : NULL;
}

/* NULL where @node is none that its parts are told apart by. */
static char *
describe_subject (WaxsealManifestSide *side, const xmlNode *node)
{
  const char *kind = waxseal_manifest_node_get_name (node);
  const WaxsealManifestSurfaceTerm *surface = NULL;
  g_autofree char *name = NULL;

  if (g_str_equal (kind, "ExtensionPoint") || g_str_equal (kind, "Form") ||
      g_str_equal (kind, "Group"))
    return describe_place (node);

  name = waxseal_manifest_words_dup_name (side, node);
  if (g_str_equal (kind, "LaunchEvent") || g_str_equal (kind, "Event"))
    return g_strdup_printf (_ ("Event “%s”"), name);
  if (g_str_equal (kind, "Set"))
    return g_strdup_printf (_ ("Requirement set “%s”"), name);
  if (!g_str_equal (kind, "Control") && !g_str_equal (kind, "Item"))
    return NULL;
  surface = find_surface (node);
  return surface != NULL ? fill (_ (surface->button), name)
                         : g_strdup_printf (_ ("Button “%s”"), name);
}

static char *
find_subject (WaxsealManifestSide *side, const xmlNode *node)
{
  char *subject = NULL;

  for (; node->type == XML_ELEMENT_NODE && subject == NULL; node = node->parent)
    subject = describe_subject (side, node);
  return subject;
}

/* For what has no words of its own: where it stands in the file. */
static char *
describe_path (const xmlNode *node)
{
  GString *path = g_string_new (NULL);
  guint depth = 0;

  for (; node->type == XML_ELEMENT_NODE && depth < MAX_PATH; node = node->parent, depth++)
    {
      g_autofree char *name =
        waxseal_manifest_words_excerpt (waxseal_manifest_node_get_name (node), NAME_CHARACTERS);

      if (node->parent->type != XML_ELEMENT_NODE && path->len > 0)
        break;
      if (path->len > 0)
        g_string_prepend_c (path, '/');
      g_string_prepend (path, name);
    }
  return g_string_free (path, FALSE);
}

static char *
describe_term (WaxsealManifestSide *side, const xmlNode *node, const WaxsealManifestTerm *term)
{
  g_autofree char *subject = find_subject (side, node);

  if (term->label == NULL)
    return subject != NULL ? g_steal_pointer (&subject) : describe_path (node);
  if (subject == NULL)
    return g_strdup (_ (term->label));
  /* Translators: a button or an event, then a part of it: “Button “Encrypt”: label” */
  return g_strdup_printf (_ ("%s: %s"), subject, _ (term->label));
}

static const WaxsealManifestTerm *
find_term (const xmlNode *node, const char *attribute)
{
  const xmlNode *parent = node->parent;

  return waxseal_manifest_terms_find (parent->type == XML_ELEMENT_NODE
                                        ? waxseal_manifest_node_get_name (parent)
                                        : "",
                                      waxseal_manifest_node_get_name (node),
                                      attribute);
}

static char *
add_remark (char *what, const char *remark)
{
  g_autofree char *old = what;
  g_autofree char *short_remark = NULL;

  if (remark == NULL)
    return g_steal_pointer (&old);
  short_remark = waxseal_manifest_words_excerpt (remark, NAME_CHARACTERS);
  /* Translators: “Name of the add-in (ja-JP)” */
  return g_strdup_printf (_ ("%s (%s)"), old, short_remark);
}

/**
 * waxseal_manifest_words_describe:
 * @attribute: (nullable): the attribute that it is about; %NULL for the element or its value
 * @locale: (nullable): the language that it is about
 * @section: (out): where it belongs
 *
 * Returns: (transfer full): a translated phrase.
 */
char *
waxseal_manifest_words_describe (WaxsealManifestSide *side,
                                 const xmlNode *node,
                                 const char *attribute,
                                 const char *locale,
                                 WaxsealDifferenceSection *section)
{
  gboolean is_value = attribute == NULL || g_str_equal (attribute, "DefaultValue") ||
                      (locale != NULL && g_str_equal (attribute, "Value"));
  const WaxsealManifestTerm *term = find_term (node, is_value ? NULL : attribute);
  const char *size = waxseal_manifest_node_get_attribute (node, "size");
  g_autofree char *what = NULL;

  if (term == NULL && !is_value)
    {
      g_autofree char *name = waxseal_manifest_words_excerpt (attribute, NAME_CHARACTERS);

      term = find_term (node, NULL);
      what = term != NULL ? describe_term (side, node, term) : describe_path (node);
      what = add_remark (g_steal_pointer (&what), name);
    }
  else
    what = term != NULL ? describe_term (side, node, term) : describe_path (node);

  *section = term != NULL ? term->section : WAXSEAL_DIFFERENCE_SECTION_OTHER;
  what = add_remark (g_steal_pointer (&what), size);
  return add_remark (g_steal_pointer (&what), locale);
}
