/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-graph.h"

#include "waxseal-json.h"

/** waxseal_practice_graph_get_body: Returns: (transfer none) (nullable): the JSON object sent. */
JsonObject *
waxseal_practice_graph_get_body (WaxsealPracticeCall *call)
{
  JsonObject *body = waxseal_json_node_get_object (call->body);

  if (body == NULL)
    waxseal_practice_call_fail (call,
                                400,
                                "BadRequest",
                                "Unable to read JSON request payload. Please ensure Content-Type "
                                "header is set and payload is of valid JSON format.");
  return body;
}

static gboolean
is_texts (JsonNode *value)
{
  JsonArray *array = JSON_NODE_HOLDS_ARRAY (value) ? json_node_get_array (value) : NULL;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    if (json_node_get_value_type (json_array_get_element (array, i)) != G_TYPE_STRING)
      return FALSE;
  return array != NULL;
}

static gboolean
is_of_kind (JsonNode *value, WaxsealPracticeKind kind)
{
  GType type = JSON_NODE_HOLDS_VALUE (value) ? json_node_get_value_type (value) : G_TYPE_INVALID;

  if (JSON_NODE_HOLDS_NULL (value))
    return TRUE;
  switch (kind)
    {
    case WAXSEAL_PRACTICE_KIND_TEXT:
      return type == G_TYPE_STRING;
    case WAXSEAL_PRACTICE_KIND_FLAG:
      return type == G_TYPE_BOOLEAN;
    case WAXSEAL_PRACTICE_KIND_GUID:
      return type == G_TYPE_STRING && g_uuid_string_is_valid (json_node_get_string (value));
    case WAXSEAL_PRACTICE_KIND_DATE:
      return type == G_TYPE_STRING;
    case WAXSEAL_PRACTICE_KIND_NUMBER:
      return type == G_TYPE_INT64;
    case WAXSEAL_PRACTICE_KIND_TEXTS:
      return is_texts (value);
    case WAXSEAL_PRACTICE_KIND_OTHER:
      return type == G_TYPE_INVALID;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
check_member (WaxsealPracticeCall *call,
              const WaxsealPracticeType *type,
              const char *name,
              JsonNode *value)
{
  const WaxsealPracticeProperty *property = waxseal_practice_type_find (type, name);

  if (name[0] == '@')
    return TRUE;
  if (property == NULL)
    waxseal_practice_graph_fail_bad (call, "Invalid property '%s'.", name);
  else if ((property->uses & WAXSEAL_PRACTICE_USE_WRITE) == 0)
    waxseal_practice_graph_fail_bad (call, "Property '%s' is read-only and cannot be set.", name);
  else if (!is_of_kind (value, property->kind))
    waxseal_practice_graph_fail_bad (call,
                                     "Invalid value specified for property '%s' of resource '%s'.",
                                     name,
                                     type->name);
  else
    return TRUE;
  return FALSE;
}

/** waxseal_practice_graph_check_body: Returns: whether all that was sent may be written so. */
gboolean
waxseal_practice_graph_check_body (WaxsealPracticeCall *call, const WaxsealPracticeType *type)
{
  JsonObject *body = waxseal_practice_graph_get_body (call);
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  if (body == NULL)
    return FALSE;
  json_object_iter_init_ordered (&iter, body);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    if (!check_member (call, type, name, value))
      return FALSE;
  return TRUE;
}

static void
merge_member (JsonObject *object, const char *name, JsonNode *value)
{
  JsonObject *inner = waxseal_json_get_object (object, name);
  JsonObject *changes = waxseal_json_node_get_object (value);

  if (inner != NULL && changes != NULL)
    waxseal_practice_graph_merge (inner, changes);
  else
    json_object_set_member (object, name, json_node_copy (value));
}

/**
 * waxseal_practice_graph_merge:
 *
 * Changes @object as PATCH does: an object member by member, a list as a whole (microsoft.md, 2.2,
 * of requiredResourceAccess).
 */
void
waxseal_practice_graph_merge (JsonObject *object, JsonObject *changes)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *value;

  json_object_iter_init_ordered (&iter, changes);
  while (json_object_iter_next_ordered (&iter, &name, &value))
    merge_member (object, name, value);
}

/** waxseal_practice_graph_format_time: Returns: (transfer full): as Graph writes times. */
char *
waxseal_practice_graph_format_time (gint64 seconds)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);

  return g_date_time_format (time, "%Y-%m-%dT%H:%M:%SZ");
}

/** waxseal_practice_graph_parse_time: Returns: whether @text is a time; without a zone it is UTC.
 */
gboolean
waxseal_practice_graph_parse_time (const char *text, gint64 *seconds)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr (GDateTime) time = g_date_time_new_from_iso8601 (text, utc);

  if (time == NULL)
    return FALSE;
  *seconds = g_date_time_to_unix (time);
  return TRUE;
}
