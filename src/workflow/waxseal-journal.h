/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waxseal-journal-entry.h"
#include "waxseal-organization-store.h"

G_BEGIN_DECLS

/* What changes are called in the journal. */
#define WAXSEAL_JOURNAL_CREATE_APP    "create-application"
#define WAXSEAL_JOURNAL_DECLARE       "declare-permissions"
#define WAXSEAL_JOURNAL_CREATE_SP     "create-service-principal"
#define WAXSEAL_JOURNAL_ADD_SECRET    "add-secret"
#define WAXSEAL_JOURNAL_REMOVE_SECRET "remove-secret"
#define WAXSEAL_JOURNAL_ROTATE_SECRET "rotate-secret"
#define WAXSEAL_JOURNAL_GRANT         "grant-permission"
#define WAXSEAL_JOURNAL_DELETE_APP    "delete-application"
#define WAXSEAL_JOURNAL_DEPLOY_ADDIN  "deploy-addin"
#define WAXSEAL_JOURNAL_CHANGE_ADDIN  "change-addin"
#define WAXSEAL_JOURNAL_REMOVE_ADDIN  "remove-addin"

/* How a change ended; empty while that is not known, or: */
#define WAXSEAL_OUTCOME_ACCEPTED "accepted" /* the service said that it made it; it is not seen */
#define WAXSEAL_OUTCOME_DONE     "done"
#define WAXSEAL_OUTCOME_REFUSED  "refused" /* the service said no, or was never reached */
#define WAXSEAL_OUTCOME_ABSENT   "absent"  /* no reply came, and it was looked for in vain */
#define WAXSEAL_OUTCOME_ORPHAN   "orphan"  /* a secret is there whose value is lost */
#define WAXSEAL_OUTCOME_REMOVED  "removed" /* such a secret was removed again */

/*
 * The journal of an organisation's cloud changes (design.md, principle 3). An entry is on disk
 * before its change is sent; it is settled, on disk too, after the change was read back. An entry
 * without "settled-on" is pending: what became of it is looked for before anything else is sent.
 */
#define WAXSEAL_TYPE_JOURNAL (waxseal_journal_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealJournal, waxseal_journal, WAXSEAL, JOURNAL, GObject)

WaxsealJournal *waxseal_journal_new (WaxsealOrganization *organization,
                                     WaxsealOrganizationStore *store);

void waxseal_journal_begin_async (WaxsealJournal *self,
                                  WaxsealJournalEntry *entry,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
gboolean waxseal_journal_begin_finish (WaxsealJournal *self, GAsyncResult *result, GError **error);

void waxseal_journal_settle_async (WaxsealJournal *self,
                                   WaxsealJournalEntry *entry,
                                   const char *outcome,
                                   const char *object_id,
                                   const char *request_id,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data);
gboolean waxseal_journal_settle_finish (WaxsealJournal *self, GAsyncResult *result, GError **error);

void waxseal_journal_note_async (WaxsealJournal *self,
                                 WaxsealJournalEntry *entry,
                                 const char *outcome,
                                 GAsyncReadyCallback callback,
                                 gpointer user_data);
gboolean waxseal_journal_note_finish (WaxsealJournal *self, GAsyncResult *result, GError **error);

WaxsealJournalEntry *
waxseal_journal_find_pending (WaxsealJournal *self, const char *action, const char *subject);
WaxsealJournalEntry *
waxseal_journal_find_outcome (WaxsealJournal *self, const char *action, const char *outcome);
gboolean waxseal_journal_has_marker (WaxsealJournal *self, const char *marker);
gboolean waxseal_journal_is_recent (WaxsealJournalEntry *entry);
gboolean waxseal_journal_made_lately (WaxsealJournal *self, const char *object_id);

G_END_DECLS
