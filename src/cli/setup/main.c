/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “waxseal setup”, a program of its own: see waxseal-program.c. */
#include <sys/resource.h>

#include "waxseal-practice-server.h"
#include "waxseal-setup-run.h"

/* As many as the window's practice tenant has. */
#define N_PEOPLE 300

/* Secrets pass through this process: it leaves no memory behind. */
static void
forbid_core_dumps (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
}

static WaxsealExit
run_on_practice_tenant (const WaxsealSetupOptions *options)
{
  g_autoptr (WaxsealPracticeServer) server = NULL;
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "waxseal", NULL);
  g_autofree char *state = g_build_filename (folder, "practice-tenant.json", NULL);
  g_autoptr (GError) error = NULL;
  WaxsealExit exit;

  if (options->practice_server != NULL)
    return waxseal_setup_run (options, options->practice_server);

  g_mkdir_with_parents (folder, 0700);
  server = waxseal_practice_server_new (N_PEOPLE);
  waxseal_practice_server_set_state_file (server, state);
  if (!waxseal_practice_server_start (server, 0, &error))
    return waxseal_command_fail ("setup", error->message);
  exit = waxseal_setup_run (options, waxseal_practice_server_get_base (server));
  waxseal_practice_server_stop (server);
  return exit;
}

int
main (int argc, char **argv)
{
  g_autoptr (WaxsealSetupOptions) options = NULL;
  g_autoptr (GError) error = NULL;

  forbid_core_dumps ();
  waxseal_command_set_up ();
  g_set_prgname ("waxseal setup");

  options = waxseal_setup_options_parse (&argc, &argv, &error);
  if (options == NULL)
    return waxseal_command_fail ("setup", error->message);
  return options->practice ? run_on_practice_tenant (options) : waxseal_setup_run (options, NULL);
}
