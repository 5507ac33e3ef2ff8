/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "setup-fixture.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#include "leak-search.h"
#include "raw-client.h"
#include "waxseal-keyring.h"

#define PEOPLE   10
#define STEERING "X-Waxseal-Practice: 1\r\n"

static void
result_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GAsyncResult **place = user_data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *result;
}

static void
remove_tree (const char *path)
{
  GDir *dir = g_dir_open (path, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      remove_tree (child);
    }
  g_clear_pointer (&dir, g_dir_close);
  g_remove (path);
}

static void
forget_run (SetupFixture *self)
{
  g_clear_object (&self->process);
  g_clear_pointer (&self->errors, g_free);
  g_clear_pointer (&self->result, json_node_unref);
}

static void
make_folder (SetupFixture *self)
{
  g_autoptr (GError) error = NULL;

  self->n_printed = 0;
  self->folder = g_dir_make_tmp ("waxseal-setup-XXXXXX", &error);
  g_assert_no_error (error);
}

static void
drop_folder (SetupFixture *self)
{
  forget_run (self);
  remove_tree (self->folder);
  g_clear_pointer (&self->folder, g_free);
}

void
setup_fixture_set_up (SetupFixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;

  self->server = waxseal_practice_server_new (PEOPLE);
  waxseal_practice_server_start (self->server, 0, &error);
  g_assert_no_error (error);
  make_folder (self);
}

void
setup_fixture_tear_down (SetupFixture *self, gconstpointer unused)
{
  drop_folder (self);
  waxseal_practice_server_stop (self->server);
  g_clear_object (&self->server);
}

/* A tenant and a Waxseal that know nothing of each other. */
void
setup_fixture_renew (SetupFixture *self)
{
  g_autoptr (JsonNode) reset = setup_fixture_steer (self, "POST", "/practice/reset", "{}");

  drop_folder (self);
  make_folder (self);
}

/* Of what was printed: opened anew for each run, but nothing is thrown away. */
static int
open_log (SetupFixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  int fd = g_open (path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);

  g_assert_cmpint (fd, >=, 0);
  return fd;
}

static void
set_home (SetupFixture *self, GSubprocessLauncher *launcher, const char *variable, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  g_subprocess_launcher_setenv (launcher, variable, path, TRUE);
}

static GSubprocessLauncher *
create_launcher (SetupFixture *self)
{
  GSubprocessLauncher *launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_NONE);

  set_home (self, launcher, "XDG_DATA_HOME", "data");
  set_home (self, launcher, "XDG_STATE_HOME", "state");
  g_subprocess_launcher_setenv (launcher, "LC_ALL", "C.UTF-8", TRUE);
  g_subprocess_launcher_setenv (launcher, "G_MESSAGES_DEBUG", "all", TRUE);
  g_subprocess_launcher_setenv (launcher, "LD_PRELOAD", g_getenv ("WAXSEAL_QUICK_TIMERS"), TRUE);
  g_subprocess_launcher_unsetenv (launcher, "DISPLAY");
  g_subprocess_launcher_unsetenv (launcher, "LANGUAGE");
  g_subprocess_launcher_set_cwd (launcher, self->folder);
  g_subprocess_launcher_take_stdout_fd (launcher, open_log (self, "output"));
  g_subprocess_launcher_take_stderr_fd (launcher, open_log (self, "errors"));
  return launcher;
}

/* Starts “waxseal setup --practice @options”, the words of which are separated by spaces. */
void
setup_fixture_start (SetupFixture *self, const char *options)
{
  g_autoptr (GSubprocessLauncher) launcher = create_launcher (self);
  g_autofree char *line = g_strdup_printf ("%s setup --practice --practice-server %s %s",
                                           g_getenv ("WAXSEAL_COMMAND"),
                                           waxseal_practice_server_get_base (self->server),
                                           options);
  g_auto (GStrv) words = g_strsplit (line, " ", -1);
  g_autoptr (GError) error = NULL;

  forget_run (self);
  self->process = g_subprocess_launcher_spawnv (launcher, (const char *const *) words, &error);
  g_assert_no_error (error);
}

static char *
read_log (SetupFixture *self, const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);
  char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  return text;
}

/* The result is all that the run printed to its standard output: the log goes elsewhere. */
static JsonNode *
read_result (SetupFixture *self)
{
  g_autofree char *text = read_log (self, "output");
  const char *printed = text + self->n_printed;
  g_autoptr (GError) error = NULL;
  JsonNode *result;

  self->n_printed = strlen (text);
  if (*printed == '\0')
    return NULL;
  result = json_from_string (printed, &error);
  g_assert_no_error (error);
  return result;
}

/* Waits for the process that was started, however it ends. */
void
setup_fixture_finish (SetupFixture *self)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait (self->process, NULL, &error);
  g_assert_no_error (error);
  self->exit = -1;
  if (g_subprocess_get_if_exited (self->process))
    self->exit = g_subprocess_get_exit_status (self->process);
  self->errors = read_log (self, "errors");
  self->result = read_result (self);
}

/* A whole run, after which nothing secret lies about. */
void
setup_fixture_run (SetupFixture *self, const char *options)
{
  setup_fixture_start (self, options);
  setup_fixture_finish (self);
  g_test_message ("setup %s: %d, %s",
                  options,
                  self->exit,
                  setup_fixture_get_text (self, "outcome"));
  setup_fixture_assert_no_leak (self);
}

JsonNode *
setup_fixture_steer (SetupFixture *self, const char *method, const char *path, const char *body)
{
  const char *base = waxseal_practice_server_get_base (self->server);
  g_autoptr (RawReply) reply = raw_client_ask (base, method, path, STEERING, body);

  g_assert_cmpuint (reply->status / 100, ==, 2);
  return json_from_string (reply->body, NULL);
}

void
setup_fixture_make_trouble (SetupFixture *self, const char *script)
{
  g_autoptr (JsonNode) rules = setup_fixture_steer (self, "POST", "/practice/faults", script);

  g_assert_nonnull (rules);
}

/* “1 1 4 1”: applications, service principals, grants and live secrets. */
char *
setup_fixture_describe (SetupFixture *self)
{
  g_autoptr (JsonNode) summary = setup_fixture_steer (self, "GET", "/practice/summary", NULL);
  JsonObject *counts = waxseal_json_node_get_object (summary);

  return g_strdup_printf ("%d %d %d %d",
                          (int) waxseal_json_get_number (counts, "applications", -1),
                          (int) waxseal_json_get_number (counts, "servicePrincipals", -1),
                          (int) waxseal_json_get_number (counts, "grants", -1),
                          (int) waxseal_json_get_number (counts, "liveSecrets", -1));
}

/* What Waxseal asked for, “POST /v1.0/applications”, without the person's pages. */
GPtrArray *
setup_fixture_list_requests (SetupFixture *self)
{
  g_autoptr (JsonNode) log = setup_fixture_steer (self, "GET", "/practice/log", NULL);
  JsonArray *entries = json_node_get_array (log);
  GPtrArray *requests = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = waxseal_json_array_get_object (entries, i);
      const char *route = waxseal_json_get_text (entry, "route");

      if (g_str_has_prefix (route, "/v1.0/") || g_str_has_suffix (route, "/token"))
        g_ptr_array_add (requests,
                         g_strconcat (waxseal_json_get_text (entry, "method"), " ", route, NULL));
    }
  return requests;
}

const char *
setup_fixture_get_text (SetupFixture *self, const char *member)
{
  return waxseal_json_get_text (waxseal_json_node_get_object (self->result), member);
}

/* The code of the error in the result, -1 where there is none. */
gint64
setup_fixture_get_error (SetupFixture *self)
{
  JsonObject *result = waxseal_json_node_get_object (self->result);

  return waxseal_json_get_number (waxseal_json_get_object (result, "error"), "code", -1);
}

/* Whether the keyring has the value of the secret that the result names. */
gboolean
setup_fixture_holds_secret (SetupFixture *self)
{
  g_autoptr (WaxsealKeyring) keyring = waxseal_keyring_new ();
  g_autoptr (GAsyncResult) listed = NULL;
  g_autoptr (GListModel) items = NULL;
  g_autoptr (GError) error = NULL;
  guint n = 0;

  waxseal_keyring_list_async (keyring, NULL, NULL, result_cb, &listed);
  items = waxseal_keyring_list_finish (keyring, wait_for (&listed), &error);
  g_assert_no_error (error);
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (WaxsealRecord) item = g_list_model_get_item (items, i);

      n += g_str_equal (waxseal_record_get_text (item, "key-id"),
                        setup_fixture_get_text (self, "secretId"));
    }
  return n == 1;
}

static char *
read_state (SetupFixture *self)
{
  g_autoptr (JsonNode) state = setup_fixture_steer (self, "GET", "/practice/state", NULL);

  return json_to_string (state, FALSE);
}

void
setup_fixture_assert_no_leak (SetupFixture *self)
{
  g_autofree char *state = read_state (self);
  g_autofree char *found = leak_search_tree (state, self->folder);

  if (found == NULL)
    found = leak_search_tree (state, g_get_home_dir ());
  g_assert_cmpstr (found, ==, NULL);
}

/* What everybody on the computer, or the person's other programs, can see of a process. */
void
setup_fixture_assert_process_keeps_quiet (SetupFixture *self)
{
  static const char *const names[] = { "cmdline", "environ" };
  const char *id = g_subprocess_get_identifier (self->process);
  g_autofree char *state = read_state (self);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename ("/proc", id, names[i], NULL);
      g_autofree char *data = NULL;
      g_autofree char *found = NULL;
      gsize length;

      g_assert_true (g_file_get_contents (path, &data, &length, NULL));
      g_assert_cmpuint (length, >, 0);
      found = leak_search_text (state, path, data, length);
      g_assert_cmpstr (found, ==, NULL);
    }
}
