/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records as JSON: members are properties by name, in their order; what this version does not know
 * comes after, as it was read. */
#include "waxseal-record-json.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-error.h"
#include "waxseal-record-private.h"

static JsonNode *value_to_node (const GValue *value);
static gboolean
read_members (WaxsealRecord *self, JsonObject *object, gboolean lenient, GError **error);

static JsonNode *
list_to_node (GListModel *list)
{
  g_autoptr (JsonArray) array = json_array_new ();
  guint i;

  for (i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr (WaxsealRecord) item = g_list_model_get_item (list, i);

      json_array_add_object_element (array, waxseal_record_to_json (item));
    }
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
texts_to_node (const char *const *texts)
{
  g_autoptr (JsonArray) array = json_array_new ();

  for (; *texts != NULL; texts++)
    json_array_add_string_element (array, *texts);
  return json_node_init_array (json_node_alloc (), array);
}

static JsonNode *
enum_to_node (const GValue *value)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (G_VALUE_TYPE (value));

  return json_node_init_string (json_node_alloc (),
                                g_enum_get_value (klass, g_value_get_enum (value))->value_nick);
}

static JsonNode *
object_to_node (GObject *object)
{
  g_autoptr (JsonObject) members = NULL;

  if (G_IS_LIST_MODEL (object))
    return list_to_node (G_LIST_MODEL (object));
  members = waxseal_record_to_json (WAXSEAL_RECORD (object));
  return json_node_init_object (json_node_alloc (), members);
}

static JsonNode *
value_to_node (const GValue *value)
{
  if (G_VALUE_HOLDS_STRING (value))
    return json_node_init_string (json_node_alloc (), g_value_get_string (value));
  if (G_VALUE_HOLDS_BOOLEAN (value))
    return json_node_init_boolean (json_node_alloc (), g_value_get_boolean (value));
  if (G_VALUE_HOLDS_INT (value))
    return json_node_init_int (json_node_alloc (), g_value_get_int (value));
  if (G_VALUE_HOLDS_ENUM (value))
    return enum_to_node (value);
  if (G_VALUE_HOLDS_OBJECT (value))
    return object_to_node (g_value_get_object (value));
  return texts_to_node (g_value_get_boxed (value));
}

/**
 * waxseal_record_to_json:
 *
 * Returns: (transfer full): the record and all below it; a secret is in no record.
 */
JsonObject *
waxseal_record_to_json (WaxsealRecord *self)
{
  JsonObject *object = json_object_new ();
  JsonObject *unknown = waxseal_record_peek_unknown (self);
  g_autofree GParamSpec **pspecs = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;
  guint i, n_pspecs;

  pspecs = g_object_class_list_properties (G_OBJECT_GET_CLASS (self), &n_pspecs);
  for (i = 0; i < n_pspecs; i++)
    {
      g_auto (GValue) value = G_VALUE_INIT;

      g_object_get_property (G_OBJECT (self), pspecs[i]->name, &value);
      json_object_set_member (object, pspecs[i]->name, value_to_node (&value));
    }

  if (unknown == NULL)
    return object;
  json_object_iter_init_ordered (&iter, unknown);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    json_object_set_member (object, name, json_node_copy (node));
  return object;
}

/**
 * waxseal_record_serialize:
 *
 * Returns: (transfer full): the record as a document: JSON, two spaces a level, members in a fixed
 * order, those of newer versions kept, a line feed at the end.
 */
GBytes *
waxseal_record_serialize (gpointer self)
{
  g_autoptr (JsonNode) root = json_node_alloc ();
  g_autoptr (JsonGenerator) generator = json_generator_new ();
  g_autoptr (GString) text = g_string_new (NULL);

  json_node_init_object (root, NULL);
  json_node_take_object (root, waxseal_record_to_json (WAXSEAL_RECORD (self)));
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  json_generator_to_gstring (generator, text);
  /* JSON-GLib up to 1.6 forgets this one of the control characters. */
  g_string_replace (text, "\x1f", "\\u001f", 0);
  g_string_append_c (text, '\n');
  return g_string_free_to_bytes (g_steal_pointer (&text));
}

static gboolean
refuse (GError **error, const char *member, const char *wanted)
{
  g_set_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_DAMAGED, "%s: %s", member, wanted);
  return FALSE;
}

static gboolean
node_holds (JsonNode *node, GType type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

static gboolean
read_enum (JsonNode *node, GParamSpec *pspec, GValue *value, GError **error)
{
  g_autoptr (GEnumClass) klass = g_type_class_ref (pspec->value_type);
  GEnumValue *found = NULL;

  if (node_holds (node, G_TYPE_STRING))
    found = g_enum_get_value_by_nick (klass, json_node_get_string (node));
  if (found == NULL)
    return refuse (error, pspec->name, _ ("not one of its known values"));
  g_value_set_enum (value, found->value);
  return TRUE;
}

static gboolean
read_number (JsonNode *node, GParamSpec *pspec, GValue *value, GError **error)
{
  gint64 number;

  if (!node_holds (node, G_TYPE_INT64))
    return refuse (error, pspec->name, _ ("not a whole number"));
  number = json_node_get_int (node);
  if (number < 0 || number > G_MAXINT)
    return refuse (error, pspec->name, _ ("a number out of range"));
  g_value_set_int (value, number);
  return TRUE;
}

static gboolean
read_texts (JsonNode *node, GParamSpec *pspec, GValue *value, GError **error)
{
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  JsonArray *array;
  guint i;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, pspec->name, _ ("not a list of texts"));
  array = json_node_get_array (node);
  for (i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!node_holds (element, G_TYPE_STRING))
        return refuse (error, pspec->name, _ ("not a list of texts"));
      g_strv_builder_add (texts, json_node_get_string (element));
    }
  g_value_take_boxed (value, g_strv_builder_end (texts));
  return TRUE;
}

static gboolean
read_item (GListStore *list, GType item_type, JsonNode *node, gboolean lenient, GError **error)
{
  g_autoptr (WaxsealRecord) item = g_object_new (item_type, NULL);

  if (!read_members (item, json_node_get_object (node), lenient, error))
    return FALSE;
  g_list_store_append (list, item);
  return TRUE;
}

static gboolean
read_list (JsonNode *node, GParamSpec *pspec, GListStore *list, gboolean lenient, GError **error)
{
  GType item_type = waxseal_record_pspec_get_item_type (pspec);
  JsonArray *array;
  guint i;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return refuse (error, pspec->name, _ ("not a list"));
  g_list_store_remove_all (list);
  array = json_node_get_array (node);
  for (i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *element = json_array_get_element (array, i);

      if (!JSON_NODE_HOLDS_OBJECT (element))
        {
          if (lenient)
            continue;
          return refuse (error, pspec->name, _ ("not a list of objects"));
        }
      if (!read_item (list, item_type, element, lenient, error))
        {
          g_prefix_error (error, "%s[%u].", pspec->name, i);
          return FALSE;
        }
    }
  return TRUE;
}

static gboolean
read_child (WaxsealRecord *self,
            JsonNode *node,
            GParamSpec *pspec,
            gboolean lenient,
            GError **error)
{
  if (waxseal_record_pspec_get_item_type (pspec) != G_TYPE_INVALID)
    return read_list (node, pspec, waxseal_record_get_list (self, pspec->name), lenient, error);
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return refuse (error, pspec->name, _ ("not an object"));
  if (read_members (
        waxseal_record_get_child (self, pspec->name), json_node_get_object (node), lenient, error))
    return TRUE;
  g_prefix_error (error, "%s.", pspec->name);
  return FALSE;
}

static gboolean
read_value (JsonNode *node, GParamSpec *pspec, GValue *value, GError **error)
{
  g_value_init (value, pspec->value_type);
  if (pspec->value_type == G_TYPE_STRV)
    return read_texts (node, pspec, value, error);
  if (G_IS_PARAM_SPEC_ENUM (pspec))
    return read_enum (node, pspec, value, error);
  if (G_IS_PARAM_SPEC_INT (pspec))
    return read_number (node, pspec, value, error);
  if (!node_holds (node, pspec->value_type))
    return refuse (error,
                   pspec->name,
                   G_IS_PARAM_SPEC_BOOLEAN (pspec) ? _ ("neither true nor false")
                                                   : _ ("not a text"));
  if (G_IS_PARAM_SPEC_BOOLEAN (pspec))
    g_value_set_boolean (value, json_node_get_boolean (node));
  else
    g_value_set_string (value, json_node_get_string (node));
  return TRUE;
}

static gboolean
read_member (WaxsealRecord *self,
             const char *name,
             JsonNode *node,
             gboolean lenient,
             GError **error)
{
  GParamSpec *pspec = g_object_class_find_property (G_OBJECT_GET_CLASS (self), name);
  g_auto (GValue) value = G_VALUE_INIT;

  /* GObject also finds "client-id" as "client_id" and as "WaxsealEntraApp::client-id". */
  if (pspec == NULL || strcmp (pspec->name, name) != 0)
    {
      json_object_set_member (waxseal_record_ensure_unknown (self), name, json_node_copy (node));
      return TRUE;
    }
  if (G_IS_PARAM_SPEC_OBJECT (pspec))
    return read_child (self, node, pspec, lenient, error);
  if (!read_value (node, pspec, &value, error))
    return FALSE;
  g_object_set_property (G_OBJECT (self), name, &value);
  return TRUE;
}

static gboolean
read_members (WaxsealRecord *self, JsonObject *object, gboolean lenient, GError **error)
{
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!read_member (self, name, node, lenient, lenient ? NULL : error) && !lenient)
      return FALSE;
  return TRUE;
}

/**
 * waxseal_record_from_json:
 * @object: members to take over; a missing one leaves its property alone
 *
 * Members that no property bears are kept and written again by waxseal_record_to_json().
 *
 * Returns: %FALSE with %WAXSEAL_ERROR_FILE_DAMAGED, naming the member, where one has the wrong
 * type; the record is then half read and of no use.
 */
gboolean
waxseal_record_from_json (WaxsealRecord *self, JsonObject *object, GError **error)
{
  return read_members (self, object, FALSE, error);
}

/**
 * waxseal_record_read_json:
 *
 * As waxseal_record_from_json(), but a member of another type than this version knows, as a newer
 * one may write it, leaves its property alone. What is read so must not be written again.
 */
void
waxseal_record_read_json (WaxsealRecord *self, JsonObject *object)
{
  read_members (self, object, TRUE, NULL);
}

/** waxseal_record_copy: Returns: (transfer full): a deep copy, of the same type. */
gpointer
waxseal_record_copy (gpointer self)
{
  g_autoptr (JsonObject) object = waxseal_record_to_json (WAXSEAL_RECORD (self));
  WaxsealRecord *copy = g_object_new (G_OBJECT_TYPE (self), NULL);

  waxseal_record_from_json (copy, object, NULL);
  return copy;
}
