/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "tls-fixture.h"

#include <glib/gstdio.h>

#define KEY "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes"

static void
run (TlsFixture *fixture, const char *command)
{
  g_autoptr (GSubprocessLauncher) launcher = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) argv = NULL;

  g_assert_true (g_shell_parse_argv (command, NULL, &argv, NULL));
  launcher = g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDERR_SILENCE);
  g_subprocess_launcher_set_cwd (launcher, fixture->folder);
  process = g_subprocess_launcher_spawnv (launcher, (const char *const *) argv, &error);
  g_assert_no_error (error);
  g_subprocess_wait_check (process, NULL, &error);
  g_assert_no_error (error);
}

static void
load (TlsFixture *fixture)
{
  g_autofree char *cert = g_build_filename (fixture->folder, "cert.pem", NULL);
  g_autofree char *key = g_build_filename (fixture->folder, "key.pem", NULL);
  g_autoptr (GError) error = NULL;

  fixture->ca = g_build_filename (fixture->folder, "ca.pem", NULL);
  fixture->certificate = g_tls_certificate_new_from_files (cert, key, &error);
  g_assert_no_error (error);
}

/* @names as openssl has them; with -1 for @days the certificate expired yesterday. FALSE where
 * there is nothing to make certificates with; the test is skipped then. */
gboolean
tls_fixture_set_up (TlsFixture *fixture, const char *names, int days)
{
  g_autofree char *openssl = g_find_program_in_path ("openssl");
  g_autofree char *request =
    g_strdup_printf ("openssl req " KEY " -keyout key.pem -out request.pem -subj /CN=waxseal"
                     " -addext subjectAltName=%s",
                     names);
  g_autofree char *sign =
    g_strdup_printf ("openssl x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial"
                     " -days %d -copy_extensions copyall -out cert.pem",
                     days);

  if (openssl == NULL)
    {
      g_test_skip ("no openssl to make certificates with");
      return FALSE;
    }
  fixture->folder = g_dir_make_tmp ("waxseal-tls-XXXXXX", NULL);
  run (fixture,
       "openssl req -x509 " KEY " -days 2 -keyout ca.key -out ca.pem -subj '/CN=The company'"
       " -addext basicConstraints=critical,CA:TRUE");
  run (fixture, request);
  run (fixture, sign);
  load (fixture);
  return TRUE;
}

void
tls_fixture_tear_down (TlsFixture *fixture)
{
  const char *names[] = { "ca.key", "ca.pem", "ca.srl", "key.pem", "request.pem", "cert.pem" };

  g_tls_backend_set_default_database (g_tls_backend_get_default (), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = g_build_filename (fixture->folder, names[i], NULL);

      g_assert_cmpint (g_remove (path), ==, 0);
    }
  g_assert_cmpint (g_remove (fixture->folder), ==, 0);
  g_free (fixture->folder);
  g_free (fixture->ca);
  g_clear_object (&fixture->certificate);
}

/* As if the company's certificate authority were among the system's. */
void
tls_fixture_trust (TlsFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GTlsDatabase) database = g_tls_file_database_new (fixture->ca, &error);

  g_assert_no_error (error);
  g_tls_backend_set_default_database (g_tls_backend_get_default (), database);
}
