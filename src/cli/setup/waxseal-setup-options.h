/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-enums.h"

G_BEGIN_DECLS

/**
 * WaxsealSetupOptions:
 * @person: who signs in to the practice tenant
 * @practice_server: (nullable): a practice tenant that runs already
 * @adopt: (nullable): an application that is there already, by one of its IDs
 * @days: how long the new secret lives; 0 for as long as the policy allows, 180 at most
 *
 * What the command line of “waxseal setup” says.
 */
typedef struct
{
  char *organization;
  char *application;
  char *tenant;
  char *client_id;
  char *adopt;
  char *person;
  char *practice_server;
  char *cloud_name;
  WaxsealCloud cloud;
  int days;
  gboolean practice;
  gboolean create;
  gboolean browser;
  gboolean dry_run;
  gboolean yes;
  gboolean remove_orphans;
} WaxsealSetupOptions;

WaxsealSetupOptions *waxseal_setup_options_parse (int *argc, char ***argv, GError **error);
void waxseal_setup_options_free (WaxsealSetupOptions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealSetupOptions, waxseal_setup_options_free)

G_END_DECLS
