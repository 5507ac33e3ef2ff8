/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "test-manifest-base.h"
#include "test-manifest-cases.h"

static void
test_broken (gconstpointer data)
{
  const SchemaCase *one = data;
  g_autofree char *text = edit_manifest (one->from, one->to);
  g_autoptr (GPtrArray) findings = check_text (text);
  gboolean said = FALSE;

  print_findings (findings);
  g_assert_nonnull (find_rule (findings, one->rule));
  for (guint i = 0; i < findings->len; i++)
    {
      WaxsealFinding *finding = g_ptr_array_index (findings, i);

      if (!g_str_equal (waxseal_finding_get_rule (finding), one->rule))
        continue;
      g_assert_cmpint (waxseal_finding_get_severity (finding), ==, WAXSEAL_SEVERITY_ERROR);
      g_assert_cmpuint (waxseal_finding_get_line (finding), >, 0);
      said |= strstr (waxseal_finding_get_message (finding), one->message) != NULL;
    }
  g_assert_true (said);
}

static void
test_sound (gconstpointer data)
{
  const SchemaCase *one = data;
  g_autofree char *text = edit_manifest (one->from, one->to);
  g_autoptr (GPtrArray) findings = check_text (text);

  print_findings (findings);
  g_assert_cmpuint (findings->len, ==, 0);
}

/* The place of a text is its own, not that of the element around it. */
static void
test_text_place (void)
{
  g_autofree char *text = edit_manifest ("<bt:Images>", "<!-- here: -->\n\n  stray<bt:Images>");
  g_autoptr (GPtrArray) findings = check_text (text);
  WaxsealFinding *finding = find_rule (findings, "text-not-allowed");
  WaxsealManifestDocument *document;
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  guint line;
  guint column;

  document = waxseal_manifest_document_new (bytes);
  waxseal_manifest_document_get_position (document, strstr (text, "stray") - text, &line, &column);
  g_assert_nonnull (finding);
  g_assert_cmpuint (waxseal_finding_get_line (finding), ==, line);
  g_assert_cmpuint (waxseal_finding_get_column (finding), ==, column);
  g_object_unref (document);
}

/* Another kind of file gets one sentence, not a page of missing elements. */
static void
test_other_roots (void)
{
  static const char *const texts[] = {
    "<html><body>Sign in</body></html>",
    "<OfficeApp/>",
    "<OfficeApp xmlns=\"http://schemas.microsoft.com/office/appforoffice/1.0\"/>",
    "{\"manifestVersion\": \"1.17\"}",
    "",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GPtrArray) findings = check_text (texts[i]);

      print_findings (findings);
      g_assert_cmpuint (findings->len, ==, 1);
      g_assert_cmpint (waxseal_finding_get_severity (g_ptr_array_index (findings, 0)),
                       ==,
                       WAXSEAL_SEVERITY_ERROR);
    }
}

/* Values from the file are cut short and stay on one line. */
static void
test_long_values (void)
{
  g_autofree char *filling = g_strnfill (100000, 'v');
  g_autofree char *version = g_strdup_printf ("\n%s", filling);
  g_autofree char *text = edit_manifest ("1.2.3.4", version);
  g_autoptr (GPtrArray) findings = check_text (text);
  WaxsealFinding *finding = find_rule (findings, "value");

  g_assert_nonnull (finding);
  g_assert_cmpuint (strlen (waxseal_finding_get_message (finding)), <, 300);
  g_assert_null (strchr (waxseal_finding_get_message (finding), '\n'));
}

/* Large files made to be slow; each took far more than this where the check was quadratic. */
static void
test_hostile (void)
{
  static const struct
  {
    const char *from;
    const char *before;
    const char *unit;
    const char *after;
  } floods[] = {
    { "<bt:Urls>", "<bt:Urls>", "<bt:Url id=\"Q\" DefaultValue=\"https://a.contoso.com/\"/>", "" },
    { "<Version>", "", "<DefaultLocale>a</DefaultLocale><Id>1</Id>", "<Version>" },
    { "<Version>", "", "x<b/>", "<Version>" },
    { "Value=\"Siegel\"/>", "Value=\"Siegel\"/>", "<Override Locale=\"de\" Value=\"a\"/>", "" },
    { "</Group>", "", "<Control xsi:type=\"nix:Button\" id=\"c1\"/>", "</Group>" },
    { "<FunctionFile resid=\"F\"/>\n",
      "",
      "<ExtensionPoint xsi:type=\"MessageComposeCommandSurface\"><OfficeTab id=\"x\"/>"
      "</ExtensionPoint>",
      "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (floods); i++)
    {
      GString *flood = g_string_new (floods[i].before);
      g_autofree char *text = NULL;
      g_autoptr (GPtrArray) findings = NULL;
      gint64 start;

      while (flood->len < 1024 * 1024)
        g_string_append (flood, floods[i].unit);
      g_string_append (flood, floods[i].after);
      text = edit_manifest (floods[i].from, flood->str);
      g_string_free (flood, TRUE);

      start = g_get_monotonic_time ();
      findings = check_text (text);
      g_assert_cmpuint (findings->len, <=, 500);
      g_assert_cmpuint (findings->len, >, 0);
      g_test_message ("flood %u: %" G_GINT64_FORMAT " ms",
                      i,
                      (g_get_monotonic_time () - start) / 1000);
      g_assert_cmpint (g_get_monotonic_time () - start, <, 20 * G_USEC_PER_SEC);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; broken_cases[i].from != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/manifest/schema/%s/%u", broken_cases[i].rule, i);

      g_test_add_data_func (path, &broken_cases[i], test_broken);
    }
  for (guint i = 0; sound_cases[i].from != NULL; i++)
    {
      g_autofree char *path = g_strdup_printf ("/manifest/schema/sound/%u", i);

      g_test_add_data_func (path, &sound_cases[i], test_sound);
    }
  g_test_add_func ("/manifest/schema/text-place", test_text_place);
  g_test_add_func ("/manifest/schema/other-roots", test_other_roots);
  g_test_add_func ("/manifest/schema/long-values", test_long_values);
  g_test_add_func ("/manifest/schema/hostile", test_hostile);
  return g_test_run ();
}
