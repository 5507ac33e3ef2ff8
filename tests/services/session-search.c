/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "session-search.h"

#include <gio/gio.h>
#include <stdio.h>
#include <string.h>

static gboolean
holds (const char *path, const char *text)
{
  g_autofree char *contents = NULL;
  gsize length, text_length = strlen (text);

  if (!g_file_get_contents (path, &contents, &length, NULL))
    return FALSE;
  for (gsize i = 0; i + text_length <= length; i++)
    if (memcmp (contents + i, text, text_length) == 0)
      return TRUE;
  return FALSE;
}

/* The first file under @folder that has @text in it, or NULL. */
static char *
find_in (const char *folder, const char *text)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *found = NULL;

      if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        found = find_in (path, text);
      else if (g_file_test (path, G_FILE_TEST_IS_REGULAR) && holds (path, text))
        found = g_steal_pointer (&path);
      if (found != NULL)
        return found;
    }
  return NULL;
}

static const char *
get_session (void)
{
  const char *session = g_getenv ("WAXSEAL_TEST_SESSION");

  g_assert_nonnull (session); /* with-keyring.sh sets it */
  return session;
}

static void
assert_text_absent (const char *text)
{
  static const char *const places[] = { "/proc/self/cmdline", "/proc/self/environ" };
  g_autofree char *found = find_in (get_session (), text);

  g_assert_cmpstr (found, ==, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_false (holds (places[i], text));
}

/* As a whole, and each part of a token that is long enough to be a secret: its head and its claims
 * alone sign nothing, but have no place in a file either. */
void
session_search_assert_absent (SecretValue *value)
{
  g_auto (GStrv) parts = g_strsplit (secret_value_get_text (value), ".", -1);

  fflush (stdout);
  fflush (stderr);
  assert_text_absent (secret_value_get_text (value));
  for (guint i = 0; parts[i] != NULL; i++)
    if (strlen (parts[i]) >= 24 && i > 0)
      assert_text_absent (parts[i]);
}

/* That a secret in a file is found. */
void
session_search_assert_works (void)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "decoy", NULL);
  g_autofree char *path = g_build_filename (folder, "decoy.json", NULL);
  g_autofree char *found = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_file_set_contents (path, "{\"token\":\"decoy.in.here\"}", -1, &error);
  g_assert_no_error (error);
  found = find_in (get_session (), "decoy.in.here");
  g_assert_cmpstr (found, ==, path);
  g_assert_cmpint (remove (path), ==, 0);
  assert_text_absent ("decoy.in.here");
}
