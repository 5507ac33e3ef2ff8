/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-schema-table.h"

#define SURFACE "OfficeTab=OfficeTab*, CustomTab=CustomTab*"

/* The elements of mailappversionoverrides, that is VersionOverrides 1.0 (manifest.md, rules 24, 33,
 * 34). */
static const WaxsealManifestSchemaRow rows[] = {
  { "VersionOverridesV1_0",
    NULL,
    "Description=bt:LongResourceReference?, Requirements=bt:Requirements?, Hosts=Hosts?, "
    "Resources=bt:Resources?, 1.1:VersionOverrides=1.1:VersionOverridesV1_1?",
    NULL },
  { "Hosts", NULL, "Host=Host+", NULL },
  { "Host", NULL, NULL, NULL },
  { "MailHost", "Host", "DesktopFormFactor=FormFactor?", NULL },
  { "FormFactor",
    NULL,
    "FunctionFile=bt:URLResourceReference?, ExtensionPoint=ExtensionPoint+",
    NULL },

  { "ExtensionPoint", NULL, NULL, NULL },
  { "CommandSurfaceExtensionPoint", "ExtensionPoint", NULL, NULL },
  { "MessageReadCommandSurface", "CommandSurfaceExtensionPoint", SURFACE, NULL },
  { "MessageComposeCommandSurface", "CommandSurfaceExtensionPoint", SURFACE, NULL },
  { "AppointmentOrganizerCommandSurface", "CommandSurfaceExtensionPoint", SURFACE, NULL },
  { "AppointmentAttendeeCommandSurface", "CommandSurfaceExtensionPoint", SURFACE, NULL },

  { "OfficeTab", NULL, "Group=Group+", "id=short" },
  { "CustomTab", NULL, "Group=Group+, Label=bt:ShortResourceReference", "id=short" },
  { "Group", NULL, "Label=bt:ShortResourceReference, Control=UIControl+", "id=short" },

  { "UIControl", NULL, NULL, NULL },
  { "UIControlWithIcon", "UIControl", NULL, NULL },
  { "UIControlWithOptionalIcon", "UIControl", NULL, NULL },
  { "Button",
    "UIControlWithIcon",
    "Label=bt:ShortResourceReference, Supertip=Supertip, Icon=bt:IconList, Action=Action",
    "id=short" },
  { "Menu",
    "UIControlWithIcon",
    "Label=bt:ShortResourceReference, Supertip=Supertip, Icon=bt:IconList, Items=MenuItems",
    "id=short" },
  { "MenuItem",
    "UIControlWithOptionalIcon",
    "Label=bt:ShortResourceReference, Supertip=Supertip, Icon=bt:IconList?, Action=Action",
    "id=short" },
  { "MenuItems", NULL, "Item=MenuItem+", NULL },
  { "Supertip",
    NULL,
    "Title=bt:ShortResourceReference, Description=bt:LongResourceReference",
    NULL },

  { "Action", NULL, NULL, NULL },
  { "ShowTaskpane", "Action", "SourceLocation=bt:URLResourceReference", NULL },
  { "ExecuteFunction", "Action", "FunctionName=long", NULL },
  { NULL },
};

/** waxseal_manifest_schema_overrides_1_0_rows: Returns: (transfer none): the table. */
const WaxsealManifestSchemaRow *
waxseal_manifest_schema_overrides_1_0_rows (void)
{
  return rows;
}
