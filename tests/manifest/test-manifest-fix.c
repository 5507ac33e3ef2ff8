/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "test-manifest-base.h"
#include "waxseal-manifest-fix.h"

/** FixCase: one fault in the base, and what the fix makes of it; @fixed is NULL where only somebody
 * who knows can tell what is right. */
typedef struct
{
  const char *rule;
  const char *from;
  const char *broken;
  const char *fixed;
} FixCase;

static const FixCase cases[] = {
  { "id-plain",
    "<Id>3b9d2f60-5d1e-4c3a-8f7b-1d2c3e4f5a6b<",
    "<Id>{3b9d2f60-5d1e-4c3a-8f7b-1d2c3e4f5a6b}<",
    "<Id>3b9d2f60-5d1e-4c3a-8f7b-1d2c3e4f5a6b<" },
  { "id-plain", "<Id>3b", "<Id>urn:uuid:3b", "<Id>3b" },
  { "version-four-parts", "1.2.3.4", "1.2", "1.2.0.0" },
  { "version-four-parts", "1.2.3.4", "7", "7.0.0.0" },
  { "app-domain",
    "https://login.contoso.com<",
    "login.contoso.com<",
    "https://login.contoso.com<" },
  { "app-domain",
    "https://login.contoso.com<",
    "https://login.contoso.com:444/a?b<",
    "https://login.contoso.com:444<" },
  { "app-domain",
    "https://login.contoso.com<",
    "https://login.contoso.com <",
    "https://login.contoso.com<" },
  { "app-domain", "https://login.contoso.com<", "https://*.contoso.com<", NULL },
  { "app-domain", "https://login.contoso.com<", "https://me@contoso.com<", NULL },
  { "app-domain", "https://login.contoso.com<", "ftp://login.contoso.com/<", NULL },
  { "app-domain", "https://login.contoso.com<", "login<", NULL },
  { "text-blanks",
    "DefaultValue=\"Encrypt\"",
    "DefaultValue=' Encrypt '",
    "DefaultValue='Encrypt'" },
  { "text-blanks", "Value=\"Siegel\"", "Value=\"Siegel \"", "Value=\"Siegel\"" },
  { "text-control", "Seals messages.", "Seals&#10;\tmessages.&#13;", "Seals messages." },
  { "text-control", "Seals messages.", "Seals&#127;messages.", NULL },
  { "address-space",
    "https://addin.contoso.com/pane.html",
    " https://addin.contoso.com/pane.html",
    "https://addin.contoso.com/pane.html" },
  { "address-space", "https://addin.contoso.com/pane.html", "https://a.contoso.com/a b", NULL },
  { "value", "<Version>1.2.3.4<", "<Version> 1.2.3.4\n<", "<Version>1.2.3.4<" },
  { "value", "<Version>1.2.3.4<", "<Version>1,2<", NULL },
  { "value", ">ReadWriteItem<", ">ReadWriteitem<", ">ReadWriteItem<" },
  { "value", "Highlighting>false<", "Highlighting>False<", "Highlighting>false<" },
  { "value", "FormType=\"Edit\"", "FormType=\"edit\"", "FormType=\"Edit\"" },
  { "value", "<DefaultLocale>en-US<", "<DefaultLocale>en_US<", "<DefaultLocale>en-US<" },
  { "value", "Locale=\"de-DE\"", "Locale=\"de_DE\"", "Locale=\"de-DE\"" },
  { "value", "Locale=\"de-DE\"", "Locale=\"german\"", NULL },
  { "locale-repeated",
    "Value=\"Siegel\"/>",
    "Value=\"Siegel\"/><Override Locale=\"DE-de\" Value=\"Siegel\"/>",
    "Value=\"Siegel\"/>" },
  { "locale-repeated",
    "Value=\"Siegel\"/>",
    "Value=\"Siegel\"/><Override Locale=\"de-DE\" Value=\"Robbe\"/>",
    NULL },
  { "locale-default",
    "Value=\"Siegel\"/>",
    "Value=\"Siegel\"/><Override Locale=\"en-US\" Value=\"Seal\"/>",
    "Value=\"Siegel\"/>" },
  { "locale-default",
    "Value=\"Siegel\"/>",
    "Value=\"Siegel\"/><Override Locale=\"en-US\" Value=\"Seals\"/>",
    NULL },
  { "resource-unique",
    "<bt:Urls>",
    "<bt:Urls><bt:Url id=\"P\" DefaultValue=\"https://addin.contoso.com/pane.html\"/>",
    "<bt:Urls><bt:Url id=\"P\" DefaultValue=\"https://addin.contoso.com/pane.html\"/>" },
  { "resource-unique", "<bt:Url id=\"P\"", "<bt:Url id=\"F\"", NULL },
  { "resource-unused",
    "<bt:Urls>",
    "<bt:Urls><bt:Url id=\"X\" DefaultValue=\"https://addin.contoso.com/x\"/>",
    "<bt:Urls>" },
  { "host-mailbox",
    "<Hosts><Host Name=\"Mailbox\"/></Hosts>\n",
    "",
    "<Hosts><Host Name=\"Mailbox\"/></Hosts>\n" },
  { "host-mailbox", "<Host Name=\"Mailbox\"/>", "<Host Name=\"Document\"/>", NULL },
  { "permission-missing",
    "<Permissions>ReadWriteItem</Permissions>\n",
    "",
    "<Permissions>Restricted</Permissions>\n" },
  { "tab", "id=\"TabDefault\"", "id=\"TabHome\"", "id=\"TabDefault\"" },
  { "item-send-synchronous",
    "<ExtensionPoint xsi:type=\"LaunchEvent\">",
    "<ExtensionPoint xsi:type=\"Events\"><Event Type=\"ItemSend\" "
    "FunctionExecution=\"asynchronous\" FunctionName=\"s\"/></ExtensionPoint>"
    "<ExtensionPoint xsi:type=\"LaunchEvent\">",
    "<ExtensionPoint xsi:type=\"Events\"><Event Type=\"ItemSend\" "
    "FunctionExecution=\"synchronous\" FunctionName=\"s\"/></ExtensionPoint>"
    "<ExtensionPoint xsi:type=\"LaunchEvent\">" },
  { "resid-resolves", "<FunctionFile resid=\"F\"/>", "<FunctionFile resid=\"G\"/>", NULL },
};

static WaxsealManifestDocument *
read_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return waxseal_manifest_document_new (bytes);
}

/* The twin that the check reports is the second one, which the edit puts behind. */
static char *
expect (const FixCase *one)
{
  g_autofree char *text = NULL;
  const char *twin = "<bt:Url id=\"P\" DefaultValue=\"https://addin.contoso.com/pane.html\"/>";
  char *second;

  if (!g_str_equal (one->rule, "resource-unique"))
    return edit_manifest (one->from, one->fixed);
  text = edit_manifest (one->from, one->fixed);
  second = strstr (strstr (text, twin) + 1, twin);
  memmove (second, second + strlen (twin), strlen (second + strlen (twin)) + 1);
  return g_steal_pointer (&text);
}

static void
test_case (gconstpointer data)
{
  const FixCase *one = data;
  g_autofree char *text = edit_manifest (one->from, one->broken);
  g_autoptr (WaxsealManifestDocument) document = read_text (text);
  g_autoptr (GPtrArray) findings = waxseal_manifest_check (document);
  WaxsealFinding *finding = find_rule (findings, one->rule);
  g_autoptr (GBytes) fixed = NULL;
  g_autofree char *expected = NULL;

  print_findings (findings);
  g_assert_nonnull (finding);
  fixed = waxseal_manifest_fix (document, finding);
  if (one->fixed == NULL)
    {
      g_assert_null (fixed);
      return;
    }
  expected = expect (one);
  g_assert_nonnull (fixed);
  g_assert_cmpmem (g_bytes_get_data (fixed, NULL),
                   g_bytes_get_size (fixed),
                   expected,
                   strlen (expected));
}

/* Encoding and byte order mark stay, and so does all that the fix is not about. */
static void
test_encoding (void)
{
  g_autofree char *text = edit_manifest ("1.2.3.4", "1.2");
  g_autofree char *marked = g_strconcat ("\ufeff", strchr (text, '>') + 1, NULL);
  g_autofree char *fixed_text = g_strconcat ("\ufeff", strchr (base_manifest, '>') + 1, NULL);
  char *version = strstr (fixed_text, "1.2.3.4");
  gsize size, fixed_size;
  g_autofree char *wide = g_convert (marked, -1, "UTF-16LE", "UTF-8", NULL, &size, NULL);
  g_autofree char *expected = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (wide, size);
  g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_document_new (bytes);
  g_autoptr (GPtrArray) list = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) fixed =
    waxseal_manifest_fix_all (document, WAXSEAL_MANIFEST_FIXING_CERTAIN, list);

  memcpy (version, "1.2.0.0", strlen ("1.2.0.0"));
  expected = g_convert (fixed_text, -1, "UTF-16LE", "UTF-8", NULL, &fixed_size, NULL);
  g_assert_cmpuint (list->len, ==, 1);
  g_assert_cmpmem (g_bytes_get_data (fixed, NULL), g_bytes_get_size (fixed), expected, fixed_size);
}

static void
test_nothing (void)
{
  static const char *const texts[] = { "", "<a><b></a>", "<html/>", "{}", base_manifest };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (WaxsealManifestDocument) document = read_text (texts[i]);
      g_autoptr (GPtrArray) fixed = g_ptr_array_new_with_free_func (g_object_unref);

      g_assert_null (
        waxseal_manifest_fix_all (document, WAXSEAL_MANIFEST_FIXING_ON_REQUEST, fixed));
      g_assert_cmpuint (fixed->len, ==, 0);
    }
}

static guint
count_errors (GPtrArray *findings, const char *rule)
{
  guint count = 0;

  for (guint i = 0; i < findings->len; i++)
    {
      WaxsealFinding *finding = g_ptr_array_index (findings, i);

      count += waxseal_finding_get_severity (finding) == WAXSEAL_SEVERITY_ERROR &&
               (rule == NULL || g_str_equal (waxseal_finding_get_rule (finding), rule));
    }
  return count;
}

/* Fewer findings, no error that was not there, and nothing left for a second run. */
static guint
assert_fixed (WaxsealManifestDocument *document, WaxsealManifestFixing least)
{
  g_autoptr (GPtrArray) before = waxseal_manifest_check (document);
  g_autoptr (GPtrArray) fixed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) again = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GBytes) bytes = waxseal_manifest_fix_all (document, least, fixed);
  g_autoptr (WaxsealManifestDocument) result = NULL;
  g_autoptr (GPtrArray) after = NULL;

  if (bytes == NULL)
    return 0;
  result = waxseal_manifest_document_new (bytes);
  after = waxseal_manifest_check (result);
  g_assert_cmpuint (fixed->len, >, 0);
  g_assert_cmpuint (after->len, <, before->len);
  for (guint i = 0; i < after->len; i++)
    {
      const char *rule = waxseal_finding_get_rule (g_ptr_array_index (after, i));

      g_assert_cmpuint (count_errors (after, rule), <=, count_errors (before, rule));
    }
  g_assert_null (waxseal_manifest_fix_all (result, least, again));
  return fixed->len;
}

static void
test_corpus (void)
{
  const char *shared = g_getenv ("WAXSEAL_SHARED");
  g_autofree char *folder =
    g_build_filename (shared != NULL ? shared : SHARED_DIR, "reference", "manifests", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;
  guint fixed = 0;

  if (dir == NULL)
    {
      g_test_skip ("The public manifests (../shared/reference/manifests) are not here");
      return;
    }
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autoptr (WaxsealManifestDocument) document = NULL;
      char *data;
      gsize size;

      g_assert_true (g_file_get_contents (path, &data, &size, NULL));
      bytes = g_bytes_new_take (data, size);
      document = waxseal_manifest_document_new (bytes);
      g_test_message ("%s", name);
      fixed += assert_fixed (document, WAXSEAL_MANIFEST_FIXING_CERTAIN);
      fixed += assert_fixed (document, WAXSEAL_MANIFEST_FIXING_ON_REQUEST);
    }
  g_assert_cmpuint (fixed, >, 50);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/manifest/fix/%s/%u", cases[i].rule, i);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/manifest/fix/encoding", test_encoding);
  g_test_add_func ("/manifest/fix/nothing", test_nothing);
  g_test_add_func ("/manifest/fix/corpus", test_corpus);
  return g_test_run ();
}
