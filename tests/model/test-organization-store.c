/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The store as the window uses it: what it lists, and how it saves. */
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "store-fixture.h"
#include "waxseal-enums.h"
#include "waxseal-error.h"

typedef struct
{
  char *folder;
  WaxsealOrganizationStore *store;
  guint n_saved;
  guint n_failed;
  GError *last_error;
} Fixture;

static void
saved_cb (WaxsealOrganizationStore *store, Fixture *fixture)
{
  fixture->n_saved++;
}

static void
failed_cb (WaxsealOrganizationStore *store, GError *error, Fixture *fixture)
{
  fixture->n_failed++;
  g_clear_error (&fixture->last_error);
  fixture->last_error = g_error_copy (error);
}

static void
open_store (Fixture *fixture, const char *folder, guint save_delay)
{
  g_clear_object (&fixture->store);
  fixture->store = store_fixture_create_store (folder, save_delay);
  g_signal_connect (fixture->store, "saved", G_CALLBACK (saved_cb), fixture);
  g_signal_connect (fixture->store, "save-failed", G_CALLBACK (failed_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_create_folder ();
  open_store (fixture, fixture->folder, NO_SAVE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* so that nothing is written after the folder is deleted */
  store_fixture_flush (fixture->store, NULL);
  g_clear_object (&fixture->store);
  g_clear_error (&fixture->last_error);
  store_fixture_delete (fixture->folder);
  g_free (fixture->folder);
}

static WaxsealOrganization *
add (Fixture *fixture, const char *name)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new (name, WAXSEAL_CLOUD_GLOBAL);

  waxseal_organization_store_add (fixture->store, organization);
  return organization;
}

static void
assert_flushed (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;

  store_fixture_flush (fixture->store, &error);
  g_assert_no_error (error);
}

/* What another start of Waxseal would read. */
static void
assert_name_on_disk (const char *folder, const char *id, const char *name)
{
  g_autoptr (WaxsealOrganizationStore) store = store_fixture_create_store (folder, NO_SAVE);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization = store_fixture_load (store, id, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (waxseal_organization_get_name (organization), ==, name);
}

static void
assert_names (Fixture *fixture, const char *names)
{
  g_autofree char *listed = store_fixture_list_names (fixture->store);

  g_assert_cmpstr (listed, ==, names);
}

static void
test_missing_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "a", "b", NULL);

  open_store (fixture, missing, NO_SAVE);
  store_fixture_scan (fixture->store);
  assert_names (fixture, "");
  g_assert_false (g_file_test (missing, G_FILE_TEST_EXISTS));
}

static void
test_add (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "a", "b", NULL);
  g_autofree char *path = NULL;
  WaxsealOrganization *organization;
  GStatBuf status;

  open_store (fixture, folder, NO_SAVE);
  organization = add (fixture, "Contoso");
  assert_names (fixture, "Contoso");
  assert_flushed (fixture);
  g_assert_cmpuint (fixture->n_saved, ==, 1);

  path = g_strconcat (folder, "/", waxseal_organization_get_id (organization), ".json", NULL);
  g_assert_cmpstr (waxseal_organization_entry_get_path (
                     store_fixture_find_entry (fixture->store,
                                               waxseal_organization_get_id (organization))),
                   ==,
                   path);
  g_assert_cmpint (g_stat (path, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0600);
  g_assert_cmpint (g_stat (folder, &status), ==, 0);
  g_assert_cmpint (status.st_mode & 0777, ==, 0700);
  assert_name_on_disk (folder, waxseal_organization_get_id (organization), "Contoso");
}

static void
count_cb (GListModel *list, guint position, guint removed, guint added, guint *count)
{
  (*count)++;
}

static void
test_rename (Fixture *fixture, gconstpointer data)
{
  WaxsealOrganization *organization = add (fixture, "Alpha");
  const char *id = waxseal_organization_get_id (organization);
  WaxsealOrganizationEntry *entry = store_fixture_find_entry (fixture->store, id);
  guint count = 0;

  add (fixture, "Mike");
  add (fixture, "Beta");
  assert_names (fixture, "Alpha Beta Mike");
  g_signal_connect (fixture->store, "items-changed", G_CALLBACK (count_cb), &count);
  waxseal_record_set_text (organization, "name", "Zulu");
  assert_names (fixture, "Beta Mike Zulu");
  g_assert_cmpuint (count, ==, 1);
  g_assert_true (entry == store_fixture_find_entry (fixture->store, id));
  waxseal_record_set_text (organization, "name", "Zulu 2");
  g_assert_cmpuint (count, ==, 1);
  assert_flushed (fixture);
  assert_name_on_disk (fixture->folder, id, "Zulu 2");
}

static void
test_rescan (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = store_fixture_create_file (fixture->folder, "Alpha");
  WaxsealOrganizationEntry *entry;
  guint count = 0;

  store_fixture_scan (fixture->store);
  entry = store_fixture_find_entry (fixture->store, id);
  add (fixture, "Beta");
  g_signal_connect (fixture->store, "items-changed", G_CALLBACK (count_cb), &count);
  store_fixture_scan (fixture->store);
  assert_names (fixture, "Alpha Beta");
  g_assert_cmpuint (count, ==, 0);
  g_assert_true (entry == store_fixture_find_entry (fixture->store, id));
}

static void
test_load_twice (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = store_fixture_create_file (fixture->folder, "Alpha");
  g_autoptr (WaxsealOrganization) first = store_fixture_load (fixture->store, id, NULL);
  g_autoptr (WaxsealOrganization) second = store_fixture_load (fixture->store, id, NULL);

  g_assert_nonnull (first);
  g_assert_true (first == second);
  assert_names (fixture, "Alpha");
  waxseal_record_set_text (first, "name", "Omega");
  assert_names (fixture, "Omega");
  g_assert_cmpint (waxseal_organization_store_get_save_state (fixture->store),
                   ==,
                   WAXSEAL_SAVE_STATE_PENDING);
  assert_flushed (fixture);
  assert_name_on_disk (fixture->folder, id, "Omega");
}

/* Changes far below are saved too; and what does not change is not written. */
static void
test_save_changes (Fixture *fixture, gconstpointer data)
{
  WaxsealOrganization *organization = add (fixture, "Contoso");
  g_autoptr (WaxsealRecord) phase =
    g_list_model_get_item (waxseal_organization_get_phases (organization), 1);

  assert_flushed (fixture);
  assert_flushed (fixture);
  g_assert_cmpuint (fixture->n_saved, ==, 1);
  waxseal_record_set_text (phase, "notes", "");
  g_assert_cmpint (waxseal_organization_store_get_save_state (fixture->store),
                   ==,
                   WAXSEAL_SAVE_STATE_IDLE);
  waxseal_record_set_text (phase, "notes", "ask Ms Tanaka");
  assert_flushed (fixture);
  g_assert_cmpuint (fixture->n_saved, ==, 2);
}

static void
test_debounce (Fixture *fixture, gconstpointer data)
{
  WaxsealOrganization *organization;
  guint i;

  open_store (fixture, fixture->folder, 150);
  organization = add (fixture, "0");
  assert_flushed (fixture);
  fixture->n_saved = 0;
  for (i = 1; i <= 100; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u", i);

      waxseal_record_set_text (organization, "name", name);
      store_fixture_wait (3);
    }
  /* Typing without a pause must not put the save off: some 300 ms are two delays and a bit. */
  g_assert_cmpuint (fixture->n_saved, >, 0);
  store_fixture_wait (400);
  g_assert_cmpuint (fixture->n_saved, <=, 10);
  g_assert_cmpint (waxseal_organization_store_get_save_state (fixture->store),
                   ==,
                   WAXSEAL_SAVE_STATE_IDLE);
  assert_name_on_disk (fixture->folder, waxseal_organization_get_id (organization), "100");
}

static void
test_change_during_write (Fixture *fixture, gconstpointer data)
{
  WaxsealOrganization *organization = add (fixture, "first");

  g_assert_cmpint (waxseal_organization_store_get_save_state (fixture->store),
                   ==,
                   WAXSEAL_SAVE_STATE_SAVING);
  waxseal_record_set_text (organization, "name", "second");
  assert_flushed (fixture);
  g_assert_cmpuint (fixture->n_saved, ==, 2);
  assert_name_on_disk (fixture->folder, waxseal_organization_get_id (organization), "second");
}

static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *blocked = g_build_filename (fixture->folder, "file", "organizations", NULL);
  g_autofree char *blocker = g_build_filename (fixture->folder, "file", NULL);
  g_autoptr (GError) error = NULL;
  WaxsealOrganization *organization;

  store_fixture_write (fixture->folder, "file", "");
  open_store (fixture, blocked, NO_SAVE);
  organization = add (fixture, "Contoso");
  g_assert_false (store_fixture_flush (fixture->store, &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  g_assert_nonnull (strstr (error->message, blocked));
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_cmpstr (fixture->last_error->message, ==, error->message);
  g_assert_cmpint (waxseal_organization_store_get_save_state (fixture->store),
                   ==,
                   WAXSEAL_SAVE_STATE_FAILED);

  g_assert_cmpint (g_unlink (blocker), ==, 0);
  assert_flushed (fixture);
  g_assert_cmpint (waxseal_organization_store_get_save_state (fixture->store),
                   ==,
                   WAXSEAL_SAVE_STATE_IDLE);
  assert_name_on_disk (blocked, waxseal_organization_get_id (organization), "Contoso");
}

/* What can be neither saved nor removed is still there, and is saved once that is possible. */
static void
test_remove_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *blocked = g_build_filename (fixture->folder, "file", NULL);
  g_autoptr (GError) error = NULL;
  WaxsealOrganization *organization;

  store_fixture_write (fixture->folder, "file", "");
  open_store (fixture, blocked, NO_SAVE);
  organization = add (fixture, "Contoso");
  g_assert_false (
    store_fixture_remove (fixture->store, waxseal_organization_get_id (organization), &error));
  g_assert_error (error, G_FILE_ERROR, G_FILE_ERROR_NOTDIR);
  assert_names (fixture, "Contoso");
  g_assert_cmpint (g_unlink (blocked), ==, 0);
  assert_flushed (fixture);
  assert_name_on_disk (blocked, waxseal_organization_get_id (organization), "Contoso");
}

/* Somebody damages or deletes the file of what is open: it is in memory, and so not lost. */
static void
test_damaged_while_open (Fixture *fixture, gconstpointer data)
{
  WaxsealOrganization *organization = add (fixture, "Contoso");
  const char *id = waxseal_organization_get_id (organization);
  g_autofree char *file = g_strconcat (id, ".json", NULL);
  g_autofree char *aside = g_strconcat (id, ".damaged", NULL);

  assert_flushed (fixture);
  store_fixture_write (fixture->folder, file, "x");
  store_fixture_scan (fixture->store);
  assert_flushed (fixture);
  g_assert_nonnull (store_fixture_find_entry (fixture->store, aside));
  g_assert_nonnull (store_fixture_find_entry (fixture->store, id));
  assert_name_on_disk (fixture->folder, id, "Contoso");
}

static void
limit_file_size (rlim_t bytes)
{
  struct rlimit limit;

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = bytes;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

/* A file system without room: the write stops midway, and the old file stays whole. */
static void
test_no_room (Fixture *fixture, gconstpointer data)
{
  WaxsealOrganization *organization;
  const char *id;
  g_autoptr (GDir) dir = NULL;

  open_store (fixture, fixture->folder, 1);
  organization = add (fixture, "old");
  id = waxseal_organization_get_id (organization);
  assert_flushed (fixture);

  signal (SIGXFSZ, SIG_IGN);
  limit_file_size (100);
  waxseal_record_set_text (organization, "name", "new");
  store_fixture_wait (200);
  limit_file_size (RLIM_INFINITY);
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_nonnull (strstr (fixture->last_error->message, id));
  assert_name_on_disk (fixture->folder, id, "old");
  dir = g_dir_open (fixture->folder, 0, NULL);
  g_assert_nonnull (g_dir_read_name (dir));
  g_assert_null (g_dir_read_name (dir));

  waxseal_record_set_text (organization, "name", "newer");
  store_fixture_wait (200);
  g_assert_cmpint (waxseal_organization_store_get_save_state (fixture->store),
                   ==,
                   WAXSEAL_SAVE_STATE_IDLE);
  assert_name_on_disk (fixture->folder, id, "newer");
}

static const char *const no_ids[] = {
  "",
  ".",
  "..",
  "../outside",
  "/etc/passwd",
  "removed",
  "12345678-1234-4123-8123-123456789abc/../../outside",
  "12345678-1234-4123-8123-123456789abc.damaged/../../outside",
  "12345678-1234-4123-8123-123456789abc.damaged-",
  "12345678-1234-4123-8123-123456789abc.damaged-2x",
  "12345678-1234-4123-8123-123456789abc",
};

static void
test_no_id (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "organizations", NULL);
  g_autofree char *outside = NULL;
  gsize i;

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  store_fixture_write (fixture->folder, "outside", "mine");
  store_fixture_write (fixture->folder, "outside.json", "mine");
  open_store (fixture, folder, NO_SAVE);
  for (i = 0; i < G_N_ELEMENTS (no_ids); i++)
    {
      g_autoptr (GError) load_error = NULL;
      g_autoptr (GError) remove_error = NULL;
      g_autoptr (GError) restore_error = NULL;

      g_assert_null (store_fixture_load (fixture->store, no_ids[i], &load_error));
      g_assert_error (load_error, WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND);
      g_assert_false (store_fixture_remove (fixture->store, no_ids[i], &remove_error));
      g_assert_error (remove_error, WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND);
      g_assert_false (store_fixture_restore (fixture->store, no_ids[i], &restore_error));
      g_assert_error (restore_error, WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND);
      store_fixture_purge (fixture->store, no_ids[i], NULL);
    }
  outside = store_fixture_read (fixture->folder, "outside");
  g_assert_cmpstr (outside, ==, "mine");
  g_assert_true (store_fixture_exists (fixture->folder, "outside.json"));
}

/* The file's name decides where it is saved, whatever id its content claims. */
static void
test_foreign_id (Fixture *fixture, gconstpointer data)
{
  const char *id = "12345678-1234-4123-8123-123456789abc";
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization = NULL;

  store_fixture_write (fixture->folder,
                       "12345678-1234-4123-8123-123456789abc.json",
                       "{\"format\":1,\"id\":\"../../tmp/evil\",\"name\":\"Evil\"}");
  organization = store_fixture_load (fixture->store, id, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (waxseal_organization_get_id (organization), ==, id);
  waxseal_record_set_text (organization, "name", "Good");
  assert_flushed (fixture);
  assert_name_on_disk (fixture->folder, id, "Good");
}

static void
test_newer_is_not_saved (Fixture *fixture, gconstpointer data)
{
  const char *name = "12345678-1234-4123-8123-123456789abc.json";
  const char *text = "{\"format\":2,\"name\":\"N\",\"addin\":7}";
  g_autoptr (WaxsealOrganization) organization = NULL;
  g_autofree char *after = NULL;
  g_autofree char *id = g_strndup (name, 36);

  store_fixture_write (fixture->folder, name, text);
  organization = store_fixture_load (fixture->store, id, NULL);
  g_assert_true (waxseal_organization_get_read_only (organization));
  g_assert_cmpint (waxseal_organization_entry_get_problem (
                     store_fixture_find_entry (fixture->store, id)),
                   ==,
                   WAXSEAL_ORGANIZATION_PROBLEM_NEWER);
  waxseal_record_set_text (organization, "name", "M");
  assert_flushed (fixture);
  after = store_fixture_read (fixture->folder, name);
  g_assert_cmpstr (after, ==, text);
}

#define ADD(name, func) g_test_add ("/store/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("missing-folder", test_missing_folder);
  ADD ("add", test_add);
  ADD ("rename", test_rename);
  ADD ("rescan", test_rescan);
  ADD ("load-twice", test_load_twice);
  ADD ("save-changes", test_save_changes);
  ADD ("debounce", test_debounce);
  ADD ("change-during-write", test_change_during_write);
  ADD ("no-folder", test_no_folder);
  ADD ("remove-fails", test_remove_fails);
  ADD ("damaged-while-open", test_damaged_while_open);
  ADD ("no-room", test_no_room);
  ADD ("no-id", test_no_id);
  ADD ("foreign-id", test_foreign_id);
  ADD ("newer-is-not-saved", test_newer_is_not_saved);
  return g_test_run ();
}
