/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The journal is on disk when it says so. */
#include <glib/gstdio.h>

#include "../model/store-fixture.h"
#include "waxseal-error.h"
#include "waxseal-journal.h"

typedef struct
{
  char *folder;
  WaxsealOrganizationStore *store;
  WaxsealOrganization *organization;
  WaxsealJournal *journal;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_create_folder ();
  fixture->store = store_fixture_create_store (fixture->folder, NO_SAVE);
  store_fixture_scan (fixture->store);
  fixture->organization = waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  waxseal_organization_store_add (fixture->store, fixture->organization);
  fixture->journal = waxseal_journal_new (fixture->organization, fixture->store);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->result);
  g_assert_finalize_object (fixture->journal);
  g_object_unref (fixture->organization);
  g_object_unref (fixture->store);
  store_fixture_delete (fixture->folder);
  g_free (fixture->folder);
}

static void
done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_set_object (&((Fixture *) user_data)->result, result);
}

static void
wait (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

static WaxsealJournalEntry *
create_entry (const char *action, const char *subject)
{
  return g_object_new (
    WAXSEAL_TYPE_JOURNAL_ENTRY, "action", action, "subject", subject, "marker", subject, NULL);
}

static gboolean
begin (Fixture *fixture, WaxsealJournalEntry *entry, GError **error)
{
  g_clear_object (&fixture->result);
  waxseal_journal_begin_async (fixture->journal, entry, NULL, done_cb, fixture);
  wait (fixture);
  return waxseal_journal_begin_finish (fixture->journal, fixture->result, error);
}

static void
settle (Fixture *fixture, WaxsealJournalEntry *entry, const char *outcome, const char *object_id)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->result);
  waxseal_journal_settle_async (
    fixture->journal, entry, outcome, object_id, "request", done_cb, fixture);
  wait (fixture);
  waxseal_journal_settle_finish (fixture->journal, fixture->result, &error);
  g_assert_no_error (error);
}

static gboolean
is_on_disk (Fixture *fixture, const char *text)
{
  g_autofree char *name =
    g_strconcat (waxseal_organization_get_id (fixture->organization), ".json", NULL);
  g_autofree char *file = store_fixture_read (fixture->folder, name);

  return strstr (file, text) != NULL;
}

static void
test_on_disk (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealJournalEntry) entry = create_entry (WAXSEAL_JOURNAL_CREATE_APP, "Name “x”");
  g_autoptr (WaxsealJournalEntry) pending = NULL;
  g_autoptr (GError) error = NULL;

  g_object_set (waxseal_record_get_child (fixture->organization, "sign-in"),
                "user-name",
                "admin@contoso.com",
                NULL);
  g_assert_true (begin (fixture, entry, &error));
  g_assert_no_error (error);
  g_assert_true (is_on_disk (fixture, "Name “x”"));
  g_assert_cmpstr (waxseal_record_get_text (entry, "by"), ==, "admin@contoso.com");
  g_assert_false (is_on_disk (fixture, "the-object"));
  pending = waxseal_journal_find_pending (fixture->journal, WAXSEAL_JOURNAL_CREATE_APP, NULL);
  g_assert_true (pending == entry);
  g_assert_true (waxseal_journal_is_recent (entry));
  g_assert_false (waxseal_journal_made_lately (fixture->journal, "the-object"));

  settle (fixture, entry, WAXSEAL_OUTCOME_DONE, "the-object");
  g_assert_true (is_on_disk (fixture, "the-object"));
  g_assert_true (is_on_disk (fixture, "\"done\""));
  g_assert_null (waxseal_journal_find_pending (fixture->journal, WAXSEAL_JOURNAL_CREATE_APP, NULL));
  g_assert_true (waxseal_journal_made_lately (fixture->journal, "the-object"));
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealJournalEntry) read = create_entry (WAXSEAL_JOURNAL_GRANT, "Mail.Read");
  g_autoptr (WaxsealJournalEntry) send = create_entry (WAXSEAL_JOURNAL_GRANT, "Mail.Send");
  g_autoptr (WaxsealJournalEntry) found = NULL;
  g_autoptr (WaxsealJournalEntry) orphan = NULL;

  g_assert_true (begin (fixture, read, NULL));
  g_assert_true (begin (fixture, send, NULL));
  found = waxseal_journal_find_pending (fixture->journal, WAXSEAL_JOURNAL_GRANT, "Mail.Read");
  g_assert_true (found == read);
  settle (fixture, send, WAXSEAL_OUTCOME_ORPHAN, NULL);
  orphan =
    waxseal_journal_find_outcome (fixture->journal, WAXSEAL_JOURNAL_GRANT, WAXSEAL_OUTCOME_ORPHAN);
  g_assert_true (orphan == send);
  g_assert_null (waxseal_journal_find_outcome (fixture->journal,
                                               WAXSEAL_JOURNAL_ADD_SECRET,
                                               WAXSEAL_OUTCOME_ORPHAN));
  g_assert_true (waxseal_journal_has_marker (fixture->journal, "Mail.Read"));
  g_assert_false (waxseal_journal_has_marker (fixture->journal, "Mail"));
  g_assert_false (waxseal_journal_has_marker (fixture->journal, ""));
  waxseal_record_set_text (read, "time", "2020-01-01T00:00:00Z");
  g_assert_false (waxseal_journal_is_recent (read));
}

static void
test_not_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealJournalEntry) entry = create_entry (WAXSEAL_JOURNAL_CREATE_APP, "x");
  g_autofree char *moved = g_strconcat (fixture->folder, "-moved", NULL);
  g_autoptr (GError) error = NULL;

  store_fixture_flush (fixture->store, NULL);
  /* A file where the folder was: nothing can be written there, not even by root. */
  g_assert_no_errno (g_rename (fixture->folder, moved));
  g_assert_true (g_file_set_contents (fixture->folder, "", 0, NULL));
  g_assert_false (begin (fixture, entry, &error));
  g_assert_nonnull (error);
  g_assert_null (waxseal_journal_find_pending (fixture->journal, WAXSEAL_JOURNAL_CREATE_APP, NULL));
  store_fixture_delete (moved);
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealJournalEntry) entry = create_entry (WAXSEAL_JOURNAL_CREATE_APP, "x");
  g_autoptr (GError) error = NULL;

  waxseal_organization_set_read_only (fixture->organization, TRUE);
  g_assert_false (begin (fixture, entry, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_NEWER);
  g_assert_null (waxseal_journal_find_pending (fixture->journal, WAXSEAL_JOURNAL_CREATE_APP, NULL));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, test) g_test_add (name, Fixture, NULL, set_up, test, tear_down)
  ADD ("/journal/on-disk", test_on_disk);
  ADD ("/journal/find", test_find);
  ADD ("/journal/not-written", test_not_written);
  ADD ("/journal/read-only", test_read_only);
  return g_test_run ();
}
