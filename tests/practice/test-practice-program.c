/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program waxseal-practice-tenant; its path is the argument of this one. */
#include <gio/gio.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>

#include "raw-client.h"

static const char *program;

static char *
read_line (GSubprocess *process)
{
  g_autoptr (GDataInputStream) stream =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  g_autoptr (GError) error = NULL;
  char *line = g_data_input_stream_read_line (stream, NULL, NULL, &error);

  g_assert_no_error (error);
  return line;
}

static GSubprocess *
start (const char *option, const char *value, char **base)
{
  g_autoptr (GError) error = NULL;
  GSubprocess *process = g_subprocess_new (
    G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "--users", "10", option, value, NULL);
  g_autofree char *line = NULL;

  g_assert_no_error (error);
  line = read_line (process);
  g_assert_true (g_str_has_prefix (line, "Ready: http://127.0.0.1:"));
  *base = g_strdup (line + strlen ("Ready: "));
  return process;
}

static void
stop (GSubprocess *process, int how)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_send_signal (process, how);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static void
test_serves_until_interrupted (void)
{
  static const int signals[] = { SIGTERM, SIGINT };

  for (guint i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      g_autofree char *base = NULL;
      g_autoptr (GSubprocess) process = start (NULL, NULL, &base);
      g_autoptr (RawReply) reply = raw_client_ask (
        base, "GET", "/organizations/v2.0/.well-known/openid-configuration", NULL, NULL);

      g_assert_cmpuint (reply->status, ==, 200);
      stop (process, signals[i]);
    }
}

static void
test_dumps_no_core (void)
{
  g_autofree char *base = NULL;
  g_autoptr (GSubprocess) process = start (NULL, NULL, &base);
  g_autofree char *path =
    g_build_filename ("/proc", g_subprocess_get_identifier (process), "limits", NULL);
  g_autofree char *limits = NULL;

  g_assert_true (g_file_get_contents (path, &limits, NULL, NULL));
  g_assert_true (g_regex_match_simple ("^Max core file size +0 +0 ", limits, G_REGEX_MULTILINE, 0));
  stop (process, SIGTERM);
}

static void
test_script (void)
{
  g_autofree char *base = NULL;
  g_autofree char *path = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (RawReply) reply = NULL;
  int file = g_file_open_tmp ("practice-XXXXXX.json", &path, &error);

  g_assert_no_error (error);
  g_close (file, NULL);
  g_file_set_contents (path, "[{\"on\":\"*\",\"fault\":\"throttled\",\"seconds\":3}]", -1, &error);
  g_assert_no_error (error);
  process = start ("--script", path, &base);
  reply = raw_client_ask (base, "GET", "/v1.0/me", NULL, NULL);
  g_assert_cmpuint (reply->status, ==, 429);
  stop (process, SIGTERM);
  g_unlink (path);
}

static void
test_secret_delay (void)
{
  g_autofree char *base = NULL;
  g_autoptr (GSubprocess) process = start ("--secret-delay", "9", &base);
  g_autoptr (RawReply) reply =
    raw_client_ask (base, "GET", "/practice/faults", "X-Waxseal-Practice: 1\r\n", NULL);

  g_assert_nonnull (
    strstr (reply->body, "\"secret-not-yet\",\"skip\":0,\"times\":-1,\"seconds\":9"));
  stop (process, SIGTERM);
}

static void
test_refuses (void)
{
  static const struct
  {
    const char *option;
    const char *value;
    const char *message;
  } rows[] = {
    { "--port", "65536", "from 0 to 65535" },
    { "--users", "0", "at least one person" },
    { "--secret-delay", "-1", "0 or more" },
    { "--certificate", "/dev/null", "A certificate and its key go together" },
    { "--script", "/nowhere/script", "/nowhere/script" },
    { "--state", "/proc/version", "Parse error" },
    { "--port", "0 1", "0 1" },
    { "alone", NULL, "no argument but options" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *text = NULL;
      g_autoptr (GSubprocess) process = g_subprocess_new (
        G_SUBPROCESS_FLAGS_STDERR_PIPE, &error, program, rows[i].option, rows[i].value, NULL);

      g_assert_no_error (error);
      g_subprocess_communicate_utf8 (process, NULL, NULL, NULL, &text, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_subprocess_get_exit_status (process), ==, 1);
      g_assert_nonnull (strstr (text, rows[i].message));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  program = argv[1];
  g_test_add_func ("/practice-program/serves-until-interrupted", test_serves_until_interrupted);
  g_test_add_func ("/practice-program/dumps-no-core", test_dumps_no_core);
  g_test_add_func ("/practice-program/script", test_script);
  g_test_add_func ("/practice-program/secret-delay", test_secret_delay);
  g_test_add_func ("/practice-program/refuses", test_refuses);
  return g_test_run ();
}
