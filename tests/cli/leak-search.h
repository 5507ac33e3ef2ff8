/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looks for what the practice tenant gave out in confidence: tokens and client secrets. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * @state: what GET /practice/state says, where each refresh token and client secret is known by its
 * SHA-256. Each returns (transfer full) (nullable) where something was found, never what.
 */
char *leak_search_text (const char *state, const char *name, const char *data, gsize length);
char *leak_search_tree (const char *state, const char *folder);

G_END_DECLS
