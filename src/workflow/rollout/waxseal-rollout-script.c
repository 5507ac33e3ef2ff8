/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Centralized Deployment by Microsoft's PowerShell module (microsoft.md, 3.3; Microsoft's page “Use
 * the Centralized Deployment PowerShell cmdlets to manage add-ins”). What a script does is a file
 * of its own, the same for all; this puts the values before it, as literals that nothing expands.
 */
#include "waxseal-rollout-script.h"

#include <glib/gi18n.h>

#include "waxseal-powershell-quote.h"
#include "waxseal-rollout-resources.h"
#include "waxseal-run-sheet-row.h"

#define RESOURCES       "/io/github/waxseal/Waxseal/rollout/script/waxseal-script-"
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"
#define MAX_PARTS       5

#define UPLOAD WAXSEAL_RUN_SHEET_UPLOAD
#define EDIT   WAXSEAL_RUN_SHEET_EDIT
#define UPDATE WAXSEAL_RUN_SHEET_UPDATE
#define PAUSE  WAXSEAL_RUN_SHEET_PAUSE
#define RESUME WAXSEAL_RUN_SHEET_RESUME
#define REMOVE WAXSEAL_RUN_SHEET_REMOVE
#define ANY    WAXSEAL_RUN_SHEET_ANY

/* Removing asks, unless it is told not to. */
static const struct
{
  WaxsealRunSheetFlow flow;
  const char *impact;
  const char *parts[MAX_PARTS];
} scripts[] = {
  { UPLOAD, "Medium", { "start", "manifest", "assign", "finish" } },
  { EDIT, "Medium", { "start", "assign", "finish" } },
  { UPDATE, "Medium", { "start", "manifest", "finish" } },
  { PAUSE, "Medium", { "start", "enable", "finish" } },
  { RESUME, "Medium", { "start", "enable", "finish" } },
  { REMOVE, "High", { "start", "remove", "finish" } },
};

/* What the script says, by the name that it says it under. */
static const struct
{
  int flows;
  const char *name;
  const char *text;
} words[] = {
  { ANY,
    "NoModule",
    N_ ("Microsoft’s module is not installed. Run: Install-Module -Name {0} "
        "-Scope CurrentUser") },
  { ANY, "SignIn", N_ ("Sign in as a Global Administrator of the organization…") },
  { UPLOAD | UPDATE, "NoManifest", N_ ("The manifest is not there: {0}") },
  { UPLOAD | UPDATE,
    "WrongManifest",
    N_ ("This is not the manifest that the script was made for: "
        "{0}") },
  { UPLOAD | EDIT | UPDATE | PAUSE | RESUME, "NotThere", N_ ("The add-in “{0}” is not deployed.") },
  { UPLOAD | UPDATE, "Upload", N_ ("Upload version {0}") },
  { UPLOAD | UPDATE, "Uploaded", N_ ("Version {0} is uploaded.") },
  { UPLOAD | UPDATE, "IsThere", N_ ("Version {0} is there already.") },
  { UPLOAD | UPDATE, "IsNewer", N_ ("Version {0} is deployed, which is higher than {1}.") },
  { UPLOAD | UPDATE,
    "UnknownVersion",
    N_ ("The add-in is there already, in a version that the "
        "service does not tell. It is left as it is.") },
  { UPLOAD | UPDATE, "Update", N_ ("Replace the manifest by version {0}") },
  { UPLOAD | UPDATE, "Updated", N_ ("The manifest is version {0} now.") },
  { UPLOAD | EDIT, "IsAssigned", N_ ("Assigned already: {0}") },
  { UPLOAD | EDIT, "AssignEveryone", N_ ("Assign to everyone") },
  { UPLOAD | EDIT, "EndEveryone", N_ ("End the assignment to everyone") },
  { UPLOAD | EDIT, "Assign", N_ ("Assign the add-in") },
  { UPLOAD | EDIT, "Assigned", N_ ("Assigned: {0}") },
  { UPLOAD | EDIT, "Unassign", N_ ("End the assignment of the add-in") },
  { UPLOAD | EDIT, "Unassigned", N_ ("Not assigned any more: {0}") },
  { PAUSE, "Enable", N_ ("Turn the add-in off") },
  { PAUSE, "Enabled", N_ ("The add-in is off.") },
  { PAUSE, "IsSo", N_ ("The add-in is off already.") },
  { RESUME, "Enable", N_ ("Turn the add-in on") },
  { RESUME, "Enabled", N_ ("The add-in is on.") },
  { RESUME, "IsSo", N_ ("The add-in is on already.") },
  { REMOVE, "Remove", N_ ("Remove the add-in for all users") },
  { REMOVE, "Removed", N_ ("The add-in is removed.") },
  { REMOVE, "IsGone", N_ ("The add-in is not there.") },
  { ANY, "Absent", N_ ("The service has no add-in “{0}”.") },
  { ANY, "Unchanged", N_ ("Nothing was changed.") },
  { ANY,
    "Done",
    N_ ("Done. Changes: {0}. It can take up to 12 hours, at times 24, until all users "
        "see it.") },
  { ANY, "Failed", N_ ("Stopped: {0} Changes before that: {1}. Run the script again to go on.") },
};

/* Above all, as comments. */
static const char *const heading[] = {
  N_ ("Made by Waxseal, for Microsoft’s module O365CentralizedAddInDeployment."),
  N_ ("To see what it would do, and change nothing: add -WhatIf."),
  N_ ("It looks first and does only what is left to do: it can be run again."),
  N_ ("It holds no password and no secret."),
  N_ ("It cannot set the deployment method (Fixed, Available, Optional): the module cannot."),
};

typedef struct
{
  GString *text;
  GError **error;
  gboolean failed; /* and error says why */
} Writer;

static void
write_quoted (Writer *w, const char *before, const char *value, const char *after)
{
  g_autofree char *quoted = w->failed ? NULL : waxseal_powershell_quote (value, w->error);

  w->failed |= quoted == NULL;
  if (!w->failed)
    g_string_append_printf (w->text, "%s%s%s\n", before, quoted, after);
}

static void
write_list (Writer *w, const char *name, char **values)
{
  g_string_append_printf (w->text, "$%s = @(%s", name, values[0] != NULL ? "\n" : "");
  for (guint i = 0; values[i] != NULL; i++)
    write_quoted (w, "  ", values[i], values[i + 1] != NULL ? "," : "");
  g_string_append (w->text, ")\n");
}

static void
write_flag (Writer *w, const char *name, gboolean flag)
{
  g_string_append_printf (w->text, "$%s = $%s\n", name, flag ? "true" : "false");
}

static void
write_words (Writer *w, WaxsealRunSheetFlow flow)
{
  g_string_append (w->text, "$Text = @{\n");
  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *before = g_strdup_printf ("  %s = ", words[i].name);

      if ((words[i].flows & flow) != 0)
        write_quoted (w, before, _ (words[i].text), "");
    }
  g_string_append (w->text, "}\n");
}

static void
write_heading (Writer *w, WaxsealRunSheetFlow flow, const char *impact)
{
  for (gsize i = 0; i < G_N_ELEMENTS (heading); i++)
    g_string_append_printf (w->text, "# %s\n", _ (heading[i]));
  g_string_append_printf (w->text,
                          "[CmdletBinding(SupportsShouldProcess = $true, ConfirmImpact = '%s')]\n",
                          impact);
  g_string_append (w->text,
                   (flow & (UPLOAD | UPDATE)) != 0 ? "param(\n  [string] $ManifestPath = ''\n)\n"
                                                   : "param()\n");
  g_string_append (w->text, "Set-StrictMode -Version 2.0\n$ErrorActionPreference = 'Stop'\n\n");
}

static void
write_manifest (Writer *w, WaxsealAddinIdentity *addin, GBytes *manifest, const char *name)
{
  g_autofree char *hash = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, manifest);

  write_quoted (w, "$Version = ", waxseal_record_get_text (addin, "version"), "");
  write_quoted (w, "$Locale = ", waxseal_record_get_text (addin, "default-locale"), "");
  write_quoted (w, "$ManifestName = ", name, "");
  write_quoted (w, "$ManifestSha256 = ", hash, "");
}

static void
write_assignment (Writer *w, const WaxsealRolloutAssignment *assignment)
{
  gboolean everyone = assignment->audience == WAXSEAL_AUDIENCE_EVERYONE;

  write_flag (w, "Everyone", everyone);
  write_flag (w, "EndEveryone", assignment->was_everyone && !everyone);
  write_list (w, "Members", assignment->people);
  write_list (w, "Removed", assignment->removed);
}

static void
write_parts (Writer *w, const char *const *parts)
{
  for (guint i = 0; i < MAX_PARTS && parts[i] != NULL; i++)
    {
      g_autofree char *path = g_strconcat (RESOURCES, parts[i], ".ps1", NULL);
      g_autoptr (GBytes) bytes = g_resource_lookup_data (waxseal_rollout_get_resource (),
                                                         path,
                                                         G_RESOURCE_LOOKUP_FLAGS_NONE,
                                                         NULL);

      g_string_append_len (w->text,
                           g_bytes_get_data (bytes, NULL),
                           (gssize) g_bytes_get_size (bytes));
    }
}

static gsize
find_script (WaxsealRunSheetFlow flow)
{
  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    if (scripts[i].flow == flow)
      return i;
  return G_N_ELEMENTS (scripts);
}

static gboolean
is_possible (WaxsealRunSheetFlow flow, const WaxsealRolloutAssignment *assignment, GError **error)
{
  if (find_script (flow) == G_N_ELEMENTS (scripts))
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_NOT_SUPPORTED,
                           _ ("Microsoft’s module cannot change the deployment method. Do it in "
                              "the admin center."));
      return FALSE;
    }
  if ((flow & (UPLOAD | EDIT)) != 0 && assignment->with_me)
    {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_INVALID_ARGUMENT,
                           _ ("“Just me” needs your address. Name yourself under specific users "
                              "instead."));
      return FALSE;
    }
  return TRUE;
}

/* Windows PowerShell takes a file without the mark for one in the code page of the machine. */
static GBytes *
finish (GString *text)
{
  GString *script = g_string_new (BYTE_ORDER_MARK);

  g_string_replace (text, "\n", "\r\n", 0);
  g_string_append (script, text->str);
  return g_string_free_to_bytes (script);
}

/**
 * waxseal_rollout_script_build:
 * @manifest: what the file @manifest_name has; the script takes no other for it
 * @error: %G_IO_ERROR_NOT_SUPPORTED for what the module cannot do, %G_IO_ERROR_INVALID_ARGUMENT
 *   where an address is missing, %G_IO_ERROR_INVALID_DATA where a value cannot be in a script
 *
 * UTF-8 with a byte order mark and CRLF, in the user's language. Looks first, does what is left to
 * do, stops at the first error, and ends with 1 then.
 *
 * Returns: (transfer full): a script for Windows PowerShell 5.1; %NULL with @error
 */
GBytes *
waxseal_rollout_script_build (const WaxsealRolloutOrder *order,
                              GBytes *manifest,
                              const char *manifest_name,
                              GError **error)
{
  g_autoptr (WaxsealRolloutAssignment) assignment = waxseal_rollout_assignment_new (order);
  WaxsealRunSheetFlow flow = waxseal_run_sheet_choose_flow (order, assignment);
  WaxsealAddinIdentity *addin = waxseal_organization_get_addin (order->organization);
  g_autoptr (GString) text = g_string_new (NULL);
  Writer w = { text, error, FALSE };
  gsize i = find_script (flow);

  if (!is_possible (flow, assignment, error))
    return NULL;
  write_heading (&w, flow, scripts[i].impact);
  write_quoted (&w, "$ModuleName = ", WAXSEAL_ROLLOUT_SCRIPT_MODULE, "");
  write_quoted (&w, "$ProductId = ", waxseal_record_get_text (addin, "id"), "");
  write_quoted (&w, "$DisplayName = ", waxseal_record_get_text (addin, "display-name"), "");
  write_flag (&w, "MayUpload", flow == UPLOAD);
  if ((flow & (UPLOAD | UPDATE)) != 0)
    write_manifest (&w, addin, manifest, manifest_name);
  if ((flow & (UPLOAD | EDIT)) != 0)
    write_assignment (&w, assignment);
  if ((flow & (PAUSE | RESUME)) != 0)
    write_flag (&w, "Enabled", flow == RESUME);
  write_words (&w, flow);
  write_parts (&w, scripts[i].parts);
  return w.failed ? NULL : finish (text);
}

/** waxseal_rollout_script_dup_name: Returns: (transfer full): a file name to propose, which needs
 * no quoting. */
char *
waxseal_rollout_script_dup_name (const WaxsealRolloutOrder *order)
{
  static const char *const names[WAXSEAL_N_ROLLOUT_ACTIONS] = {
    "deploy", "widen", "narrow", "method", "update", "pause", "resume", "roll-back",
  };
  g_autoptr (GString) phase = g_string_new (NULL);

  for (const char *p = waxseal_record_get_text (order->phase, "name"); *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (phase, g_ascii_tolower (*p));
  return g_strdup_printf ("waxseal-%s%s%s.ps1",
                          phase->str,
                          phase->len > 0 ? "-" : "",
                          names[order->action]);
}
