/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The file is there whole or not at all, and takes no other one’s place. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "waxseal-download-place.h"

#define NAME "waxseal-contoso-1.0.0.0.xml"

typedef struct
{
  char *folder;
  GError *error;
  GFile *placed;
  gboolean done;
} Fixture;

static void
set_up (Fixture *f, gconstpointer data)
{
  f->folder = g_dir_make_tmp ("waxseal-place-XXXXXX", NULL);
}

static void
tear_down (Fixture *f, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);

  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir))
    {
      g_autofree char *path = g_build_filename (f->folder, name, NULL);

      g_remove (path);
    }
  g_assert_cmpint (g_rmdir (f->folder), ==, 0);
  g_free (f->folder);
  g_clear_object (&f->placed);
  g_clear_error (&f->error);
}

static void
placed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Fixture *f = user_data;

  g_clear_object (&f->placed);
  g_clear_error (&f->error);
  f->placed = waxseal_download_place_finish (result, &f->error);
  f->done = TRUE;
}

static void
place_into (Fixture *f, const char *folder, const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  f->done = FALSE;
  waxseal_download_place_async (folder, NAME, bytes, NULL, placed_cb, f);
  while (!f->done)
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_placed (Fixture *f, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (f->folder, name, NULL);
  g_autofree char *contents = NULL;

  g_assert_no_error (f->error);
  g_assert_cmpstr (g_file_peek_path (f->placed), ==, path);
  g_assert_true (g_file_get_contents (path, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, text);
}

static guint
count_files (Fixture *f)
{
  g_autoptr (GDir) dir = g_dir_open (f->folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (dir) != NULL)
    n++;
  return n;
}

static void
test_names (Fixture *f, gconstpointer data)
{
  place_into (f, f->folder, "<one/>\r\n");
  assert_placed (f, NAME, "<one/>\r\n");
  place_into (f, f->folder, "<two/>");
  assert_placed (f, "waxseal-contoso-1.0.0.0 (2).xml", "<two/>");
  place_into (f, f->folder, "<three/>");
  assert_placed (f, "waxseal-contoso-1.0.0.0 (3).xml", "<three/>");
  /* What is there already is found, whatever its number. */
  place_into (f, f->folder, "<two/>");
  assert_placed (f, "waxseal-contoso-1.0.0.0 (2).xml", "<two/>");
  place_into (f, f->folder, "<one/>\r\n");
  assert_placed (f, NAME, "<one/>\r\n");
  g_assert_cmpuint (count_files (f), ==, 3);
}

/* A beginning of it, more than it, nothing: none is the same file. */
static void
test_near (Fixture *f, gconstpointer data)
{
  g_autofree char *path = g_build_filename (f->folder, NAME, NULL);
  static const char *const near[] = { "", "<one", "<one/>\n", "<ONE/>" };

  for (gsize i = 0; i < G_N_ELEMENTS (near); i++)
    {
      g_assert_true (g_file_set_contents (path, near[i], -1, NULL));
      place_into (f, f->folder, "<one/>");
      assert_placed (f, "waxseal-contoso-1.0.0.0 (2).xml", "<one/>");
      g_assert_cmpuint (count_files (f), ==, 2);
    }
}

/* A link is not followed, a pipe not waited for, a folder not mistaken. */
static void
test_no_files (Fixture *f, gconstpointer data)
{
  g_autofree char *first = g_build_filename (f->folder, NAME, NULL);
  g_autofree char *second = g_build_filename (f->folder, "waxseal-contoso-1.0.0.0 (2).xml", NULL);
  g_autofree char *third = g_build_filename (f->folder, "waxseal-contoso-1.0.0.0 (3).xml", NULL);
  g_autofree char *target = g_build_filename (f->folder, "target", NULL);

  g_assert_true (g_file_set_contents (target, "<one/>", -1, NULL));
  g_assert_cmpint (symlink (target, first), ==, 0);
  g_assert_cmpint (mkfifo (second, 0600), ==, 0);
  g_assert_cmpint (g_mkdir (third, 0700), ==, 0);
  place_into (f, f->folder, "<one/>");
  assert_placed (f, "waxseal-contoso-1.0.0.0 (4).xml", "<one/>");
}

static void
test_no_folder (Fixture *f, gconstpointer data)
{
  g_autofree char *nowhere = g_build_filename (f->folder, "nowhere", NULL);

  place_into (f, nowhere, "<one/>");
  g_assert_error (f->error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (nowhere, G_FILE_TEST_EXISTS));
}

/* Nothing half is left where the disk takes only a part of it. */
static void
test_full (Fixture *f, gconstpointer data)
{
  const struct rlimit little = { 3, RLIM_INFINITY }, much = { RLIM_INFINITY, RLIM_INFINITY };

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &little), ==, 0);
  place_into (f, f->folder, "<one/>");
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &much), ==, 0);
  g_assert_error (f->error, G_FILE_ERROR, G_FILE_ERROR_FAILED);
  g_assert_nonnull (strstr (f->error->message, "File too large"));
  g_assert_cmpuint (count_files (f), ==, 0);
}

/* The user’s own folder: main() says where it is before anybody asks. */
static void
test_downloads (Fixture *f, gconstpointer data)
{
  const char *downloads = g_get_user_special_dir (G_USER_DIRECTORY_DOWNLOAD);
  g_autofree char *path = g_build_filename (downloads, NAME, NULL);

  place_into (f, NULL, "<one/>");
  g_assert_no_error (f->error);
  g_assert_cmpstr (g_file_peek_path (f->placed), ==, path);
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* Returns: a folder that is the user’s Downloads from now on. */
static char *
make_downloads (void)
{
  char *folder = g_dir_make_tmp ("waxseal-home-XXXXXX", NULL);
  g_autofree char *config = g_build_filename (folder, "user-dirs.dirs", NULL);
  g_autofree char *text = g_strdup_printf ("XDG_DOWNLOAD_DIR=\"%s\"\n", folder);

  g_assert_true (g_file_set_contents (config, text, -1, NULL));
  g_setenv ("XDG_CONFIG_HOME", folder, TRUE);
  return folder;
}

static void
add (const char *path, void (*test) (Fixture *f, gconstpointer data))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char *argv[])
{
  g_autofree char *downloads = make_downloads ();
  g_autofree char *config = g_build_filename (downloads, "user-dirs.dirs", NULL);
  int failed;

  g_test_init (&argc, &argv, NULL);
  add ("/download-place/names", test_names);
  add ("/download-place/near", test_near);
  add ("/download-place/no-files", test_no_files);
  add ("/download-place/no-folder", test_no_folder);
  add ("/download-place/full", test_full);
  add ("/download-place/downloads", test_downloads);
  failed = g_test_run ();
  g_unlink (config);
  g_rmdir (downloads);
  return failed;
}
