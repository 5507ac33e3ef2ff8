/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-diff-command.h"

#include <errno.h>
#include <glib/gi18n.h>

#include "waxseal-differences-printer.h"
#include "waxseal-finding.h"
#include "waxseal-manifest-compare.h"

/** Request: what the command line asks for. */
typedef struct
{
  char **files;
  char *format;
} Request;

/* The first thing that keeps @document from being read. */
static const char *
find_reason (WaxsealManifestDocument *document)
{
  GPtrArray *problems = waxseal_manifest_document_get_problems (document);

  return problems->len > 0 ? waxseal_finding_get_message (g_ptr_array_index (problems, 0))
                           : _ ("The file cannot be read as XML.");
}

/* Says why where there is nothing to compare. */
static WaxsealManifestDocument *
open_document (const char *file_name)
{
  g_autoptr (GBytes) bytes = waxseal_command_read (file_name);
  g_autoptr (WaxsealManifestDocument) document = NULL;
  g_autofree char *message = NULL;

  if (bytes == NULL)
    {
      message = g_strdup_printf ("%s: %s", file_name, g_strerror (errno));
      waxseal_command_fail ("diff", message);
      return NULL;
    }
  document = waxseal_manifest_document_new (bytes);
  if (waxseal_manifest_document_get_root (document) != NULL)
    return g_steal_pointer (&document);
  message = g_strdup_printf ("%s: %s", file_name, find_reason (document));
  waxseal_command_fail ("diff", message);
  return NULL;
}

static WaxsealExit
compare_files (char **files, gboolean is_json)
{
  g_autoptr (WaxsealManifestDocument) first = open_document (files[0]);
  g_autoptr (WaxsealManifestDocument) second = open_document (files[1]);
  g_autoptr (GPtrArray) differences = NULL;
  g_autofree char *message = NULL;

  if (first == NULL || second == NULL)
    return WAXSEAL_EXIT_FAILED;
  differences = waxseal_manifest_compare (first, second);
  if (is_json)
    waxseal_differences_print_json (stdout, (const char *const *) files, differences);
  else
    waxseal_differences_print_text (stdout, (const char *const *) files, differences);

  if (fflush (stdout) == 0 && !ferror (stdout))
    return differences->len > 0 ? WAXSEAL_EXIT_ERRORS : WAXSEAL_EXIT_FINE;
  message = g_strdup_printf (_ ("The differences cannot be written: %s."), g_strerror (errno));
  return waxseal_command_fail ("diff", message);
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
      N_ ("How to print the differences: text or json"),
      N_ ("FORMAT") },
    { G_OPTION_REMAINING,
      0,
      0,
      G_OPTION_ARG_FILENAME_ARRAY,
      &request->files,
      NULL,
      N_ ("OLD NEW") },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_translation_domain (context, NULL);
  g_option_context_set_summary (
    context,
    _ ("Compares two manifests of Outlook add-ins by what they mean: the order of the elements, "
       "formatting and comments are no matter. “-” is the standard input."));
  g_option_context_set_description (
    context,
    _ ("A difference a line: both files with their lines, what it is, the old and the new value, "
       "and what it leads to where the old manifest is deployed.\n"
       "Ends with 0 if there is no difference, with 1 if there is one, and with 2 if a file cannot "
       "be read or is not XML."));
  g_option_context_add_main_entries (context, entries, NULL);
  return context;
}

/** waxseal_diff_command_run: “waxseal diff OLD NEW”.
 * Returns: how it ended. */
WaxsealExit
waxseal_diff_command_run (int argc, char **argv)
{
  Request request = { 0 };
  g_autoptr (GOptionContext) context = make_context (&request);
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) files = NULL;
  g_autofree char *format = NULL;
  gboolean parsed;
  gboolean is_json;

  g_set_prgname ("waxseal diff");
  parsed = g_option_context_parse (context, &argc, &argv, &error);
  files = request.files;
  format = request.format;
  if (!parsed)
    return waxseal_command_fail ("diff", error->message);
  is_json = g_strcmp0 (format, "json") == 0;
  if (format != NULL && !is_json && !g_str_equal (format, "text"))
    return waxseal_command_fail ("diff", _ ("The format is “text” or “json”."));
  if (files == NULL || g_strv_length (files) != 2)
    return waxseal_command_fail ("diff", _ ("Name two files to compare, the old one first."));
  if (g_str_equal (files[0], "-") && g_str_equal (files[1], "-"))
    return waxseal_command_fail ("diff", _ ("Only one of the two can be the standard input."));
  return compare_files (files, is_json);
}
