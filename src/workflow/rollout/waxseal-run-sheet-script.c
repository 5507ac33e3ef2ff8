/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From Waxseal's script to a Windows computer (microsoft.md, 3.3). */
#include <glib/gi18n.h>

#include "waxseal-rollout-script.h"
#include "waxseal-run-sheet-row.h"

#define WITH_FILE (WAXSEAL_RUN_SHEET_UPLOAD | WAXSEAL_RUN_SHEET_UPDATE)
#define METHOD    WAXSEAL_RUN_SHEET_METHOD
#define POSSIBLE  (WAXSEAL_RUN_SHEET_ANY & ~METHOD)

static void
add_files (const WaxsealRunSheetCase *c, GListStore *values)
{
  g_autofree char *name = waxseal_rollout_script_dup_name (c->order);

  waxseal_run_sheet_add_value (values, _ ("Script"), name);
  if ((c->flow & WITH_FILE) != 0)
    waxseal_run_sheet_add_value (values, _ ("Manifest file"), c->manifest_name);
}

static void
add_install (const WaxsealRunSheetCase *c, GListStore *values)
{
  waxseal_run_sheet_add_value (values,
                               _ ("Command"),
                               "Install-Module -Name " WAXSEAL_ROLLOUT_SCRIPT_MODULE
                               " -Scope CurrentUser");
}

/* The policy of a Windows computer lets no script run; this is for the one call only. */
static void
add_command (const WaxsealRunSheetCase *c, GListStore *values, const char *more)
{
  g_autofree char *name = waxseal_rollout_script_dup_name (c->order);
  g_autofree char *command =
    g_strdup_printf ("powershell -NoProfile -ExecutionPolicy RemoteSigned -File .\\%s%s",
                     name,
                     more);

  waxseal_run_sheet_add_value (values, _ ("Command"), command);
}

static void
add_trial (const WaxsealRunSheetCase *c, GListStore *values)
{
  add_command (c, values, " -WhatIf");
}

static void
add_run (const WaxsealRunSheetCase *c, GListStore *values)
{
  add_command (c, values, "");
}

static const WaxsealRunSheetRow rows[] = {
  { METHOD,
    { N_ ("Take the admin center for this"),
      N_ ("Microsoft’s module cannot change the deployment method."),
      "integrated-apps" } },

  { WITH_FILE,
    { N_ ("Put the script and the manifest into one folder"),
      N_ ("The script takes no other manifest than this one."),
      .needs_file = TRUE },
    NULL,
    add_files },
  { POSSIBLE & ~WITH_FILE, { N_ ("Save the script") }, NULL, add_files },
  { POSSIBLE,
    { N_ ("Take it to a Windows computer, and open Windows PowerShell in its folder"),
      N_ ("Read the script before you run it: it is short, and its values are at the top.") } },
  { POSSIBLE,
    { N_ ("Install Microsoft’s module, once"),
      N_ ("It comes from the PowerShell Gallery, and needs no administrator of the computer.") },
    NULL,
    add_install },
  { POSSIBLE,
    { N_ ("See what the script would do"),
      N_ ("It signs you in and looks, and changes nothing. If Windows refuses to run it because it "
          "came from elsewhere, run Unblock-File on it first."),
      NULL,
      N_ ("“What if” before each change that is left to do, and “Nothing was changed.” at the "
          "end") },
    NULL,
    add_trial },
  { POSSIBLE,
    { N_ ("Run it"),
      N_ ("It stops at the first error. Run it again then: it goes on where it stopped."),
      NULL,
      N_ ("The add-in as the service has it now, and “Done.”") },
    NULL,
    add_run },
  { 0 },
};

const WaxsealRunSheetRow *
waxseal_run_sheet_script_rows (void)
{
  return rows;
}
