/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “waxseal check --online”, a program of its own: see waxseal-program.c. */
#include "waxseal-online-run.h"

int
main (int argc, char **argv)
{
  g_autoptr (WaxsealCheckOptions) options = NULL;
  g_autoptr (GError) error = NULL;

  waxseal_command_set_up ();
  g_set_prgname ("waxseal check");
  options = waxseal_check_options_parse (&argc, &argv, &error);
  if (options == NULL)
    return waxseal_command_fail ("check", error->message);
  return waxseal_online_run (options);
}
