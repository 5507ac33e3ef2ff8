/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-odata-token.h"

#include <string.h>

static WaxsealPracticeToken
make (WaxsealPracticeTokenKind kind, char *text)
{
  return (WaxsealPracticeToken){ .kind = kind, .text = text };
}

/* Between single quotes, of which two stand for one. */
static WaxsealPracticeToken
read_text (const char **rest)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = *rest + 1;

  for (; *p != '\0'; p++)
    {
      if (*p == '\'' && p[1] != '\'')
        {
          *rest = p + 1;
          return make (WAXSEAL_PRACTICE_TOKEN_TEXT, g_string_free (g_steal_pointer (&text), FALSE));
        }
      p += *p == '\'';
      g_string_append_c (text, *p);
    }
  *rest = p;
  return make (WAXSEAL_PRACTICE_TOKEN_BAD, g_strdup ("unterminated string literal"));
}

static gboolean
is_number (const char *word)
{
  const char *digits = word + (word[0] == '-');

  return digits[0] != '\0' && strlen (digits) < 19 &&
         strspn (digits, "0123456789") == strlen (digits);
}

static gboolean
is_date (const char *word)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *full =
    strchr (word, 'T') == NULL ? g_strconcat (word, "T00:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (full != NULL ? full : word, utc);

  return date != NULL;
}

static WaxsealPracticeTokenKind
classify (const char *word)
{
  if (g_str_equal (word, "true") || g_str_equal (word, "false"))
    return WAXSEAL_PRACTICE_TOKEN_FLAG;
  if (g_str_equal (word, "null"))
    return WAXSEAL_PRACTICE_TOKEN_NULL;
  if (g_uuid_string_is_valid (word))
    return WAXSEAL_PRACTICE_TOKEN_GUID;
  if (is_number (word))
    return WAXSEAL_PRACTICE_TOKEN_NUMBER;
  if (g_ascii_isdigit (word[0]))
    return is_date (word) ? WAXSEAL_PRACTICE_TOKEN_DATE : WAXSEAL_PRACTICE_TOKEN_BAD;
  if (strchr (word, '-') != NULL || strchr (word, '+') != NULL)
    return WAXSEAL_PRACTICE_TOKEN_BAD;
  return WAXSEAL_PRACTICE_TOKEN_WORD;
}

/* A name or a literal. Colons are part of a date only: any(n:n eq …) has one between two names. */
static WaxsealPracticeToken
read_word (const char **rest)
{
  const char *p = *rest;
  gboolean has_colons = g_ascii_isdigit (*p);
  WaxsealPracticeTokenKind kind;
  g_autofree char *word = NULL;

  while (g_ascii_isalnum (*p) || (*p != '\0' && strchr ("_.+-", *p) != NULL) ||
         (has_colons && *p == ':'))
    p++;
  word = g_strndup (*rest, p - *rest);
  *rest = p;
  kind = classify (word);
  return make (kind, g_steal_pointer (&word));
}

/**
 * waxseal_practice_token_next:
 * @rest: (inout): what is left of the text
 *
 * Returns: (transfer full): the next token of an OData expression
 */
WaxsealPracticeToken
waxseal_practice_token_next (const char **rest)
{
  while (g_ascii_isspace (**rest))
    (*rest)++;
  if (**rest == '\0')
    return make (WAXSEAL_PRACTICE_TOKEN_END, g_strdup (""));
  if (**rest == '\'')
    return read_text (rest);
  if (strchr ("(),/:", **rest) != NULL)
    return make (WAXSEAL_PRACTICE_TOKEN_SIGN, g_strndup ((*rest)++, 1));
  if (g_ascii_isalnum (**rest) || **rest == '_' || **rest == '-')
    return read_word (rest);
  return make (WAXSEAL_PRACTICE_TOKEN_BAD, g_utf8_substring (*rest, 0, 1));
}

void
waxseal_practice_token_clear (WaxsealPracticeToken *self)
{
  g_clear_pointer (&self->text, g_free);
}
