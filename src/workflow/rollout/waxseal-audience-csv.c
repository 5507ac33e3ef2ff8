/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people and groups of a phase as a table (RFC 4180), for a spreadsheet or another tool. */
#include "waxseal-audience-csv.h"

#include "waxseal-recipient.h"
#include "waxseal-rollout-enums.h"

/* Excel takes a file without it for one in the code page of the machine. */
#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

/* Not translated: whoever reads the file finds its columns by them. */
#define HEADING "\"Name\",\"Address\",\"Kind\",\"Members\",\"Nested members left out\"\r\n"

static const char *const kinds[] = {
  [WAXSEAL_RECIPIENT_KIND_PERSON] = "Person",
  [WAXSEAL_RECIPIENT_KIND_GROUP] = "Group",
};

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

/* A name is read by people, to whom an apostrophe says what it says to the spreadsheet: a text. */
static void
append_name (GString *csv, const char *name)
{
  append_cell (csv, is_formula (name) ? "'" : "", name, "");
}

/* An address is used again, so nothing is added to it: one that looks like a formula stands in
 * angle brackets, as in a mail's header (RFC 5322, 3.4). */
static void
append_address (GString *csv, const char *address)
{
  gboolean formula = is_formula (address);

  append_cell (csv, formula ? "<" : "", address, formula ? ">" : "");
}

static void
append_number (GString *csv, WaxsealRecipient *recipient, const char *property)
{
  if (*waxseal_record_get_text (recipient, "members-on") != '\0')
    g_string_append_printf (csv, ",\"%d\"", waxseal_record_get_number (recipient, property));
  else
    g_string_append (csv, ",\"\"");
}

static void
append_row (GString *csv, WaxsealRecipient *recipient)
{
  append_name (csv, waxseal_record_get_text (recipient, "name"));
  g_string_append_c (csv, ',');
  append_address (csv, waxseal_record_get_text (recipient, "address"));
  g_string_append_printf (csv, ",\"%s\"", kinds[waxseal_record_get_enum (recipient, "kind")]);
  append_number (csv, recipient, "n-members");
  append_number (csv, recipient, "n-nested");
  g_string_append (csv, "\r\n");
}

/**
 * waxseal_audience_csv_build:
 *
 * UTF-8 with a byte order mark, CRLF, every cell in quotes; a cell that a spreadsheet would take
 * for a formula is made a text. How many members a group has is empty where nobody counted.
 *
 * Returns: (transfer full): the file, with a heading; only that for everyone and for “Just me”
 */
GBytes *
waxseal_audience_csv_build (WaxsealRolloutPhase *phase)
{
  GListModel *recipients = G_LIST_MODEL (waxseal_record_get_list (phase, "recipients"));
  WaxsealAudience audience = waxseal_record_get_enum (phase, "audience");
  guint n = audience == WAXSEAL_AUDIENCE_SPECIFIC ? g_list_model_get_n_items (recipients) : 0;
  GString *csv = g_string_new (BYTE_ORDER_MARK HEADING);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealRecipient) recipient = g_list_model_get_item (recipients, i);

      append_row (csv, recipient);
    }
  return g_string_free_to_bytes (csv);
}

/** waxseal_audience_csv_dup_name: Returns: (transfer full): a file name to propose, which needs no
 * quoting. */
char *
waxseal_audience_csv_dup_name (WaxsealRolloutPhase *phase)
{
  g_autoptr (GString) name = g_string_new ("waxseal-audience-");
  const char *p = waxseal_record_get_text (phase, "name");

  for (; *p != '\0'; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (name, g_ascii_tolower (*p));
    else if (name->str[name->len - 1] != '-')
      g_string_append_c (name, '-');
  return g_strdup_printf ("%s.csv", name->str);
}
