/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-schema-table.h"

/* The elements of appforoffice/1.1 that a mail add-in has (manifest.md, rules 2-4, 6, 9, 21-24). */
static const WaxsealManifestSchemaRow rows[] = {
  { "OfficeApp", NULL, NULL, NULL },
  { "MailApp",
    "OfficeApp",
    "Id=uuid, AlternateId=alternate-id?, Version=version, ProviderName=short, "
    "DefaultLocale=locale, DisplayName=ShortLocaleAwareSetting, "
    "Description=LongLocaleAwareSetting, IconUrl=URLLocaleAwareSetting?, "
    "HighResolutionIconUrl=URLLocaleAwareSetting?, SupportUrl=URLLocaleAwareSetting?, "
    "AppDomains=AppDomains?, Hosts=Hosts?, Requirements=MailAppRequirements, "
    "FormSettings=FormSettings, Permissions=permission?, Rule=Rule, "
    "DisableEntityHighlighting=boolean?, 1.0:VersionOverrides=1.0:VersionOverridesV1_0?, "
    "#signature?",
    NULL },

  { "ShortLocaleAwareSetting", NULL, "Override=ShortLocaleOverride*", "DefaultValue=short" },
  { "LongLocaleAwareSetting", NULL, "Override=LongLocaleOverride*", "DefaultValue=long" },
  { "URLLocaleAwareSetting", NULL, "Override=URLLocaleOverride*", "DefaultValue=url" },
  { "ShortLocaleOverride", NULL, "", "Locale=locale, Value=short" },
  { "LongLocaleOverride", NULL, "", "Locale=locale, Value=long" },
  { "URLLocaleOverride", NULL, "", "Locale=locale, Value=url" },

  { "AppDomains", NULL, "AppDomain=long+", NULL },
  { "Hosts", NULL, "Host=Host+", NULL },
  { "Host", NULL, "", "Name=short" },
  { "MailAppRequirements", NULL, "Sets=Sets", NULL },
  { "Sets", NULL, "Set=VersionedRequirement+", "DefaultMinVersion=short-version?" },
  { "VersionedRequirement", NULL, "", "MinVersion=short-version?, Name=short" },

  { "FormSettings", NULL, "Form=FormType{1,2}", NULL },
  { "FormType", NULL, NULL, NULL },
  { "ItemRead",
    "FormType",
    "DesktopSettings=ItemReadDesktopMailAppSettings, "
    "TabletSettings=ItemReadTabletMailAppSettings?, PhoneSettings=ItemReadPhoneMailAppSettings?",
    NULL },
  { "ItemEdit",
    "FormType",
    "DesktopSettings=ItemEditMailAppSettings, TabletSettings=ItemEditMailAppSettings?, "
    "PhoneSettings=ItemEditMailAppSettings?",
    NULL },
  { "ItemReadDesktopMailAppSettings",
    NULL,
    "SourceLocation=URLLocaleAwareSetting, RequestedHeight=height",
    NULL },
  { "ItemReadTabletMailAppSettings",
    NULL,
    "SourceLocation=URLLocaleAwareSetting, RequestedHeight=height",
    NULL },
  { "ItemReadPhoneMailAppSettings", NULL, "SourceLocation=URLLocaleAwareSetting", NULL },
  { "ItemEditMailAppSettings", NULL, "SourceLocation=URLLocaleAwareSetting", NULL },

  { "Rule", NULL, NULL, NULL },
  { "ItemIs",
    "Rule",
    "",
    "ItemType=item-type, FormType=form-type, ItemClass=text?, IncludeSubClasses=boolean?" },
  { "ItemHasKnownEntity",
    "Rule",
    "",
    "EntityType=entity-type, RegExFilter=text?, FilterName=text?, IgnoreCase=boolean?" },
  { "ItemHasRegularExpressionMatch",
    "Rule",
    "",
    "RegExName=text, RegExValue=text, PropertyName=property-name, IgnoreCase=boolean?" },
  { "ItemHasAttachment", "Rule", "", NULL },
  { "RuleCollection", "Rule", "Rule=Rule+", "Mode=logical-operator" },
  { NULL },
};

/** waxseal_manifest_schema_base_rows: Returns: (transfer none): the table. */
const WaxsealManifestSchemaRow *
waxseal_manifest_schema_base_rows (void)
{
  return rows;
}
