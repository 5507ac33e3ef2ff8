/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-csv-row.h"

/* Cells joined by |, rows ended by / and the line that they begin on. */
static const struct
{
  const char *text;
  char delimiter;
  const char *rows;
} cases[] = {
  { "a,b\nc,d", ',', "a|b/1 c|d/2 " },
  { "a,b\r\nc,d\r\n", ',', "a|b/1 c|d/2 " },
  { "a,b\rc", ',', "a|b/1 c/2 " },
  { "a;b,c", ';', "a|b,c/1 " },
  { "a\tb", '\t', "a|b/1 " },
  { ",", ',', "|/1 " },
  { "\n\na", ',', "/1 /2 a/3 " },
  { " a , b ", ',', "a|b/1 " },
  { "\"a,b\",c", ',', "a,b|c/1 " },
  { "\"a\nb\",c\nd", ',', "a\nb|c/1 d/3 " },
  { "\"a\r\nb\r\nc\"\r\nd", ',', "a\r\nb\r\nc/1 d/4 " },
  { "\"a\"\"b\"\"\",c", ',', "a\"b\"|c/1 " },
  { "\"\",c", ',', "|c/1 " },
  { "\"a\" <b>,c", ',', "a <b>|c/1 " },
  { "a\"b,c\"", ',', "a\"b|c\"/1 " },
  { "\"a,b\nc", ',', "\"a|b/1 c/2 " },
  { "\"", ',', "\"/1 " },
  { "\"\"\"", ',', "\"\"\"/1 " },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) rows = g_string_new (NULL);
      const char *rest = cases[i].text;
      guint line = 1;

      while (*rest != '\0')
        {
          guint first = line;
          g_auto (GStrv) row = waxseal_csv_row_read (&rest, cases[i].delimiter, &line);
          g_autofree char *cells = g_strjoinv ("|", row);

          g_string_append_printf (rows, "%s/%u ", cells, first);
        }
      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (rows->str, ==, cases[i].rows);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csv-row/rows", test_rows);
  return g_test_run ();
}
