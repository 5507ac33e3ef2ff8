/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-findings-printer.h"

#define N_SEVERITIES (WAXSEAL_SEVERITY_HINT + 1)

struct _WaxsealFindingsPrinter
{
  FILE *stream;
  WaxsealFindingsFormat format;
  guint files;
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
  return self;
}

/* What a terminal would act on rather than show: controls, line ends, and marks that turn the
 * direction of the text around or hide in it. */
static gboolean
is_plain (gunichar c)
{
  return g_unichar_isprint (c) && g_unichar_type (c) != G_UNICODE_FORMAT &&
         g_unichar_type (c) != G_UNICODE_LINE_SEPARATOR &&
         g_unichar_type (c) != G_UNICODE_PARAGRAPH_SEPARATOR;
}

/* As JSON wants it: above U+FFFF in two halves. */
static void
append_escape (GString *escaped, gunichar c)
{
  if (c < 0x10000)
    {
      g_string_append_printf (escaped, "\\u%04x", c);
      return;
    }
  c -= 0x10000;
  g_string_append_printf (escaped, "\\u%04x\\u%04x", 0xd800 + (c >> 10), 0xdc00 + (c & 0x3ff));
}

/* Makes @text safe on one line of a terminal and inside quotes; bytes that are no UTF-8 become
 * “\xNN”, where a backslash of JSON has another in front of it. */
static char *
escape (const char *text, gboolean is_json)
{
  GString *escaped = g_string_new (NULL);

  while (*text != '\0')
    {
      gunichar c = g_utf8_get_char_validated (text, -1);

      if (c == (gunichar) -1 || c == (gunichar) -2)
        {
          g_string_append_printf (escaped, is_json ? "\\\\x%02x" : "\\x%02x", (guchar) *text);
          text++;
          continue;
        }
      if (c == '\\' || (is_json && c == '"'))
        g_string_append_c (escaped, '\\');
      if (is_plain (c))
        g_string_append_unichar (escaped, c);
      else
        append_escape (escaped, c);
      text = g_utf8_next_char (text);
    }
  return g_string_free (escaped, FALSE);
}

static void
print_text (WaxsealFindingsPrinter *self, const char *file_name, WaxsealFinding *finding)
{
  g_autofree char *file = escape (file_name, FALSE);
  g_autofree char *message = escape (waxseal_finding_get_message (finding), FALSE);
  g_autofree char *remedy = escape (waxseal_finding_get_remedy (finding), FALSE);

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

static void
print_object (WaxsealFindingsPrinter *self, WaxsealFinding *finding, gboolean is_first)
{
  const char *field = waxseal_finding_get_field (finding);
  g_autofree char *message = escape (waxseal_finding_get_message (finding), TRUE);
  g_autofree char *remedy = escape (waxseal_finding_get_remedy (finding), TRUE);

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
print_json (WaxsealFindingsPrinter *self,
            const char *file_name,
            gboolean is_readable,
            GPtrArray *findings)
{
  g_autofree char *file = escape (file_name, TRUE);
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
  fputs ("]}", self->stream);
}

/**
 * waxseal_findings_printer_print:
 * @file_name: in the file system's encoding; printed so that it can neither break a line nor
 *   command a terminal
 * @is_readable: whether it was a file of XML at all
 * @findings: (element-type WaxsealFinding)
 *
 * Prints the findings of one file, at once. The form is always UTF-8, and so depends on no locale.
 */
void
waxseal_findings_printer_print (WaxsealFindingsPrinter *self,
                                const char *file_name,
                                gboolean is_readable,
                                GPtrArray *findings)
{
  if (self->format == WAXSEAL_FINDINGS_FORMAT_JSON)
    print_json (self, file_name, is_readable, findings);
  else
    for (guint i = 0; i < findings->len; i++)
      print_text (self, file_name, g_ptr_array_index (findings, i));
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
  written = fflush (self->stream) == 0 && !ferror (self->stream);
  g_free (self);
  return written;
}
