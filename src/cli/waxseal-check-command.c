/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-check-command.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "waxseal-findings-printer.h"
#include "waxseal-manifest-check.h"

/** Request: what the command line asks for. */
typedef struct
{
  char **files;
  char *format;
} Request;

static GPtrArray *
make_unreadable (int reason)
{
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (findings,
                   waxseal_finding_new (WAXSEAL_SEVERITY_ERROR,
                                        "unreadable",
                                        0,
                                        0,
                                        NULL,
                                        g_strdup_printf (_ ("The file cannot be read: %s."),
                                                         g_strerror (reason)),
                                        _ ("Check its name, and whether you may read it.")));
  return findings;
}

static WaxsealExit
rate (GPtrArray *findings)
{
  for (guint i = 0; i < findings->len; i++)
    if (waxseal_finding_get_severity (g_ptr_array_index (findings, i)) == WAXSEAL_SEVERITY_ERROR)
      return WAXSEAL_EXIT_ERRORS;
  return WAXSEAL_EXIT_FINE;
}

static WaxsealExit
check_file (WaxsealFindingsPrinter *printer, const char *file_name)
{
  g_autoptr (GBytes) bytes = waxseal_command_read (file_name);
  g_autoptr (WaxsealManifestDocument) document = NULL;
  g_autoptr (GPtrArray) findings = NULL;

  if (bytes == NULL)
    {
      findings = make_unreadable (errno);
    }
  else
    {
      document = waxseal_manifest_document_new (bytes);
      findings = waxseal_manifest_check (document);
    }

  if (document == NULL || waxseal_manifest_document_get_root (document) == NULL)
    {
      waxseal_findings_printer_print (printer, file_name, FALSE, findings);
      return WAXSEAL_EXIT_FAILED;
    }
  waxseal_findings_printer_print (printer, file_name, TRUE, findings);
  return rate (findings);
}

static WaxsealExit
check_files (char **files, WaxsealFindingsFormat format)
{
  WaxsealFindingsPrinter *printer = waxseal_findings_printer_new (stdout, format);
  WaxsealExit worst = WAXSEAL_EXIT_FINE;
  g_autofree char *message = NULL;

  for (guint i = 0; files[i] != NULL; i++)
    {
      WaxsealExit exit = check_file (printer, files[i]);

      worst = MAX (worst, exit);
    }

  if (waxseal_findings_printer_finish (printer))
    return worst;
  message = g_strdup_printf (_ ("The findings cannot be written: %s."), g_strerror (errno));
  return waxseal_command_fail ("check", message);
}

static GOptionContext *
make_context (Request *request)
{
  const GOptionEntry entries[] = {
    { "format",
      0,
      0,
      G_OPTION_ARG_STRING,
      &request->format,
      N_ ("How to print the findings: text or json"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &request->files, NULL, N_ ("FILE…") },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_translation_domain (context, NULL);
  g_option_context_set_summary (
    context, _ ("Checks manifests of Outlook add-ins. “-” is the standard input."));
  g_option_context_set_description (
    context,
    _ ("A finding a line: file, line, column, severity, message, rule and remedy.\n"
       "Ends with 0 if there are no errors, with 1 if there are, and with 2 if a file cannot be "
       "read or is not XML."));
  g_option_context_add_main_entries (context, entries, NULL);
  return context;
}

static gboolean
parse_format (const char *name, WaxsealFindingsFormat *format)
{
  if (name == NULL || g_str_equal (name, "text"))
    *format = WAXSEAL_FINDINGS_FORMAT_TEXT;
  else if (g_str_equal (name, "json"))
    *format = WAXSEAL_FINDINGS_FORMAT_JSON;
  else
    return FALSE;
  return TRUE;
}

/** waxseal_check_command_run: “waxseal check FILE…”.
 * Returns: how it ended. */
WaxsealExit
waxseal_check_command_run (int argc, char **argv)
{
  Request request = { 0 };
  g_autoptr (GOptionContext) context = make_context (&request);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = NULL;
  g_autofree char *format_name = NULL;
  WaxsealFindingsFormat format;
  gboolean parsed;

  g_set_prgname ("waxseal check");
  parsed = g_option_context_parse (context, &argc, &argv, &error);
  files = request.files;
  format_name = request.format;
  if (!parsed)
    return waxseal_command_fail ("check", error->message);
  if (!parse_format (format_name, &format))
    return waxseal_command_fail ("check", _ ("The format is “text” or “json”."));
  if (files == NULL)
    return waxseal_command_fail ("check",
                                 _ ("Name the files to check, or “-” for the standard input."));
  return check_files (files, format);
}
