/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "test-manifest-base.h"

/** Case: one change of the base that breaks its structure, and part of what is said about it. */
typedef struct
{
  const char *rule;
  const char *from;
  const char *to;
  const char *message;
} Case;

#define LONG_125                                                                                   \
  "0123456789012345678901234567890123456789012345678901234567890123456789"                         \
  "0123456789012345678901234567890123456789012345678901234"

static const Case broken[] = {
  { "element-order",
    "<Version>1.2.3.4</Version>\n<ProviderName>Contoso</ProviderName>",
    "<ProviderName>Contoso</ProviderName><Version>1.2.3.4</Version>",
    "“Version” must come before “ProviderName”." },
  { "element-order",
    "<IconUrl DefaultValue=\"https://addin.contoso.com/64.png\"/>\n"
    "<HighResolutionIconUrl DefaultValue=\"https://addin.contoso.com/128.png\"/>\n"
    "<SupportUrl DefaultValue=\"https://contoso.com/help\"/>",
    "<SupportUrl DefaultValue=\"https://contoso.com/help\"/>"
    "<IconUrl DefaultValue=\"https://addin.contoso.com/64.png\"/>",
    "“IconUrl” must come before “SupportUrl”." },
  { "element-missing", "<Version>1.2.3.4</Version>", "", "“Version” is missing in “OfficeApp”." },
  { "element-missing",
    "<bt:Image size=\"25\" scale=\"1\" resid=\"I\"/>",
    "",
    "“Icon” has 8 of “Image”, but needs at least 9." },
  { "element-repeated",
    "<Version>1.2.3.4</Version>",
    "<Version>1.2.3.4</Version><Version>1.2.3.4</Version>",
    "“Version” may stand here only 1 time." },
  { "element-unknown",
    "<Permissions>",
    "<Surprise/><Permissions>",
    "“Surprise” is not known here; expected one of “Permissions”, “Rule”, "
    "“DisableEntityHighlighting”, “VersionOverrides”." },
  { "element-unknown", "<Version>1.2.3.4", "<Version><b>1.2</b>3.4", "takes text only" },
  { "element-namespace", "<bt:Images>", "<Images/><bt:Images>", "officeappbasictypes/1.0" },
  { "overrides-1-1-only",
    "<DesktopFormFactor>\n<FunctionFile",
    "<Runtimes/><DesktopFormFactor>\n<FunctionFile",
    "exists only in VersionOverrides 1.1" },
  { "overrides-1-1-only",
    "\"MessageComposeCommandSurface\"",
    "\"LaunchEvent\"",
    "The type “LaunchEvent” exists only in VersionOverrides 1.1." },
  { "overrides-nested",
    "<VersionOverrides xmlns=\"http://schemas.microsoft.com/office/mailappversionoverrides\" ",
    "<VersionOverrides xmlns=\"http://schemas.microsoft.com/office/mailappversionoverrides/1.1\" ",
    "only as the last element in VersionOverrides 1.0" },
  { "legacy-tooltip", "<Supertip>", "<Tooltip resid=\"L\"/><Supertip>", "2016" },
  { "task-pane-only",
    "<SourceLocation resid=\"P\"/>",
    "<TaskpaneId>a</TaskpaneId><SourceLocation resid=\"P\"/>",
    "Word, Excel and PowerPoint" },
  { "attribute-missing", " FormType=\"Edit\"", "", "“Rule” needs the attribute “FormType”." },
  { "attribute-unknown", "<Host Name=", "<Host Nmae=\"x\" Name=", "no attribute “Nmae”" },
  { "attribute-unknown", "<Version>", "<Version since=\"1\">", "no attribute “since”" },
  { "attribute-unknown", "<Hosts>", "<Hosts xml:lang=\"en\">", "no attribute “lang”" },
  { "attribute-unknown", "<Hosts>", "<Hosts xsi:nil=\"true\">", "no attribute “nil”" },
  { "type-unknown", "xsi:type=\"ItemIs\"", "xsi:type=\"ItemWas\"", "“ItemWas”" },
  { "type-unknown", "xsi:type=\"ItemIs\"", "xsi:type=\"bt:ItemIs\"", "“bt:ItemIs”" },
  { "type-unknown", "xsi:type=\"ItemIs\"", "xsi:type=\"ItemRead\"", "“ItemRead”" },
  { "type-missing", "xsi:type=\"ItemIs\" ", "", "“Rule” does not say of which type it is" },
  { "type-missing", "xsi:type=\"ItemIs\"", "type=\"ItemIs\"", "“Rule”" },
  { "text-not-allowed",
    "<bt:Images>",
    "\">\n<bt:Images>",
    "The text “\">” may not stand in “Resources”." },
  { "text-not-allowed", "<Host Name=\"Mailbox\"/>", "<Host Name=\"Mailbox\">x</Host>", "“x”" },
  { "value", "1.2.3.4", "1.2.3.4.5", "must be a version such as 1.0.0.0." },
  { "value", "1.2.3.4", "v1.2", "“Version” is “v1.2”" },
  { "value", "<Id>3b9d2f60", "<Id>3b9d2f6", "must be a GUID" },
  { "value",
    "ReadWriteItem",
    "ReadWriteitem",
    "must be one of “Restricted”, “ReadItem”, “ReadWriteItem”, “ReadWriteMailbox”." },
  { "value", ">250<", ">451<", "must be a whole number from 32 to 450." },
  { "value", "<DisableEntityHighlighting>false", "<DisableEntityHighlighting>no", "true or false" },
  { "value", "en-US", "english", "a language tag" },
  { "value", "https://contoso.com/help", "https://contoso.com/[help", "an address" },
  { "value", "MinVersion=\"1.3\"", "MinVersion=\"1\"", "two parts" },
  { "value-empty", "DefaultValue=\"Seal\"", "DefaultValue=\"\"", "“DisplayName DefaultValue”" },
  { "value-empty", "<ProviderName>Contoso", "<ProviderName>", "“ProviderName” is empty." },
  { "value-length", "Contoso<", LONG_125 "x<", "has 126 characters; at most 125" },
  { "value-length",
    "<bt:Image id=\"I\"",
    "<bt:Image id=\"IIIIIIIIIIIIIIIIIIIIIIIIIIIIIIIII\"",
    "has 33 characters; at most 32" },
  { "placeholder",
    "<Id>3b9d2f60-5d1e-4c3a-8f7b-1d2c3e4f5a6b<",
    "<Id>{unique-guid}<",
    "“{unique-guid}”" },
  { "not-for-outlook", "xsi:type=\"MailApp\"", "xsi:type=\"TaskPaneApp\"", "not for Outlook" },
  { "not-for-outlook", "xsi:type=\"MailApp\"", "xsi:type=\"ContentApp\"", "not for Outlook" },
  { "legacy-schema", "office/appforoffice/1.1", "office/appforoffice/1.0", "2013" },
  { "not-a-manifest", "office/appforoffice/1.1", "office/appforoffice/9", "not an Office add-in" },
};

static const Case sound[] = {
  { NULL, "1.2.3.4", "1.2.3.99999", NULL },
  { NULL, "https://contoso.com/help", "https://contoso.com/{a}/b|c^d", NULL },
  { NULL, "<Id>3b9d2f60-5d1e", "<Id>3B9D2F60-5D1E", NULL },
  { NULL, "Contoso<", LONG_125 "<", NULL },
  { NULL, "Contoso<", "Cont<!-- -->oso<", NULL },
  { NULL, ">250<", "> +032\n<", NULL },
  { NULL, "Highlighting>false<", "Highlighting> 1 <", NULL },
  { NULL, "Locale=\"de-DE\"", "Locale=\"zh-Hans-CN\"", NULL },
  { NULL, "Locale=\"de-DE\"", "Locale=\"es-ES_tradnl\"", NULL },
  { NULL, "Locale=\"de-DE\"", "Locale=\"ca-ES-valencia\"", NULL },
  { NULL, "<Version>", "<AlternateId>12345\\WA104381234</AlternateId><Version>", NULL },
  { NULL, "<Host Name=\"Mailbox\"/>", "<Host Name=\"Mailbox\">\n</Host>", NULL },
  { NULL, "<OfficeTab id", "<OfficeTab xsi:type=\"OfficeTab\" id", NULL },
  { NULL, "xmlns:xsi=", "xsi:schemaLocation=\"a b\" xmlns:xsi=", NULL },
};

static void
test_broken (gconstpointer data)
{
  const Case *one = data;
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
  const Case *one = data;
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
  for (guint i = 0; i < G_N_ELEMENTS (broken); i++)
    {
      g_autofree char *path = g_strdup_printf ("/manifest/schema/%s/%u", broken[i].rule, i);

      g_test_add_data_func (path, &broken[i], test_broken);
    }
  for (guint i = 0; i < G_N_ELEMENTS (sound); i++)
    {
      g_autofree char *path = g_strdup_printf ("/manifest/schema/sound/%u", i);

      g_test_add_data_func (path, &sound[i], test_sound);
    }
  g_test_add_func ("/manifest/schema/text-place", test_text_place);
  g_test_add_func ("/manifest/schema/other-roots", test_other_roots);
  g_test_add_func ("/manifest/schema/long-values", test_long_values);
  g_test_add_func ("/manifest/schema/hostile", test_hostile);
  return g_test_run ();
}
