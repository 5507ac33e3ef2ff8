/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "test-manifest-base.h"

#include <string.h>

const char base_manifest[] =
  "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  "<OfficeApp xmlns=\"http://schemas.microsoft.com/office/appforoffice/1.1\" "
  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" "
  "xmlns:bt=\"http://schemas.microsoft.com/office/officeappbasictypes/1.0\" "
  "xsi:type=\"MailApp\">\n"
  "<Id>3b9d2f60-5d1e-4c3a-8f7b-1d2c3e4f5a6b</Id>\n"
  "<Version>1.2.3.4</Version>\n"
  "<ProviderName>Contoso</ProviderName>\n"
  "<DefaultLocale>en-US</DefaultLocale>\n"
  "<DisplayName DefaultValue=\"Seal\"><Override Locale=\"de-DE\" Value=\"Siegel\"/>"
  "</DisplayName>\n"
  "<Description DefaultValue=\"Seals messages.\"><Override Locale=\"de-DE\" "
  "Value=\"Versiegelt Nachrichten.\"/></Description>\n"
  "<IconUrl DefaultValue=\"https://addin.contoso.com/64.png\"/>\n"
  "<HighResolutionIconUrl DefaultValue=\"https://addin.contoso.com/128.png\"/>\n"
  "<SupportUrl DefaultValue=\"https://contoso.com/help\"/>\n"
  "<AppDomains><AppDomain>https://login.contoso.com</AppDomain></AppDomains>\n"
  "<Hosts><Host Name=\"Mailbox\"/></Hosts>\n"
  "<Requirements><Sets><Set Name=\"Mailbox\" MinVersion=\"1.3\"/></Sets></Requirements>\n"
  "<FormSettings>\n"
  "<Form xsi:type=\"ItemRead\"><DesktopSettings>"
  "<SourceLocation DefaultValue=\"https://addin.contoso.com/read.html\"/>"
  "<RequestedHeight>250</RequestedHeight></DesktopSettings></Form>\n"
  "<Form xsi:type=\"ItemEdit\"><DesktopSettings>"
  "<SourceLocation "
  "DefaultValue=\"https://addin.contoso.com/edit.html\"/></DesktopSettings></Form>\n"
  "</FormSettings>\n"
  "<Permissions>ReadWriteItem</Permissions>\n"
  "<Rule xsi:type=\"RuleCollection\" Mode=\"Or\">"
  "<Rule xsi:type=\"ItemIs\" ItemType=\"Message\" FormType=\"Edit\"/>"
  "<Rule xsi:type=\"ItemIs\" ItemType=\"Message\" FormType=\"Read\"/></Rule>\n"
  "<DisableEntityHighlighting>false</DisableEntityHighlighting>\n"
  "<VersionOverrides xmlns=\"http://schemas.microsoft.com/office/mailappversionoverrides\" "
  "xsi:type=\"VersionOverridesV1_0\">\n"
  "<Description resid=\"T\"/>\n"
  "<Requirements><bt:Sets DefaultMinVersion=\"1.3\"><bt:Set Name=\"Mailbox\"/></bt:Sets>"
  "</Requirements>\n"
  "<Hosts><Host xsi:type=\"MailHost\"><DesktopFormFactor>\n"
  "<FunctionFile resid=\"F\"/>\n"
  "<ExtensionPoint xsi:type=\"MessageComposeCommandSurface\"><OfficeTab id=\"TabDefault\">"
  "<Group id=\"g0\"><Label resid=\"L\"/>\n" BUTTON ("c0") PANE
  "</Group></OfficeTab></ExtensionPoint>\n"
  "</DesktopFormFactor></Host></Hosts>\n"
  "<Resources>\n"
  "<bt:Images><bt:Image id=\"I\" DefaultValue=\"https://addin.contoso.com/80.png\"/></bt:Images>\n"
  "<bt:Urls><bt:Url id=\"F\" DefaultValue=\"https://addin.contoso.com/functions.html\"/>"
  "<bt:Url id=\"P\" DefaultValue=\"https://addin.contoso.com/pane.html\"/>"
  "<bt:Url id=\"S\" DefaultValue=\"https://addin.contoso.com/launch.js\"/></bt:Urls>\n"
  "<bt:ShortStrings><bt:String id=\"L\" DefaultValue=\"Encrypt\">"
  "<bt:Override Locale=\"de-DE\" Value=\"Verschl\u00fcsseln\"/></bt:String></bt:ShortStrings>\n"
  "<bt:LongStrings><bt:String id=\"T\" DefaultValue=\"Opens the pane.\">"
  "<bt:Override Locale=\"de-DE\" Value=\"\u00d6ffnet den "
  "Bereich.\"/></bt:String></bt:LongStrings>\n"
  "</Resources>\n"
  "<VersionOverrides xmlns=\"http://schemas.microsoft.com/office/mailappversionoverrides/1.1\" "
  "xsi:type=\"VersionOverridesV1_1\">\n"
  "<Requirements><bt:Sets DefaultMinVersion=\"1.12\"><bt:Set Name=\"Mailbox\"/></bt:Sets>"
  "</Requirements>\n"
  "<Hosts><Host xsi:type=\"MailHost\">\n"
  "<Runtimes><Runtime resid=\"F\"><Override type=\"javascript\" "
  "resid=\"S\"/></Runtime></Runtimes>\n"
  "<DesktopFormFactor>\n"
  "<SupportsSharedFolders>true</SupportsSharedFolders>\n"
  "<FunctionFile resid=\"F\"/>\n"
  "<ExtensionPoint xsi:type=\"MessageComposeCommandSurface\"><OfficeTab id=\"TabDefault\">"
  "<Group id=\"g1\"><Label resid=\"L\"/>\n" BUTTON ("c1") PANE BUTTON (
    "c2") "<Action "
          "xsi:type=\"ExecuteFunction\"><FunctionName>seal</FunctionName></Action></Control>\n"
          "</Group></OfficeTab></ExtensionPoint>\n"
          "<ExtensionPoint xsi:type=\"LaunchEvent\"><LaunchEvents>"
          "<LaunchEvent Type=\"OnMessageSend\" FunctionName=\"onSend\" SendMode=\"SoftBlock\"/>"
          "<LaunchEvent Type=\"OnNewMessageCompose\" FunctionName=\"onNew\"/>"
          "</LaunchEvents><SourceLocation resid=\"F\"/></ExtensionPoint>\n"
          "</DesktopFormFactor>\n"
          "<MobileFormFactor><ExtensionPoint xsi:type=\"MobileMessageReadCommandSurface\">"
          "<Group id=\"g2\"><Label resid=\"L\"/><Control xsi:type=\"MobileButton\" id=\"c3\">"
          "<Label resid=\"L\"/><Icon xsi:type=\"bt:MobileIconList\">" MOBILE_IMAGES ("25")
            MOBILE_IMAGES ("32") MOBILE_IMAGES (
              "48") "</Icon>" PANE "</Group></ExtensionPoint></MobileFormFactor>\n"
                    "</Host></Hosts>\n"
                    "<WebApplicationInfo><Id>7a1e0c52-1f63-4b8e-9a55-6c0de1f2a3b4</Id>"
                    "<Resource>api://addin.contoso.com/7a1e0c52-1f63-4b8e-9a55-6c0de1f2a3b4</"
                    "Resource>"
                    "<Scopes><Scope>openid</Scope><Scope>profile</Scope></Scopes></"
                    "WebApplicationInfo>\n"
                    "<ExtendedPermissions><ExtendedPermission>AppendOnSend</ExtendedPermission>"
                    "</ExtendedPermissions>\n"
                    "</VersionOverrides>\n"
                    "</VersionOverrides>\n"
                    "</OfficeApp>\n";

/* The base with the first @from replaced by @to; @from must be in it. */
char *
edit_manifest (const char *from, const char *to)
{
  const char *place = strstr (base_manifest, from);

  if (place == NULL)
    g_error ("The base manifest has no “%s”", from);
  return g_strdup_printf (
    "%.*s%s%s", (int) (place - base_manifest), base_manifest, to, place + strlen (from));
}

GPtrArray *
check_text_for (const char *text, WaxsealManifestTarget target)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (WaxsealManifestDocument) document = waxseal_manifest_document_new (bytes);

  return waxseal_manifest_check_for (document, target);
}

GPtrArray *
check_text (const char *text)
{
  return check_text_for (text, WAXSEAL_MANIFEST_TARGET_ONLINE);
}

WaxsealFinding *
find_rule (GPtrArray *findings, const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (waxseal_finding_get_rule (g_ptr_array_index (findings, i)), rule))
      return g_ptr_array_index (findings, i);
  return NULL;
}

void
print_findings (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    g_test_message ("%u:%u [%s] %s",
                    waxseal_finding_get_line (g_ptr_array_index (findings, i)),
                    waxseal_finding_get_column (g_ptr_array_index (findings, i)),
                    waxseal_finding_get_rule (g_ptr_array_index (findings, i)),
                    waxseal_finding_get_message (g_ptr_array_index (findings, i)));
}
