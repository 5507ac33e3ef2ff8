/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-check-command.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "waxseal-check-batch.h"
#include "waxseal-check-explain.h"
#include "waxseal-check-fix.h"
#include "waxseal-check-options.h"
#include "waxseal-program.h"

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
  WaxsealExit exit =
    file->is_readable ? waxseal_command_rate (file->findings) : WAXSEAL_EXIT_FAILED;

  waxseal_findings_printer_print (
    report->printer, file->name, file->is_readable, file->findings, NULL);
  report->worst = MAX (report->worst, exit);
}

static void
check (const WaxsealCheckOptions *options, char **files, Report *report)
{
  WaxsealCheckWish wishes =
    options->format == WAXSEAL_FINDINGS_FORMAT_JSON ? WAXSEAL_CHECK_WISH_FIELDS : 0;

  waxseal_check_batch_run (files, options->target, wishes, report_cb, report);
}

static void
fix (const WaxsealCheckOptions *options, Report *report)
{
  for (guint i = 0; options->files[i] != NULL; i++)
    {
      char *file[] = { options->files[i], NULL };
      WaxsealExit fixed = waxseal_check_fix_file (file[0], options->remove_unused);

      report->worst = MAX (report->worst, fixed);
      check (options, file, report);
    }
}

static WaxsealExit
check_files (const WaxsealCheckOptions *options)
{
  Report report = { waxseal_findings_printer_new (stdout, options->format), WAXSEAL_EXIT_FINE };
  g_autofree char *message = NULL;

  if (options->fix)
    fix (options, &report);
  else
    check (options, options->files, &report);

  if (waxseal_findings_printer_finish (report.printer))
    return report.worst;
  message = g_strdup_printf (_ ("The findings cannot be written: %s."), g_strerror (errno));
  return waxseal_command_fail ("check", message);
}

/** waxseal_check_command_run: “waxseal check FILE…”; @argv ends with %NULL.
 * Returns: how it ended. */
WaxsealExit
waxseal_check_command_run (int argc, char **argv)
{
  g_autofree char **given = g_memdup2 (argv, (argc + 1) * sizeof *argv);
  g_autoptr (WaxsealCheckOptions) options = NULL;
  g_autoptr (GError) error = NULL;

  g_set_prgname ("waxseal check");
  options = waxseal_check_options_parse (&argc, &argv, &error);
  if (options == NULL)
    return waxseal_command_fail ("check", error->message);
  if (options->explain)
    return waxseal_check_explain (options->rule);
  return options->online ? waxseal_program_run ("waxseal-check-online", given)
                         : check_files (options);
}
