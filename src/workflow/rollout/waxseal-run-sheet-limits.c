/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the admin center and the script cannot do, said before the first step. Microsoft's pages
 * “Determine if Centralized Deployment of add-ins works for your organization” (mailbox, groups,
 * who may, the clouds without Integrated apps: GCC, GCC High, DoD and 21Vianet), “Deploy add-ins in
 * the admin center” (24 hours; the version) and “Guidance for deploying Office Add-ins on
 * government clouds” (another address of Office.js, no store); microsoft.md, 3.1 and 3.3. */
#include <glib/gi18n.h>

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
is_for_groups (const WaxsealRunSheetCase *c)
{
  return c->assignment->audience == WAXSEAL_AUDIENCE_SPECIFIC && c->assignment->people[0] != NULL;
}

static gboolean
is_shared (const WaxsealRunSheetCase *c)
{
  return c->assignment->is_shared;
}

static gboolean
changes_method_of_others (const WaxsealRunSheetCase *c)
{
  return c->assignment->is_shared && c->assignment->changes_method;
}

static gboolean
is_gcc_high (const WaxsealRunSheetCase *c)
{
  return c->cloud == WAXSEAL_CLOUD_GCC_HIGH;
}

static gboolean
is_dod (const WaxsealRunSheetCase *c)
{
  return c->cloud == WAXSEAL_CLOUD_DOD;
}

static gboolean
is_china (const WaxsealRunSheetCase *c)
{
  return c->cloud == WAXSEAL_CLOUD_CHINA;
}

static gboolean
is_sovereign (const WaxsealRunSheetCase *c)
{
  return c->cloud != WAXSEAL_CLOUD_GLOBAL;
}

static gboolean
differs_in_method (const WaxsealRunSheetCase *c)
{
  return c->assignment->method != WAXSEAL_DEPLOYMENT_METHOD_FIXED || c->flow == METHOD;
}

static const WaxsealRunSheetRow portal_limits[] = {
  { ANY,
    { N_ ("You need to be a Global Administrator or an Exchange Administrator"),
      N_ ("Other administrators do not see the page.") } },
  { ASSIGNS,
    { N_ ("Only people with a mailbox in Exchange Online get the button"),
      N_ ("A mailbox on a server of your own does not count.") } },
  { ASSIGNS,
    { N_ ("Groups in groups are left out"),
      N_ ("The admin center gives the add-in to the direct members of a group only, and takes no "
          "security group without a mail address.") },
    is_for_groups },
  { ASSIGNS | METHOD | UPDATE | RESUME,
    { N_ ("It takes up to 12 hours, at times 24"),
      N_ ("So long no missing button is a fault. Outlook may have to be restarted to show it.") } },
  { PAUSE | REMOVE,
    { N_ ("The button may stay for hours"),
      N_ ("Outlook looks for changes no more often than when it brings a new add-in: up to 12 "
          "hours, at times 24."),
      .is_assumed = TRUE } },
  { PAUSE | RESUME,
    { N_ ("It is so for all phases"),
      N_ ("They share one add-in: it is on or off for the users of each.") },
    is_shared },
  { UPDATE,
    { N_ ("It is so for all phases"),
      N_ ("They share one add-in: the users of each get the new version.") },
    is_shared },
  { EDIT | METHOD,
    { N_ ("The method changes for all phases"),
      N_ ("They share one add-in, and it has one deployment method.") },
    changes_method_of_others },
  { UPDATE,
    { N_ ("The version has to be higher than the one that is deployed"),
      N_ ("Otherwise the portal refuses the file, or Outlook never takes it.") } },
  { ANY,
    { N_ ("GCC High: deployment is under Settings › Add-ins"),
      N_ ("Integrated apps and the store are not there; centralized deployment of your own "
          "manifest is.") },
    is_gcc_high },
  { ANY,
    { N_ ("DoD: deployment is under Settings › Add-ins"),
      N_ ("Integrated apps and the store are not there; centralized deployment of your own "
          "manifest is.") },
    is_dod },
  { ANY,
    { N_ ("21Vianet: deployment is under Settings › Add-ins"),
      N_ ("Integrated apps is not there; centralized deployment of your own manifest is.") },
    is_china },
  { ASSIGNS | UPDATE,
    { N_ ("The add-in’s pages have to be within reach of this cloud"),
      N_ ("Office.js comes from another address here, and the add-in loads pages from Cisco. Ask "
          "Cisco whether the service supports this cloud, and have your network administrators "
          "open the addresses that the manifest names.") },
    is_sovereign },
  { ASSIGNS | METHOD,
    { N_ ("Whether this cloud offers the deployment methods is not documented"),
      N_ ("If the form does not ask for one, the add-in is fixed."),
      .is_assumed = TRUE },
    is_sovereign },
  { 0 },
};

static const WaxsealRunSheetRow script_limits[] = {
  { ANY,
    { N_ ("It runs in Windows PowerShell 5.1, on Windows"),
      N_ ("The module that Microsoft provides for it is not known to run elsewhere.") } },
  { ANY,
    { N_ ("Microsoft asks for a Global Administrator"),
      N_ ("The script signs you in with Microsoft’s own window. It holds no password.") } },
  { UPLOAD | EDIT | METHOD,
    { N_ ("The script cannot set Fixed, Available or Optional"),
      N_ ("Microsoft’s module has no parameter for it. Where you need another than the portal’s "
          "default, take the admin center.") },
    differs_in_method },
  { ANY,
    { N_ ("Whether the module reaches this cloud is not documented"),
      N_ ("If it cannot sign you in, take the admin center."),
      .is_assumed = TRUE },
    is_sovereign },
  { 0 },
};

const WaxsealRunSheetRow *
waxseal_run_sheet_portal_limits (void)
{
  return portal_limits;
}

const WaxsealRunSheetRow *
waxseal_run_sheet_script_limits (void)
{
  return script_limits;
}
