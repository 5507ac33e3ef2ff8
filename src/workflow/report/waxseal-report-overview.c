/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-prerequisite.h"
#include "waxseal-report-private.h"
#include "waxseal-report-words.h"
#include "waxseal-step-list.h"

static const WaxsealDocumentColumn mark_columns[] = { { N_ ("Mark"), 30 }, { N_ ("Meaning"), 70 } };
static const WaxsealDocumentColumn step_columns[] = {
  { N_ ("Part"), 30 },
  { N_ ("How far it is"), 40 },
  { N_ ("State"), 30 },
};
static const WaxsealDocumentColumn need_columns[] = {
  { N_ ("What is needed"), 42 },
  { N_ ("Who"), 30 },
  { N_ ("How it is known"), 28 },
};

/* Only what somebody may read in this report: findings say themselves what they mean. */
static void
add_marks (WaxsealReport *self)
{
  waxseal_document_add_heading (self->document, 2, _ ("How to read this report"));
  waxseal_document_add_paragraph (
    self->document,
    _ ("Each fact says how it is known. The value of the client secret is not in this report: "
       "Waxseal keeps it in the keyring only."));
  waxseal_document_add_table (self->document, mark_columns, G_N_ELEMENTS (mark_columns));
  for (WaxsealMark mark = WAXSEAL_MARK_VERIFIED; mark < WAXSEAL_N_MARKS; mark++)
    {
      if (waxseal_mark_get_meaning (mark) == NULL)
        continue;
      waxseal_document_add_row (self->document);
      waxseal_document_add_cell (self->document, waxseal_mark_get_label (mark), mark);
      waxseal_document_add_cell (self->document,
                                 waxseal_mark_get_meaning (mark),
                                 WAXSEAL_MARK_NONE);
    }
}

static void
add_origin (WaxsealReport *self)
{
  WaxsealRecord *origin = waxseal_record_get_child (self->organization, "origin");
  const char *by = waxseal_record_get_text (origin, "handed-over-by");
  const char *opened_on = waxseal_record_get_text (origin, "opened-on");
  g_autofree char *made = NULL;
  g_autofree char *opened = NULL;
  g_autofree char *text = NULL;

  if (*opened_on == '\0')
    return;
  made = waxseal_date_format (waxseal_record_get_text (origin, "handed-over-on"));
  opened = waxseal_date_format (opened_on);
  /* Translators: a person, a day, another day */
  text = g_strdup_printf (_ ("%s handed this set-up over on %s; it was opened here on %s. What was "
                             "verified there is only declared here, until it is checked again."),
                          *by != '\0' ? by : _ ("Somebody"),
                          made,
                          opened);
  waxseal_document_add_paragraph (self->document, text);
}

/* Only where they are not those of the cloud. */
static void
add_hosts (WaxsealReport *self, WaxsealRecord *sign_in)
{
  static const struct
  {
    const char *label;
    const char *property;
  } hosts[] = {
    { N_ ("Host for sign-in"), "login-host" },
    { N_ ("Host of Microsoft Graph"), "graph-host" },
    { N_ ("Host of Exchange Online"), "exchange-host" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (hosts); i++)
    if (*waxseal_record_get_text (sign_in, hosts[i].property) != '\0')
      waxseal_report_add_typed (self,
                                _ (hosts[i].label),
                                waxseal_record_get_text (sign_in, hosts[i].property));
}

static void
add_facts (WaxsealReport *self)
{
  WaxsealRecord *sign_in = waxseal_record_get_child (self->organization, "sign-in");

  waxseal_report_begin_facts (self);
  waxseal_report_add_typed (self,
                            _ ("Organization"),
                            waxseal_organization_get_name (self->organization));
  waxseal_report_add_typed (self,
                            _ ("Microsoft Cloud"),
                            waxseal_report_words_for_cloud (
                              waxseal_record_get_enum (self->organization, "cloud")));
  waxseal_report_add_typed (self,
                            _ ("Last signed in as"),
                            waxseal_record_get_text (sign_in, "user-name"));
  waxseal_report_add_typed (self,
                            _ ("Client ID that Waxseal signs in with"),
                            waxseal_record_get_text (sign_in, "client-id"));
  add_hosts (self, sign_in);
}

static void
add_steps (WaxsealReport *self)
{
  g_autoptr (WaxsealStepList) steps = waxseal_step_list_new (self->organization, self->draft);

  waxseal_document_add_table (self->document, step_columns, G_N_ELEMENTS (step_columns));
  for (WaxsealStepId id = WAXSEAL_STEP_OVERVIEW; id < WAXSEAL_N_STEPS; id++)
    {
      WaxsealStep *step = waxseal_step_list_get_step (steps, id);
      WaxsealState state = waxseal_step_get_state (step);

      waxseal_document_add_row (self->document);
      waxseal_document_add_cell (self->document,
                                 id == WAXSEAL_STEP_OVERVIEW ? _ ("Prerequisites")
                                                             : waxseal_step_get_title (step),
                                 WAXSEAL_MARK_NONE);
      waxseal_document_add_cell (self->document,
                                 waxseal_step_get_summary (step),
                                 WAXSEAL_MARK_NONE);
      waxseal_document_add_cell (self->document,
                                 waxseal_state_get_label (state),
                                 waxseal_mark_from_state (state));
    }
}

static void
add_need (WaxsealReport *self, gpointer need)
{
  const char *declared_on = waxseal_record_get_text (need, "declared-on");

  waxseal_document_add_row (self->document);
  waxseal_document_add_cell (self->document,
                             waxseal_prerequisite_get_title (need),
                             WAXSEAL_MARK_NONE);
  waxseal_document_add_cell (self->document,
                             waxseal_record_get_text (need, "person"),
                             WAXSEAL_MARK_NONE);
  if (*declared_on != '\0')
    waxseal_report_add_known (self, WAXSEAL_MARK_DECLARED, declared_on, NULL);
  else
    waxseal_report_add_known (self, WAXSEAL_MARK_UNKNOWN, NULL, NULL);
}

/** waxseal_report_add_overview: Adds what it is all about, how far it is, and who is needed. */
void
waxseal_report_add_overview (WaxsealReport *self)
{
  GListModel *needs = G_LIST_MODEL (waxseal_record_get_list (self->organization, "prerequisites"));

  if (waxseal_organization_get_practice (self->organization))
    waxseal_document_add_notice (self->document,
                                 _ ("Practice: this set-up lives on a practice tenant. Nothing of "
                                    "it is in Microsoft 365 or at Cisco."));
  waxseal_document_add_heading (self->document, 1, _ ("Overview"));
  add_origin (self);
  add_facts (self);
  add_steps (self);
  add_marks (self);
  waxseal_document_add_heading (self->document, 2, _ ("What you need"));
  waxseal_document_add_table (self->document, need_columns, G_N_ELEMENTS (need_columns));
  waxseal_report_add_items (self, needs, add_need);
}
