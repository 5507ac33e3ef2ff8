/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of a phase, and its text: exact for whoever reads it again, harmless in a spreadsheet.
 */
#include "waxseal-audience-csv.h"

#include <string.h>

#include "waxseal-audience-text.h"
#include "waxseal-recipient.h"
#include "waxseal-rollout-enums.h"

#define HEADING                                                                                    \
  "\xEF\xBB\xBF\"Name\",\"Address\",\"Kind\",\"Members\",\"Nested members left out\"\r\n"

static WaxsealRolloutPhase *
create (WaxsealAudience audience)
{
  return g_object_new (WAXSEAL_TYPE_ROLLOUT_PHASE, "name", "Pilot", "audience", audience, NULL);
}

static WaxsealRecipient *
add (WaxsealRolloutPhase *phase, const char *name, const char *address)
{
  g_autoptr (WaxsealRecipient) recipient =
    g_object_new (WAXSEAL_TYPE_RECIPIENT, "name", name, "address", address, NULL);

  g_list_store_append (waxseal_record_get_list (phase, "recipients"), recipient);
  return recipient;
}

static void
assert_csv (WaxsealRolloutPhase *phase, const char *rows)
{
  g_autoptr (GBytes) bytes = waxseal_audience_csv_build (phase);
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  g_autofree char *expected = g_strconcat (HEADING, rows, NULL);

  g_assert_cmpuint (strlen (text), ==, g_bytes_get_size (bytes));
  g_assert_cmpstr (text, ==, expected);
}

static void
test_rows (void)
{
  static const struct
  {
    const char *name;
    const char *address;
    const char *row;
  } cases[] = {
    { "Ann", "ann@contoso.com", "\"Ann\",\"ann@contoso.com\"" },
    { "", "ann@contoso.com", "\"\",\"ann@contoso.com\"" },
    { "Seán O'Brien", "sean.o'brien@contoso.com", "\"Seán O'Brien\",\"sean.o'brien@contoso.com\"" },
    { "\"Zoe\" Kim", "zoe@contoso.com", "\"\"\"Zoe\"\" Kim\",\"zoe@contoso.com\"" },
    { "佐藤 花子", "hanako@contoso.co.jp", "\"佐藤 花子\",\"hanako@contoso.co.jp\"" },
    { "$(rm)", "rm@contoso.com", "\"$(rm)\",\"rm@contoso.com\"" },
    { "Doe, Jane; Jr.", "jane@contoso.com", "\"Doe, Jane; Jr.\",\"jane@contoso.com\"" },
    { "Two\r\nlines", "two@contoso.com", "\"Two\r\nlines\",\"two@contoso.com\"" },
    { "a;=1+1", "a@contoso.com", "\"a;=1+1\",\"a@contoso.com\"" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = create (WAXSEAL_AUDIENCE_SPECIFIC);
      g_autofree char *row = g_strconcat (cases[i].row, ",\"Person\",\"\",\"\"\r\n", NULL);

      add (phase, cases[i].name, cases[i].address);
      assert_csv (phase, row);
    }
}

/* The cells of a row, as a program reads them (RFC 4180). */
static char **
read_cells (const char *row)
{
  g_autoptr (GPtrArray) cells = g_ptr_array_new ();
  const char *p = row;

  do
    {
      g_autoptr (GString) cell = g_string_new (NULL);

      g_assert_cmpint (*p++, ==, '"');
      for (; *p != '"' || p[1] == '"'; p++)
        {
          p += *p == '"';
          g_string_append_c (cell, *p);
        }
      g_ptr_array_add (cells, g_string_free (g_steal_pointer (&cell), FALSE));
    }
  while (*++p == ',' && *++p != '\0');
  g_assert_cmpstr (p, ==, "\r\n");
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_steal (cells, NULL);
}

/* Whatever a spreadsheet takes for a formula begins with something else; what is added can be taken
 * away again, and an address has nothing added inside. */
static void
test_formulas (void)
{
  static const char *const hostile[] = {
    "=1+1",
    "+1",
    "-1",
    "@SUM(1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "=HYPERLINK(\"http://x\")",
    " =1+1",
    "  @x",
    "＝1+1",
    "＋1",
    "－1",
    "＠x",
    "-team@contoso.com",
    "+41@contoso.com",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = create (WAXSEAL_AUDIENCE_SPECIFIC);
      g_autofree char *name = g_strconcat ("'", hostile[i], NULL);
      g_autofree char *address = g_strconcat ("<", hostile[i], ">", NULL);
      g_autoptr (GBytes) bytes = NULL;
      g_autofree char *text = NULL;
      g_auto (GStrv) cells = NULL;

      add (phase, hostile[i], hostile[i]);
      bytes = waxseal_audience_csv_build (phase);
      text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
      g_assert_true (g_str_has_prefix (text, HEADING));
      cells = read_cells (text + strlen (HEADING));
      g_assert_cmpuint (g_strv_length (cells), ==, 5);
      g_assert_cmpstr (cells[0], ==, name);
      g_assert_cmpstr (cells[1], ==, address);
    }
}

/* Members that nobody counted are not none. */
static void
test_groups (void)
{
  g_autoptr (WaxsealRolloutPhase) phase = create (WAXSEAL_AUDIENCE_SPECIFIC);
  WaxsealRecipient *counted = add (phase, "Sales", "sales@contoso.com");
  WaxsealRecipient *uncounted = add (phase, "All", "all@contoso.com");

  g_object_set (counted,
                "kind",
                WAXSEAL_RECIPIENT_KIND_GROUP,
                "n-members",
                12,
                "n-nested",
                3,
                "members-on",
                "2026-11-25T00:00:00Z",
                NULL);
  g_object_set (uncounted, "kind", WAXSEAL_RECIPIENT_KIND_GROUP, NULL);
  assert_csv (phase,
              "\"Sales\",\"sales@contoso.com\",\"Group\",\"12\",\"3\"\r\n"
              "\"All\",\"all@contoso.com\",\"Group\",\"\",\"\"\r\n");
}

/* Recipients that are left over from another choice are none of these. */
static void
test_nobody (void)
{
  static const WaxsealAudience audiences[] = { WAXSEAL_AUDIENCE_EVERYONE,
                                               WAXSEAL_AUDIENCE_JUST_ME };

  for (gsize i = 0; i < G_N_ELEMENTS (audiences); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase = create (audiences[i]);

      add (phase, "Ann", "ann@contoso.com");
      assert_csv (phase, "");
    }
}

/* A line for each, whatever is in a name. */
static void
test_text (void)
{
  static const char *const addresses[] = {
    "ann@contoso.com", "o'brien@contoso.com", "\"zoe\" kim",    "佐藤 花子",
    "$(rm), a; b",     "two\r\nlines",        "a\xE2\x80\xA8z", NULL,
  };
  static const char *const nobody[] = { NULL };
  g_autofree char *text = waxseal_audience_text_join (addresses);
  g_autofree char *empty = waxseal_audience_text_join (nobody);

  g_assert_cmpstr (text,
                   ==,
                   "ann@contoso.com\no'brien@contoso.com\n\"zoe\" kim\n佐藤 花子\n$(rm), a; b\n"
                   "two  lines\na z");
  g_assert_cmpstr (empty, ==, "");
}

static void
test_names (void)
{
  static const struct
  {
    const char *phase;
    const char *file;
  } cases[] = {
    { "Pilot", "waxseal-audience-pilot.csv" },
    { "Second wave/../x", "waxseal-audience-second-wave-x.csv" },
    { "佐藤", "waxseal-audience-.csv" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WaxsealRolloutPhase) phase =
        g_object_new (WAXSEAL_TYPE_ROLLOUT_PHASE, "name", cases[i].phase, NULL);
      g_autofree char *name = waxseal_audience_csv_dup_name (phase);

      g_assert_cmpstr (name, ==, cases[i].file);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/audience-csv/rows", test_rows);
  g_test_add_func ("/audience-csv/formulas", test_formulas);
  g_test_add_func ("/audience-csv/groups", test_groups);
  g_test_add_func ("/audience-csv/nobody", test_nobody);
  g_test_add_func ("/audience-csv/text", test_text);
  g_test_add_func ("/audience-csv/names", test_names);
  return g_test_run ();
}
