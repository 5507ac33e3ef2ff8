/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The steps about the secret and the proof, and what all steps share. */
#include "waxseal-app-proof-record.h"
#include "waxseal-app-proof.h"
#include "waxseal-provision-run.h"
#include "waxseal-secret-addition.h"

/** waxseal_provision_run_record_app: Sets what the application is, in the organisation's record. */
void
waxseal_provision_run_record_app (WaxsealProvisionRun *run,
                                  const char *object_id,
                                  const char *client_id)
{
  WaxsealTenantReview *review = waxseal_provision_plan_get_review (run->plan);

  g_object_set (run->record,
                "object-id",
                object_id,
                "client-id",
                client_id,
                "tenant-id",
                waxseal_tenant_review_get_tenant_id (review),
                NULL);
}

/** waxseal_provision_run_is_young: Returns: whether what @property of the record names was made so
 * short a time ago that a 404 may be over soon. */
gboolean
waxseal_provision_run_is_young (WaxsealProvisionRun *run, const char *property)
{
  return waxseal_journal_made_lately (waxseal_tenant_session_get_journal (run->session),
                                      waxseal_record_get_text (run->record, property));
}

/* The secret that the keyring has is what the record names from now on. */
static void
record_usable_secret (WaxsealProvisionRun *run)
{
  WaxsealRegisteredApp *app = waxseal_provision_plan_get_app (run->plan);
  WaxsealRegisteredSecret *secret = waxseal_registered_app_find_usable_secret (app);
  const char *expires = waxseal_record_get_text (secret, "expires");
  g_autofree char *day = g_strndup (expires, strlen ("2027-05-18"));

  g_object_set (run->record,
                "secret-key-id",
                waxseal_record_get_text (secret, "key-id"),
                "secret-expires",
                day,
                NULL);
}

static void
added_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WaxsealProvisionRun *run = user_data;
  GError *error = NULL;
  gboolean already = waxseal_provision_plan_get_expires (run->plan) == NULL;

  if (waxseal_secret_addition_run_finish (result, &error) && already)
    record_usable_secret (run);
  waxseal_provision_run_finish_step (run,
                                     already ? WAXSEAL_PROVISION_ALREADY : WAXSEAL_PROVISION_DONE,
                                     error);
}

/** waxseal_provision_run_looks_at_secrets: Returns: whether one is to be added, or it is not known
 * what became of one that was asked for. */
gboolean
waxseal_provision_run_looks_at_secrets (WaxsealProvisionRun *run)
{
  WaxsealJournal *journal = waxseal_tenant_session_get_journal (run->session);
  g_autoptr (WaxsealJournalEntry) pending =
    waxseal_journal_find_pending (journal, WAXSEAL_JOURNAL_ADD_SECRET, NULL);
  g_autoptr (WaxsealJournalEntry) orphan =
    waxseal_journal_find_outcome (journal, WAXSEAL_JOURNAL_ADD_SECRET, WAXSEAL_OUTCOME_ORPHAN);

  return waxseal_provision_plan_get_expires (run->plan) != NULL || pending != NULL ||
         orphan != NULL;
}

/** waxseal_provision_run_secret: Adds the secret; where the keyring has one, only what became of
 * one that was asked for before is found out. */
void
waxseal_provision_run_secret (WaxsealProvisionRun *run)
{
  if (waxseal_provision_run_looks_at_secrets (run))
    {
      waxseal_secret_addition_run_async (run->session,
                                         waxseal_provision_plan_get_expires (run->plan),
                                         run->cancellable,
                                         added_cb,
                                         run);
      return;
    }
  record_usable_secret (run);
  waxseal_provision_run_finish_step (run, WAXSEAL_PROVISION_ALREADY, NULL);
}

static void
proved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  waxseal_app_proof_run_finish (result, &error);
  waxseal_provision_run_finish_step (user_data, WAXSEAL_PROVISION_DONE, error);
}

/** waxseal_provision_run_proof: Proves it; but for permissions that are not granted yet, later. */
void
waxseal_provision_run_proof (WaxsealProvisionRun *run)
{
  if (waxseal_provision_plan_hands_over (run->plan))
    waxseal_provision_run_finish_step (run, WAXSEAL_PROVISION_HANDED_OVER, NULL);
  else
    waxseal_app_proof_run_async (run->session, run->cancellable, proved_cb, run);
}

static void
settled_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GError *error = NULL;

  waxseal_journal_settle_finish (WAXSEAL_JOURNAL (source), result, &error);
  waxseal_provision_run_finish_step (user_data, WAXSEAL_PROVISION_ALREADY, error);
}

/** waxseal_provision_run_known: Records what the review saw, and settles what asked for it. */
void
waxseal_provision_run_known (WaxsealProvisionRun *run)
{
  static const char *const actions[] = {
    [WAXSEAL_PROVISION_DECLARE] = WAXSEAL_JOURNAL_DECLARE,
    [WAXSEAL_PROVISION_SERVICE_PRINCIPAL] = WAXSEAL_JOURNAL_CREATE_SP,
    [WAXSEAL_PROVISION_GRANT] = WAXSEAL_JOURNAL_GRANT,
  };
  WaxsealJournal *journal = waxseal_tenant_session_get_journal (run->session);
  WaxsealRegisteredApp *app = waxseal_provision_plan_get_app (run->plan);
  WaxsealProvisionKind kind = waxseal_provision_step_get_kind (run->step);
  const char *permission = waxseal_provision_step_get_permission (run->step);
  g_autoptr (WaxsealJournalEntry) entry =
    waxseal_journal_find_pending (journal, actions[kind], permission);

  if (kind == WAXSEAL_PROVISION_SERVICE_PRINCIPAL)
    waxseal_record_set_text (run->record,
                             "service-principal-id",
                             waxseal_record_get_text (app, "service-principal-id"));
  if (kind == WAXSEAL_PROVISION_GRANT)
    waxseal_app_proof_record_granted (waxseal_tenant_session_get_organization (run->session),
                                      permission);
  if (entry != NULL)
    waxseal_journal_settle_async (
      journal, entry, WAXSEAL_OUTCOME_DONE, NULL, NULL, settled_cb, run);
  else
    waxseal_provision_run_finish_step (run, WAXSEAL_PROVISION_ALREADY, NULL);
}
