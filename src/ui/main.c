/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window; src/main.c starts it where no command was given. */
#include "config.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <sys/resource.h>

#include "waxseal-application.h"

/* A core file would have the secrets of this process in it. */
static void
forbid_core_files (void)
{
  const struct rlimit none = { 0, 0 };

  setrlimit (RLIMIT_CORE, &none);
}

int
main (int argc, char **argv)
{
  g_autoptr (WaxsealApplication) application = NULL;

  forbid_core_files ();
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  application = waxseal_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
