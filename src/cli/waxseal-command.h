/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the commands have in common. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * WaxsealExit:
 * @WAXSEAL_EXIT_FINE: nothing is wrong
 * @WAXSEAL_EXIT_ERRORS: a manifest has errors
 * @WAXSEAL_EXIT_FAILED: something could not be read or written, or the command was misused
 *
 * How a command ends; of several, the greatest counts.
 */
typedef enum
{
  WAXSEAL_EXIT_FINE = 0,
  WAXSEAL_EXIT_ERRORS = 1,
  WAXSEAL_EXIT_FAILED = 2,
} WaxsealExit;

void waxseal_command_set_up (void);
WaxsealExit waxseal_command_fail (const char *command, const char *message);
WaxsealExit waxseal_command_rate (GPtrArray *findings);
GBytes *waxseal_command_read (const char *file_name);

G_END_DECLS
