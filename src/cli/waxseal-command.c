/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-command.h"

#include "waxseal-safe-text.h"

/** waxseal_command_fail: says on one line of the standard error why @command failed.
 * Returns: %WAXSEAL_EXIT_FAILED. */
WaxsealExit
waxseal_command_fail (const char *command, const char *message)
{
  g_autofree char *safe = waxseal_safe_text_new (message, WAXSEAL_SAFE_TEXT_LINE);

  g_printerr ("waxseal %s: %s\n", command, safe);
  return WAXSEAL_EXIT_FAILED;
}
