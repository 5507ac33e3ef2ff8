/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-short-text.h"

/* Nobody reads more in a label, and a label that breaks its text into lines hangs on 100 KB. */
#define MAX_CHARACTERS 500

/** waxseal_short_text: Returns: (transfer full): @text, or its start, as fits into a label. */
char *
waxseal_short_text (const char *text)
{
  const char *end = text;
  int n;

  for (n = 0; n < MAX_CHARACTERS && *end != '\0'; n++)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return g_strdup (text);
  return g_strdup_printf ("%.*s…", (int) (end - text), text);
}
