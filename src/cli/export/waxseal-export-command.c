/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-export-command.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <stdio.h>
#include <string.h>

#include "waxseal-error.h"
#include "waxseal-findings-printer.h"
#include "waxseal-manifest-draft.h"
#include "waxseal-organization-file.h"
#include "waxseal-organization-folder.h"
#include "waxseal-organization-store.h"

/* As many names as help. */
#define MAX_NAMES 5

/** Request: what the command line asks for. */
typedef struct
{
  char *organization;
  char *output;
} Request;

static GOptionContext *
make_context (Request *request)
{
  const GOptionEntry entries[] = {
    { "organization",
      0,
      0,
      G_OPTION_ARG_STRING,
      &request->organization,
      N_ ("The name of the organization, or its id"),
      N_ ("NAME") },
    { "output",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      &request->output,
      N_ ("The file to write; the standard output without it"),
      N_ ("FILE") },
    { NULL },
  };
  GOptionContext *context = g_option_context_new (NULL);

  g_option_context_set_translation_domain (context, NULL);
  g_option_context_set_summary (
    context, _ ("Writes the manifest of an organization, as the window shows it."));
  g_option_context_set_description (
    context,
    _ ("What the check finds in it is printed to the standard error.\n"
       "Ends with 0 if it has no errors, with 1 if it has (it is written all the same), and with 2 "
       "if it cannot be built or written."));
  g_option_context_add_main_entries (context, entries, NULL);
  return context;
}

/* Whether one name is in the other, but for case. */
static gboolean
is_near (const char *name, const char *wanted)
{
  g_autofree char *a = g_utf8_casefold (name, -1);
  g_autofree char *b = g_utf8_casefold (wanted, -1);

  return strstr (a, b) != NULL || strstr (b, a) != NULL;
}

/* The names of the organisations; those near to @wanted, or all where there are few. */
static GPtrArray *
list_names (const char *wanted)
{
  g_autofree char *folder = waxseal_organization_folder_dup_default ();
  g_autoptr (GPtrArray) ids = waxseal_organization_folder_list_ids (folder, NULL);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) near = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autofree char *path =
        waxseal_organization_folder_get_path (folder, g_ptr_array_index (ids, i));
      g_autoptr (WaxsealOrganization) organization = waxseal_organization_file_load (path, NULL);
      const char *name = organization != NULL ? waxseal_organization_get_name (organization) : "";

      if (*name == '\0')
        continue;
      g_ptr_array_add (all, g_strdup (name));
      if (is_near (name, wanted))
        g_ptr_array_add (near, g_strdup (name));
    }

  if (near->len == 0 && all->len <= MAX_NAMES)
    return all;
  g_ptr_array_unref (all);
  return g_steal_pointer (&near);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static WaxsealExit
fail_to_find (const char *wanted, const GError *error)
{
  g_autoptr (GPtrArray) names = NULL;
  g_autoptr (GString) list = g_string_new (NULL);
  g_autofree char *message = NULL;

  if (!g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND))
    return waxseal_command_fail ("export", error->message);

  names = list_names (wanted);
  if (names->len == 0)
    return waxseal_command_fail ("export", error->message);
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < MIN (names->len, MAX_NAMES); i++)
    /* Translators: the first name of a list, and each further one: “A”, “B” */
    g_string_append_printf (list,
                            i == 0 ? _ ("“%s”") : _ (", “%s”"),
                            (const char *) g_ptr_array_index (names, i));
  /* Translators: what was not found, then a list of names: No … “C”. Did you mean “A”, “B”? */
  message = g_strdup_printf (_ ("%s Did you mean %s?"), error->message, list->str);
  return waxseal_command_fail ("export", message);
}

static GPtrArray *
list_findings (WaxsealManifestDraft *draft)
{
  GListModel *model = waxseal_manifest_draft_get_findings (draft);
  GPtrArray *findings = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (findings, g_list_model_get_item (model, i));
  return findings;
}

/* The findings go where they cannot get into the manifest. */
static WaxsealExit
print_findings (WaxsealManifestDraft *draft, const char *output)
{
  g_autoptr (GPtrArray) findings = list_findings (draft);
  WaxsealFindingsPrinter *printer =
    waxseal_findings_printer_new (stderr, WAXSEAL_FINDINGS_FORMAT_TEXT);

  waxseal_findings_printer_print (printer, output != NULL ? output : "-", TRUE, findings, NULL);
  waxseal_findings_printer_finish (printer);
  return waxseal_command_rate (findings);
}

static gboolean
write_output (GBytes *bytes, const char *output, GError **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  /* Whoever reads the file finds the old manifest or the new one, never a half. */
  if (output != NULL && !g_str_equal (output, "-"))
    return g_file_set_contents_full (output,
                                     data,
                                     size,
                                     G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                     0666,
                                     error);

  if (fwrite (data, 1, size, stdout) == size && fflush (stdout) == 0)
    return TRUE;
  g_set_error (error,
               G_FILE_ERROR,
               g_file_error_from_errno (errno),
               _ ("The manifest cannot be written: %s."),
               g_strerror (errno));
  return FALSE;
}

static WaxsealExit
export_manifest (const char *name, const char *output)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_store_find_sync (NULL, name, &error);
  g_autoptr (WaxsealManifestDraft) draft = NULL;

  if (organization == NULL)
    return fail_to_find (name, error);
  if (waxseal_organization_get_read_only (organization))
    return waxseal_command_fail ("export",
                                 _ (
                                   "A newer version of Waxseal wrote this set-up, and there may be "
                                   "more in it than this version knows. Update Waxseal first."));

  draft = waxseal_manifest_draft_new (organization);
  if (!write_output (waxseal_manifest_draft_get_bytes (draft), output, &error))
    return waxseal_command_fail ("export", error->message);
  return print_findings (draft, output);
}

/** waxseal_export_command_run: “waxseal export --organization NAME”.
 * Returns: how it ended. */
WaxsealExit
waxseal_export_command_run (int argc, char **argv)
{
  Request request = { 0 };
  g_autoptr (GOptionContext) context = make_context (&request);
  g_autoptr (GError) error = NULL;
  g_autofree char *organization = NULL;
  g_autofree char *output = NULL;
  gboolean parsed;

  g_set_prgname ("waxseal export");
  parsed = g_option_context_parse (context, &argc, &argv, &error);
  organization = request.organization;
  output = request.output;
  if (!parsed)
    return waxseal_command_fail ("export", error->message);
  if (argc > 1 || organization == NULL)
    return waxseal_command_fail (
      "export", _ ("Name one organization: waxseal export --organization NAME [--output FILE]"));
  return export_manifest (organization, output);
}
