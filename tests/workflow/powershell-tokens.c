/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "powershell-tokens.h"

/* “Single-quote character” of the PowerShell language specification, 2.3.5.2. */
static gboolean
is_quote (gunichar c)
{
  return c == 0x27 || c == 0x2018 || c == 0x2019 || c == 0x201A || c == 0x201B;
}

/* @p is behind the opening quote. Returns: behind the closing one. */
static const char *
read_literal (PowershellTokens *tokens, const char *p)
{
  g_autoptr (GString) value = g_string_new (NULL);

  for (;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      g_assert_cmpint (c, !=, 0);
      g_assert_cmpint (c, !=, '\n');
      if (is_quote (c))
        {
          p = g_utf8_next_char (p);
          c = g_utf8_get_char (p);
          if (!is_quote (c))
            break;
        }
      g_string_append_unichar (value, c);
    }
  g_ptr_array_add (tokens->literals, g_strdup (value->str));
  g_string_append (tokens->code, "''");
  return p;
}

PowershellTokens *
powershell_tokens_read (const char *script)
{
  PowershellTokens *tokens = g_new0 (PowershellTokens, 1);
  const char *p = script;

  tokens->literals = g_ptr_array_new_with_free_func (g_free);
  tokens->code = g_string_new (NULL);
  while (*p != '\0')
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '#')
        while (*p != '\0' && *p != '\r' && *p != '\n')
          p++;
      else if (is_quote (c))
        p = read_literal (tokens, g_utf8_next_char (p));
      else
        {
          g_string_append_unichar (tokens->code, c);
          p = g_utf8_next_char (p);
        }
    }
  return tokens;
}

void
powershell_tokens_free (PowershellTokens *tokens)
{
  g_ptr_array_unref (tokens->literals);
  g_string_free (tokens->code, TRUE);
  g_free (tokens);
}

/* How many literals have just this value. */
guint
powershell_tokens_count (PowershellTokens *tokens, const char *literal)
{
  guint n = 0;

  for (guint i = 0; i < tokens->literals->len; i++)
    n += g_str_equal (tokens->literals->pdata[i], literal);
  return n;
}
