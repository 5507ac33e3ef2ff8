/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes secrets out of the bytes of a reply before JSON-GLib copies them to where nobody wipes. */
#include "waxseal-secret-cutter.h"

#include <string.h>

typedef struct
{
  char letter;
  char meaning;
} Escape;

/* RFC 8259, section 7. */
static const Escape escapes[] = {
  { '"', '"' },  { '\\', '\\' }, { '/', '/' },  { 'b', '\b' },
  { 'f', '\f' }, { 'n', '\n' },  { 'r', '\r' }, { 't', '\t' },
};

static gsize
skip_space (const WaxsealWipedBuffer *json, gsize at)
{
  while (at < json->length && memchr (" \t\r\n", json->data[at], 4) != NULL)
    at++;
  return at;
}

/* @at is at the opening quote; returns where the text's content ends, or the end of it all. */
static gsize
find_text_end (const WaxsealWipedBuffer *json, gsize at)
{
  for (at++; at < json->length && json->data[at] != '"'; at++)
    if (json->data[at] == '\\')
      at++;
  return MIN (at, json->length);
}

static gboolean
read_unit (const char *text, gsize length, gunichar *unit)
{
  *unit = 0;
  if (length < 4)
    return FALSE;
  for (guint i = 0; i < 4; i++)
    {
      if (!g_ascii_isxdigit (text[i]))
        return FALSE;
      *unit = *unit * 16 + g_ascii_xdigit_value (text[i]);
    }
  return TRUE;
}

/* @text is behind "\u"; returns how many bytes of it were read, or 0. */
static gsize
append_code_point (WaxsealWipedBuffer *out, const char *text, gsize length)
{
  gunichar unit, low;
  gsize n_read = 4;
  char utf8[6];

  if (!read_unit (text, length, &unit))
    return 0;
  if (unit >= 0xD800 && unit < 0xDC00)
    {
      if (length < 10 || text[4] != '\\' || text[5] != 'u' ||
          !read_unit (text + 6, length - 6, &low) || low < 0xDC00 || low > 0xDFFF)
        return 0;
      unit = 0x10000 + ((unit - 0xD800) << 10) + (low - 0xDC00);
      n_read = 10;
    }
  if (unit == 0 || !g_unichar_validate (unit))
    return 0;
  waxseal_wiped_buffer_append (out, utf8, g_unichar_to_utf8 (unit, utf8));
  explicit_bzero (utf8, sizeof utf8);
  return n_read;
}

static gboolean
append_escape (WaxsealWipedBuffer *out, char letter)
{
  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    if (escapes[i].letter == letter)
      {
        waxseal_wiped_buffer_append (out, &escapes[i].meaning, 1);
        return TRUE;
      }
  return FALSE;
}

static gboolean
unescape (WaxsealWipedBuffer *out, const char *text, gsize length)
{
  gsize at = 0;

  while (at < length)
    {
      gsize n_read = 0;

      if (text[at] != '\\')
        waxseal_wiped_buffer_append (out, text + at++, 1);
      else if (at + 1 == length)
        return FALSE;
      else if (text[at + 1] != 'u')
        {
          if (!append_escape (out, text[at + 1]))
            return FALSE;
          at += 2;
        }
      else
        {
          n_read = append_code_point (out, text + at + 2, length - at - 2);
          if (n_read == 0)
            return FALSE;
          at += 2 + n_read;
        }
    }
  return out->length == 0 || g_utf8_validate (out->data, out->length, NULL);
}

static const char *
find_member (const char *text, gsize length, const char *const *members)
{
  g_auto (WaxsealWipedBuffer) name = { 0 };

  if (!unescape (&name, text, length))
    return NULL;
  for (guint i = 0; members[i] != NULL; i++)
    if (strlen (members[i]) == name.length && memcmp (members[i], name.data, name.length) == 0)
      return members[i];
  return NULL;
}

static void
take_secret (GHashTable *secrets, const char *member, const char *text, gsize length)
{
  g_auto (WaxsealWipedBuffer) plain = { 0 };

  if (length > 0 && unescape (&plain, text, length))
    g_hash_table_insert (secrets,
                         g_strdup (member),
                         secret_value_new (plain.data, plain.length, "text/plain"));
}

/* @at is behind a text that is the name of @member, if a colon follows; returns where its own text
 * begins, or 0. */
static gsize
find_value (const WaxsealWipedBuffer *json, gsize at)
{
  at = skip_space (json, at);
  if (at == json->length || json->data[at] != ':')
    return 0;
  at = skip_space (json, at + 1);
  return at < json->length && json->data[at] == '"' ? at : 0;
}

/* Takes over what is not to be cut: the part of @json from @start to @end. */
static void
keep (WaxsealWipedBuffer *json, gsize *length, gsize start, gsize end)
{
  memmove (json->data + *length, json->data + start, end - start);
  *length += end - start;
}

/**
 * waxseal_secret_cutter_cut:
 * @json: what should be JSON; each text that is the value of one of @members, at any depth, becomes
 *   an empty one. Of what is no JSON nothing is promised but that such a text is gone
 * @members: (array zero-terminated=1): names
 *
 * Returns: (transfer full) (element-type utf8 SecretValue): the values by name; of several the last
 */
GHashTable *
waxseal_secret_cutter_cut (WaxsealWipedBuffer *json, const char *const *members)
{
  GHashTable *secrets =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) secret_value_unref);
  gsize at = 0, length = 0;

  while (at < json->length)
    {
      gsize start = at, end, value;
      const char *member;

      at = json->data[start] == '"' ? find_text_end (json, start) + 1 : start + 1;
      at = MIN (at, json->length);
      value = json->data[start] == '"' ? find_value (json, at) : 0;
      member = value != 0 ? find_member (json->data + start + 1, at - start - 2, members) : NULL;
      if (member == NULL)
        {
          keep (json, &length, start, at);
          continue;
        }
      end = find_text_end (json, value);
      take_secret (secrets, member, json->data + value + 1, end - value - 1);
      keep (json, &length, start, value + 1);
      at = MIN (end + 1, json->length);
      keep (json, &length, end, at);
    }
  if (json->data != NULL)
    explicit_bzero (json->data + length, json->length - length);
  json->length = length;
  return secrets;
}
