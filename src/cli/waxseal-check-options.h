/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-findings-printer.h"
#include "waxseal-manifest-target.h"

G_BEGIN_DECLS

/**
 * WaxsealCheckOptions:
 * @files: (nullable) (array zero-terminated=1)
 * @rule: (nullable): the rule to explain; all of them where there is none
 * @online: whether the addresses in the files are asked
 * @practice: whether only this computer is asked
 *
 * What the command line of “waxseal check” says.
 */
typedef struct
{
  char **files;
  char *format_name;
  char *target_name;
  char *rule;
  gboolean explain;
  gboolean fix;
  gboolean remove_unused;
  gboolean online;
  gboolean practice;
  WaxsealFindingsFormat format;
  WaxsealManifestTarget target;
} WaxsealCheckOptions;

WaxsealCheckOptions *waxseal_check_options_parse (int *argc, char ***argv, GError **error);
void waxseal_check_options_free (WaxsealCheckOptions *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealCheckOptions, waxseal_check_options_free)

G_END_DECLS
