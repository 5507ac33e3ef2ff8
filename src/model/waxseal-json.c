/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-json.h"

/** waxseal_json_node_get_object: Returns: (transfer none) (nullable): @node's object, if it is one.
 */
JsonObject *
waxseal_json_node_get_object (JsonNode *node)
{
  return node != NULL && JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
}

static JsonNode *
get_value (JsonObject *object, const char *member, GType type)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && json_node_get_value_type (node) == type ? node : NULL;
}

/** waxseal_json_get_text: Returns: (transfer none): the text, or "". @object may be %NULL. */
const char *
waxseal_json_get_text (JsonObject *object, const char *member)
{
  JsonNode *node = get_value (object, member, G_TYPE_STRING);

  return node != NULL ? json_node_get_string (node) : "";
}

/** waxseal_json_get_number: Returns: the whole number, or @fallback. @object may be %NULL. */
gint64
waxseal_json_get_number (JsonObject *object, const char *member, gint64 fallback)
{
  JsonNode *node = get_value (object, member, G_TYPE_INT64);

  return node != NULL ? json_node_get_int (node) : fallback;
}

/** waxseal_json_get_flag: Returns: whether it is there and true. @object may be %NULL. */
gboolean
waxseal_json_get_flag (JsonObject *object, const char *member)
{
  JsonNode *node = get_value (object, member, G_TYPE_BOOLEAN);

  return node != NULL && json_node_get_boolean (node);
}

/** waxseal_json_get_object: Returns: (transfer none) (nullable): the object. @object may be %NULL.
 */
JsonObject *
waxseal_json_get_object (JsonObject *object, const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return waxseal_json_node_get_object (node);
}

/** waxseal_json_get_array: Returns: (transfer none) (nullable): the array. @object may be %NULL. */
JsonArray *
waxseal_json_get_array (JsonObject *object, const char *member)
{
  JsonNode *node = object != NULL ? json_object_get_member (object, member) : NULL;

  return node != NULL && JSON_NODE_HOLDS_ARRAY (node) ? json_node_get_array (node) : NULL;
}

/** waxseal_json_array_get_object: Returns: (transfer none) (nullable): the object at @index. */
JsonObject *
waxseal_json_array_get_object (JsonArray *array, guint index)
{
  return waxseal_json_node_get_object (json_array_get_element (array, index));
}

/**
 * waxseal_json_array_dup_texts:
 * @array: (nullable): an array
 *
 * Returns: (transfer full) (array zero-terminated=1): its texts; whatever else it holds is left out
 */
char **
waxseal_json_array_dup_texts (JsonArray *array)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  guint length = array != NULL ? json_array_get_length (array) : 0;

  for (guint i = 0; i < length; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) == G_TYPE_STRING)
        g_strv_builder_add (builder, json_node_get_string (node));
    }
  return g_strv_builder_end (builder);
}
