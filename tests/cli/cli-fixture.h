/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The commands as processes, without a display, and in a home of their own. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/** CliFixture: a folder, and what the last command did. */
typedef struct
{
  char *folder;
  char *output;
  char *errors;
  int exit;
} CliFixture;

void cli_fixture_set_up (CliFixture *fixture, gconstpointer data);
void cli_fixture_tear_down (CliFixture *fixture, gconstpointer data);
GSubprocessLauncher *cli_fixture_create_launcher (CliFixture *fixture);
void cli_fixture_run (CliFixture *fixture, const char *line, const char *input);
void cli_fixture_write (CliFixture *fixture, const char *name, const char *text);
char *cli_fixture_read (CliFixture *fixture, const char *name);

G_END_DECLS
