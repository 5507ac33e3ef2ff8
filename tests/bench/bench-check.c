/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast manifests are checked, on the public ones, without the start of a process; beside other
 * programs: tests/peers/bench-manifest. */
#include <gio/gio.h>
#include <string.h>

#include "waxseal-manifest-check.h"

#define ROUNDS 51

static GPtrArray *
load_files (const char *folder)
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

int
main (void)
{
  const char *named = g_getenv ("WAXSEAL_SHARED");
  const char *shared = named != NULL ? named : SHARED_DIR;
  g_autofree char *folder = g_build_filename (shared, "reference", "manifests", NULL);
  g_autoptr (GPtrArray) files = load_files (folder);
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
  return 0;
}
