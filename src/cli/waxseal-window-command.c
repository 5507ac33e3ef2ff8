/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-window-command.h"

#include "config.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <unistd.h>

#define WINDOW "waxseal-window"

/** waxseal_window_command_run: opens the window, in the place of this process.
 *
 * The window is a program of its own, so that the commands do not load its libraries.
 *
 * Returns: how it failed; where it does not, it does not return. */
WaxsealExit
waxseal_window_command_run (char **argv)
{
  g_autofree char *self = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = self != NULL ? g_path_get_dirname (self) : NULL;
  g_autofree char *sibling = folder != NULL ? g_build_filename (folder, WINDOW, NULL) : NULL;

  if (sibling != NULL)
    execv (sibling, argv);
  execv (LIBEXECDIR "/" WINDOW, argv);

  g_printerr (_ ("waxseal: The window (%s) cannot be started: %s. Install Waxseal again, or use a "
                 "command; “waxseal --help” lists them.\n"),
              LIBEXECDIR "/" WINDOW,
              g_strerror (errno));
  return WAXSEAL_EXIT_FAILED;
}
