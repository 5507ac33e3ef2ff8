/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-check-command.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-check-batch.h"
#include "waxseal-check-explain.h"
#include "waxseal-check-fix.h"
#include "waxseal-findings-printer.h"

/** Request: what the command line asks for. */
typedef struct
{
  char **files;
  char *format_name;
  char *target_name;
  char *rule;
  gboolean explain;
  gboolean fix;
  gboolean remove_unused;
  WaxsealFindingsFormat format;
  WaxsealManifestTarget target;
} Request;

static WaxsealExit
rate (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (waxseal_finding_get_severity (g_ptr_array_index (findings, i)) == WAXSEAL_SEVERITY_ERROR)
      return WAXSEAL_EXIT_ERRORS;
  return WAXSEAL_EXIT_FINE;
}

/** Report: what is printed, and the worst of it. */
typedef struct
{
  WaxsealFindingsPrinter *printer;
  WaxsealExit worst;
} Report;

static void
report_cb (const WaxsealCheckedFile *file, gpointer user_data)
{
  Report *report = user_data;
  WaxsealExit exit = file->is_readable ? rate (file->findings) : WAXSEAL_EXIT_FAILED;

  waxseal_findings_printer_print (report->printer, file->name, file->is_readable, file->findings);
  report->worst = MAX (report->worst, exit);
}

static void
check (const Request *request, char **files, Report *report)
{
  waxseal_check_batch_run (
    files, request->target, request->format == WAXSEAL_FINDINGS_FORMAT_JSON, report_cb, report);
}

static void
fix (const Request *request, Report *report)
{
  for (guint i = 0; request->files[i] != NULL; i++)
    {
      char *file[] = { request->files[i], NULL };
      WaxsealExit fixed = waxseal_check_fix_file (file[0], request->remove_unused);

      report->worst = MAX (report->worst, fixed);
      check (request, file, report);
    }
}

static WaxsealExit
check_files (const Request *request)
{
  Report report = { waxseal_findings_printer_new (stdout, request->format), WAXSEAL_EXIT_FINE };
  g_autofree char *message = NULL;

  if (request->fix)
    fix (request, &report);
  else
    check (request, request->files, &report);

  if (waxseal_findings_printer_finish (report.printer))
    return report.worst;
  message = g_strdup_printf (_ ("The findings cannot be written: %s."), g_strerror (errno));
  return waxseal_command_fail ("check", message);
}

static gboolean
explain_cb (const char *option, const char *value, gpointer data, GError **error)
{
  Request *request = data;

  request->explain = TRUE;
  g_free (request->rule);
  request->rule = g_strdup (value);
  return TRUE;
}

static void
add_options (GOptionGroup *group, Request *request)
{
  const GOptionEntry entries[] = {
    { "format",
      0,
      0,
      G_OPTION_ARG_STRING,
      &request->format_name,
      N_ ("How to print the findings: text, json or sarif"),
      N_ ("FORMAT") },
    { "target",
      0,
      0,
      G_OPTION_ARG_STRING,
      &request->target_name,
      N_ ("Where the add-in is deployed: online (Exchange Online) or on-premises"),
      N_ ("TARGET") },
    { "explain",
      0,
      G_OPTION_FLAG_OPTIONAL_ARG,
      G_OPTION_ARG_CALLBACK,
      explain_cb,
      N_ ("Explain a rule and end; without RULE, list all"),
      N_ ("RULE") },
    { "fix",
      0,
      0,
      G_OPTION_ARG_NONE,
      &request->fix,
      N_ ("Change the files where only one change is right"),
      NULL },
    { "remove-unused",
      0,
      0,
      G_OPTION_ARG_NONE,
      &request->remove_unused,
      N_ ("With --fix, remove resources that nothing uses, too"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &request->files, NULL, N_ ("FILE…") },
    { NULL },
  };

  g_option_group_add_entries (group, entries);
}

static GOptionContext *
make_context (Request *request)
{
  GOptionContext *context = g_option_context_new (NULL);
  GOptionGroup *group = g_option_group_new ("main", "", "", request, NULL);

  add_options (group, request);
  g_option_context_set_main_group (context, group);
  g_option_context_set_translation_domain (context, NULL);
  g_option_context_set_summary (
    context, _ ("Checks manifests of Outlook add-ins. “-” is the standard input."));
  g_option_context_set_description (
    context,
    _ ("A finding a line: file, line, column, severity, message, rule and remedy.\n"
       "Ends with 0 if there are no errors, with 1 if there are, and with 2 if a file cannot be "
       "read or is not XML."));
  return context;
}

static gboolean
parse_format (Request *request)
{
  static const char *const names[] = {
    [WAXSEAL_FINDINGS_FORMAT_TEXT] = "text",
    [WAXSEAL_FINDINGS_FORMAT_JSON] = "json",
    [WAXSEAL_FINDINGS_FORMAT_SARIF] = "sarif",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (request->format_name == NULL || g_str_equal (request->format_name, names[i]))
      {
        request->format = i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_target (Request *request)
{
  if (request->target_name == NULL || g_str_equal (request->target_name, "online"))
    request->target = WAXSEAL_MANIFEST_TARGET_ONLINE;
  else if (g_str_equal (request->target_name, "on-premises"))
    request->target = WAXSEAL_MANIFEST_TARGET_ON_PREMISES;
  else
    return FALSE;
  return TRUE;
}

/* What is wrong with the request, translated; or NULL. */
static const char *
find_misuse (Request *request)
{
  if (!parse_format (request))
    return _ ("The format is “text”, “json” or “sarif”.");
  if (!parse_target (request))
    return _ ("The target is “online” or “on-premises”.");
  if (request->remove_unused && !request->fix)
    return _ ("“--remove-unused” goes with “--fix”.");
  if (request->fix && request->format != WAXSEAL_FINDINGS_FORMAT_TEXT)
    return _ ("“--fix” prints text only.");
  if (request->files == NULL)
    return _ ("Name the files to check, or “-” for the standard input.");
  if (request->fix && g_strv_contains ((const char *const *) request->files, "-"))
    return _ ("“--fix” changes files; the standard input is none.");
  return NULL;
}

static WaxsealExit
run (Request *request)
{
  const char *rule = request->rule;
  const char *misuse;

  /* “--explain RULE” is what people write for “--explain=RULE”. */
  if (request->explain && rule == NULL && request->files != NULL)
    rule = request->files[0];
  if (request->explain)
    return waxseal_check_explain (rule);

  misuse = find_misuse (request);
  return misuse != NULL ? waxseal_command_fail ("check", misuse) : check_files (request);
}

/** waxseal_check_command_run: “waxseal check FILE…”.
 * Returns: how it ended. */
WaxsealExit
waxseal_check_command_run (int argc, char **argv)
{
  Request request = { 0 };
  g_autoptr (GOptionContext) context = make_context (&request);
  g_autoptr (GError) error = NULL;
  WaxsealExit exit;

  g_set_prgname ("waxseal check");
  if (g_option_context_parse (context, &argc, &argv, &error))
    exit = run (&request);
  else
    exit = waxseal_command_fail ("check", error->message);

  g_strfreev (request.files);
  g_free (request.format_name);
  g_free (request.target_name);
  g_free (request.rule);
  return exit;
}
