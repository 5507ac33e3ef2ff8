/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A process that saves is killed with SIGKILL, 200 times, at moments that a seed decides. Each time
 * the file is whole, and is the last version that was said to be saved or the one after it. */
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "store-fixture.h"

#define N_KILLS 200
#define SEED    20240229

typedef struct
{
  char *folder;
  char *id;
  GRand *rand;
  guint version;       /* the one on disk */
  guint n_temporaries; /* kills that left one */
} Fixture;

static GPid
start_writer (Fixture *fixture, int *output)
{
  g_autofree char *program = g_test_build_filename (G_TEST_BUILT, "organization-writer", NULL);
  char *argv[] = { program, fixture->folder, fixture->id, NULL };
  g_autoptr (GError) error = NULL;
  GPid pid;

  g_spawn_async_with_pipes (
    NULL, argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, NULL, output, NULL, &error);
  g_assert_no_error (error);
  return pid;
}

static void
read_some (int output, GString *announced)
{
  char piece[4096];
  gssize size = read (output, piece, sizeof piece);

  g_assert_cmpint (size, >, 0);
  g_string_append_len (announced, piece, size);
}

static void
read_to_end (int output, GString *announced)
{
  char piece[4096];
  gssize size;

  while ((size = read (output, piece, sizeof piece)) > 0)
    g_string_append_len (announced, piece, size);
  g_assert_cmpint (size, ==, 0);
}

/* The last whole line. */
static guint
get_last_version (GString *announced)
{
  g_auto (GStrv) lines = NULL;
  guint n_lines;

  lines = g_strsplit (announced->str, "\n", -1);
  n_lines = g_strv_length (lines);
  g_assert_cmpuint (n_lines, >=, 2);
  return g_ascii_strtoull (lines[n_lines - 2], NULL, 10);
}

static gboolean
has_temporary (Fixture *fixture)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    if (name[0] == '.')
      return TRUE;
  return FALSE;
}

static void
check_file (Fixture *fixture, guint last_version)
{
  g_autoptr (WaxsealOrganizationStore) store =
    store_fixture_create_store (fixture->folder, NO_SAVE);
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization = store_fixture_load (store, fixture->id, &error);
  const char *notes;

  g_assert_no_error (error);
  fixture->version = g_ascii_strtoull (waxseal_organization_get_name (organization), NULL, 10);
  g_assert_cmpuint (fixture->version, >=, last_version);
  g_assert_cmpuint (fixture->version, <=, last_version + 1);
  notes = waxseal_record_get_text (waxseal_organization_get_cres_account (organization), "notes");
  g_assert_cmpuint (strlen (notes), ==, (fixture->version * 97) % 50000);
  g_assert_cmpuint (strspn (notes, "n"), ==, strlen (notes));

  fixture->n_temporaries += has_temporary (fixture);
  store_fixture_scan (store);
  g_assert_false (has_temporary (fixture));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, 1);
}

static void
kill_once (Fixture *fixture)
{
  g_autoptr (GString) announced = g_string_new (NULL);
  int output, status;
  GPid pid = start_writer (fixture, &output);

  read_some (output, announced);
  g_usleep (g_rand_int_range (fixture->rand, 0, 30 * 1000));
  g_assert_cmpint (kill (pid, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status) && WTERMSIG (status) == SIGKILL);
  read_to_end (output, announced);
  close (output);
  check_file (fixture, get_last_version (announced));
}

static void
test_kill (void)
{
  Fixture fixture = { .folder = store_fixture_create_folder (),
                      .rand = g_rand_new_with_seed (SEED) };
  guint i;

  fixture.id = store_fixture_create_file (fixture.folder, "0");
  for (i = 0; i < N_KILLS; i++)
    kill_once (&fixture);
  g_test_message ("%u kills, %u versions, %u temporaries",
                  i,
                  fixture.version,
                  fixture.n_temporaries);
  /* Many of the kills came in the middle of a save. */
  g_assert_cmpuint (fixture.version, >, 0);
  g_assert_cmpuint (fixture.n_temporaries, >, 0);

  store_fixture_delete (fixture.folder);
  g_rand_free (fixture.rand);
  g_free (fixture.folder);
  g_free (fixture.id);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/kill", test_kill);
  return g_test_run ();
}
