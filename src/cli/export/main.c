/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “waxseal export”, a program of its own: see waxseal-program.c. */
#include "waxseal-export-command.h"

int
main (int argc, char **argv)
{
  waxseal_command_set_up ();
  return waxseal_export_command_run (argc, argv);
}
