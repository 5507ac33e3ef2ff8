/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole set-up as a document. Of the client secret it tells what Entra tells too: its
 * description, its Secret ID and its expiry. Nothing here knows the keyring. */
#include "waxseal-report.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-report-private.h"
#include "waxseal-slug.h"

static const WaxsealDocumentColumn fact_columns[] = {
  { N_ ("What"), 25 },
  { N_ ("Value"), 47 },
  { N_ ("How it is known"), 28 },
};

/** waxseal_report_begin_facts: Begins a table of facts, each with how it is known. */
void
waxseal_report_begin_facts (WaxsealReport *self)
{
  waxseal_document_add_table (self->document, fact_columns, G_N_ELEMENTS (fact_columns));
}

/**
 * waxseal_report_add_known:
 * @when: (nullable): ISO 8601
 * @by: (nullable): a person
 *
 * Adds a cell that says how something is known.
 */
void
waxseal_report_add_known (WaxsealReport *self, WaxsealMark mark, const char *when, const char *by)
{
  g_autofree char *words = waxseal_mark_describe (mark, when, by);

  waxseal_document_add_cell (self->document, words, mark);
}

/**
 * waxseal_report_add_fact:
 * @value: empty where there is none: then @mark counts for nothing, since it is unknown
 *
 * Adds a row to the table of facts.
 */
void
waxseal_report_add_fact (WaxsealReport *self,
                         const char *label,
                         const char *value,
                         WaxsealMark mark,
                         const char *when,
                         const char *by)
{
  gboolean is_given = *value != '\0';

  waxseal_document_add_row (self->document);
  waxseal_document_add_cell (self->document, label, WAXSEAL_MARK_NONE);
  waxseal_document_add_cell (self->document, is_given ? value : _ ("Not given"), WAXSEAL_MARK_NONE);
  if (is_given)
    waxseal_report_add_known (self, mark, when, by);
  else
    waxseal_report_add_known (self, WAXSEAL_MARK_UNKNOWN, NULL, NULL);
}

/** waxseal_report_add_typed: Adds what an administrator typed, without saying when. */
void
waxseal_report_add_typed (WaxsealReport *self, const char *label, const char *value)
{
  waxseal_report_add_fact (self, label, value, WAXSEAL_MARK_DECLARED, NULL, NULL);
}

/** waxseal_report_add_event: Adds that @label happened on @when; “Not yet” where it is empty. */
void
waxseal_report_add_event (WaxsealReport *self,
                          const char *label,
                          const char *when,
                          WaxsealMark mark,
                          const char *by)
{
  g_autofree char *time = waxseal_date_format_time (when);

  if (*when != '\0')
    waxseal_report_add_fact (self, label, time, mark, when, by);
  else
    waxseal_report_add_fact (self, label, _ ("Not yet"), WAXSEAL_MARK_UNKNOWN, NULL, NULL);
}

/** waxseal_report_add_items: Adds a row for each of @items, and says how many there are beyond what
 * a report lists. */
void
waxseal_report_add_items (WaxsealReport *self, GListModel *items, WaxsealReportItem add_item)
{
  guint n = g_list_model_get_n_items (items);
  g_autofree char *more = NULL;

  for (guint i = 0; i < n && i < WAXSEAL_REPORT_MAX_ROWS; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (items, i);

      add_item (self, item);
    }
  if (n <= WAXSEAL_REPORT_MAX_ROWS)
    return;
  n -= WAXSEAL_REPORT_MAX_ROWS;
  more =
    g_strdup_printf (ngettext ("%u more is not listed here.", "%u more are not listed here.", n),
                     n);
  waxseal_document_add_paragraph (self->document, more);
}

static WaxsealDocument *
create_document (WaxsealOrganization *organization, GDateTime *now)
{
  g_autofree char *iso8601 = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autoptr (GDateTime) local = g_date_time_to_local (now);
  g_autofree char *time = waxseal_date_format_time (iso8601);
  g_autofree char *zone = g_date_time_format (local, "UTC%:z");
  /* Translators: a time, then its time zone: 25 Nov 2026, 21:40 (UTC+09:00) */
  g_autofree char *subtitle =
    g_strdup_printf (_ ("Mail encryption add-in for Outlook, as set up on %s (%s)"), time, zone);

  return waxseal_document_new (waxseal_organization_get_name (organization), subtitle);
}

/**
 * waxseal_report_new:
 * @draft: the manifest of @organization
 * @now: in UTC
 *
 * Returns: (transfer full): the whole set-up, in the language of the user.
 */
WaxsealDocument *
waxseal_report_new (WaxsealOrganization *organization, WaxsealManifestDraft *draft, GDateTime *now)
{
  WaxsealReport self = { create_document (organization, now), organization, draft, now };

  waxseal_report_add_overview (&self);
  waxseal_report_add_entra (&self);
  waxseal_report_add_cres (&self);
  waxseal_report_add_manifest (&self);
  waxseal_report_add_rollout (&self);
  waxseal_report_add_checks (&self);
  waxseal_report_add_journal (&self);
  return self.document;
}

/**
 * waxseal_report_dup_file_name:
 * @extension: of the format, such as “html”
 *
 * Returns: (transfer full): a file name to propose, such as “waxseal-report-contoso.html”.
 */
char *
waxseal_report_dup_file_name (WaxsealOrganization *organization, const char *extension)
{
  g_autofree char *name = waxseal_slug_new (waxseal_organization_get_name (organization), "");

  return g_strconcat ("waxseal-report", *name != '\0' ? "-" : "", name, ".", extension, NULL);
}
