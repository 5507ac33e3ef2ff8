/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-unmatched-report.h"

#include "waxseal-csv-text.h"
#include "waxseal-unmatched-address.h"

/* Not translated: whoever reads the file finds its columns by them. */
#define HEADING "\"Address\",\"Name\",\"Reason\"\r\n"

typedef void (*Append) (GString *report, WaxsealUnmatchedAddress *address, const char *message);

static void
append_all (GString *report, GListModel *addresses, Append append)
{
  for (guint i = 0; i < g_list_model_get_n_items (addresses); i++)
    {
      g_autoptr (WaxsealUnmatchedAddress) address = g_list_model_get_item (addresses, i);
      g_autofree char *message = waxseal_unmatched_address_dup_message (address);

      append (report, address, message);
    }
}

/* A name with a line break in it does not make two lines. */
static void
append_line (GString *report, WaxsealUnmatchedAddress *address, const char *message)
{
  g_autofree char *line = g_strdelimit (g_strdup (message), "\t\r\n", ' ');

  g_string_append (report, waxseal_unmatched_address_get_address (address));
  g_string_append_c (report, '\t');
  g_string_append (report, line);
  g_string_append_c (report, '\n');
}

static void
append_row (GString *report, WaxsealUnmatchedAddress *address, const char *message)
{
  waxseal_csv_text_append_address (report, waxseal_unmatched_address_get_address (address));
  g_string_append_c (report, ',');
  waxseal_csv_text_append_name (report, waxseal_unmatched_address_get_name (address));
  g_string_append_c (report, ',');
  waxseal_csv_text_append_name (report, message);
  g_string_append (report, "\r\n");
}

/** waxseal_unmatched_report_build_text: Returns: (transfer full): a line for each, with a tab
 * before the reason. */
char *
waxseal_unmatched_report_build_text (GListModel *addresses)
{
  GString *report = g_string_new (NULL);

  append_all (report, addresses, append_line);
  return g_string_free (report, FALSE);
}

/** waxseal_unmatched_report_build_csv: Returns: (transfer full): the file, with a heading, in UTF-8
 * with a byte order mark; nothing in it is a formula. */
GBytes *
waxseal_unmatched_report_build_csv (GListModel *addresses)
{
  GString *report = g_string_new (WAXSEAL_CSV_TEXT_MARK HEADING);

  append_all (report, addresses, append_row);
  return g_string_free_to_bytes (report);
}
