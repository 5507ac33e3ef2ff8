/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the watch notices in a folder, however the browser writes it. */
#include <glib/gstdio.h>

#include "waxseal-download-watch.h"

typedef struct
{
  char *folder;
  GPtrArray *found; /* base names */
} Fixture;

static void
found_cb (WaxsealDownloadWatch *watch, GFile *file, GPtrArray *found)
{
  g_ptr_array_add (found, g_file_get_basename (file));
}

static char *
write_file (Fixture *fixture, const char *name)
{
  char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (
    g_file_set_contents_full (path, "<x/>", -1, G_FILE_SET_CONTENTS_NONE, 0600, &error));
  g_assert_no_error (error);
  return path;
}

static void
wait_for (Fixture *fixture, guint n)
{
  while (fixture->found->len < n)
    g_main_context_iteration (NULL, TRUE);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = g_dir_make_tmp ("waxseal-downloads-XXXXXX", NULL);
  fixture->found = g_ptr_array_new_with_free_func (g_free);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_ptr_array_unref (fixture->found);
}

static void
test_files (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = write_file (fixture, "before.xml");
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealDownloadWatch) watch = waxseal_download_watch_new (fixture->folder, &error);
  g_autofree char *part = NULL;
  g_autofree char *moved = g_build_filename (fixture->folder, "manifest(1).XML", NULL);
  g_autofree char *other = NULL;
  g_autofree char *written = NULL;

  g_assert_no_error (error);
  g_signal_connect (watch, "found", G_CALLBACK (found_cb), fixture->found);

  other = write_file (fixture, "picture.png");
  part = write_file (fixture, "Unconfirmed 1.crdownload");
  g_assert_no_errno (g_rename (part, moved));
  wait_for (fixture, 1);
  g_assert_cmpstr (g_ptr_array_index (fixture->found, 0), ==, "manifest(1).XML");

  written = write_file (fixture, "manifest.xml");
  wait_for (fixture, 2);
  g_assert_cmpstr (g_ptr_array_index (fixture->found, 1), ==, "manifest.xml");
  g_assert_cmpuint (fixture->found->len, ==, 2);
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (fixture->folder, "nothing", NULL);

  g_assert_null (waxseal_download_watch_new (path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/download-watch/files", Fixture, NULL, set_up, test_files, tear_down);
  g_test_add ("/download-watch/no-folder", Fixture, NULL, set_up, test_no_folder, tear_down);
  return g_test_run ();
}
