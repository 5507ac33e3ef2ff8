/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Picks the window or a command. Linked to little, so that a check starts in milliseconds. */
#include "config.h"

#include <glib/gi18n.h>

#include "waxseal-check-command.h"
#include "waxseal-diff-command.h"
#include "waxseal-program.h"

/** Command: a word behind “waxseal”, and what it does. */
typedef struct
{
  const char *name;
  WaxsealExit (*run) (int argc, char **argv);
} Command;

static WaxsealExit
print_help (int argc, char **argv)
{
  g_print ("%s",
           _ ("Usage:\n"
              "  waxseal [FILE…]          open the window, with a manifest or hand-over file\n"
              "  waxseal --practice       open the window on a practice tenant\n"
              "  waxseal check FILE…      check manifests of Outlook add-ins\n"
              "  waxseal check --online FILE…\n"
              "                           ask the addresses in them, too\n"
              "  waxseal check --explain  list the rules of the check, and explain them\n"
              "  waxseal diff OLD NEW     compare two of them by what they mean\n"
              "  waxseal export --organization NAME [--output FILE]\n"
              "                           write the manifest of an organization\n"
              "  waxseal setup --organization NAME [--practice]\n"
              "                           register the application in Microsoft Entra\n"
              "  waxseal --help           print this\n"
              "  waxseal --version        print the version\n"
              "\n"
              "“waxseal check --help” says more about a command.\n"));
  return WAXSEAL_EXIT_FINE;
}

static WaxsealExit
print_version (int argc, char **argv)
{
  g_print ("waxseal %s\n", PACKAGE_VERSION);
  return WAXSEAL_EXIT_FINE;
}

static WaxsealExit
run_export (int argc, char **argv)
{
  return waxseal_program_run ("waxseal-export", argv);
}

static WaxsealExit
run_setup (int argc, char **argv)
{
  return waxseal_program_run ("waxseal-setup", argv);
}

static const Command commands[] = {
  { "check", waxseal_check_command_run },
  { "diff", waxseal_diff_command_run },
  { "export", run_export },
  { "setup", run_setup },
  { "--help", print_help },
  { "-h", print_help },
  { "--version", print_version },
};

int
main (int argc, char **argv)
{
  waxseal_command_set_up ();
  for (guint i = 0; argc > 1 && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (argv[1], commands[i].name))
      return commands[i].run (argc - 1, argv + 1);
  return waxseal_program_run ("waxseal-window", argv);
}
