/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Encoded words of message headers: =?UTF-8?B?…?= (RFC 2047). */
#include "waxseal-encoded-word.h"

#include <string.h>

static GBytes *
decode_quoted (const char *text)
{
  GByteArray *bytes = g_byte_array_new ();

  for (const char *p = text; *p != '\0'; p++)
    {
      guint8 byte = *p == '_' ? ' ' : *p;

      if (*p == '=' && g_ascii_isxdigit (p[1]) && g_ascii_isxdigit (p[2]))
        {
          byte = g_ascii_xdigit_value (p[1]) << 4 | g_ascii_xdigit_value (p[2]);
          p += 2;
        }
      g_byte_array_append (bytes, &byte, 1);
    }
  return g_byte_array_free_to_bytes (bytes);
}

static GBytes *
decode_base64 (const char *text)
{
  gsize size;
  guchar *data = g_base64_decode (text, &size);

  return g_bytes_new_take (data, size);
}

/* One word; as it stands where its character set or its bytes make no sense. */
static gboolean
decode_word_cb (const GMatchInfo *match, GString *decoded, gpointer user_data)
{
  g_autofree char *word = g_match_info_fetch (match, 0);
  g_autofree char *charset = g_match_info_fetch (match, 1);
  g_autofree char *encoding = g_match_info_fetch (match, 2);
  g_autofree char *content = g_match_info_fetch (match, 3);
  g_autoptr (GBytes) bytes =
    g_ascii_tolower (*encoding) == 'b' ? decode_base64 (content) : decode_quoted (content);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  g_autofree char *text = g_convert (data, size, "UTF-8", charset, NULL, NULL, NULL);

  g_string_append (decoded, text != NULL ? text : word);
  return FALSE;
}

/**
 * waxseal_encoded_word_decode:
 * @text: a header's value, unfolded
 *
 * Returns: (transfer full): as a person reads it. Blanks between two encoded words are not part of
 * the text (RFC 2047, 6.2).
 */
char *
waxseal_encoded_word_decode (const char *text)
{
  g_autoptr (GRegex) gaps = g_regex_new ("(\\?=)\\s+(?==\\?)", 0, 0, NULL);
  g_autoptr (GRegex) words =
    g_regex_new ("=\\?([^?*\\s]+)(?:\\*[^?]*)?\\?([bBqQ])\\?([^?\\s]*)\\?=", 0, 0, NULL);
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *joined = g_regex_replace (gaps, valid, -1, 0, "\\1", 0, NULL);

  return g_regex_replace_eval (words, joined, -1, 0, 0, decode_word_cb, NULL, NULL);
}
