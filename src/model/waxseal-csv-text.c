/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-csv-text.h"

/* Spreadsheets take a cell that begins so for a formula; Japanese ones the wide signs as well, and
 * what is before it does not save a cell where it is a blank that they drop. */
static gboolean
is_formula (const char *text)
{
  static const gunichar signs[] = {
    '=', '+', '-', '@', '\t', '\r', '\n', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20,
  };
  const char *p = text;
  gunichar c;

  while (*p == ' ')
    p++;
  c = g_utf8_get_char (p);
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    if (c == signs[i])
      return TRUE;
  return FALSE;
}

/* In quotes always: a spreadsheet whose list separator is a semicolon divides at it otherwise. */
static void
append_cell (GString *csv, const char *before, const char *text, const char *after)
{
  g_string_append_c (csv, '"');
  g_string_append (csv, before);
  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '"')
        g_string_append_c (csv, '"');
      g_string_append_c (csv, *p);
    }
  g_string_append (csv, after);
  g_string_append_c (csv, '"');
}

/** waxseal_csv_text_append_name: appends a cell for people, to whom an apostrophe says what it says
 * to the spreadsheet: a text. */
void
waxseal_csv_text_append_name (GString *csv, const char *name)
{
  append_cell (csv, is_formula (name) ? "'" : "", name, "");
}

/** waxseal_csv_text_append_address: appends a cell that is used again, so nothing is added to it:
 * an address that looks like a formula stands in angle brackets, as in a mail's header (RFC 5322,
 * 3.4). */
void
waxseal_csv_text_append_address (GString *csv, const char *address)
{
  gboolean formula = is_formula (address);

  append_cell (csv, formula ? "<" : "", address, formula ? ">" : "");
}
