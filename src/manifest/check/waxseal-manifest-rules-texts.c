/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-manifest-node.h"
#include "waxseal-manifest-schema-value.h"
#include "waxseal-manifest-tree.h"

typedef gboolean (*CharacterFunc) (gunichar c);
typedef gboolean (*TextFunc) (const char *text);

static gboolean
is_control (gunichar c)
{
  return c < 0x20 || c == 0x7f;
}

/* The mark that a character was lost, and the controls that Windows-1252 read as Latin-1 leaves. */
static gboolean
is_damaged (gunichar c)
{
  return c == 0xfffd || (c >= 0x80 && c < 0xa0);
}

static gboolean
has_character (const char *text, CharacterFunc is)
{
  for (; text != NULL && *text != '\0'; text = g_utf8_next_char (text))
    if ((*text < 0x20 || *text > 0x7e) && is (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static gboolean
has_control (const char *text)
{
  return has_character (text, is_control);
}

static gboolean
has_damage (const char *text)
{
  return has_character (text, is_damaged);
}

static gboolean
has_blanks (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && (*text == ' ' || text[length - 1] == ' ');
}

/* The marks of a template, and what its texts begin with (manifest.md, section 2). */
static gboolean
is_template (const char *text)
{
  static const char *const beginnings[] = { "A template to get started",
                                            "Contoso Task Pane Add-in",
                                            "Lorem ipsum" };

  for (guint i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (text, beginnings[i]))
      return TRUE;
  return waxseal_manifest_schema_value_is_placeholder (text);
}

/* Whether people read the value of @node, rather than programs. */
static gboolean
is_text (const xmlNode *node)
{
  return waxseal_manifest_tree_is_name (node->name, "String") ||
         waxseal_manifest_tree_is_name (node->name, "DisplayName") ||
         waxseal_manifest_tree_is_name (node->name, "Description");
}

static void
check_text (const WaxsealManifestRule *rule,
            WaxsealManifestFindings *findings,
            xmlNode *node,
            const char *text,
            TextFunc is,
            const char *format)
{
  if (text != NULL && is (text))
    waxseal_manifest_rule_report_value (rule, findings, node, format, text);
}

static void
check_texts (const WaxsealManifestRule *rule,
             const WaxsealManifestIndex *index,
             WaxsealManifestFindings *findings,
             TextFunc is,
             const char *format)
{
  xmlNode *provider = waxseal_manifest_node_find_child (index->root, "ProviderName");

  if (provider != NULL)
    {
      g_autofree char *name = g_strstrip (waxseal_manifest_node_dup_text (provider));

      check_text (rule, findings, provider, name, is, format);
    }

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_SETTING]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_SETTING, i)->node;
      xmlNode *other = waxseal_manifest_node_find_child (node, "Override");

      if (!is_text (node))
        continue;
      check_text (rule,
                  findings,
                  node,
                  waxseal_manifest_node_get_attribute (node, "DefaultValue"),
                  is,
                  format);
      for (; other != NULL; other = waxseal_manifest_node_find_sibling (other, "Override"))
        check_text (
          rule, findings, other, waxseal_manifest_node_get_attribute (other, "Value"), is, format);
    }
}

static void
check_controls (const WaxsealManifestRule *rule,
                const WaxsealManifestIndex *index,
                WaxsealManifestFindings *findings)
{
  check_texts (rule,
               index,
               findings,
               has_control,
               N_ ("The text “%s” holds a line break, a tab or another control character."));
}

static void
check_damage (const WaxsealManifestRule *rule,
              const WaxsealManifestIndex *index,
              WaxsealManifestFindings *findings)
{
  check_texts (rule,
               index,
               findings,
               has_damage,
               N_ ("The text “%s” holds characters that were damaged on the way."));
}

static void
check_blanks (const WaxsealManifestRule *rule,
              const WaxsealManifestIndex *index,
              WaxsealManifestFindings *findings)
{
  check_texts (
    rule, index, findings, has_blanks, N_ ("The text “%s” begins or ends with a blank."));
}

static void
check_templates (const WaxsealManifestRule *rule,
                 const WaxsealManifestIndex *index,
                 WaxsealManifestFindings *findings)
{
  check_texts (
    rule, index, findings, is_template, N_ ("The text “%s” still is that of a template."));
}

static void
check_repeated_locales (const WaxsealManifestRule *rule,
                        const WaxsealManifestIndex *index,
                        WaxsealManifestFindings *findings)
{
  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_SETTING]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_SETTING, i)->node;
      xmlNode *other = waxseal_manifest_node_find_child (node, "Override");
      g_autoptr (GHashTable) seen = NULL;

      for (; other != NULL; other = waxseal_manifest_node_find_sibling (other, "Override"))
        {
          const char *locale = waxseal_manifest_node_get_attribute (other, "Locale");

          if (seen == NULL)
            seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          if (locale != NULL && !g_hash_table_add (seen, g_ascii_strdown (locale, -1)))
            waxseal_manifest_rule_report_value (
              rule, findings, other, N_ ("There is more than one value for “%s”."), locale);
        }
    }
}

static void
check_default_locale (const WaxsealManifestRule *rule,
                      const WaxsealManifestIndex *index,
                      WaxsealManifestFindings *findings)
{
  xmlNode *element = waxseal_manifest_node_find_child (index->root, "DefaultLocale");
  g_autofree char *usual = element != NULL ? waxseal_manifest_node_dup_text (element) : NULL;

  for (guint i = 0; usual != NULL && i < index->parts[WAXSEAL_MANIFEST_PART_SETTING]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_SETTING, i)->node;
      xmlNode *other = waxseal_manifest_node_find_child (node, "Override");

      for (; other != NULL; other = waxseal_manifest_node_find_sibling (other, "Override"))
        {
          const char *locale = waxseal_manifest_node_get_attribute (other, "Locale");

          if (locale != NULL && g_ascii_strcasecmp (locale, usual) == 0)
            waxseal_manifest_rule_report_value (
              rule,
              findings,
              other,
              N_ ("“%s” is the default language, whose value is the DefaultValue."),
              locale);
        }
    }
}

/* Whether a text without a translation shows between translated ones. The name of the add-in is
 * often left as it is, and nobody sees the description of the overrides. */
static gboolean
is_translated (const WaxsealManifestIndex *index, const xmlNode *node, const char *own_name)
{
  const char *name = waxseal_manifest_node_get_name (node);

  if (g_strcmp0 (waxseal_manifest_node_get_attribute (node, "DefaultValue"), own_name) == 0)
    return FALSE;
  return g_str_equal (name, "String") ||
         (g_str_equal (name, "Description") && node->parent == index->root);
}

/** Language: how many texts are in a language. */
typedef struct
{
  const char *locale; /* as the first text has it */
  guint texts;
  guint last; /* the number of the last text in it, from 1 */
} Language;

/* Takes note of the languages that text number @serial is in. */
static void
note_languages (GHashTable *languages, xmlNode *node, guint serial)
{
  xmlNode *other = waxseal_manifest_node_find_child (node, "Override");

  for (; other != NULL; other = waxseal_manifest_node_find_sibling (other, "Override"))
    {
      const char *locale = waxseal_manifest_node_get_attribute (other, "Locale");
      g_autofree char *key = locale != NULL ? g_ascii_strdown (locale, -1) : NULL;
      Language *language = key != NULL ? g_hash_table_lookup (languages, key) : NULL;

      if (key == NULL || (language != NULL && language->last == serial))
        continue;
      if (language == NULL)
        {
          language = g_new0 (Language, 1);
          language->locale = locale;
          g_hash_table_insert (languages, g_steal_pointer (&key), language);
        }
      language->texts++;
      language->last = serial;
    }
}

static gboolean
has_language (const xmlNode *node, const char *wanted)
{
  xmlNode *other = waxseal_manifest_node_find_child (node, "Override");

  for (; other != NULL; other = waxseal_manifest_node_find_sibling (other, "Override"))
    {
      const char *locale = waxseal_manifest_node_get_attribute (other, "Locale");

      if (locale != NULL && g_ascii_strcasecmp (locale, wanted) == 0)
        return TRUE;
    }
  return FALSE;
}

static xmlNode *
find_without (GPtrArray *texts, const char *locale)
{
  for (guint i = 0; i < texts->len; i++)
    if (!has_language (g_ptr_array_index (texts, i), locale))
      return g_ptr_array_index (texts, i);
  return NULL;
}

/* Says it once for a language. */
static void
check_missing_locales (const WaxsealManifestRule *rule,
                       const WaxsealManifestIndex *index,
                       WaxsealManifestFindings *findings)
{
  g_autoptr (GHashTable) languages =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();
  xmlNode *display_name = waxseal_manifest_node_find_child (index->root, "DisplayName");
  const char *own_name = display_name != NULL
                           ? waxseal_manifest_node_get_attribute (display_name, "DefaultValue")
                           : NULL;
  GHashTableIter iter;
  gpointer value;

  for (guint i = 0; i < index->parts[WAXSEAL_MANIFEST_PART_SETTING]->len; i++)
    {
      xmlNode *node =
        waxseal_manifest_rule_get_site (index, WAXSEAL_MANIFEST_PART_SETTING, i)->node;

      if (!is_translated (index, node, own_name))
        continue;
      g_ptr_array_add (texts, node);
      note_languages (languages, node, texts->len);
    }

  g_hash_table_iter_init (&iter, languages);
  while (g_hash_table_iter_next (&iter, NULL, &value) &&
         !waxseal_manifest_findings_is_full (findings, rule->severity))
    {
      const Language *language = value;

      if (language->texts < texts->len)
        waxseal_manifest_rule_report_value (
          rule,
          findings,
          find_without (texts, language->locale),
          N_ ("Other texts are translated into “%s”, but not this one."),
          language->locale);
    }
}

static const WaxsealManifestRule rules[] = {
  { "text-control",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 31",
    check_controls,
    N_ ("Write it on one line; Outlook refuses control characters.") },
  { "text-damaged",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 31",
    check_damage,
    N_ ("Write the text again, and save the file as UTF-8.") },
  { "text-blanks",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 31",
    check_blanks,
    N_ ("Remove the blanks around the text.") },
  { "text-placeholder",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 11",
    check_templates,
    N_ ("Write what users should read.") },
  { "locale-repeated",
    WAXSEAL_SEVERITY_ERROR,
    "manifest.md, rule 10",
    check_repeated_locales,
    N_ ("Keep one Override for each language.") },
  { "locale-default",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 10",
    check_default_locale,
    N_ ("Remove the Override, or correct its language.") },
  { "locale-missing",
    WAXSEAL_SEVERITY_WARNING,
    "manifest.md, rule 10",
    check_missing_locales,
    N_ ("Add an Override for this language to each label and description, or remove the others.") },
  { NULL },
};

/** waxseal_manifest_rules_texts: Returns: (transfer none): the rules of what people read. */
const WaxsealManifestRule *
waxseal_manifest_rules_texts (void)
{
  return rules;
}
