/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-schema-table.h"

#define SURFACE        "OfficeTab=OfficeTab*, CustomTab=CustomTab*"
#define MOBILE_SURFACE "Group=MobileGroup"
#define LABEL          "Label=bt:ShortResourceReference"
#define TIPS           "Tooltip=bt:ShortResourceReference?, Supertip=Supertip"

/* The elements of mailappversionoverrides/1.1 (manifest.md, rules 24, 25, 33-38; MS-OWEMXML 2.2).
 */
static const WaxsealManifestSchemaRow rows[] = {
  { "VersionOverridesV1_1",
    NULL,
    "Description=bt:LongResourceReference?, Requirements=bt:Requirements?, Hosts=Hosts?, "
    "Resources=bt:Resources?, WebApplicationInfo=WebApplicationInfo?, "
    "EquivalentAddins=equivalent-addins?, ConnectedServiceControls=any-content?, "
    "ExtendedPermissions=extended-permissions?, #next?",
    NULL },
  { "WebApplicationInfo", NULL, "(Id=short|Resource=long|Scopes=WebApplicationScopes)*", NULL },
  { "WebApplicationScopes", NULL, "Scope=long+", NULL },
  { "equivalent-addins", NULL, "EquivalentAddin=equivalent-addin+", NULL },
  { "equivalent-addin", NULL, "ProgId=long?, DisplayName=long?, FileName=long?, Type=short", NULL },
  { "any-content", NULL, "#any*", NULL },
  { "extended-permissions", NULL, "ExtendedPermission=short*", NULL },

  { "Hosts", NULL, "Host=Host+", NULL },
  { "Host", NULL, NULL, NULL },
  { "MailHost",
    "Host",
    "Runtimes=Runtimes?, DesktopFormFactor=FormFactorWithSupportsSharedFolders?, "
    "MobileFormFactor=FormFactor?",
    NULL },
  { "Runtimes", NULL, "Runtime=runtime+", NULL },
  { "runtime", NULL, "Override=runtime-override?", "resid=short, lifetime=lifetime?" },
  { "runtime-override", NULL, "", "type=script-type, resid=short" },
  { "FormFactor",
    NULL,
    "FunctionFile=bt:URLResourceReference?, ExtensionPoint=ExtensionPoint+",
    NULL },
  { "FormFactorWithSupportsSharedFolders",
    NULL,
    "SupportsSharedFolders=boolean?, FunctionFile=bt:URLResourceReference?, "
    "ExtensionPoint=ExtensionPoint+",
    NULL },

  { "ExtensionPoint", NULL, NULL, NULL },
  { "CommandSurfaceExtensionPoint", "ExtensionPoint", NULL, NULL },
  { "MessageReadCommandSurface", "CommandSurfaceExtensionPoint", SURFACE, NULL },
  { "MessageComposeCommandSurface", "CommandSurfaceExtensionPoint", SURFACE, NULL },
  { "AppointmentOrganizerCommandSurface", "CommandSurfaceExtensionPoint", SURFACE, NULL },
  { "AppointmentAttendeeCommandSurface", "CommandSurfaceExtensionPoint", SURFACE, NULL },
  { "MobileCommandSurfaceExtensionPoint", "ExtensionPoint", NULL, NULL },
  { "MobileMessageReadCommandSurface", "MobileCommandSurfaceExtensionPoint", MOBILE_SURFACE, NULL },
  { "MobileMessageComposeCommandSurface",
    "MobileCommandSurfaceExtensionPoint",
    MOBILE_SURFACE,
    NULL },
  { "MobileAppointmentOrganizerCommandSurface",
    "MobileCommandSurfaceExtensionPoint",
    MOBILE_SURFACE,
    NULL },
  { "MobileAppointmentAttendeeCommandSurface",
    "MobileCommandSurfaceExtensionPoint",
    MOBILE_SURFACE,
    NULL },
  { "MobileOnlineMeetingCommandSurface", "ExtensionPoint", "Control=MobileButton", NULL },
  { "MobileLogEventAppointmentAttendee", "ExtensionPoint", "Control=MobileButton", NULL },
  { "CustomPane",
    "ExtensionPoint",
    "RequestedHeight=height?, SourceLocation=bt:URLResourceReference, Rule=Rule, "
    "DisableEntityHighlighting=boolean?",
    NULL },
  { "DetectedEntity",
    "ExtensionPoint",
    LABEL ", RequestedHeight=entity-height?, SourceLocation=bt:URLResourceReference, Rule=Rule",
    NULL },
  { "Module",
    "ExtensionPoint",
    "SourceLocation=bt:URLResourceReference, " LABEL ", CommandSurface=CommandSurface",
    NULL },
  { "CommandSurface", NULL, "CustomTab=CustomTab+", NULL },
  { "Events", "ExtensionPoint", "Event=Event+", NULL },
  { "Event", NULL, "", "Type=short, FunctionExecution=function-execution, FunctionName=long" },
  { "LaunchEvent",
    "ExtensionPoint",
    "LaunchEvents=LaunchEvents, SourceLocation=bt:URLResourceReference",
    NULL },
  { "LaunchEvents", NULL, "LaunchEvent=LaunchEventDefinition+", NULL },
  { "LaunchEventDefinition",
    NULL,
    "#target?",
    "Type=short, FunctionName=long, SendMode=send-mode?, HeaderName=long?" },
  { "ReportPhishingCommandSurface",
    "ExtensionPoint",
    "ReportPhishingCustomization=report-phishing-customization",
    NULL },
  { "report-phishing-customization", NULL, "#target+", NULL },

  { "OfficeTab", NULL, "Group=Group+", "id=short" },
  { "CustomTab", NULL, "Group=Group+, " LABEL, "id=short" },
  { "Group", NULL, LABEL ", Tooltip=bt:ShortResourceReference?, Control=UIControl+", "id=short" },
  { "MobileGroup", NULL, LABEL ", Control=MobileButton+", "id=short" },

  { "UIControl", NULL, NULL, NULL },
  { "UIControlWithIcon", "UIControl", NULL, NULL },
  { "UIControlWithOptionalIcon", "UIControl", NULL, NULL },
  { "Button",
    "UIControlWithIcon",
    LABEL ", " TIPS ", Icon=bt:IconList, Action=Action",
    "id=short" },
  { "Menu",
    "UIControlWithIcon",
    LABEL ", " TIPS ", Icon=bt:IconList, Items=MenuItems",
    "id=short" },
  { "MenuItem",
    "UIControlWithOptionalIcon",
    LABEL ", " TIPS ", Icon=bt:IconList?, Action=Action",
    "id=short" },
  { "MenuItems", NULL, "Item=MenuItem+", NULL },
  { "MobileUIControl", NULL, NULL, NULL },
  { "MobileUIControlWithIcon", "MobileUIControl", NULL, NULL },
  { "MobileButton",
    "MobileUIControlWithIcon",
    LABEL ", Icon=bt:MobileIconList, Action=Action",
    "id=short" },
  { "Supertip",
    NULL,
    "Title=bt:ShortResourceReference, Description=bt:LongResourceReference",
    NULL },

  { "Action", NULL, NULL, NULL },
  { "ShowTaskpane",
    "Action",
    "SourceLocation=bt:URLResourceReference, (SupportsPinning=boolean|"
    "SupportsNoItemContext=boolean|SupportsMultiSelect=boolean)*",
    NULL },
  { "ExecuteFunction", "Action", "FunctionName=long", NULL },

  { "Rule", NULL, NULL, NULL },
  { "ItemIs",
    "Rule",
    "",
    "Highlight=short?, ItemType=text, ItemClass=text?, IncludeSubClasses=boolean?" },
  { "ItemHasKnownEntity",
    "Rule",
    "",
    "Highlight=short?, EntityType=short, RegExFilter=text?, FilterName=text?, "
    "IgnoreCase=boolean?" },
  { "ItemHasRegularExpressionMatch",
    "Rule",
    "",
    "Highlight=short?, RegExName=text, RegExValue=text, PropertyName=property-name, "
    "IgnoreCase=boolean?" },
  { "ItemHasAttachment", "Rule", "", "Highlight=short?" },
  { "RuleCollection", "Rule", "Rule=Rule+", "Highlight=short?, Mode=logical-operator" },
  { NULL },
};

/** waxseal_manifest_schema_overrides_1_1_rows: Returns: (transfer none): the table. */
const WaxsealManifestSchemaRow *
waxseal_manifest_schema_overrides_1_1_rows (void)
{
  return rows;
}
