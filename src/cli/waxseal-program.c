/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-program.h"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

/**
 * waxseal_program_run:
 * @name: a program of Waxseal's: the window, or that of a command
 * @argv: (array zero-terminated=1): what it is given
 *
 * Runs @name in the place of this process. What needs GTK, the network or GIO is a program of its
 * own, so that the other commands do not load their libraries.
 *
 * Returns: how it failed; where it does not, it does not return.
 */
WaxsealExit
waxseal_program_run (const char *name, char **argv)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *sibling = folder != NULL ? g_build_filename (folder, name, NULL) : NULL;
  g_autofree char *installed = g_build_filename (LIBEXECDIR, name, NULL);

  if (sibling != NULL)
    execv (sibling, argv);
  execv (installed, argv);

  g_printerr (_ (
                "waxseal: %s cannot be started: %s. Install Waxseal again, or use another command; "
                "“waxseal --help” lists them.\n"),
              installed,
              g_strerror (errno));
  return WAXSEAL_EXIT_FAILED;
}
