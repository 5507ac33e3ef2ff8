/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "test-manifest-base.h"
#include "test-manifest-cases.h"

#define E WAXSEAL_SEVERITY_ERROR

static void
test_base (void)
{
  g_autoptr (GPtrArray) findings = check_text (base_manifest);

  print_findings (findings);
  g_assert_cmpuint (findings->len, ==, 0);
}

static void
test_broken (gconstpointer data)
{
  const RuleCase *one = data;
  g_autofree char *text = edit_manifest (one->from, one->to);
  g_autoptr (GPtrArray) findings = check_text_for (text, one->target);
  WaxsealFinding *finding = find_rule (findings, one->rule);

  print_findings (findings);
  g_assert_nonnull (finding);
  g_assert_cmpint (waxseal_finding_get_severity (finding), ==, one->severity);
  g_assert_cmpuint (waxseal_finding_get_line (finding), >, 0);
  g_assert_cmpuint (waxseal_finding_get_column (finding), >, 0);
  g_assert_cmpstr (waxseal_finding_get_message (finding), !=, "");
  g_assert_cmpstr (waxseal_finding_get_remedy (finding), !=, "");
}

static void
test_harmless (gconstpointer data)
{
  const RuleCase *one = data;
  g_autofree char *text = edit_manifest (one->from, one->to);
  g_autoptr (GPtrArray) findings = check_text (text);

  print_findings (findings);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* The 256 KB that Exchange takes, in the file's own encoding. */
static void
test_size (void)
{
  g_autofree char *filling = g_strnfill (256 * 1024, 'x');
  g_autofree char *comment = g_strdup_printf ("<Id><!--%s-->", filling);
  g_autofree char *text = edit_manifest ("<Id>", comment);
  g_autoptr (GPtrArray) findings = check_text (text);
  g_autoptr (GBytes) wide = NULL;
  g_autoptr (WaxsealManifestDocument) document = NULL;
  g_autofree char *half = g_strndup (filling, 128 * 1024);
  g_autofree char *half_comment = g_strdup_printf ("<Id><!--%s-->", half);
  g_autofree char *half_text = edit_manifest ("<Id>", half_comment);
  g_autoptr (GPtrArray) half_findings = check_text (half_text);
  g_autofree char *utf16 = NULL;
  gsize size;

  g_assert_nonnull (find_rule (findings, "file-size"));
  g_assert_null (find_rule (half_findings, "file-size"));

  utf16 = g_convert (strchr (half_text, '>') + 1, -1, "UTF-16", "UTF-8", NULL, &size, NULL);
  wide = g_bytes_new (utf16, size);
  document = waxseal_manifest_document_new (wide);
  g_clear_pointer (&half_findings, g_ptr_array_unref);
  half_findings = waxseal_manifest_check (document);
  g_assert_nonnull (find_rule (half_findings, "file-size"));
}

/* However many faults few findings, and a word about the rest. */
static void
test_flood (void)
{
  GString *text = g_string_new ("<Hosts>");
  g_autofree char *edited = NULL;
  g_autoptr (GPtrArray) findings = NULL;
  WaxsealFinding *last;

  for (guint i = 0; i < 20000; i++)
    g_string_append (text, "<Host Name=\"Document\"/>");
  edited = edit_manifest ("<Hosts>", text->str);
  g_string_free (text, TRUE);

  findings = check_text (edited);
  g_assert_cmpuint (findings->len, ==, 500);
  last = g_ptr_array_index (findings, 499);
  g_assert_cmpstr (waxseal_finding_get_rule (last), ==, "more-findings");
  for (guint i = 0; i < 499; i++)
    g_assert_cmpint (waxseal_finding_get_severity (g_ptr_array_index (findings, i)), ==, E);
}

static void
test_order (void)
{
  g_autofree char *text =
    edit_manifest ("<FunctionFile resid=\"F\"/>", "<FunctionFile resid=\"G\"/>");
  g_autoptr (GPtrArray) findings = NULL;
  char *version = strstr (text, "1.2.3.4");

  memcpy (version, "1.2.334", strlen ("1.2.334"));
  findings = check_text (text);
  print_findings (findings);
  g_assert_cmpuint (findings->len, ==, 2);
  g_assert_cmpstr (waxseal_finding_get_rule (g_ptr_array_index (findings, 0)),
                   ==,
                   "resid-resolves");
  g_assert_cmpuint (waxseal_finding_get_line (g_ptr_array_index (findings, 0)), ==, 26);
  g_assert_cmpuint (waxseal_finding_get_column (g_ptr_array_index (findings, 0)), ==, 1);
  g_assert_cmpstr (waxseal_finding_get_rule (g_ptr_array_index (findings, 1)),
                   ==,
                   "version-four-parts");
  g_assert_cmpuint (waxseal_finding_get_line (g_ptr_array_index (findings, 1)), ==, 4);
}

/* On one line, places are counted from each other; they must come out the same. */
static void
test_columns (void)
{
  g_autofree char *text = edit_manifest ("Verschl\u00fcsseln", "Verschl\u00fcss\ufffdeln");
  g_autoptr (GPtrArray) findings = NULL;
  WaxsealFinding *finding;
  const char *place;

  for (char *c = text; *c != '\0'; c++)
    if (*c == '\n')
      *c = ' ';
  memcpy (strstr (text, "1.2.3.4"), "1.2.334", strlen ("1.2.334"));
  findings = check_text (text);
  print_findings (findings);
  finding = find_rule (findings, "text-damaged");
  g_assert_nonnull (find_rule (findings, "version-four-parts"));
  g_assert_nonnull (finding);
  place = strstr (text, "<bt:Override Locale=\"de-DE\" Value=\"Verschl");
  g_assert_cmpuint (waxseal_finding_get_line (finding), ==, 1);
  g_assert_cmpuint (waxseal_finding_get_column (finding),
                    ==,
                    g_utf8_pointer_to_offset (text, place) + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/manifest/rules/base", test_base);
  for (guint i = 0; rule_cases[i].from != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/manifest/rules/%s/%u", rule_cases[i].rule, i);

      g_test_add_data_func (path, &rule_cases[i], test_broken);
    }
  for (guint i = 0; harmless_cases[i].from != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/manifest/rules/harmless/%u", i);

      g_test_add_data_func (path, &harmless_cases[i], test_harmless);
    }
  g_test_add_func ("/manifest/rules/size", test_size);
  g_test_add_func ("/manifest/rules/flood", test_flood);
  g_test_add_func ("/manifest/rules/order", test_order);
  g_test_add_func ("/manifest/rules/columns", test_columns);
  return g_test_run ();
}
