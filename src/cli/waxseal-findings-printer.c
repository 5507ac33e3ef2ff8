/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-findings-printer.h"

#include "waxseal-safe-text.h"
#include "waxseal-sarif.h"

#define N_SEVERITIES (WAXSEAL_SEVERITY_HINT + 1)

struct _WaxsealFindingsPrinter
{
  FILE *stream;
  WaxsealFindingsFormat format;
  guint files;
  guint findings;
};

/* For programs, and so never translated. */
static const char *const severities[N_SEVERITIES] = {
  [WAXSEAL_SEVERITY_ERROR] = "error",
  [WAXSEAL_SEVERITY_WARNING] = "warning",
  [WAXSEAL_SEVERITY_HINT] = "hint",
};

/** waxseal_findings_printer_new: Returns: (transfer full): a printer; free it by
 * waxseal_findings_printer_finish(). */
WaxsealFindingsPrinter *
waxseal_findings_printer_new (FILE *stream, WaxsealFindingsFormat format)
{
  WaxsealFindingsPrinter *self = g_new0 (WaxsealFindingsPrinter, 1);

  self->stream = stream;
  self->format = format;
  if (format == WAXSEAL_FINDINGS_FORMAT_JSON)
    fputs ("[", stream);
  else if (format == WAXSEAL_FINDINGS_FORMAT_SARIF)
    waxseal_sarif_begin (stream);
  return self;
}

static void
print_line (WaxsealFindingsPrinter *self, const char *file, WaxsealFinding *finding)
{
  g_autofree char *message =
    waxseal_safe_text_new (waxseal_finding_get_message (finding), WAXSEAL_SAFE_TEXT_LINE);
  g_autofree char *remedy =
    waxseal_safe_text_new (waxseal_finding_get_remedy (finding), WAXSEAL_SAFE_TEXT_LINE);

  fprintf (self->stream,
           "%s:%u:%u: %s: %s [%s] %s\n",
           file,
           waxseal_finding_get_line (finding),
           waxseal_finding_get_column (finding),
           severities[waxseal_finding_get_severity (finding)],
           message,
           waxseal_finding_get_rule (finding),
           remedy);
}

/* What is not verified has a finding of its own. */
static void
print_verified (WaxsealFindingsPrinter *self, const char *file, const WaxsealAskedAddress *one)
{
  g_autofree char *address = waxseal_safe_text_new (one->address, WAXSEAL_SAFE_TEXT_LINE);
  g_autofree char *answer = waxseal_safe_text_new (one->answer, WAXSEAL_SAFE_TEXT_LINE);

  if (g_str_equal (one->state, "verified"))
    fprintf (self->stream,
             "%s:%u:%u: verified: %s (%s, %s)\n",
             file,
             one->line,
             one->column,
             address,
             answer,
             one->date);
}

static void
print_text (WaxsealFindingsPrinter *self,
            const char *file_name,
            GPtrArray *findings,
            GPtrArray *asked)
{
  g_autofree char *file = waxseal_safe_text_new (file_name, WAXSEAL_SAFE_TEXT_LINE);

  for (guint i = 0; i < findings->len; i++)
    print_line (self, file, g_ptr_array_index (findings, i));
  for (guint i = 0; asked != NULL && i < asked->len; i++)
    print_verified (self, file, g_ptr_array_index (asked, i));
}

static void
print_object (WaxsealFindingsPrinter *self, WaxsealFinding *finding, gboolean is_first)
{
  const char *field = waxseal_finding_get_field (finding);
  g_autofree char *message =
    waxseal_safe_text_new (waxseal_finding_get_message (finding), WAXSEAL_SAFE_TEXT_JSON);
  g_autofree char *remedy =
    waxseal_safe_text_new (waxseal_finding_get_remedy (finding), WAXSEAL_SAFE_TEXT_JSON);

  fprintf (self->stream,
           "%s\n      {\"line\": %u, \"column\": %u, \"severity\": \"%s\", \"rule\": \"%s\",\n"
           "       \"field\": %s%s%s,\n       \"message\": \"%s\",\n       \"remedy\": \"%s\"}",
           is_first ? "" : ",",
           waxseal_finding_get_line (finding),
           waxseal_finding_get_column (finding),
           severities[waxseal_finding_get_severity (finding)],
           waxseal_finding_get_rule (finding),
           field != NULL ? "\"" : "",
           field != NULL ? field : "null",
           field != NULL ? "\"" : "",
           message,
           remedy);
}

static void
print_addresses (WaxsealFindingsPrinter *self, GPtrArray *asked)
{
  fputs (",\n   \"addresses\": [", self->stream);
  for (guint i = 0; i < asked->len; i++)
    {
      const WaxsealAskedAddress *one = g_ptr_array_index (asked, i);
      g_autofree char *address = waxseal_safe_text_new (one->address, WAXSEAL_SAFE_TEXT_JSON);

      fprintf (self->stream,
               "%s\n      {\"address\": \"%s\", \"line\": %u, \"column\": %u, \"state\": \"%s\",\n"
               "       \"asked\": \"%s\"}",
               i > 0 ? "," : "",
               address,
               one->line,
               one->column,
               one->state,
               one->date);
    }
  fputs ("]", self->stream);
}

static void
print_json (WaxsealFindingsPrinter *self,
            const char *file_name,
            gboolean is_readable,
            GPtrArray *findings,
            GPtrArray *asked)
{
  g_autofree char *file = waxseal_safe_text_new (file_name, WAXSEAL_SAFE_TEXT_JSON);
  guint counts[N_SEVERITIES] = { 0 };

  for (guint i = 0; i < findings->len; i++)
    counts[waxseal_finding_get_severity (g_ptr_array_index (findings, i))]++;

  fprintf (self->stream,
           "%s\n  {\"file\": \"%s\", \"readable\": %s,\n"
           "   \"errors\": %u, \"warnings\": %u, \"hints\": %u,\n   \"findings\": [",
           self->files > 0 ? "," : "",
           file,
           is_readable ? "true" : "false",
           counts[WAXSEAL_SEVERITY_ERROR],
           counts[WAXSEAL_SEVERITY_WARNING],
           counts[WAXSEAL_SEVERITY_HINT]);
  for (guint i = 0; i < findings->len; i++)
    print_object (self, g_ptr_array_index (findings, i), i == 0);
  fputs ("]", self->stream);
  if (asked != NULL)
    print_addresses (self, asked);
  fputs ("}", self->stream);
}

/**
 * waxseal_findings_printer_print:
 * @file_name: in the file system's encoding; printed so that it can neither break a line nor
 *   command a terminal
 * @is_readable: whether it was a file of XML at all
 * @findings: (element-type WaxsealFinding)
 * @asked: (nullable) (element-type WaxsealAskedAddress)
 *
 * Prints the findings of one file, at once. The form is always UTF-8, and so depends on no locale.
 */
void
waxseal_findings_printer_print (WaxsealFindingsPrinter *self,
                                const char *file_name,
                                gboolean is_readable,
                                GPtrArray *findings,
                                GPtrArray *asked)
{
  if (self->format == WAXSEAL_FINDINGS_FORMAT_JSON)
    print_json (self, file_name, is_readable, findings, asked);
  else if (self->format == WAXSEAL_FINDINGS_FORMAT_SARIF)
    for (guint i = 0; i < findings->len; i++)
      waxseal_sarif_print (self->stream,
                           file_name,
                           g_ptr_array_index (findings, i),
                           self->findings++ == 0);
  else
    print_text (self, file_name, findings, asked);
  self->files++;
}

/** waxseal_findings_printer_finish: ends the output, and frees the printer.
 * Returns: whether everything was written. */
gboolean
waxseal_findings_printer_finish (WaxsealFindingsPrinter *self)
{
  gboolean written;

  if (self->format == WAXSEAL_FINDINGS_FORMAT_JSON)
    fputs (self->files > 0 ? "\n]\n" : "]\n", self->stream);
  else if (self->format == WAXSEAL_FINDINGS_FORMAT_SARIF)
    waxseal_sarif_end (self->stream);
  written = fflush (self->stream) == 0 && !ferror (self->stream);
  g_free (self);
  return written;
}

/** waxseal_findings_severity_get_name: Returns: (transfer none): what the output calls it. */
const char *
waxseal_findings_severity_get_name (WaxsealSeverity severity)
{
  return severities[severity];
}
