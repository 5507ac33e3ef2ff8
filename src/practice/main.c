/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The practice tenant as a program, for tests and for other clients of Microsoft Graph. */
#include "config.h"

#include <glib-unix.h>
#include <locale.h>
#include <stdio.h>
#include <sys/resource.h>

#include "waxseal-json-guard.h"
#include "waxseal-practice-faults.h"
#include "waxseal-practice-server.h"

#define DEFAULT_PEOPLE 300

/** Options: what the command line says. */
typedef struct
{
  int port;
  int n_people;
  char *state;
  char *script;
  char *certificate;
  char *key;
  int secret_delay; /* seconds */
} Options;

static void
clear_options (Options *self)
{
  g_free (self->state);
  g_free (self->script);
  g_free (self->certificate);
  g_free (self->key);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, clear_options)

static gboolean
refuse (GError **error, const char *message)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

static gboolean
read_options (int *argc, char ***argv, Options *options, GError **error)
{
  const GOptionEntry entries[] = {
    { "port", 0, 0, G_OPTION_ARG_INT, &options->port, "Port; a free one by default", "PORT" },
    { "users", 0, 0, G_OPTION_ARG_INT, &options->n_people, "How many people there are", "NUMBER" },
    { "state", 0, 0, G_OPTION_ARG_FILENAME, &options->state, "Keep the tenant here", "FILE" },
    { "script", 0, 0, G_OPTION_ARG_FILENAME, &options->script, "Troubles to make", "FILE" },
    { "certificate",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      &options->certificate,
      "Serve HTTPS with this certificate (PEM)",
      "FILE" },
    { "key", 0, 0, G_OPTION_ARG_FILENAME, &options->key, "The key of the certificate", "FILE" },
    { "secret-delay",
      0,
      0,
      G_OPTION_ARG_INT,
      &options->secret_delay,
      "How long a new secret does not work yet",
      "SECONDS" },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);

  g_option_context_add_main_entries (context, entries, NULL);
  g_option_context_set_summary (
    context,
    "A Microsoft 365 tenant to practise on: sign-in, Microsoft Graph and Exchange’s add-ins, on "
    "this\n"
    "computer alone.\n"
    "Prints “Ready: ” and its address, and runs until it is interrupted.");
  if (!g_option_context_parse (context, argc, argv, error))
    return FALSE;
  if (*argc > 1)
    return refuse (error, "There is no argument but options");
  if (options->port < 0 || options->port > G_MAXUINT16)
    return refuse (error, "The port is a number from 0 to 65535");
  if (options->secret_delay < 0)
    return refuse (error, "A delay is a number of seconds, 0 or more");
  if (options->n_people < 1)
    return refuse (error, "There is at least one person in a tenant");
  if ((options->certificate == NULL) != (options->key == NULL))
    return refuse (error, "A certificate and its key go together");
  return TRUE;
}

static JsonNode *
read_script (const char *path, GError **error)
{
  g_autofree char *text = NULL;
  gsize length = 0;

  if (path == NULL)
    return json_from_string ("[]", error);
  if (!g_file_get_contents (path, &text, &length, error))
    return NULL;
  return waxseal_json_parse (text, length, error);
}

static void
delay_secrets (JsonNode *script, int seconds)
{
  JsonObject *rule = json_object_new ();

  json_object_set_string_member (rule, "on", "POST *addPassword");
  json_object_set_string_member (rule, "fault", "secret-not-yet");
  json_object_set_int_member (rule, "seconds", seconds);
  json_object_set_int_member (rule, "times", -1);
  json_array_add_object_element (json_node_get_array (script), rule);
}

static gboolean
set_up_faults (WaxsealPracticeServer *server, const Options *options, GError **error)
{
  g_autoptr (JsonNode) script = read_script (options->script, error);

  if (script == NULL)
    return FALSE;
  if (options->secret_delay > 0 && JSON_NODE_HOLDS_ARRAY (script))
    delay_secrets (script, options->secret_delay);
  waxseal_practice_server_set_script (server, script);
  return TRUE;
}

static gboolean
set_up (WaxsealPracticeServer *server, const Options *options, GError **error)
{
  g_autoptr (GTlsCertificate) certificate = NULL;

  if (options->certificate != NULL)
    {
      certificate = g_tls_certificate_new_from_files (options->certificate, options->key, error);
      if (certificate == NULL)
        return FALSE;
      waxseal_practice_server_set_certificate (server, certificate);
    }
  if (options->state != NULL)
    waxseal_practice_server_set_state_file (server, options->state);
  return set_up_faults (server, options, error);
}

static gboolean
quit_cb (gpointer user_data)
{
  g_main_loop_quit (user_data);
  return G_SOURCE_CONTINUE;
}

static gboolean
run (const Options *options, GError **error)
{
  g_autoptr (WaxsealPracticeServer) server = waxseal_practice_server_new (options->n_people);
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  if (!set_up (server, options, error) ||
      !waxseal_practice_server_start (server, options->port, error))
    return FALSE;
  g_unix_signal_add (SIGTERM, quit_cb, loop);
  g_unix_signal_add (SIGINT, quit_cb, loop);
  printf ("Ready: %s\n", waxseal_practice_server_get_base (server));
  fflush (stdout);
  g_main_loop_run (loop);
  waxseal_practice_server_stop (server);
  return TRUE;
}

int
main (int argc, char **argv)
{
  /* A dump of the memory would hold the secrets that were just made. */
  const struct rlimit none = { 0, 0 };
  g_auto (Options) options = { .n_people = DEFAULT_PEOPLE };
  g_autoptr (GError) error = NULL;

  setlocale (LC_ALL, "");
  setrlimit (RLIMIT_CORE, &none);
  if (read_options (&argc, &argv, &options, &error) && run (&options, &error))
    return 0;
  fprintf (stderr, "waxseal-practice-tenant: %s\n", error->message);
  return 1;
}
