/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "test-manifest-base.h"

/** Case: one change of the base that breaks @rule, and only counts if it does. */
typedef struct
{
  const char *rule;
  WaxsealSeverity severity;
  const char *from;
  const char *to;
} Case;

#define E WAXSEAL_SEVERITY_ERROR
#define W WAXSEAL_SEVERITY_WARNING
#define H WAXSEAL_SEVERITY_HINT

static const Case cases[] = {
  { "id-plain",
    W,
    "<Id>3b9d2f60-5d1e-4c3a-8f7b-1d2c3e4f5a6b<",
    "<Id>{3b9d2f60-5d1e-4c3a-8f7b-1d2c3e4f5a6b}<" },
  { "id-plain", W, "<Id>3b", "<Id>urn:uuid:3b" },
  { "id-sample", W, "<Id>3b9d2f60-", "<Id>12345678-" },
  { "id-sample",
    W,
    "<Id>3b9d2f60-5d1e-4c3a-8f7b-1d2c3e4f5a6b<",
    "<Id>00000000-0000-0000-0000-000000000000<" },
  { "version-four-parts", W, "1.2.3.4", "1.2.3" },
  { "recommended-element", W, "<SupportUrl DefaultValue=\"https://contoso.com/help\"/>", "" },
  { "recommended-element",
    W,
    "<HighResolutionIconUrl DefaultValue=\"https://addin.contoso.com/128.png\"/>",
    "" },
  { "host-mailbox", E, "<Host Name=\"Mailbox\"/>", "<Host Name=\"Document\"/>" },
  { "host-mailbox", E, "<Hosts><Host Name=\"Mailbox\"/></Hosts>", "" },
  { "permission-missing", W, "<Permissions>ReadWriteItem</Permissions>", "" },
  { "permission-broad", W, "ReadWriteItem", "ReadWriteMailbox" },
  { "form-pairing", W, "FormType=\"Edit\"", "FormType=\"Read\"" },
  { "form-pairing",
    W,
    "xsi:type=\"ItemEdit\"><DesktopSettings>",
    "xsi:type=\"ItemRead\"><DesktopSettings>" },
  { "text-control", E, "Seals messages.", "Seals&#10;messages." },
  { "text-control", E, "Verschl", "&#9;Verschl" },
  { "text-damaged", W, "Verschl\u00fcsseln", "Verschl\ufffdsseln" },
  { "text-damaged", W, "Contoso<", "Contoso&#146;s<" },
  { "locale-repeated",
    E,
    "Value=\"Siegel\"/>",
    "Value=\"Siegel\"/>"
    "<Override Locale=\"DE-de\" Value=\"Siegel\"/>" },
  { "locale-default", W, "Locale=\"de-DE\"", "Locale=\"en-us\"" },
  { "address-placeholder", E, "https://addin.contoso.com/read.html", "~remoteAppUrl/read.html" },
  { "address-placeholder", E, "https://addin.contoso.com/80.png", "{BASE}/80.png" },
  { "address-https", E, "https://addin.contoso.com/read.html", "http://addin.contoso.com/read" },
  { "address-https", E, "https://addin.contoso.com/pane.html", "pane.html" },
  { "address-https", E, "https://addin.contoso.com/pane.html", "https:///pane.html" },
  { "address-space",
    E,
    "https://addin.contoso.com/pane.html",
    "https://addin.contoso.com/the pane" },
  { "address-space", E, "https://addin.contoso.com/pane.html", " https://addin.contoso.com/pane" },
  { "address-user", E, "https://addin.contoso.com/pane", "https://me:it@addin.contoso.com/pane" },
  { "address-local", W, "https://addin.contoso.com/64", "https://LocalHost:3000/64" },
  { "address-local", W, "https://addin.contoso.com/64", "http://127.0.0.1/64" },
  { "address-example", W, "https://addin.contoso.com/64", "https://addin.example.com/64" },
  { "support-address", W, "https://contoso.com/help", "http://contoso.com/help" },
  { "icon-type", W, "64.png", "64.svg" },
  { "app-domain", W, "https://login.contoso.com", "login.contoso.com" },
  { "app-domain", W, "https://login.contoso.com", "https://login.contoso.com/" },
  { "app-domain", W, "https://login.contoso.com", "https://*.contoso.com" },
  { "app-domain-own", H, "https://login.contoso.com", "https://addin.contoso.com" },
  { "requirement-mailbox", E, "<Set Name=\"Mailbox\"", "<Set Name=\"DialogApi\"" },
  { "requirement-version", W, "DefaultMinVersion=\"1.12\"", "DefaultMinVersion=\"1.99\"" },
  { "requirement-order", W, "MinVersion=\"1.3\"", "MinVersion=\"1.4\"" },
  { "overrides-replaced",
    W,
    "<ExtensionPoint xsi:type=\"MessageComposeCommandSurface\">",
    "<ExtensionPoint xsi:type=\"MessageReadCommandSurface\">" },
  { "sign-on-scopes", W, "<Scope>openid</Scope>", "" },
  { "sign-on-application", W, "api://", "https://" },
  { "sign-on-application", W, "<Id>7a1e0c52-", "<Id>mine-" },
  { "extended-permission", H, "AppendOnSend", "ReplaceOnSend" },
  { "resid-resolves", E, "<FunctionFile resid=\"F\"/>", "<FunctionFile resid=\"G\"/>" },
  { "description-resolves", W, "<Description resid=\"T\"/>\n", "<Description resid=\"U\"/>\n" },
  { "resid-kind", E, "<Label resid=\"L\"/>\n", "<Label resid=\"T\"/>\n" },
  { "resid-kind",
    E,
    "<Description resid=\"T\"/></Supertip>",
    "<Description resid=\"L\"/></Supertip>" },
  { "resource-unique", E, "<bt:Url id=\"P\"", "<bt:Url id=\"F\"" },
  { "resource-unused",
    H,
    "<bt:Urls>",
    "<bt:Urls><bt:Url id=\"X\" DefaultValue=\"https://addin.contoso.com/x\"/>" },
  { "control-id-unique", E, "id=\"c2\"", "id=\"c1\"" },
  { "group-id-unique", E, "id=\"g2\"", "id=\"g1\"" },
  { "tab", W, "id=\"TabDefault\"", "id=\"TabHome\"" },
  { "tab",
    W,
    "</OfficeTab></ExtensionPoint>",
    "</OfficeTab><OfficeTab id=\"TabDefault\"><Group id=\"g9\"><Label resid=\"L\"/>" BUTTON ("c9")
      PANE "</Group></OfficeTab></ExtensionPoint>" },
  { "group-size",
    W,
    "</Group>",
    BUTTON ("d1") PANE BUTTON ("d2") PANE BUTTON ("d3") PANE BUTTON ("d4") PANE BUTTON ("d5")
      PANE BUTTON ("d6") PANE "</Group>" },
  { "icon-sizes", E, "<bt:Image size=\"80\" resid=\"I\"/>", "<bt:Image size=\"64\" resid=\"I\"/>" },
  { "icon-sizes-mobile", E, "size=\"48\" scale=\"3\"", "size=\"48\" scale=\"2\"" },
  { "icon-size-unknown",
    W,
    "<bt:Image size=\"80\" resid=\"I\"/>",
    "<bt:Image size=\"80\" resid=\"I\"/><bt:Image size=\"17\" resid=\"I\"/>" },
  { "function-file",
    E,
    "<SupportsSharedFolders>true</SupportsSharedFolders>\n"
    "<FunctionFile resid=\"F\"/>\n",
    "" },
  { "event-runtime", E, "<Runtime resid=\"F\">", "<Runtime resid=\"P\">" },
  { "event-script", W, "<Override type=\"javascript\" resid=\"S\"/>", "" },
  { "runtime-unique", E, "</Runtime>", "</Runtime><Runtime resid=\"F\"/>" },
  { "event-type", W, "OnNewMessageCompose", "OnMessageFolded" },
  { "send-mode", E, "FunctionName=\"onNew\"", "FunctionName=\"onNew\" SendMode=\"Block\"" },
  { "header-name", E, "FunctionName=\"onNew\"", "FunctionName=\"onNew\" HeaderName=\"x-seal\"" },
  { "send-block", H, "SoftBlock", "Block" },
  { "item-send",
    H,
    "<ExtensionPoint xsi:type=\"LaunchEvent\">",
    "<ExtensionPoint xsi:type=\"Events\"><Event Type=\"ItemSend\" "
    "FunctionExecution=\"synchronous\" FunctionName=\"s\"/></ExtensionPoint>"
    "<ExtensionPoint xsi:type=\"LaunchEvent\">" },
  { "item-send-synchronous",
    E,
    "<ExtensionPoint xsi:type=\"LaunchEvent\">",
    "<ExtensionPoint xsi:type=\"Events\"><Event Type=\"ItemSend\" "
    "FunctionExecution=\"asynchronous\" FunctionName=\"s\"/></ExtensionPoint>"
    "<ExtensionPoint xsi:type=\"LaunchEvent\">" },
};

/* Changes that a careless rule would take for faults. */
static const Case harmless[] = {
  { NULL, E, "https://addin.contoso.com/64.png", "https://addin.contoso.com/icon?size=64" },
  { NULL, E, "https://addin.contoso.com/64.png", "https://addin.contoso.com/64.PNG?v=1.svg" },
  { NULL, E, "https://addin.contoso.com/read.html", "https://localhosting.com/read.html" },
  { NULL, E, "https://addin.contoso.com/read.html", "https://contoso.com/a@b" },
  { NULL, E, "https://login.contoso.com", "https://login.contoso.com:8443" },
  { NULL, E, "FormType=\"Edit\"", "FormType=\"ReadOrEdit\"" },
  { NULL, E, "<ProviderName>Contoso<", "<ProviderName>\n  Contoso\n<" },
  { NULL, E, "id=\"c1\"", "id=\"c0\"" }, /* in 1.0 and in 1.1 */
  { NULL, E, "Locale=\"de-DE\"", "Locale=\"en-GB\"" },
  { NULL,
    E,
    "xmlns:bt=",
    "xmlns:mailappor=\"http://schemas.microsoft.com/office/"
    "mailappversionoverrides/1.0\" xmlns:bt=" }, /* manifest.md, rule 44 */
  { NULL, E, "<ExtendedPermissions>", "<!-- a comment --><?pi?><ExtendedPermissions>" },
};

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
  const Case *one = data;
  g_autofree char *text = edit_manifest (one->from, one->to);
  g_autoptr (GPtrArray) findings = check_text (text);
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
  const Case *one = data;
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
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/manifest/rules/%s/%u", cases[i].rule, i);

      g_test_add_data_func (path, &cases[i], test_broken);
    }
  for (guint i = 0; i < G_N_ELEMENTS (harmless); i++)
    {
      g_autofree char *path = g_strdup_printf ("/manifest/rules/harmless/%u", i);

      g_test_add_data_func (path, &harmless[i], test_harmless);
    }
  g_test_add_func ("/manifest/rules/size", test_size);
  g_test_add_func ("/manifest/rules/flood", test_flood);
  g_test_add_func ("/manifest/rules/order", test_order);
  g_test_add_func ("/manifest/rules/columns", test_columns);
  return g_test_run ();
}
