/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Members of JSON from a service, read without trust: absent or of another type is the fallback. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *waxseal_json_node_get_object (JsonNode *node);

const char *waxseal_json_get_text (JsonObject *object, const char *member);
gint64 waxseal_json_get_number (JsonObject *object, const char *member, gint64 fallback);
gboolean waxseal_json_get_flag (JsonObject *object, const char *member);
JsonObject *waxseal_json_get_object (JsonObject *object, const char *member);
JsonArray *waxseal_json_get_array (JsonObject *object, const char *member);

JsonObject *waxseal_json_array_get_object (JsonArray *array, guint index);
char **waxseal_json_array_dup_texts (JsonArray *array);

G_END_DECLS
