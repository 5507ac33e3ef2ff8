/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-schema-table.h"

/* The elements of officeappbasictypes/1.0, which both version overrides use (manifest.md, rules 27,
 * 31, 34, 35). */
static const WaxsealManifestSchemaRow rows[] = {
  { "Resources",
    NULL,
    "Images=ImageResources?, Urls=URLResources?, ShortStrings=ShortStringResources?, "
    "LongStrings=LongStringResources?",
    NULL },
  { "ImageResources", NULL, "Image=ImageLocaleAwareSettingWithId*", NULL },
  { "URLResources", NULL, "Url=URLLocaleAwareSettingWithId*", NULL },
  { "ShortStringResources", NULL, "String=ShortLocaleAwareSettingWithId*", NULL },
  { "LongStringResources", NULL, "String=LongLocaleAwareSettingWithId*", NULL },

  { "ImageLocaleAwareSettingWithId",
    NULL,
    "Override=URLLocaleOverride*",
    "id=reference, DefaultValue=url" },
  { "URLLocaleAwareSettingWithId",
    NULL,
    "Override=URLLocaleOverride*",
    "id=reference, DefaultValue=url" },
  { "ShortLocaleAwareSettingWithId",
    NULL,
    "Override=ShortLocaleOverride*",
    "id=reference, DefaultValue=short" },
  { "LongLocaleAwareSettingWithId",
    NULL,
    "Override=LongLocaleOverride*",
    "id=reference, DefaultValue=long" },
  { "ShortLocaleOverride", NULL, "", "Locale=locale, Value=short" },
  { "LongLocaleOverride", NULL, "", "Locale=locale, Value=long" },
  { "URLLocaleOverride", NULL, "", "Locale=locale, Value=url" },

  { "ImageResourceReference", NULL, "", "resid=reference, size=integer" },
  { "MobileImageResourceReference", NULL, "", "resid=reference, size=integer, scale=integer" },
  { "URLResourceReference", NULL, "", "resid=reference" },
  { "ShortResourceReference", NULL, "", "resid=reference" },
  { "LongResourceReference", NULL, "", "resid=reference" },
  { "IconList", NULL, "Image=ImageResourceReference+", NULL },
  { "MobileIconList", NULL, "Image=MobileImageResourceReference{9,}", NULL },

  { "Requirements", NULL, "Sets=Sets", NULL },
  { "Sets", NULL, "Set=VersionedRequirement+", "DefaultMinVersion=short-version?" },
  { "VersionedRequirement", NULL, "", "MinVersion=short-version?, Name=short" },
  { NULL },
};

/** waxseal_manifest_schema_basic_rows: Returns: (transfer none): the table. */
const WaxsealManifestSchemaRow *
waxseal_manifest_schema_basic_rows (void)
{
  return rows;
}
