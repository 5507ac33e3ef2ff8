/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The people and groups of a phase as a table (RFC 4180), for a spreadsheet or another tool. */
#include "waxseal-audience-csv.h"

#include "waxseal-csv-text.h"
#include "waxseal-recipient.h"
#include "waxseal-rollout-enums.h"

/* Not translated: whoever reads the file finds its columns by them. */
#define HEADING "\"Name\",\"Address\",\"Kind\",\"Members\",\"Nested members left out\"\r\n"

static const char *const kinds[] = {
  [WAXSEAL_RECIPIENT_KIND_PERSON] = "Person",
  [WAXSEAL_RECIPIENT_KIND_GROUP] = "Group",
};

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
  waxseal_csv_text_append_name (csv, waxseal_record_get_text (recipient, "name"));
  g_string_append_c (csv, ',');
  waxseal_csv_text_append_address (csv, waxseal_record_get_text (recipient, "address"));
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
  GString *csv = g_string_new (WAXSEAL_CSV_TEXT_MARK HEADING);

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
