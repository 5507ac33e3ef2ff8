/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-terms.h"

#include <glib/gi18n.h>

#define IDENTITY     WAXSEAL_DIFFERENCE_SECTION_IDENTITY
#define PERMISSIONS  WAXSEAL_DIFFERENCE_SECTION_PERMISSIONS
#define SCOPES       WAXSEAL_DIFFERENCE_SECTION_SCOPES
#define EVENTS       WAXSEAL_DIFFERENCE_SECTION_EVENTS
#define ADDRESSES    WAXSEAL_DIFFERENCE_SECTION_ADDRESSES
#define DOMAINS      WAXSEAL_DIFFERENCE_SECTION_DOMAINS
#define NAMES        WAXSEAL_DIFFERENCE_SECTION_NAMES
#define BUTTONS      WAXSEAL_DIFFERENCE_SECTION_BUTTONS
#define REQUIREMENTS WAXSEAL_DIFFERENCE_SECTION_REQUIREMENTS
#define OTHER        WAXSEAL_DIFFERENCE_SECTION_OTHER

/* Of two that fit, the first counts. Where the element stands in a button, an event or the like,
 * the label follows its name and a colon. */
static const WaxsealManifestTerm terms[] = {
  { "OfficeApp", "Id", NULL, IDENTITY, N_ ("Id") },
  { "OfficeApp", "AlternateId", NULL, IDENTITY, N_ ("Alternate Id") },
  { "OfficeApp", "Version", NULL, IDENTITY, N_ ("Version") },
  { "OfficeApp", "ProviderName", NULL, IDENTITY, N_ ("Provider") },
  { "OfficeApp", "DefaultLocale", NULL, IDENTITY, N_ ("Default language") },
  { NULL, "OfficeApp", "xsi:type", IDENTITY, N_ ("Kind of add-in") },
  { "OfficeApp", "Permissions", NULL, PERMISSIONS, N_ ("Permissions") },
  { NULL, "ExtendedPermission", NULL, PERMISSIONS, N_ ("Extended permission") },
  { NULL, "Scope", NULL, SCOPES, N_ ("Scope of the sign-in") },
  { "WebApplicationInfo", "Id", NULL, SCOPES, N_ ("Application (client) ID of the sign-in") },
  { "WebApplicationInfo", "Resource", NULL, SCOPES, N_ ("Application ID URI of the sign-in") },
  { NULL, "LaunchEvent", NULL, EVENTS, NULL },
  { NULL, "LaunchEvent", "FunctionName", EVENTS, N_ ("function") },
  { NULL, "LaunchEvent", "SendMode", EVENTS, N_ ("what happens while it holds up a message") },
  { NULL, "Event", NULL, EVENTS, NULL },
  { NULL, "Event", "FunctionName", EVENTS, N_ ("function") },
  { "OfficeApp", "IconUrl", NULL, ADDRESSES, N_ ("Address of the icon") },
  { "OfficeApp", "HighResolutionIconUrl", NULL, ADDRESSES, N_ ("Address of the large icon") },
  { "OfficeApp", "SupportUrl", NULL, ADDRESSES, N_ ("Address of the support page") },
  { NULL, "FunctionFile", NULL, ADDRESSES, N_ ("Address of the function file") },
  { NULL, "Runtime", NULL, ADDRESSES, N_ ("Address of the page that handles events") },
  { "Runtime", "Override", NULL, ADDRESSES, N_ ("Address of the script that handles events") },
  { "Action", "SourceLocation", NULL, ADDRESSES, N_ ("address of the task pane") },
  { NULL, "SourceLocation", NULL, ADDRESSES, N_ ("address of the page") },
  { "Icon", "Image", NULL, ADDRESSES, N_ ("icon") },
  { NULL, "Image", NULL, ADDRESSES, N_ ("Icon that nothing uses") },
  { NULL, "Url", NULL, ADDRESSES, N_ ("Address that nothing uses") },
  { NULL, "AppDomain", NULL, DOMAINS, N_ ("App domain") },
  { "OfficeApp", "DisplayName", NULL, NAMES, N_ ("Name of the add-in") },
  { "OfficeApp", "Description", NULL, NAMES, N_ ("Description of the add-in") },
  { "VersionOverrides", "Description", NULL, NAMES, N_ ("Description in the part with buttons") },
  { "ShortStrings", "String", NULL, NAMES, N_ ("Text that nothing uses") },
  { "LongStrings", "String", NULL, NAMES, N_ ("Text that nothing uses") },
  { "Group", "Label", NULL, BUTTONS, N_ ("label of the group") },
  { NULL, "Label", NULL, BUTTONS, N_ ("label") },
  { "Supertip", "Title", NULL, BUTTONS, N_ ("title of the tooltip") },
  { "Supertip", "Description", NULL, BUTTONS, N_ ("text of the tooltip") },
  { NULL, "Control", NULL, BUTTONS, NULL },
  { NULL, "Control", "id", BUTTONS, N_ ("id") },
  { NULL, "Control", "xsi:type", BUTTONS, N_ ("kind") },
  { NULL, "Item", NULL, BUTTONS, NULL },
  { NULL, "Item", "id", BUTTONS, N_ ("id") },
  { NULL, "Group", NULL, BUTTONS, N_ ("group of buttons") },
  { NULL, "Group", "id", BUTTONS, N_ ("id of the group") },
  { "Action", "FunctionName", NULL, BUTTONS, N_ ("function") },
  { "Control", "Action", "xsi:type", BUTTONS, N_ ("what it does") },
  { "Control", "Action", NULL, BUTTONS, N_ ("what it does") },
  { "Action", "SupportsPinning", NULL, BUTTONS, N_ ("whether its pane can be pinned") },
  { NULL, "Group", "order", BUTTONS, N_ ("order of the buttons") },
  { NULL, "Items", "order", BUTTONS, N_ ("order of the menu") },
  { NULL, "ExtensionPoint", NULL, BUTTONS, NULL },
  { NULL, "SupportsSharedFolders", NULL, BUTTONS, N_ ("Works in shared mailboxes") },
  { NULL, "Set", NULL, REQUIREMENTS, NULL },
  { NULL, "Set", "MinVersion", REQUIREMENTS, N_ ("least version") },
  { NULL, "Sets", "DefaultMinVersion", REQUIREMENTS, N_ ("Least version of requirement sets") },
  { NULL, "Host", NULL, REQUIREMENTS, N_ ("Office application") },
  { NULL, "Form", NULL, OTHER, NULL },
  { NULL, "RequestedHeight", NULL, OTHER, N_ ("height") },
  { "OfficeApp", "Rule", NULL, OTHER, N_ ("Rule for when the add-in shows") },
  { "OfficeApp", "DisableEntityHighlighting", NULL, OTHER, N_ ("Highlighting turned off") },
};

static const WaxsealManifestSurfaceTerm surfaces[] = {
  { "MessageReadCommandSurface", N_ ("When reading mail"), N_ ("Button “%s” when reading mail") },
  { "MessageComposeCommandSurface",
    N_ ("When writing mail"),
    N_ ("Button “%s” when writing mail") },
  { "AppointmentOrganizerCommandSurface",
    N_ ("When organizing a meeting"),
    N_ ("Button “%s” when organizing a meeting") },
  { "AppointmentAttendeeCommandSurface",
    N_ ("When invited to a meeting"),
    N_ ("Button “%s” when invited to a meeting") },
  { "MobileMessageReadCommandSurface",
    N_ ("When reading mail on a phone"),
    N_ ("Button “%s” when reading mail on a phone") },
  { "MobileMessageComposeCommandSurface",
    N_ ("When writing mail on a phone"),
    N_ ("Button “%s” when writing mail on a phone") },
  { "MobileOnlineMeetingCommandSurface",
    N_ ("When organizing a meeting on a phone"),
    N_ ("Button “%s” when organizing a meeting on a phone") },
  { "ReportPhishingCommandSurface",
    N_ ("When reporting a message"),
    N_ ("Button “%s” when reporting a message") },
  { "LaunchEvent", N_ ("On events"), N_ ("Button “%s”") },
  { "Events", N_ ("On sending (older way)"), N_ ("Button “%s”") },
  { "ItemRead", N_ ("Reading, without buttons"), N_ ("Button “%s”") },
  { "ItemEdit", N_ ("Writing, without buttons"), N_ ("Button “%s”") },
};

/** waxseal_manifest_terms_find: Returns: (transfer none) (nullable): the term for @attribute of
 * @element inside @parent. */
const WaxsealManifestTerm *
waxseal_manifest_terms_find (const char *parent, const char *element, const char *attribute)
{
  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    if (g_str_equal (terms[i].element, element) &&
        (terms[i].parent == NULL || g_str_equal (terms[i].parent, parent)) &&
        g_strcmp0 (terms[i].attribute, attribute) == 0)
      return &terms[i];
  return NULL;
}

/** waxseal_manifest_terms_find_surface: Returns: (transfer none) (nullable): the place in Outlook
 * that an ExtensionPoint or a Form of @type has. */
const WaxsealManifestSurfaceTerm *
waxseal_manifest_terms_find_surface (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
    if (g_str_equal (surfaces[i].type, type))
      return &surfaces[i];
  return NULL;
}
