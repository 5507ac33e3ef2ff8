/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-online-run.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "waxseal-online-check.h"
#include "waxseal-online-verdict.h"
#include "waxseal-check-batch.h"
#include "waxseal-finding.h"
#include "waxseal-manifest-explanation.h"
#include "waxseal-safe-text.h"

/** OnlineRun: the files so far; an address in several of them is asked once. */
typedef struct
{
  WaxsealFindingsPrinter *printer;
  WaxsealOnlineCheck *check;
  WaxsealExit worst;
} OnlineRun;

static const char *const states[] = {
  [WAXSEAL_ONLINE_UNKNOWN] = "unknown",
  [WAXSEAL_ONLINE_VERIFIED] = "verified",
  [WAXSEAL_ONLINE_WRONG] = "wrong",
};

static void
free_asked (gpointer data)
{
  g_free (((WaxsealAskedAddress *) data)->answer);
  g_free (data);
}

/* Said before it is done. */
static void
announce (OnlineRun *run, const WaxsealCheckedFile *file)
{
  g_autofree char *hosts = waxseal_online_check_describe_hosts (run->check, file->addresses);
  g_autofree char *text = *hosts != '\0'
                            /* Translators: a file, and names of hosts */
                            ? g_strdup_printf (_ ("%s: asking %s"), file->name, hosts)
                            : g_strdup_printf (_ ("%s: there is nobody to ask"), file->name);
  g_autofree char *line = waxseal_safe_text_new (text, WAXSEAL_SAFE_TEXT_LINE);

  g_printerr ("%s\n", line);
}

static void
store_result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
ask (OnlineRun *run, GPtrArray *addresses)
{
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_online_check_run_async (run->check, addresses, NULL, store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  /* It fails only by being cancelled. */
  waxseal_online_check_run_finish (run->check, result, NULL);
}

/* The verdict's findings are about “it”. */
static void
add_findings (GPtrArray *findings, const char *address, GPtrArray *about)
{
  for (guint i = 0; i < about->len; i++)
    {
      WaxsealFinding *one = g_ptr_array_index (about, i);

      g_ptr_array_add (
        findings,
        waxseal_finding_new (waxseal_finding_get_severity (one),
                             waxseal_finding_get_rule (one),
                             waxseal_finding_get_line (one),
                             waxseal_finding_get_column (one),
                             NULL,
                             g_strdup_printf ("%s: %s", address, waxseal_finding_get_message (one)),
                             waxseal_finding_get_remedy (one)));
    }
}

static void
add_more (GPtrArray *findings)
{
  WaxsealManifestExplanation one;

  waxseal_manifest_explanation_find ("online-more", &one);
  g_ptr_array_add (findings,
                   waxseal_finding_new (one.severity,
                                        one.id,
                                        0,
                                        0,
                                        NULL,
                                        g_strdup (_ ("Further addresses were not asked.")),
                                        _ (one.remedy)));
}

static void
judge (OnlineRun *run, const WaxsealManifestAddress *address, GPtrArray *findings, GPtrArray *asked)
{
  const WaxsealVisitAnswer *answer = waxseal_online_check_get_answer (run->check, address->address);
  g_autoptr (GPtrArray) about = waxseal_online_verdict_list (address, answer);
  WaxsealAskedAddress *one = g_new0 (WaxsealAskedAddress, 1);

  one->address = address->address;
  one->line = address->line;
  one->column = address->column;
  one->state = states[waxseal_online_verdict_get_state (address, answer)];
  one->date = waxseal_online_check_get_date (run->check, address->address);
  one->answer = waxseal_online_verdict_describe (address, answer);
  g_ptr_array_add (asked, one);
  add_findings (findings, address->address, about);
}

static void
print (OnlineRun *run, const WaxsealCheckedFile *file, GPtrArray *asked)
{
  WaxsealExit exit =
    file->is_readable ? waxseal_command_rate (file->findings) : WAXSEAL_EXIT_FAILED;

  waxseal_findings_printer_print (
    run->printer, file->name, file->is_readable, file->findings, asked);
  run->worst = MAX (run->worst, exit);
}

static void
checked_cb (const WaxsealCheckedFile *file, gpointer user_data)
{
  OnlineRun *run = user_data;
  g_autoptr (GPtrArray) asked = g_ptr_array_new_with_free_func (free_asked);

  if (file->addresses == NULL)
    {
      print (run, file, asked);
      return;
    }
  announce (run, file);
  ask (run, file->addresses);
  for (guint i = 0; i < file->addresses->len; i++)
    judge (run, g_ptr_array_index (file->addresses, i), file->findings, asked);
  if (file->has_more)
    add_more (file->findings);
  print (run, file, asked);
}

/** waxseal_online_run: checks the files, asks the addresses in them, and prints what there is to
 * say.
 * Returns: how it ended. */
WaxsealExit
waxseal_online_run (const WaxsealCheckOptions *options)
{
  WaxsealCheckWish wishes = WAXSEAL_CHECK_WISH_ADDRESSES;
  g_autoptr (WaxsealHttpVisitor) visitor = waxseal_http_visitor_new (options->practice);
  g_autoptr (WaxsealOnlineCheck) check = waxseal_online_check_new (visitor);
  OnlineRun run = { waxseal_findings_printer_new (stdout, options->format),
                    check,
                    WAXSEAL_EXIT_FINE };
  g_autofree char *message = NULL;

  if (options->format == WAXSEAL_FINDINGS_FORMAT_JSON)
    wishes |= WAXSEAL_CHECK_WISH_FIELDS;
  waxseal_check_batch_run (options->files, options->target, wishes, checked_cb, &run);
  if (waxseal_findings_printer_finish (run.printer))
    return run.worst;
  message = g_strdup_printf (_ ("The findings cannot be written: %s."), g_strerror (errno));
  return waxseal_command_fail ("check", message);
}
