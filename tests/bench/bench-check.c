/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast manifests are checked, on the public ones; beside xmllint with Microsoft's schemas, and
 * beside Microsoft's npm tool, as whole processes on the same files in the same run, where they are
 * there. WAXSEAL_OFFICE_ADDIN_MANIFEST is the program “office-addin-manifest” of the package. */
#include <gio/gio.h>
#include <string.h>

#include "waxseal-manifest-check.h"

#define ROUNDS         51
#define PROCESS_ROUNDS 21

/* Files of one command; more than there are, so that some come again. */
#define MANY 2000

static GPtrArray *
load_files (const char *folder, GPtrArray *paths)
{
  GPtrArray *files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *data;
      gsize size;

      if (!g_str_has_suffix (name, ".xml") || !g_file_get_contents (path, &data, &size, NULL))
        continue;
      g_ptr_array_add (files, g_bytes_new_take (data, size));
      g_ptr_array_add (paths, g_steal_pointer (&path));
    }
  return files;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const gint64 *first = a;
  const gint64 *second = b;

  return *first < *second ? -1 : *first > *second;
}

static gint64
get_median (gint64 *times, guint count)
{
  qsort (times, count, sizeof *times, compare_times);
  return times[count / 2];
}

static gint64
measure_whole (GPtrArray *files)
{
  gint64 times[ROUNDS];

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < files->len; i++)
        {
          g_autoptr (WaxsealManifestDocument) document =
            waxseal_manifest_document_new (g_ptr_array_index (files, i));
          g_autoptr (GPtrArray) findings = waxseal_manifest_check (document);

          g_assert_nonnull (findings);
        }
      times[round] = g_get_monotonic_time () - start;
    }
  return get_median (times, ROUNDS);
}

static gint64
measure_check (GPtrArray *files)
{
  g_autoptr (GPtrArray) documents = g_ptr_array_new_with_free_func (g_object_unref);
  gint64 times[ROUNDS];

  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (documents, waxseal_manifest_document_new (g_ptr_array_index (files, i)));

  for (guint round = 0; round < ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();

      for (guint i = 0; i < documents->len; i++)
        {
          g_autoptr (GPtrArray) findings =
            waxseal_manifest_check (g_ptr_array_index (documents, i));

          g_assert_nonnull (findings);
        }
      times[round] = g_get_monotonic_time () - start;
    }
  return get_median (times, ROUNDS);
}

/* From before the process starts until it has ended; -1 where it cannot be run. */
static gint64
measure_process (const char *const *arguments)
{
  gint64 times[PROCESS_ROUNDS];

  for (guint round = 0; round < PROCESS_ROUNDS; round++)
    {
      gint64 start = g_get_monotonic_time ();
      g_autoptr (GSubprocess) process =
        g_subprocess_newv (arguments,
                           G_SUBPROCESS_FLAGS_STDOUT_SILENCE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                           NULL);

      if (process == NULL || !g_subprocess_wait (process, NULL, NULL))
        return -1;
      times[round] = g_get_monotonic_time () - start;
    }
  return get_median (times, PROCESS_ROUNDS);
}

static gint64
measure_command (const char *const *start, GPtrArray *paths, guint count)
{
  g_autoptr (GPtrArray) arguments = g_ptr_array_new ();

  for (; *start != NULL; start++)
    g_ptr_array_add (arguments, (gpointer) *start);
  for (guint i = 0; i < count; i++)
    g_ptr_array_add (arguments, g_ptr_array_index (paths, i % paths->len));
  g_ptr_array_add (arguments, NULL);
  return measure_process ((const char *const *) arguments->pdata);
}

static void
compare_processes (const char *schema, GPtrArray *paths, guint count)
{
  const char *const ours[] = { g_getenv ("WAXSEAL_COMMAND"), "check", NULL };
  const char *const theirs[] = { "xmllint", "--noout", "--nonet", "--schema", schema, NULL };
  gint64 our_time = ours[0] != NULL ? measure_command (ours, paths, count) : -1;
  g_autofree char *xmllint = g_find_program_in_path ("xmllint");
  gint64 their_time = -1;

  if (our_time < 0)
    return;
  g_print ("waxseal check, %4u files, whole process   %8.2f ms   %7.0f files/s\n",
           count,
           our_time / 1000.0,
           count * 1e6 / our_time);
  if (xmllint != NULL && g_file_test (schema, G_FILE_TEST_EXISTS))
    their_time = measure_command (theirs, paths, count);
  if (their_time < 0)
    g_print ("xmllint or the schemas are not here: no comparison\n");
  else
    g_print ("xmllint --schema, %4u files, whole process %7.2f ms   %7.0f files/s   ratio %.2f\n",
             count,
             their_time / 1000.0,
             count * 1e6 / their_time,
             (double) their_time / our_time);
}

/* Its “validate” needs the network; “info” reads a few fields only, and checks next to nothing. */
static void
compare_npm (GPtrArray *paths)
{
  const char *const ours[] = { g_getenv ("WAXSEAL_COMMAND"), "check", NULL };
  const char *const theirs[] = { g_getenv ("WAXSEAL_OFFICE_ADDIN_MANIFEST"), "info", NULL };
  gint64 our_time, their_time;

  if (ours[0] == NULL || theirs[0] == NULL)
    {
      g_print ("WAXSEAL_OFFICE_ADDIN_MANIFEST is not set: no comparison with the npm tool\n");
      return;
    }
  our_time = measure_command (ours, paths, 1);
  their_time = measure_command (theirs, paths, 1);
  if (our_time < 0 || their_time < 0)
    g_print ("The npm tool cannot be run: no comparison\n");
  else
    g_print ("office-addin-manifest info, 1 file, whole process %.2f ms   ratio %.1f\n",
             their_time / 1000.0,
             (double) their_time / our_time);
}

int
main (void)
{
  const char *named = g_getenv ("WAXSEAL_SHARED");
  const char *shared = named != NULL ? named : SHARED_DIR;
  g_autofree char *folder = g_build_filename (shared, "reference", "manifests", NULL);
  g_autofree char *schema = g_build_filename (
    shared, "reference", "office-manifest-xsd", "patched", "OfficeAppManifestV1_1.xsd", NULL);
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) files = load_files (folder, paths);
  gint64 whole;
  gint64 check;

  if (files->len == 0)
    {
      g_print ("The public manifests (../shared/reference/manifests) are not here.\n");
      return 77;
    }

  whole = measure_whole (files);
  check = measure_check (files);
  g_print ("read and check, one process   %8.3f ms a file   %7.0f files/s\n",
           whole / 1000.0 / files->len,
           files->len * 1e6 / whole);
  g_print ("check alone, one process      %8.3f ms a file   %7.0f files/s\n",
           check / 1000.0 / files->len,
           files->len * 1e6 / check);
  compare_processes (schema, paths, MANY);
  compare_processes (schema, paths, files->len);
  compare_processes (schema, paths, 1);
  compare_npm (paths);
  return 0;
}
