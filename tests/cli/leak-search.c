/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "leak-search.h"

#include <string.h>

/* A token in three parts; a client secret of the practice tenant, which has letters in fixed
 * places; the words that may be a refresh token or any other secret. */
#define TOKEN  "eyJ[A-Za-z0-9_-]{16,}\\.eyJ"
#define SECRET "xP.8Q~.{6}\\..{8}_"
#define WORDS  "[A-Za-z0-9._~-]{32,}"

/* The letters that are text, the others as spaces: so that any file can be searched. */
static char *
make_text (const char *data, gsize length)
{
  char *text = g_strndup ("", length);

  for (gsize i = 0; i < length; i++)
    text[i] = data[i] > ' ' && data[i] <= '~' ? data[i] : ' ';
  text[length] = '\0';
  return text;
}

static gboolean
is_known (const char *state, const char *word)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, word, -1);

  return strstr (state, hash) != NULL;
}

static gboolean
has_known_word (const char *state, const char *text)
{
  g_autoptr (GRegex) words = g_regex_new (WORDS, 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (words, text, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *word = g_match_info_fetch (match, 0);

      if (is_known (state, word))
        return TRUE;
    }
  return FALSE;
}

/* Whether there is one in @data, which @name is called. */
char *
leak_search_text (const char *state, const char *name, const char *data, gsize length)
{
  g_autofree char *text = make_text (data, length);

  if (g_regex_match_simple (TOKEN, text, 0, 0))
    return g_strdup_printf ("a token in %s", name);
  if (g_regex_match_simple (SECRET, text, 0, 0))
    return g_strdup_printf ("a client secret in %s", name);
  if (has_known_word (state, text))
    return g_strdup_printf ("a secret in %s", name);
  return NULL;
}

static char *
search_file (const char *state, const char *path)
{
  g_autofree char *data = NULL;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, NULL))
    return NULL;
  return leak_search_text (state, path, data, length);
}

/* In the files of @folder and of those in it. */
char *
leak_search_tree (const char *state, const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  char *found = NULL;
  const char *name;

  while (dir != NULL && found == NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      if (g_file_test (path, G_FILE_TEST_IS_SYMLINK))
        continue;
      if (g_file_test (path, G_FILE_TEST_IS_DIR))
        found = leak_search_tree (state, path);
      else if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
        found = search_file (state, path);
    }
  return found;
}
