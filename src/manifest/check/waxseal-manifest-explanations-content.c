/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-explanation.h"

#include <glib/gi18n.h>

#define REFERENCE WAXSEAL_MANIFEST_REFERENCE
#define GUIDE     WAXSEAL_MANIFEST_GUIDE

/* What the rules of identity, texts, addresses, requirements and resources mean. */
static const WaxsealManifestExplanation rows[] = {
  { .id = "file-size",
    .source = GUIDE ("outlook/limits-for-activation-and-javascript-api-for-outlook-add-ins.md"),
    .text = N_ ("Exchange does not install an add-in whose manifest has more than 256 KB.") },
  { .id = "id-plain",
    .source = REFERENCE ("id.md"),
    .text = N_ ("The reference wants the digits and hyphens of the GUID alone. Some readers of "
                "Microsoft refuse braces.") },
  { .id = "id-sample",
    .source = REFERENCE ("id.md"),
    .text = N_ ("The Id tells add-ins apart. One that samples use, or of a single digit, is not "
                "the add-in’s own, and the next one with it replaces this one.") },
  { .id = "version-four-parts",
    .source = REFERENCE ("version.md"),
    .text = N_ ("Four parts are what every reader of Microsoft takes; some refuse fewer.") },
  { .id = "recommended-element",
    .source = REFERENCE ("officeapp.md"),
    .text =
      N_ ("Administrators and users see these in the list of add-ins. The store requires them.") },
  { .id = "host-mailbox",
    .source = REFERENCE ("hosts.md"),
    .text = N_ ("The schema lets other hosts pass, or none, but a mail add-in runs in the host "
                "“Mailbox” only.") },
  { .id = "permission-missing",
    .source = REFERENCE ("permissions.md"),
    .text = N_ (
      "Without the element Outlook grants “Restricted”, which is easily taken for an oversight.") },
  { .id = "permission-broad",
    .source = GUIDE ("outlook/understanding-outlook-add-in-permissions.md"),
    .text = N_ ("The permission reaches every message in the mailbox, not only the one that is "
                "open. Security teams ask for the reason.") },
  { .id = "permission-low",
    .source = GUIDE ("outlook/understanding-outlook-add-in-permissions.md"),
    .text = N_ ("The manifest uses a rule or a feature that the permission does not cover. Outlook "
                "then does not start the add-in there, or its calls fail.") },
  { .id = "form-pairing",
    .source = REFERENCE ("rule.md"),
    .text = N_ ("A form without a rule never opens, and a rule without its form opens nothing.") },
  { .id = "entity-retired",
    .source = GUIDE ("outlook/contextual-outlook-add-ins.md"),
    .text = N_ ("Outlook no longer looks for entities such as addresses and tasks in messages. A "
                "rule for them never applies in current clients.") },
  { .id = "text-control",
    .source = REFERENCE ("resources.md"),
    .text =
      N_ ("Outlook refuses line breaks, tabs and other control characters in names and labels.") },
  { .id = "text-damaged",
    .source = REFERENCE ("resources.md"),
    .text = N_ ("Characters were lost when the file was saved in another encoding. Users would see "
                "them on the button.") },
  { .id = "text-blanks",
    .source = REFERENCE ("resources.md"),
    .text = N_ ("Blanks at the beginning or end come from copying. They count as part of the name, "
                "and an AppDomain with one does not match.") },
  { .id = "text-placeholder",
    .source = REFERENCE ("displayname.md"),
    .text = N_ ("The text is still that of a template. Users and administrators would see it.") },
  { .id = "locale-repeated",
    .source = REFERENCE ("override.md"),
    .text =
      N_ ("An element may have one value for each language. Which of two counts is not defined.") },
  { .id = "locale-default",
    .source = REFERENCE ("override.md"),
    .text = N_ ("DefaultValue is the text in the default language; an Override for the same "
                "language is pointless or contradicts it.") },
  { .id = "locale-missing",
    .source = REFERENCE ("override.md"),
    .text = N_ ("Where a translation is missing, Outlook shows the default language, so that users "
                "see two languages side by side.") },
  { .id = "address-placeholder",
    .source = REFERENCE ("sourcelocation.md"),
    .text = N_ ("The address is still that of a template, so that nothing can be loaded.") },
  { .id = "address-https",
    .source = REFERENCE ("sourcelocation.md"),
    .text = N_ ("Outlook loads pages and icons over https only, from complete addresses.") },
  { .id = "address-space",
    .source = REFERENCE ("sourcelocation.md"),
    .text = N_ ("An address has no spaces. Browsers and Outlook treat them differently.") },
  { .id = "address-user",
    .source = REFERENCE ("sourcelocation.md"),
    .text = N_ ("A name or password in an address is readable for everyone who has the add-in, and "
                "browsers may refuse it.") },
  { .id = "address-local",
    .source = REFERENCE ("sourcelocation.md"),
    .text = N_ ("The address leads to the reader’s own machine. For everyone but the developer, "
                "nothing answers there.") },
  { .id = "address-example",
    .source = "IETF, RFC 2606 (reserved top level DNS names)",
    .text = N_ ("Nobody can own these hosts, so that nothing answers there.") },
  { .id = "support-address",
    .source = REFERENCE ("supporturl.md"),
    .text = N_ ("Outlook shows this address to users who need help.") },
  { .id = "icon-type",
    .source = REFERENCE ("iconurl.md"),
    .text = N_ ("Outlook shows BMP, EXIF, GIF, JPG, PNG and TIFF, but no SVG.") },
  { .id = "icon-same",
    .source = REFERENCE ("highresolutioniconurl.md"),
    .text = N_ ("IconUrl has 64 by 64 pixels and HighResolutionIconUrl 128 by 128, so that one "
                "picture cannot be right for both.") },
  { .id = "icon-name-size",
    .source = REFERENCE ("iconurl.md"),
    .text = N_ ("The name of the picture tells another size than Outlook wants here: 64 for "
                "IconUrl, 128 for HighResolutionIconUrl. It would look blurred.") },
  { .id = "icon-cache",
    .source = GUIDE ("develop/xml-manifest-overview.md"),
    .text = N_ ("The address asks for a new copy each time. Outlook must be able to keep icons, or "
                "it may not show them.") },
  { .id = "app-domain",
    .source = REFERENCE ("appdomain.md"),
    .text = N_ ("An entry that is no scheme and host matches no page, so that the page opens in a "
                "browser instead of the pane.") },
  { .id = "app-domain-own",
    .source = REFERENCE ("appdomain.md"),
    .text = N_ ("The host of SourceLocation is trusted anyway.") },
  { .id = "app-domain-local",
    .source = REFERENCE ("appdomain.md"),
    .text = N_ ("The entry trusts a host of a developer or of examples. In an organization it "
                "serves nothing, and should not stay.") },
  { .id = "app-domain-missing",
    .source = REFERENCE ("appdomain.md"),
    .text = N_ ("Pages from hosts that are neither the add-in’s own nor in AppDomains may open in "
                "a browser, where the add-in does not work.") },
  { .id = "requirement-mailbox",
    .source = REFERENCE ("set.md"),
    .text = N_ ("Outlook decides by the set “Mailbox” whether an add-in can be installed.") },
  { .id = "requirement-version",
    .source = REFERENCE ("set.md"),
    .text = N_ ("An add-in that asks for a version that does not exist cannot be installed.") },
  { .id = "requirement-order",
    .source = REFERENCE ("versionoverrides-1-1-mail.md"),
    .text = N_ ("Overrides that ask for less than the manifest around them are never chosen for "
                "what they ask.") },
  { .id = "requirement-low",
    .source = GUIDE ("develop/event-based-activation.md"),
    .text = N_ ("Clients that know only the version asked for install the add-in, but do not know "
                "this feature, and leave it out without a word.") },
  { .id = "overrides-replaced",
    .source = GUIDE ("develop/xml-manifest-overview.md"),
    .text = N_ (
      "Current clients read VersionOverrides 1.1 alone. What is only in 1.0 disappears there.") },
  { .id = "sign-on-scopes",
    .source = REFERENCE ("scopes.md"),
    .text = N_ (
      "The admin center refuses WebApplicationInfo without the scopes “openid” and “profile”.") },
  { .id = "sign-on-application",
    .source = REFERENCE ("webapplicationinfo.md"),
    .text = N_ ("Single sign-on works only with the client ID and the Application ID URI of the "
                "app registration in Microsoft Entra.") },
  { .id = "sign-on-local",
    .source = REFERENCE ("webapplicationinfo.md"),
    .text = N_ (
      "The Application ID URI names the machine of a developer. Sign-on fails everywhere else.") },
  { .id = "extended-permission",
    .source = REFERENCE ("extendedpermissions.md"),
    .text = N_ ("Microsoft has published two extended permissions so far; a name that is unknown "
                "has no effect.") },
  { .id = "resid-resolves",
    .source = REFERENCE ("resources.md"),
    .text = N_ ("The admin center accepts such a file, and the deployment then shows “Failed”. No "
                "schema and no npm tool sees it.") },
  { .id = "description-resolves",
    .source = REFERENCE ("versionoverrides-1-0-mail.md"),
    .text = N_ ("Nobody shows the description of the overrides, but some readers refuse one that "
                "leads nowhere.") },
  { .id = "resid-kind",
    .source = REFERENCE ("resources.md"),
    .text =
      N_ ("Labels and titles are looked up in ShortStrings, descriptions in LongStrings, pages in "
          "Urls, pictures in Images. In another section Office does not find them.") },
  { .id = "resource-unique",
    .source = REFERENCE ("resources.md"),
    .text = N_ ("Which of two resources with one id counts is not defined.") },
  { .id = "resource-unused",
    .source = REFERENCE ("resources.md"),
    .text =
      N_ ("An unused resource does no harm, but is often what a wrong resid should have led to.") },
  { .id = "on-premises-requirement",
    .source = "Microsoft, Outlook API requirement sets",
    .text = N_ ("Exchange Server SE, 2019 and 2016 support Mailbox up to 1.5 and refuse an add-in "
                "that asks for more.") },
  { .id = "on-premises-overrides",
    .source = "Microsoft, OfficeDev/office-js issue 6842",
    .text = N_ ("Exchange Server counts the requirement of nested overrides for the whole add-in, "
                "and refuses it as a whole.") },
  { NULL },
};

/** waxseal_manifest_explanations_content: Returns: (transfer none): the table. */
const WaxsealManifestExplanation *
waxseal_manifest_explanations_content (void)
{
  return rows;
}
