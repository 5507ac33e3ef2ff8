/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-exchange-bytes.h"

#define TYPE "#Exchange.ByteArrayType"

static JsonNode *
encode_numbers (const guchar *data, gsize size)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *numbers = json_array_sized_new (size);

  for (gsize i = 0; i < size; i++)
    json_array_add_int_element (numbers, data[i]);
  json_node_take_array (node, numbers);
  return node;
}

static JsonNode *
encode_base64 (const guchar *data, gsize size)
{
  g_autofree char *text = g_base64_encode (data, size);
  JsonNode *node = json_node_new (JSON_NODE_VALUE);

  json_node_set_string (node, text);
  return node;
}

/**
 * waxseal_exchange_bytes_encode:
 *
 * The object is as Microsoft's own module wraps bytes; the form of its “Data” is not known, and
 * @form is the switch (microsoft.md, 3.2 and 6).
 *
 * Returns: (transfer full): @bytes as the value of a cmdlet's parameter
 */
JsonNode *
waxseal_exchange_bytes_encode (GBytes *bytes, WaxsealExchangeByteForm form)
{
  gsize size;
  const guchar *data = g_bytes_get_data (bytes, &size);
  JsonNode *node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "@odata.type", TYPE);
  json_object_set_member (object,
                          "Data",
                          form == WAXSEAL_EXCHANGE_BYTES_NUMBERS ? encode_numbers (data, size)
                                                                 : encode_base64 (data, size));
  json_node_take_object (node, object);
  return node;
}
