/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-rules.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-manifest-node.h"

typedef gboolean (*CharacterFunc) (gunichar c);

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

/* Whether people read the value of @node, rather than programs. */
static gboolean
is_text (const xmlNode *node)
{
  const char *name = waxseal_manifest_node_get_name (node);

  return g_str_equal (name, "String") || g_str_equal (name, "DisplayName") ||
         g_str_equal (name, "Description");
}

static void
check_text (const WaxsealManifestRule *rule,
            WaxsealManifestFindings *findings,
            xmlNode *node,
            const char *text,
            CharacterFunc is,
            const char *format)
{
  if (has_character (text, is))
    waxseal_manifest_rule_report_value (rule, findings, node, format, text);
}

static void
check_characters (const WaxsealManifestRule *rule,
                  const WaxsealManifestIndex *index,
                  WaxsealManifestFindings *findings,
                  CharacterFunc is,
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
  check_characters (rule,
                    index,
                    findings,
                    is_control,
                    _ ("The text “%s” holds a line break, a tab or another control character."));
}

static void
check_damage (const WaxsealManifestRule *rule,
              const WaxsealManifestIndex *index,
              WaxsealManifestFindings *findings)
{
  check_characters (rule,
                    index,
                    findings,
                    is_damaged,
                    _ ("The text “%s” holds characters that were damaged on the way."));
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
              rule, findings, other, _ ("There is more than one value for “%s”."), locale);
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
              _ ("“%s” is the default language, whose value is the DefaultValue."),
              locale);
        }
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
  { NULL },
};

/** waxseal_manifest_rules_texts: Returns: (transfer none): the rules of what people read. */
const WaxsealManifestRule *
waxseal_manifest_rules_texts (void)
{
  return rules;
}
