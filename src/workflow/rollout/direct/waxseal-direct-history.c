/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-direct-history.h"

#include "waxseal-journal.h"

static gboolean
is_text (gpointer entry, const char *property, const char *text)
{
  return g_str_equal (waxseal_record_get_text (entry, property), text);
}

static gboolean
is_open (gpointer entry)
{
  return is_text (entry, "settled-on", "");
}

/* An open change may have been made, too. */
static gboolean
may_be_made (gpointer entry)
{
  return is_open (entry) || is_text (entry, "outcome", WAXSEAL_OUTCOME_DONE);
}

/**
 * waxseal_direct_history_get_lately:
 * @app_id: the manifest's Id, in lower case
 *
 * Returns: the last thing that was done about the add-in, if that was lately
 */
WaxsealDirectLately
waxseal_direct_history_get_lately (WaxsealOrganization *organization, const char *app_id)
{
  GListModel *entries = G_LIST_MODEL (waxseal_record_get_list (organization, "journal"));

  for (guint i = g_list_model_get_n_items (entries); i > 0; i--)
    {
      g_autoptr (WaxsealJournalEntry) entry = g_list_model_get_item (entries, i - 1);

      if (!is_text (entry, "subject", app_id) || !may_be_made (entry))
        continue;
      if (is_open (entry))
        return WAXSEAL_DIRECT_LATELY_UNKNOWN;
      if (!waxseal_journal_is_recent (entry))
        return WAXSEAL_DIRECT_LATELY_NOTHING;
      return is_text (entry, "action", WAXSEAL_JOURNAL_REMOVE_ADDIN) ? WAXSEAL_DIRECT_LATELY_REMOVED
                                                                     : WAXSEAL_DIRECT_LATELY_THERE;
    }
  return WAXSEAL_DIRECT_LATELY_NOTHING;
}

/* It was looked for in vain, and turned up later: just as it was asked for. */
static gboolean
is_late (gpointer entry, const WaxsealDirectState *addin)
{
  return is_text (entry, "outcome", WAXSEAL_OUTCOME_ABSENT) &&
         waxseal_direct_state_has_digest (addin, waxseal_record_get_text (entry, "marker"));
}

/**
 * waxseal_direct_history_is_ours:
 * @addin: as Exchange has it
 *
 * Returns: whether it is the one that Waxseal deployed for @organization
 */
gboolean
waxseal_direct_history_is_ours (WaxsealOrganization *organization, const WaxsealDirectState *addin)
{
  GListModel *entries = G_LIST_MODEL (waxseal_record_get_list (organization, "journal"));
  gboolean ours = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (WaxsealJournalEntry) entry = g_list_model_get_item (entries, i);

      if (!is_text (entry, "subject", addin->app_id))
        continue;
      if (is_text (entry, "action", WAXSEAL_JOURNAL_DEPLOY_ADDIN))
        ours = ours || may_be_made (entry) || is_late (entry, addin);
      else if (is_text (entry, "action", WAXSEAL_JOURNAL_REMOVE_ADDIN))
        ours = ours && !is_text (entry, "outcome", WAXSEAL_OUTCOME_DONE);
    }
  return ours;
}
