/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the Value of a client secret looks like, so that it is found in a pasted text, and kept out
 * of every field that is written into a file. */
#include "waxseal-secret-shape.h"

#include <glib/gi18n.h>
#include <string.h>

/* microsoft.md, 2.3 */
#define MIN_LENGTH 16
#define MAX_LENGTH 64

/* Entra's secrets of today are about 40 characters: three, a digit, these two, and the rest.
 * Scanners for leaked secrets know them by it too. */
#define MARK          "Q~"
#define BEFORE_MARK   4
#define MARKED_LENGTH 34

#define MASK_LENGTH 4

/* Longer than any word that is not a token, and as every token of Microsoft begins. */
#define TOKEN_START      "eyJ"
#define TOKEN_MIN_LENGTH (MAX_LENGTH + 1)

static gboolean
is_secret_char (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("~._-", c) != NULL);
}

static gboolean
has_start (const char *text, const char *mark)
{
  gsize i;

  if (mark - text < BEFORE_MARK || !g_ascii_isdigit (mark[-1]))
    return FALSE;
  for (i = 2; i <= BEFORE_MARK; i++)
    if (!is_secret_char (*(mark - i)))
      return FALSE;
  return TRUE;
}

/**
 * waxseal_secret_shape_find:
 *
 * Returns: (nullable): the first secret of today in @text, which can hardly be anything else; with
 *   what is grown together with it.
 */
const char *
waxseal_secret_shape_find (const char *text, gsize *length)
{
  const char *mark;

  for (mark = strstr (text, MARK); mark != NULL; mark = strstr (mark + 1, MARK))
    {
      const char *start = mark - BEFORE_MARK;

      if (!has_start (text, mark))
        continue;
      for (*length = BEFORE_MARK; is_secret_char (start[*length]); (*length)++)
        {
        }
      if (*length >= MARKED_LENGTH)
        return start;
    }
  return NULL;
}

/**
 * waxseal_secret_shape_is_possible:
 *
 * Returns: whether @word looks as random as an older secret, or as a token: large and small
 * letters, digits, and a mark that no name, address or date has.
 */
gboolean
waxseal_secret_shape_is_possible (const char *word, gsize length)
{
  gboolean large = FALSE, small = FALSE, digit = FALSE, mark = FALSE;
  gsize i;

  if (length > MAX_LENGTH)
    return strncmp (word, TOKEN_START, strlen (TOKEN_START)) == 0;
  if (length < MIN_LENGTH || g_strstr_len (word, length, "://") != NULL)
    return FALSE;
  for (i = 0; i < length; i++)
    {
      large = large || g_ascii_isupper (word[i]);
      small = small || g_ascii_islower (word[i]);
      digit = digit || g_ascii_isdigit (word[i]);
      mark = mark || strchr ("~+/=_", word[i]) != NULL;
    }
  return large && small && digit && mark;
}

/** waxseal_secret_shape_is_masked: Returns: whether @text is as the portal shows an old Value. */
gboolean
waxseal_secret_shape_is_masked (const char *text)
{
  guint run = 0;
  const char *p;

  for (p = text; *p != '\0' && run < MASK_LENGTH; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      run = c == '*' || c == 0x2022 || c == 0x25cf ? run + 1 : 0;
    }
  return run == MASK_LENGTH;
}

static gboolean
is_word_char (char c)
{
  return g_ascii_isgraph (c) && strchr ("\"'`<>(){},;\\|", c) == NULL;
}

/**
 * waxseal_secret_shape_next_word:
 * @text: (inout): moved to the word
 * @length: (inout): of the word before, 0 at first; then of this one
 *
 * Returns: whether there is one more word that a secret could be.
 */
gboolean
waxseal_secret_shape_next_word (const char **text, gsize *length)
{
  *text += *length;
  while (**text != '\0' && !is_word_char (**text))
    (*text)++;
  for (*length = 0; is_word_char ((*text)[*length]); (*length)++)
    {
    }
  return *length > 0;
}

static const char *
find_token (const char *text, gsize *length)
{
  for (*length = 0; waxseal_secret_shape_next_word (&text, length);)
    if (*length >= TOKEN_MIN_LENGTH && strncmp (text, TOKEN_START, strlen (TOKEN_START)) == 0)
      return text;
  return NULL;
}

/**
 * waxseal_secret_shape_find_any:
 *
 * Returns: (nullable): the first secret of today, or token, in @text.
 */
const char *
waxseal_secret_shape_find_any (const char *text, gsize *length)
{
  gsize secret_length, token_length;
  const char *secret = waxseal_secret_shape_find (text, &secret_length);
  const char *token = find_token (text, &token_length);
  gboolean secret_first = secret != NULL && (token == NULL || secret < token);

  *length = secret_first ? secret_length : token_length;
  return secret_first ? secret : token;
}

/**
 * waxseal_secret_shape_leave_out:
 *
 * Returns: (transfer full) (nullable): @text with words in the place of each secret and token;
 *   %NULL where it has none.
 */
char *
waxseal_secret_shape_leave_out (const char *text)
{
  g_autoptr (GString) rest = NULL;
  gsize length;
  const char *secret = waxseal_secret_shape_find_any (text, &length);

  if (secret == NULL)
    return NULL;
  rest = g_string_new (NULL);
  for (; secret != NULL; secret = waxseal_secret_shape_find_any (text, &length))
    {
      g_string_append_len (rest, text, secret - text);
      g_string_append (rest, waxseal_secret_shape_get_words ());
      text = secret + length;
    }
  g_string_append (rest, text);
  return g_string_free (g_steal_pointer (&rest), FALSE);
}

/** waxseal_secret_shape_get_words: Returns: (transfer none): what stands where one was left out. */
const char *
waxseal_secret_shape_get_words (void)
{
  return _ ("(left out: it looks like a secret)");
}
