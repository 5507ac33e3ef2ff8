/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *waxseal_manifest_escape_clean (const char *text);
char *waxseal_manifest_escape_attribute (const char *text, char quote);
char *waxseal_manifest_escape_text (const char *text);

G_END_DECLS
