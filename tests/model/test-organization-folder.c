/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a folder may hold: damaged, newer and foreign files, what was removed, and very many. */
#include <glib/gstdio.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include "store-fixture.h"
#include "waxseal-enums.h"
#include "waxseal-error.h"

#define DAMAGED_ID "00000000-0000-4000-8000-00000000000d"
#define NEWER_ID   "00000000-0000-4000-8000-00000000000e"
#define ODD_ID     "00000000-0000-4000-8000-00000000000f"

typedef struct
{
  char *folder;
  WaxsealOrganizationStore *store;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = store_fixture_create_folder ();
  fixture->store = store_fixture_create_store (fixture->folder, NO_SAVE);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  /* so that nothing is written after the folder is deleted */
  store_fixture_flush (fixture->store, NULL);
  g_clear_object (&fixture->store);
  store_fixture_delete (fixture->folder);
  g_free (fixture->folder);
}

static void
assert_names (Fixture *fixture, const char *names)
{
  g_autofree char *listed = store_fixture_list_names (fixture->store);

  g_assert_cmpstr (listed, ==, names);
}

static void
assert_text (Fixture *fixture, const char *name, const char *text)
{
  g_autofree char *found = store_fixture_read (fixture->folder, name);

  g_assert_cmpstr (found, ==, text);
}

static void
assert_problem (Fixture *fixture,
                const char *id,
                WaxsealOrganizationProblem problem,
                const char *detail_part)
{
  WaxsealOrganizationEntry *entry = store_fixture_find_entry (fixture->store, id);

  g_assert_nonnull (entry);
  g_assert_cmpint (waxseal_organization_entry_get_problem (entry), ==, problem);
  g_assert_nonnull (strstr (waxseal_organization_entry_get_detail (entry), detail_part));
}

/* A damaged file is named, kept with its content, listed at every start, and never replaced. */
static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  store_fixture_write (fixture->folder, DAMAGED_ID ".json", "{\"format\":1,\n \"na");
  store_fixture_scan (fixture->store);
  g_assert_false (store_fixture_exists (fixture->folder, DAMAGED_ID ".json"));
  assert_text (fixture, DAMAGED_ID ".damaged", "{\"format\":1,\n \"na");
  assert_problem (fixture,
                  DAMAGED_ID ".damaged",
                  WAXSEAL_ORGANIZATION_PROBLEM_DAMAGED,
                  "line 2, column 5");
  assert_problem (fixture,
                  DAMAGED_ID ".damaged",
                  WAXSEAL_ORGANIZATION_PROBLEM_DAMAGED,
                  DAMAGED_ID ".damaged");

  store_fixture_write (fixture->folder, DAMAGED_ID ".json", "second");
  store_fixture_scan (fixture->store);
  store_fixture_write (fixture->folder, DAMAGED_ID ".json", "third");
  store_fixture_scan (fixture->store);
  assert_text (fixture, DAMAGED_ID ".damaged", "{\"format\":1,\n \"na");
  assert_text (fixture, DAMAGED_ID ".damaged-2", "second");
  assert_text (fixture, DAMAGED_ID ".damaged-3", "third");
  assert_names (fixture, DAMAGED_ID ".damaged " DAMAGED_ID ".damaged-2 " DAMAGED_ID ".damaged-3");
}

static void
test_damaged_load (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;

  store_fixture_write (fixture->folder, DAMAGED_ID ".json", "\xff");
  g_assert_null (store_fixture_load (fixture->store, DAMAGED_ID, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_DAMAGED);
  g_assert_nonnull (strstr (error->message, fixture->folder));
  g_assert_nonnull (strstr (error->message, DAMAGED_ID ".damaged"));
  assert_text (fixture, DAMAGED_ID ".damaged", "\xff");
  g_assert_null (store_fixture_load (fixture->store, DAMAGED_ID, &again));
  g_assert_error (again, WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND);
}

static void
test_damaged_removed (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  store_fixture_write (fixture->folder, DAMAGED_ID ".json", "x");
  store_fixture_scan (fixture->store);
  store_fixture_remove (fixture->store, DAMAGED_ID ".damaged", &error);
  g_assert_no_error (error);
  assert_names (fixture, "");
  store_fixture_restore (fixture->store, DAMAGED_ID ".damaged", &error);
  g_assert_no_error (error);
  assert_names (fixture, DAMAGED_ID ".damaged");
  assert_text (fixture, DAMAGED_ID ".damaged", "x");
}

static void
test_newer (Fixture *fixture, gconstpointer data)
{
  const char *nameless = "{\"format\":3}";

  store_fixture_write (fixture->folder, NEWER_ID ".json", "{\"format\":2,\"name\":\"N\"}");
  store_fixture_write (fixture->folder, ODD_ID ".json", nameless);
  store_fixture_scan (fixture->store);
  assert_names (fixture, ODD_ID " N");
  assert_problem (fixture, NEWER_ID, WAXSEAL_ORGANIZATION_PROBLEM_NEWER, "read-only");
  assert_problem (fixture, ODD_ID, WAXSEAL_ORGANIZATION_PROBLEM_NEWER, ODD_ID ".json");
  assert_text (fixture, ODD_ID ".json", nameless);
}

/* What cannot be opened, or would block for ever, is listed and left alone. */
static void
test_unreadable (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, NEWER_ID ".json", NULL);
  g_autofree char *fifo = g_build_filename (fixture->folder, ODD_ID ".json", NULL);
  g_autofree char *link = g_build_filename (fixture->folder, DAMAGED_ID ".json", NULL);

  g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
  g_assert_cmpint (mkfifo (fifo, 0600), ==, 0);
  g_assert_cmpint (symlink (DAMAGED_ID ".json", link), ==, 0);
  store_fixture_scan (fixture->store);
  assert_problem (fixture, NEWER_ID, WAXSEAL_ORGANIZATION_PROBLEM_UNREADABLE, folder);
  assert_problem (fixture, ODD_ID, WAXSEAL_ORGANIZATION_PROBLEM_UNREADABLE, fifo);
  assert_problem (fixture, DAMAGED_ID, WAXSEAL_ORGANIZATION_PROBLEM_UNREADABLE, link);
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));
}

static void
test_no_permission (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = store_fixture_create_file (fixture->folder, "Contoso");
  g_autofree char *path = g_strconcat (fixture->folder, "/", id, ".json", NULL);

  if (geteuid () == 0)
    {
      g_test_skip ("root may read every file");
      return;
    }
  g_assert_cmpint (g_chmod (path, 0), ==, 0);
  store_fixture_scan (fixture->store);
  assert_problem (fixture, id, WAXSEAL_ORGANIZATION_PROBLEM_UNREADABLE, path);
}

static const char *const foreign[] = {
  "notes.txt",           "contoso.json",        ".json",
  "contoso.json.A1b2C3", "contoso.damaged",     ODD_ID,
  ODD_ID ".json~",       ODD_ID ".json.backup", ODD_ID ".json.A1b2C3",
  "." ODD_ID ".json",    ODD_ID ".damaged-",    ODD_ID ".damaged.json",
};

static void
test_foreign (Fixture *fixture, gconstpointer data)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (foreign); i++)
    store_fixture_write (fixture->folder, foreign[i], "not ours");
  store_fixture_write (fixture->folder, "." ODD_ID ".json.A1b2C3", "half-written");
  store_fixture_scan (fixture->store);
  assert_names (fixture, "");
  for (i = 0; i < G_N_ELEMENTS (foreign); i++)
    assert_text (fixture, foreign[i], "not ours");
  g_assert_false (store_fixture_exists (fixture->folder, "." ODD_ID ".json.A1b2C3"));
}

static void
test_remove (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = store_fixture_create_file (fixture->folder, "Contoso");
  g_autofree char *file = g_strconcat (id, ".json", NULL);
  g_autofree char *removed_file = g_strconcat ("removed/", id, ".json", NULL);
  g_autoptr (WaxsealOrganization) organization = store_fixture_load (fixture->store, id, NULL);
  g_autoptr (WaxsealOrganizationStore) next = NULL;
  g_autoptr (WaxsealOrganization) again = NULL;
  g_autoptr (GError) error = NULL;

  waxseal_record_set_text (organization, "name", "Unsaved");
  store_fixture_remove (fixture->store, id, &error);
  g_assert_no_error (error);
  assert_names (fixture, "");
  g_assert_false (store_fixture_exists (fixture->folder, file));
  g_assert_true (store_fixture_exists (fixture->folder, removed_file));
  store_fixture_scan (fixture->store);
  assert_names (fixture, "");
  waxseal_record_set_text (organization, "name", "While removed");
  store_fixture_flush (fixture->store, &error);
  g_assert_no_error (error);
  g_assert_false (store_fixture_exists (fixture->folder, file));

  store_fixture_restore (fixture->store, id, &error);
  g_assert_no_error (error);
  assert_names (fixture, "While removed");
  g_assert_false (store_fixture_exists (fixture->folder, removed_file));
  waxseal_record_set_text (organization, "name", "Followed again");
  assert_names (fixture, "Followed again");
  store_fixture_flush (fixture->store, &error);
  g_assert_no_error (error);
  next = store_fixture_create_store (fixture->folder, NO_SAVE);
  again = store_fixture_load (next, id, NULL);
  g_assert_cmpstr (waxseal_organization_get_name (again), ==, "Followed again");
}

static void
count_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  g_task_propagate_boolean (G_TASK (result), &error);
  g_assert_no_error (error);
  (*(guint *) data)++;
}

/* An undo that does not wait never overtakes what it undoes; a scan in between shows no ghost. */
static void
test_remove_in_a_row (Fixture *fixture, gconstpointer data)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  const char *id = waxseal_organization_get_id (organization);
  g_autofree char *file = g_strconcat (id, ".json", NULL);
  guint n_done = 0;
  guint i;

  waxseal_organization_store_add (fixture->store, organization);
  for (i = 0; i < 10; i++)
    {
      waxseal_organization_store_scan_async (fixture->store, NULL, count_result_cb, &n_done);
      waxseal_organization_store_remove_async (fixture->store, id, NULL, count_result_cb, &n_done);
      waxseal_organization_store_restore_async (fixture->store, id, NULL, count_result_cb, &n_done);
      while (n_done < 3 * (i + 1))
        g_main_context_iteration (NULL, TRUE);
      assert_names (fixture, "Contoso");
      g_assert_true (store_fixture_exists (fixture->folder, file));
    }
}

static void
test_remove_at_scan (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = store_fixture_create_file (fixture->folder, "Contoso");
  guint n_done = 0;

  waxseal_organization_store_scan_async (fixture->store, NULL, count_result_cb, &n_done);
  waxseal_organization_store_remove_async (fixture->store, id, NULL, count_result_cb, &n_done);
  while (n_done < 2)
    g_main_context_iteration (NULL, TRUE);
  assert_names (fixture, "");
}

static void
test_purge (Fixture *fixture, gconstpointer data)
{
  g_autofree char *first = store_fixture_create_file (fixture->folder, "First");
  g_autofree char *second = store_fixture_create_file (fixture->folder, "Second");
  g_autofree char *foreign_path = g_build_filename (fixture->folder, "removed", "notes", NULL);
  g_autoptr (GError) error = NULL;

  store_fixture_remove (fixture->store, first, &error);
  store_fixture_remove (fixture->store, second, &error);
  store_fixture_write (fixture->folder, "removed/notes", "not ours");
  g_assert_no_error (error);
  store_fixture_purge (fixture->store, first, &error);
  g_assert_no_error (error);
  g_assert_false (store_fixture_restore (fixture->store, first, NULL));
  g_assert_true (store_fixture_restore (fixture->store, second, NULL));
  assert_names (fixture, "Second");

  store_fixture_remove (fixture->store, second, &error);
  store_fixture_purge (fixture->store, NULL, &error);
  g_assert_no_error (error);
  g_assert_false (store_fixture_restore (fixture->store, second, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND);
  assert_text (fixture, "removed/notes", "not ours");
}

/* How many opens of the folder and of its files the watch saw, those of @id.json not counted. */
static guint
count_other_opens (int watch, const char *id, guint *n_own)
{
  char buffer[16 * 1024] __attribute__ ((aligned (__alignof__(struct inotify_event))));
  guint n_others = 0;
  gssize size;

  while ((size = read (watch, buffer, sizeof buffer)) > 0)
    {
      const char *at = buffer;

      while (at < buffer + size)
        {
          const struct inotify_event *event = (const void *) at;

          if (event->len > 0 && g_str_has_prefix (event->name, id))
            (*n_own)++;
          else
            n_others++;
          at += sizeof *event + event->len;
        }
    }
  return n_others;
}

/* One of 1,000: the kernel says which files are opened. */
static void
test_thousand (Fixture *fixture, gconstpointer data)
{
  g_autofree char *id = NULL;
  g_autoptr (WaxsealOrganization) organization = NULL;
  guint n_own = 0;
  guint i;
  int watch;

  for (i = 0; i < 1000; i++)
    {
      g_autofree char *name = g_strdup_printf ("Organisation %u", i);

      g_free (id);
      id = store_fixture_create_file (fixture->folder, name);
    }
  watch = inotify_init1 (IN_NONBLOCK | IN_CLOEXEC);
  g_assert_cmpint (watch, >=, 0);
  g_assert_cmpint (inotify_add_watch (watch, fixture->folder, IN_OPEN), >=, 0);

  organization = store_fixture_load (fixture->store, id, NULL);
  g_assert_cmpstr (waxseal_organization_get_name (organization), ==, "Organisation 999");
  g_assert_cmpuint (count_other_opens (watch, id, &n_own), ==, 0);
  g_assert_cmpuint (n_own, ==, 1);

  store_fixture_scan (fixture->store);
  g_assert_cmpuint (count_other_opens (watch, id, &n_own), >, 999);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->store)), ==, 1000);
  close (watch);
}

static void
assert_not_found (Fixture *fixture, const char *name, WaxsealError code, const char *part)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (waxseal_organization_store_find_sync (fixture->folder, name, &error));
  g_assert_error (error, WAXSEAL_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, part));
}

static void
assert_found (Fixture *fixture, const char *name, const char *id)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_store_find_sync (fixture->folder, name, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (waxseal_organization_get_id (organization), ==, id);
}

static void
test_find (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lower = store_fixture_create_file (fixture->folder, "straße");
  g_autofree char *upper = store_fixture_create_file (fixture->folder, "STRASSE");
  g_autofree char *one = store_fixture_create_file (fixture->folder, "Twin");
  g_autofree char *other = store_fixture_create_file (fixture->folder, "Twin");
  g_autofree char *single = store_fixture_create_file (fixture->folder, "Contoso");

  assert_found (fixture, "straße", lower);
  assert_found (fixture, "STRASSE", upper);
  assert_found (fixture, "contoso", single);
  assert_found (fixture, other, other);
  assert_not_found (fixture, "Strasse", WAXSEAL_ERROR_AMBIGUOUS, upper);
  assert_not_found (fixture, "Twin", WAXSEAL_ERROR_AMBIGUOUS, one);
  assert_not_found (fixture, "Twin", WAXSEAL_ERROR_AMBIGUOUS, other);
  assert_not_found (fixture, "twin", WAXSEAL_ERROR_AMBIGUOUS, other);
  assert_not_found (fixture, "Fabrikam", WAXSEAL_ERROR_NOT_FOUND, "“Fabrikam”");
  assert_not_found (fixture, "\xff", WAXSEAL_ERROR_NOT_FOUND, "“\uFFFD”");
  assert_not_found (fixture, "../x", WAXSEAL_ERROR_NOT_FOUND, "../x");

  store_fixture_write (fixture->folder, DAMAGED_ID ".json", "x");
  assert_found (fixture, "Contoso", single);
  assert_not_found (fixture, "Fabrikam", WAXSEAL_ERROR_FILE_DAMAGED, DAMAGED_ID ".json");
  assert_text (fixture, DAMAGED_ID ".json", "x");
}

#define ADD(name, func) g_test_add ("/folder/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("damaged", test_damaged);
  ADD ("damaged-load", test_damaged_load);
  ADD ("damaged-removed", test_damaged_removed);
  ADD ("newer", test_newer);
  ADD ("unreadable", test_unreadable);
  ADD ("no-permission", test_no_permission);
  ADD ("foreign", test_foreign);
  ADD ("remove", test_remove);
  ADD ("remove-in-a-row", test_remove_in_a_row);
  ADD ("remove-at-scan", test_remove_at_scan);
  ADD ("purge", test_purge);
  ADD ("thousand", test_thousand);
  ADD ("find", test_find);
  return g_test_run ();
}
