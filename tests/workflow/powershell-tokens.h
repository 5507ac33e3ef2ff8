/* SPDX-License-Identifier: GPL-3.0-or-later */
/* As much of PowerShell's tokens as generated scripts have: single-quoted literals, comments, and
 * the rest. Written from PowerShell's rules, not from the writer's. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * PowershellTokens:
 * @literals: (element-type utf8): their values, as PowerShell has them
 * @code: the script without its comments, and with '' for each literal
 */
typedef struct
{
  GPtrArray *literals;
  GString *code;
} PowershellTokens;

PowershellTokens *powershell_tokens_read (const char *script);
void powershell_tokens_free (PowershellTokens *tokens);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (PowershellTokens, powershell_tokens_free)

guint powershell_tokens_count (PowershellTokens *tokens, const char *literal);

G_END_DECLS
