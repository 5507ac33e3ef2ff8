/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the elements of a manifest are called in plain words, and what they say. */
#include "waxseal-manifest-words.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-manifest-tree.h"

typedef struct
{
  const char *name;
  const char *words;
} Words;

/* manifest.md, rule 23 */
static const Words permissions[] = {
  { "Restricted", N_ ("Can see next to nothing of the message.") },
  { "ReadItem", N_ ("Can read the message being read or written.") },
  { "ReadWriteItem", N_ ("Can read and change the message being read or written.") },
  { "ReadWriteMailbox", N_ ("Can read and change everything in the mailbox, and send mail.") },
};

/* The types of ExtensionPoint: where Outlook shows or runs something. */
static const Words surfaces[] = {
  { "MessageReadCommandSurface", N_ ("Message being read") },
  { "MessageComposeCommandSurface", N_ ("Message being written") },
  { "AppointmentAttendeeCommandSurface", N_ ("Appointment, for attendees") },
  { "AppointmentOrganizerCommandSurface", N_ ("Appointment, for the organizer") },
  { "MobileMessageReadCommandSurface", N_ ("Message being read, on a phone") },
  { "MobileMessageComposeCommandSurface", N_ ("Message being written, on a phone") },
  { "MobileOnlineMeetingCommandSurface", N_ ("Online meeting, on a phone") },
  { "MobileLogEventAppointmentAttendee", N_ ("Appointment, for attendees, on a phone") },
  { "ReportPhishingCommandSurface", N_ ("Report of a suspicious message") },
  { "LaunchEvent", N_ ("Runs by itself") },
  { "Events", N_ ("Runs on sending") },
  { "Module", N_ ("Navigation bar") },
  { "CustomPane", N_ ("Pane in the message") },
  { "DetectedEntity", N_ ("Found in the message") },
};

static const Words elements[] = {
  { "Id", N_ ("Id") },
  { "Version", N_ ("Version") },
  { "ProviderName", N_ ("Provider") },
  { "DefaultLocale", N_ ("Default language") },
  { "DisplayName", N_ ("Display name") },
  { "Description", N_ ("Description") },
  { "IconUrl", N_ ("Icon") },
  { "HighResolutionIconUrl", N_ ("Large icon") },
  { "SupportUrl", N_ ("Support address") },
  { "AppDomains", N_ ("Trusted domains") },
  { "AppDomain", N_ ("Domain") },
  { "Hosts", N_ ("Hosts") },
  { "Host", N_ ("Host") },
  { "Requirements", N_ ("Requirements") },
  { "Set", N_ ("Requirement set") },
  { "FormSettings", N_ ("Forms") },
  { "Form", N_ ("Form") },
  { "DesktopSettings", N_ ("Desktop") },
  { "TabletSettings", N_ ("Tablet") },
  { "PhoneSettings", N_ ("Phone") },
  { "SourceLocation", N_ ("Page") },
  { "RequestedHeight", N_ ("Height") },
  { "Permissions", N_ ("Permissions") },
  { "Rule", N_ ("Rule") },
  { "DisableEntityHighlighting", N_ ("No highlighting of found texts") },
  { "VersionOverrides", N_ ("Version overrides") },
  { "DesktopFormFactor", N_ ("Desktop") },
  { "MobileFormFactor", N_ ("Phone") },
  { "SupportsSharedFolders", N_ ("Shared folders") },
  { "FunctionFile", N_ ("Page of functions") },
  { "FunctionName", N_ ("Function") },
  { "Group", N_ ("Group") },
  { "Label", N_ ("Label") },
  { "Supertip", N_ ("Tooltip") },
  { "Title", N_ ("Title") },
  { "Action", N_ ("Action") },
  { "Items", N_ ("Menu items") },
  { "Item", N_ ("Menu item") },
  { "LaunchEvents", N_ ("Events") },
  { "LaunchEvent", N_ ("Event") },
  { "Runtimes", N_ ("Runtimes") },
  { "Runtime", N_ ("Runtime") },
  { "Resources", N_ ("Resources") },
  { "Images", N_ ("Images") },
  { "Image", N_ ("Image") },
  { "Urls", N_ ("Addresses") },
  { "ShortStrings", N_ ("Short texts") },
  { "LongStrings", N_ ("Long texts") },
  { "WebApplicationInfo", N_ ("Sign-in") },
  { "Scopes", N_ ("Scopes") },
  { "Scope", N_ ("Scope") },
};

/* Where the value of an element may stand, the most telling first. */
static const char *const value_attributes[] = {
  "DefaultValue", "Value", "Name", "Type", "type", "ItemType",
};

static const char *
find_words (const Words *words, gsize n_words, const char *name)
{
  gsize i;

  for (i = 0; i < n_words; i++)
    if (g_strcmp0 (words[i].name, name) == 0)
      return _ (words[i].words);
  return NULL;
}

/* Of any namespace: “type” is that of XML Schema. */
static char *
dup_attribute (xmlNode *node, const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);
  return copy;
}

/** waxseal_manifest_words_shorten: Returns: (transfer full): @text on one line, its start only. */
char *
waxseal_manifest_words_shorten (const char *text, guint n_characters)
{
  const char *end = text;
  g_autofree char *line = NULL;
  guint n;

  for (n = 0; n < n_characters && *end != '\0'; n++)
    end = g_utf8_next_char (end);
  line = g_strndup (text, end - text);
  g_strdelimit (line, "\r\n\t", ' ');
  g_strstrip (line);
  return *end != '\0' ? g_strconcat (line, "…", NULL) : g_steal_pointer (&line);
}

/**
 * waxseal_manifest_words_for_permission:
 *
 * Returns: (transfer full) (nullable): what Permissions with that text allow, and the text itself;
 *   %NULL if Microsoft knows no such permission.
 */
char *
waxseal_manifest_words_for_permission (const char *permission)
{
  const char *words = find_words (permissions, G_N_ELEMENTS (permissions), permission);

  return words != NULL ? g_strdup_printf ("%s (%s)", words, permission) : NULL;
}

/** waxseal_manifest_words_for_surface: Returns: (transfer full): where that ExtensionPoint is. */
char *
waxseal_manifest_words_for_surface (xmlNode *extension_point)
{
  g_autofree char *type = dup_attribute (extension_point, "type");
  const char *words = find_words (surfaces, G_N_ELEMENTS (surfaces), type);

  if (words != NULL)
    return g_strdup (words);
  return type != NULL ? g_steal_pointer (&type) : g_strdup ((const char *) extension_point->name);
}

/** waxseal_manifest_words_for_set: Returns: (transfer full): a Set, such as “Mailbox 1.3”. */
char *
waxseal_manifest_words_for_set (xmlNode *set)
{
  g_autofree char *name = dup_attribute (set, "Name");
  g_autofree char *version = dup_attribute (set, "MinVersion");

  if (version == NULL)
    version = dup_attribute (set->parent, "DefaultMinVersion");
  return g_strconcat (name != NULL ? name : "",
                      version != NULL ? " " : "",
                      version != NULL ? version : "",
                      NULL);
}

static char *
dup_own_id (xmlNode *node)
{
  if (!waxseal_manifest_tree_is (node, "Image") && !waxseal_manifest_tree_is (node, "Url") &&
      !waxseal_manifest_tree_is (node, "String"))
    return NULL;
  return dup_attribute (node, "id");
}

/** waxseal_manifest_words_for_title: Returns: (transfer full): what @node is. */
char *
waxseal_manifest_words_for_title (xmlNode *node)
{
  const char *words;
  char *id = dup_own_id (node);

  if (id != NULL)
    return id;
  if (waxseal_manifest_tree_is (node, "ExtensionPoint"))
    return waxseal_manifest_words_for_surface (node);
  if (waxseal_manifest_tree_is (node, "Override") && (id = dup_attribute (node, "Locale")) != NULL)
    return id;
  if (waxseal_manifest_tree_is (node, "Control"))
    return g_strdup (waxseal_manifest_tree_has_attribute (node, "type", "Menu") ? _ ("Menu")
                                                                                : _ ("Button"));
  if (waxseal_manifest_tree_is (node, "Icon"))
    return g_strdup (_ ("Icon"));
  words = find_words (elements, G_N_ELEMENTS (elements), (const char *) node->name);
  return g_strdup (words != NULL ? words : (const char *) node->name);
}

static char *
dup_resource (xmlNode *reference)
{
  xmlNode *overrides = reference, *resource;

  while (overrides != NULL && !waxseal_manifest_tree_is (overrides, "VersionOverrides"))
    overrides = overrides->parent;
  resource = waxseal_manifest_tree_find_resource (overrides, reference);
  if (resource == NULL)
    return dup_attribute (reference, "resid");
  return dup_attribute (resource, "DefaultValue");
}

/* “1.1” for VersionOverridesV1_1 */
static char *
dup_level (xmlNode *version_overrides)
{
  static const char prefix[] = "VersionOverridesV";
  char *type = dup_attribute (version_overrides, "type");

  if (type == NULL)
    return g_strdup ("");
  if (g_str_has_prefix (type, prefix))
    memmove (type, type + strlen (prefix), strlen (type + strlen (prefix)) + 1);
  return g_strdelimit (type, "_", '.');
}

static char *
dup_plain_value (xmlNode *node)
{
  char *value = NULL;
  gsize i;

  for (i = 0; value == NULL && i < G_N_ELEMENTS (value_attributes); i++)
    value = dup_attribute (node, value_attributes[i]);
  if (value == NULL && xmlFirstElementChild (node) == NULL)
    value = waxseal_manifest_tree_dup_text (node);
  return value != NULL ? value : g_strdup ("");
}

/**
 * waxseal_manifest_words_for_value:
 *
 * Returns: (transfer full): what @node says, in the manifest's default language; empty for one that
 *   only holds others. A resource is looked up.
 */
char *
waxseal_manifest_words_for_value (xmlNode *node)
{
  xmlNode *label = waxseal_manifest_tree_find_child (node, "Label");
  char *value;

  if (waxseal_manifest_tree_is (node, "ExtensionPoint"))
    return g_strdup ("");
  if (waxseal_manifest_tree_is (node, "Set"))
    return waxseal_manifest_words_for_set (node);
  if (waxseal_manifest_tree_is (node, "VersionOverrides"))
    return dup_level (node);
  value = dup_resource (label != NULL ? label : node);
  return value != NULL ? value : dup_plain_value (node);
}
