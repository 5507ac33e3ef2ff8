/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every id that a check can report is explained, in both languages, and has a case that trips it
 * and one that does not. */
#include <string.h>

#include "test-manifest-base.h"
#include "test-manifest-cases.h"
#include "waxseal-manifest-explanation.h"
#include "waxseal-manifest-fix.h"
#include "waxseal-manifest-rules.h"

/** FileCase: bytes that are no manifest at all. */
typedef struct
{
  const char *rule;
  const char *bytes;
} FileCase;

static const FileCase file_cases[] = {
  { "empty", "" },
  { "web-page", "<!DOCTYPE html><html></html>" },
  { "unified-manifest", "{\"manifestVersion\": \"1.17\"}" },
  { "archive", "PK\003\004" },
  { "encoding", "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a/>" },
  { "encoding", "<a>\xff</a>" },
  { "well-formed", "<a><b></a>" },
  { "document-type", "<!DOCTYPE a [<!ENTITY b \"c\">]><a/>" },
};

/* Ids whose tests are elsewhere: what is too large to write down, and what is not about a file.
 * What only asking an address finds has its cases in /online-verdict. */
static const struct
{
  const char *rule;
  const char *test;
} elsewhere[] = {
  { "assumed", "/manifest/draft" },
  { "file-size", "/manifest/rules/size" },
  { "folder", "/cli/exit" },
  { "more-findings", "/manifest/rules/flood" },
  { "too-deep", "/manifest/document" },
  { "too-large", "/manifest/document" },
  { "too-many-attributes", "/manifest-limits" },
  { "too-many-names", "/manifest-limits" },
  { "too-many-namespaces", "/manifest-limits" },
  { "unreadable", "/cli/exit" },
  { "version-not-higher", "/manifest/draft" },
};

static GHashTable *
collect_tripped (void)
{
  GHashTable *tripped = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; rule_cases[i].from != NULL; i++)
    g_hash_table_add (tripped, (gpointer) rule_cases[i].rule);
  for (guint i = 0; broken_cases[i].from != NULL; i++)
    g_hash_table_add (tripped, (gpointer) broken_cases[i].rule);
  for (guint i = 0; i < G_N_ELEMENTS (file_cases); i++)
    g_hash_table_add (tripped, (gpointer) file_cases[i].rule);
  for (guint i = 0; i < G_N_ELEMENTS (elsewhere); i++)
    g_hash_table_add (tripped, (gpointer) elsewhere[i].rule);
  return tripped;
}

static void
assert_explained (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    {
      WaxsealFinding *finding = g_ptr_array_index (findings, i);
      WaxsealManifestExplanation one;

      g_test_message ("%s", waxseal_finding_get_rule (finding));
      g_assert_true (waxseal_manifest_explanation_find (waxseal_finding_get_rule (finding), &one));
      /* A finding may be less bad than its rule at worst. */
      g_assert_cmpint (one.severity, <=, waxseal_finding_get_severity (finding));
    }
}

static void
test_files (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (file_cases); i++)
    {
      g_autoptr (GBytes) bytes =
        g_bytes_new_static (file_cases[i].bytes, strlen (file_cases[i].bytes));
      g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_document_new (bytes);
      g_autoptr (GPtrArray) findings = waxseal_manifest_check (document);

      g_test_message ("%s", file_cases[i].rule);
      g_assert_nonnull (find_rule (findings, file_cases[i].rule));
      assert_explained (findings);
    }
}

static void
test_reported (void)
{
  for (guint i = 0; rule_cases[i].from != NULL; i++)
    {
      g_autofree char *text = edit_manifest (rule_cases[i].from, rule_cases[i].to);
      g_autoptr (GPtrArray) findings = check_text_for (text, rule_cases[i].target);

      assert_explained (findings);
    }
  for (guint i = 0; broken_cases[i].from != NULL; i++)
    {
      g_autofree char *text = edit_manifest (broken_cases[i].from, broken_cases[i].to);
      g_autoptr (GPtrArray) findings = check_text (text);

      assert_explained (findings);
    }
}

/* The base trips nothing; that is the case that does not, for each rule that it gives a chance. */
static void
test_tripped (void)
{
  g_autoptr (GArray) list = waxseal_manifest_explanation_list ();
  g_autoptr (GHashTable) tripped = collect_tripped ();
  g_autoptr (GPtrArray) findings = check_text (base_manifest);

  g_assert_cmpuint (findings->len, ==, 0);
  for (guint i = 0; i < list->len; i++)
    {
      const WaxsealManifestExplanation *one = &g_array_index (list, WaxsealManifestExplanation, i);

      g_test_message ("%s", one->id);
      if (!g_str_has_prefix (one->id, "online-"))
        g_assert_true (g_hash_table_remove (tripped, one->id));
    }
  /* Neither is there a case of a rule that is not explained, nor a rule that stands there twice. */
  g_assert_cmpuint (g_hash_table_size (tripped), ==, 0);
}

static void
test_complete (void)
{
  static const WaxsealManifestRule *(*const tables[]) (void) = {
    waxseal_manifest_rules_addresses,    waxseal_manifest_rules_commands,
    waxseal_manifest_rules_domains,      waxseal_manifest_rules_events,
    waxseal_manifest_rules_features,     waxseal_manifest_rules_icons,
    waxseal_manifest_rules_identity,     waxseal_manifest_rules_on_premises,
    waxseal_manifest_rules_requirements, waxseal_manifest_rules_resources,
    waxseal_manifest_rules_texts,
  };
  g_autoptr (GArray) list = waxseal_manifest_explanation_list ();

  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    for (const WaxsealManifestRule *rule = tables[i](); rule->id != NULL; rule++)
      {
        WaxsealManifestExplanation one;

        g_test_message ("%s", rule->id);
        g_assert_true (waxseal_manifest_explanation_find (rule->id, &one));
        g_assert_true (g_str_has_prefix (rule->source, "manifest.md"));
      }
  for (guint i = 0; i < list->len; i++)
    {
      const WaxsealManifestExplanation *one = &g_array_index (list, WaxsealManifestExplanation, i);

      g_test_message ("%s", one->id);
      g_assert_cmpuint (strlen (one->source), >, 0);
      g_assert_cmpuint (strlen (one->text), >, 20);
      g_assert_nonnull (one->remedy);
      g_assert_cmpuint (strlen (one->remedy), >, 5);
      g_assert_true (g_str_has_suffix (one->text, "."));
    }
}

static void
append_string (GString *text, const char *line)
{
  const char *start = strchr (line, '"');
  const char *end = strrchr (line, '"');
  g_autofree char *quoted = NULL;
  g_autofree char *plain = NULL;

  if (start == NULL || end == start)
    return;
  quoted = g_strndup (start + 1, end - start - 1);
  plain = g_strcompress (quoted);
  g_string_append (text, plain);
}

/* The messages of a PO file and their translations, fuzzy ones left out. */
static GHashTable *
read_translated (const char *contents)
{
  GHashTable *translated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto (GStrv) entries = g_strsplit (contents, "\n\n", -1);

  for (guint i = 0; entries[i] != NULL; i++)
    {
      g_auto (GStrv) lines = g_strsplit (entries[i], "\n", -1);
      g_autoptr (GString) id = g_string_new (NULL);
      g_autoptr (GString) translation = g_string_new (NULL);
      GString *current = NULL;

      if (strstr (entries[i], "#, fuzzy") != NULL)
        continue;
      for (guint j = 0; lines[j] != NULL; j++)
        {
          if (*lines[j] == '#')
            continue;
          if (g_str_has_prefix (lines[j], "msgid "))
            current = id;
          else if (g_str_has_prefix (lines[j], "msgstr"))
            current = translation;
          if (current != NULL)
            append_string (current, lines[j]);
        }
      if (translation->len > 0)
        g_hash_table_insert (translated, g_strdup (id->str), g_strdup (translation->str));
    }
  return translated;
}

/* Whether there is a translation that is one: with kana in it, which every sentence has. */
static gboolean
is_japanese (GHashTable *translated, const char *text)
{
  const char *translation = g_hash_table_lookup (translated, text);

  for (const char *c = translation; c != NULL && *c != '\0'; c = g_utf8_next_char (c))
    if (g_unichar_get_script (g_utf8_get_char (c)) == G_UNICODE_SCRIPT_HIRAGANA)
      return TRUE;
  return FALSE;
}

static void
test_japanese (void)
{
  g_autofree char *contents = NULL;
  g_autoptr (GHashTable) translated = NULL;
  g_autoptr (GArray) list = waxseal_manifest_explanation_list ();

  if (!g_file_get_contents (SOURCE_DIR "/po/ja.po", &contents, NULL, NULL))
    {
      g_test_skip ("The translations (po/ja.po) are not here");
      return;
    }
  translated = read_translated (contents);
  for (guint i = 0; i < list->len; i++)
    {
      const WaxsealManifestExplanation *one = &g_array_index (list, WaxsealManifestExplanation, i);

      g_test_message ("%s", one->id);
      g_assert_true (is_japanese (translated, one->text));
      g_assert_true (is_japanese (translated, one->remedy));
    }
}

static void
test_unknown (void)
{
  WaxsealManifestExplanation one;

  g_assert_false (waxseal_manifest_explanation_find ("no-such-rule", &one));
  g_assert_false (waxseal_manifest_explanation_find ("", &one));
  g_assert_cmpint (waxseal_manifest_fix_get_fixing ("no-such-rule"),
                   ==,
                   WAXSEAL_MANIFEST_FIXING_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manifest/explanation/files", test_files);
  g_test_add_func ("/manifest/explanation/reported", test_reported);
  g_test_add_func ("/manifest/explanation/tripped", test_tripped);
  g_test_add_func ("/manifest/explanation/complete", test_complete);
  g_test_add_func ("/manifest/explanation/japanese", test_japanese);
  g_test_add_func ("/manifest/explanation/unknown", test_unknown);
  return g_test_run ();
}
