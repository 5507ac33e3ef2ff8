/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* How deep arrays and objects may be in each other; JSON-GLib recurses once a level. */
#define WAXSEAL_JSON_MAX_DEPTH 64

JsonNode *waxseal_json_parse (const char *text, gsize length, GError **error);

G_END_DECLS
