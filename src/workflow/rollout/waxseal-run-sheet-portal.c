/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The Microsoft 365 admin center, form by form. The first deployment is guide.md, C. What is done
 * with an add-in that is there: Microsoft's pages “Deploy add-ins in the admin center” (October
 * 2024: Settings › Integrated apps › Add-ins, the Update button, a rise of the version) and “Manage
 * add-ins in the admin center” (Edit under Who has Access, Delete Add-In, the states on and off).
 * What neither of them names is marked as assumed. */
#include <glib/gi18n.h>

#include "waxseal-audience-text.h"
#include "waxseal-run-sheet-row.h"

#define UPLOAD  WAXSEAL_RUN_SHEET_UPLOAD
#define EDIT    WAXSEAL_RUN_SHEET_EDIT
#define METHOD  WAXSEAL_RUN_SHEET_METHOD
#define UPDATE  WAXSEAL_RUN_SHEET_UPDATE
#define PAUSE   WAXSEAL_RUN_SHEET_PAUSE
#define RESUME  WAXSEAL_RUN_SHEET_RESUME
#define REMOVE  WAXSEAL_RUN_SHEET_REMOVE
#define ANY     WAXSEAL_RUN_SHEET_ANY
#define ASSIGNS (UPLOAD | EDIT)

static gboolean
is_global (const WaxsealRunSheetCase *c)
{
  return c->cloud == WAXSEAL_CLOUD_GLOBAL;
}

static gboolean
is_sovereign (const WaxsealRunSheetCase *c)
{
  return !is_global (c);
}

static gboolean
is_for_everyone (const WaxsealRunSheetCase *c)
{
  return c->assignment->audience == WAXSEAL_AUDIENCE_EVERYONE && !c->assignment->was_everyone;
}

static gboolean
is_for_me (const WaxsealRunSheetCase *c)
{
  return c->assignment->audience == WAXSEAL_AUDIENCE_JUST_ME;
}

static gboolean
is_for_some (const WaxsealRunSheetCase *c)
{
  return c->assignment->audience == WAXSEAL_AUDIENCE_SPECIFIC && c->assignment->added[0] != NULL;
}

static gboolean
has_me_too (const WaxsealRunSheetCase *c)
{
  return c->assignment->audience == WAXSEAL_AUDIENCE_SPECIFIC && c->assignment->with_me;
}

static gboolean
removes_some (const WaxsealRunSheetCase *c)
{
  return c->assignment->audience == WAXSEAL_AUDIENCE_SPECIFIC &&
         c->assignment->removed[0] != NULL && !c->assignment->was_everyone;
}

static gboolean
sets_method (const WaxsealRunSheetCase *c)
{
  return c->flow != EDIT || c->assignment->changes_method;
}

static gboolean
is_fixed (const WaxsealRunSheetCase *c)
{
  return sets_method (c) && c->assignment->method == WAXSEAL_DEPLOYMENT_METHOD_FIXED;
}

static gboolean
is_available (const WaxsealRunSheetCase *c)
{
  return sets_method (c) && c->assignment->method == WAXSEAL_DEPLOYMENT_METHOD_AVAILABLE;
}

static gboolean
is_optional (const WaxsealRunSheetCase *c)
{
  return sets_method (c) && c->assignment->method == WAXSEAL_DEPLOYMENT_METHOD_OPTIONAL;
}

static const char *
get_addin_text (const WaxsealRunSheetCase *c, const char *property)
{
  return waxseal_record_get_text (waxseal_organization_get_addin (c->order->organization),
                                  property);
}

static void
add_name (const WaxsealRunSheetCase *c, GListStore *values)
{
  waxseal_run_sheet_add_value (values, _ ("Name"), get_addin_text (c, "display-name"));
}

static void
add_file (const WaxsealRunSheetCase *c, GListStore *values)
{
  waxseal_run_sheet_add_value (values, _ ("Manifest file"), c->manifest_name);
  add_name (c, values);
  waxseal_run_sheet_add_value (values, _ ("Provider"), get_addin_text (c, "provider-name"));
  waxseal_run_sheet_add_value (values, _ ("Version"), get_addin_text (c, "version"));
}

static void
add_lines (GListStore *values, const char *label, char **addresses)
{
  g_autofree char *lines = waxseal_audience_text_join ((const char *const *) addresses);

  waxseal_run_sheet_add_value (values, label, lines);
}

static void
add_added (const WaxsealRunSheetCase *c, GListStore *values)
{
  add_lines (values, _ ("To add"), c->assignment->added);
}

static void
add_removed (const WaxsealRunSheetCase *c, GListStore *values)
{
  add_lines (values, _ ("To remove"), c->assignment->removed);
}

static const WaxsealRunSheetRow rows[] = {
  { ANY,
    { N_ ("Open Settings › Integrated apps, then Add-ins"),
      N_ ("“Add-ins” is at the top of the page. Where there is no Integrated apps, it is Settings "
          "› Add-ins."),
      "integrated-apps",
      N_ ("The list of add-ins, with “Deploy Add-in” above it") },
    is_global },
  { ANY,
    { N_ ("Open Settings › Add-ins"),
      N_ ("This cloud has no Integrated apps."),
      "integrated-apps",
      N_ ("The list of add-ins, with “Deploy Add-in” above it") },
    is_sovereign },

  { UPLOAD,
    { N_ ("“Deploy Add-in”, then “Next”"), NULL, NULL, N_ ("The ways to deploy an add-in") } },
  { UPLOAD,
    { N_ ("“Upload custom apps”"),
      N_ ("Choose “I have the manifest file (.xml) on this device”, then the file in Downloads, "
          "then “Upload”."),
      NULL,
      N_ ("The add-in’s name and provider: if they are not these, it is another file"),
      TRUE },
    NULL,
    add_file },

  { EDIT | METHOD | UPDATE | PAUSE | RESUME | REMOVE,
    { N_ ("Choose the add-in in the list"),
      N_ ("It is there once. If there are two of this name, see “two buttons” in the "
          "troubleshooting."),
      NULL,
      N_ ("A pane with the add-in’s details") },
    NULL,
    add_name },
  { EDIT | METHOD,
    { N_ ("“Edit” under “Who has Access”"),
      NULL,
      NULL,
      N_ ("Whom the add-in is assigned to now") } },

  { ASSIGNS,
    { N_ ("Assign users: “Everyone”"),
      N_ ("Everybody with a mailbox gets the add-in, those of the other phases too.") },
    is_for_everyone },
  { ASSIGNS,
    { N_ ("Assign users: “Just me”"),
      N_ ("Only the account that you are signed in with here gets the add-in.") },
    is_for_me },
  { ASSIGNS,
    { N_ ("Assign users: “Specific users or groups”"),
      N_ ("Search for each of these and add it; leave those who are there already."),
      NULL,
      N_ ("Every one of them in the list; who is not found has no mailbox, or another address") },
    is_for_some,
    add_added },
  { ASSIGNS,
    { N_ ("Add yourself, too"),
      N_ ("A phase is for “Just me”, and Waxseal does not know your address.") },
    has_me_too },
  { EDIT,
    { N_ ("Remove these from the list"),
      N_ ("No other phase gives them the add-in. They lose the button."),
      NULL,
      N_ ("None of them in the list any more") },
    removes_some,
    add_removed },

  { UPLOAD,
    { N_ ("Deployment method: “Fixed (Default)”"),
      N_ ("The button is on everybody’s ribbon, and users cannot remove it.") },
    is_fixed },
  { UPLOAD,
    { N_ ("Deployment method: “Available”"),
      N_ ("Users get the add-in themselves, from “Admin-managed”: tell them so.") },
    is_available },
  { UPLOAD,
    { N_ ("Deployment method: “Optional”"),
      N_ ("The button is on everybody’s ribbon, and users can remove it.") },
    is_optional },
  { EDIT | METHOD,
    { .title = N_ ("Deployment method: “Fixed (Default)”"),
      .text = N_ ("The button is on everybody’s ribbon, and users cannot remove it."),
      .is_assumed = TRUE },
    is_fixed },
  { EDIT | METHOD,
    { .title = N_ ("Deployment method: “Available”"),
      .text = N_ ("Users get the add-in themselves, from “Admin-managed”: tell them so."),
      .is_assumed = TRUE },
    is_available },
  { EDIT | METHOD,
    { .title = N_ ("Deployment method: “Optional”"),
      .text = N_ ("The button is on everybody’s ribbon, and users can remove it."),
      .is_assumed = TRUE },
    is_optional },
  { EDIT | METHOD,
    { N_ ("If the pane has no deployment method, leave it as it is"),
      N_ ("Microsoft does not say that it can be changed. Say in the notes that it was not.") },
    sets_method },

  { UPLOAD,
    { N_ ("“Deploy”"),
      N_ ("Wait until it is done; do not leave the page."),
      NULL,
      N_ ("A green tick when the add-in is deployed") } },
  { UPLOAD,
    { N_ ("“Next”, to the end"),
      N_ ("The page offers to announce the add-in. Waxseal has a message for the users.") } },
  { EDIT | METHOD,
    { N_ ("“Save”"), NULL, NULL, N_ ("The pane again, with what you have just chosen") } },

  { UPDATE,
    { N_ ("“Update”, at the bottom right of the pane"),
      N_ ("Choose the file in Downloads. The users keep the add-in meanwhile: do not remove it."),
      NULL,
      N_ ("The version of this file; a lower one, or the same, is refused"),
      TRUE },
    NULL,
    add_file },
  { UPDATE,
    { .title = N_ ("Accept the permissions if you are asked to"),
      .text = N_ ("A version that wants more than the one before needs it. Compare tells you "
                  "beforehand whether this one does."),
      .is_assumed = TRUE } },

  { PAUSE,
    { .title = N_ ("Turn the add-in off"),
      .text = N_ ("Nobody has access to it then; who it is assigned to stays as it is."),
      .shows = N_ ("The state “Off”"),
      .is_assumed = TRUE } },
  { RESUME,
    { .title = N_ ("Turn the add-in on"),
      .text = N_ ("Those whom it is assigned to have access to it again."),
      .shows = N_ ("The state “On”"),
      .is_assumed = TRUE } },

  { REMOVE,
    { N_ ("“Delete Add-In”, at the bottom right of the pane"),
      N_ ("Who did not deploy it themselves has to be a Global Administrator."),
      NULL,
      N_ ("What will be removed") } },
  { REMOVE,
    { N_ ("“Remove add-in”"),
      N_ ("All users lose the button. To deploy it again, upload the manifest again."),
      NULL,
      N_ ("The list of add-ins without it") } },
  { 0 },
};

const WaxsealRunSheetRow *
waxseal_run_sheet_portal_rows (void)
{
  return rows;
}
