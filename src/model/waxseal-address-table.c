/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-address-table.h"

#include <string.h>

#include "waxseal-csv-row.h"

/* Above the heading are at most a version (Entra's templates), a type (PowerShell) or a separator
 * (Excel). */
#define MAX_ROWS_BEFORE 4
/* By so many rows it is told whether it is a table. */
#define MAX_ROWS_SEEN 200

static const char delimiters[] = { ',', ';', '\t' };

/*
 * Headings without case, blanks and signs, as Graph, Exchange's and Active Directory's cmdlets, the
 * admin centers' exports and Outlook's have them; those for a mailbox are better than those for a
 * sign-in.
 */
static const char *const headings[] = {
  "primarysmtpaddress",
  "mail",
  "email",
  "emailaddress",
  "電子メール",
  "電子メールアドレス",
  "メール",
  "メールアドレス",
  "userprincipalname",
  "upn",
  "memberobjectidorupn",
  "username",
  "ユーザープリンシパル名",
  "ユーザー名",
  "address", /* of Waxseal's own tables */
};

/* “User name [userPrincipalName] Required”, of Entra's templates, is what is in the brackets. */
static char *
normalize_heading (const char *cell)
{
  const char *open = strchr (cell, '[');
  const char *close = open != NULL ? strchr (open, ']') : NULL;
  g_autofree char *inner = close != NULL ? g_strndup (open + 1, close - open - 1) : g_strdup (cell);
  g_autofree char *folded = g_utf8_casefold (inner, -1);
  GString *name = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      g_string_append_unichar (name, g_utf8_get_char (p));
  return g_string_free (name, FALSE);
}

static gboolean
is_heading (const char *cell, guint rank)
{
  g_autofree char *name = normalize_heading (cell);

  return g_str_equal (name, headings[rank]);
}

/** waxseal_address_table_is_heading: Returns: whether @cell is what a column of addresses is
 * called. */
gboolean
waxseal_address_table_is_heading (const char *cell)
{
  for (guint rank = 0; rank < G_N_ELEMENTS (headings); rank++)
    if (is_heading (cell, rank))
      return TRUE;
  return FALSE;
}

static void
add_column (WaxsealAddressTable *self, guint column)
{
  if (self->n_columns < G_N_ELEMENTS (self->columns))
    self->columns[self->n_columns++] = column;
}

static void
read_heading (WaxsealAddressTable *self, char **row)
{
  for (guint rank = 0; rank < G_N_ELEMENTS (headings); rank++)
    for (guint i = 0; row[i] != NULL; i++)
      if (is_heading (row[i], rank))
        add_column (self, i);
}

static gboolean
find_heading (WaxsealAddressTable *self, const char *text)
{
  guint line = 1;

  for (guint i = 0; i <= MAX_ROWS_BEFORE && *text != '\0'; i++)
    {
      g_auto (GStrv) row = waxseal_csv_row_read (&text, self->delimiter, &line);

      if (row[1] != NULL)
        read_heading (self, row);
      if (self->n_columns > 0)
        {
          self->n_rows_before = i + 1;
          return TRUE;
        }
    }
  return FALSE;
}

static gboolean
is_empty (char **row)
{
  return row[0][0] == '\0' && row[1] == NULL;
}

static guint
count_addresses (char **row, guint *column)
{
  guint n = 0;

  for (guint i = 0; row[i] != NULL; i++)
    if (strchr (row[i], '@') != NULL)
      {
        *column = i;
        n++;
      }
  return n;
}

/*
 * Without a heading that is known it is a table if all rows have as many cells, and the same one is
 * an address, and no other. Then the first row may be a heading.
 */
static gboolean
find_pattern (WaxsealAddressTable *self, const char *text)
{
  guint line = 1, n_rows = 0, n_cells = 0, n_with = 0;
  gboolean first_has = FALSE;

  while (n_rows < MAX_ROWS_SEEN && *text != '\0')
    {
      g_auto (GStrv) row = waxseal_csv_row_read (&text, self->delimiter, &line);
      guint column = 0, n_found = count_addresses (row, &column);

      if (is_empty (row))
        continue;
      if (n_rows == 0)
        n_cells = g_strv_length (row);
      if (n_with == 0)
        self->columns[0] = column;
      if (n_cells < 2 || g_strv_length (row) != n_cells || n_found > 1 ||
          (n_found == 1 && column != self->columns[0]))
        return FALSE;
      n_with += n_found;
      first_has = first_has || (n_rows == 0 && n_found > 0);
      n_rows++;
    }
  if (n_rows < 2 || n_with < n_rows / 2)
    return FALSE;
  self->n_columns = 1;
  self->n_rows_before = first_has ? 0 : 1;
  return TRUE;
}

/* Excel's first line, which says what separates the cells. */
static char
read_separator (const char *text)
{
  gboolean says = g_ascii_strncasecmp (text, "sep=", 4) == 0 && text[4] != '\0' &&
                  (text[5] == '\r' || text[5] == '\n');

  return says && memchr (delimiters, text[4], sizeof delimiters) != NULL ? text[4] : '\0';
}

/**
 * waxseal_address_table_find:
 * @self: (out): where the addresses are
 * @text: a list
 *
 * Returns: whether it is a table
 */
gboolean
waxseal_address_table_find (WaxsealAddressTable *self, const char *text)
{
  static gboolean (*const ways[]) (WaxsealAddressTable *, const char *) = { find_heading,
                                                                            find_pattern };
  char separator = read_separator (text);

  for (guint way = 0; way < G_N_ELEMENTS (ways); way++)
    for (guint i = 0; i < sizeof delimiters; i++)
      {
        *self = (WaxsealAddressTable){ .delimiter = delimiters[i] };
        if ((separator == '\0' || separator == delimiters[i]) && ways[way](self, text))
          return TRUE;
      }
  return FALSE;
}

/** waxseal_address_table_get_cell: Returns: (transfer none) (nullable): the cell of @row that has
 * its address; %NULL where none has. */
const char *
waxseal_address_table_get_cell (const WaxsealAddressTable *self, const char *const *row)
{
  guint n_cells = g_strv_length ((char **) row);

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i] < n_cells && strchr (row[self->columns[i]], '@') != NULL)
      return row[self->columns[i]];
  return NULL;
}
