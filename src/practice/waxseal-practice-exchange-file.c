/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * FileData, bytes in JSON: {"@odata.type": "#Exchange.ByteArrayType", "Data": …}. Whether Data is a
 * text in base64 or an array of numbers is not known (microsoft.md, 3.2 and 6): the tenant's
 * setting "fileData" says which of the two it takes, and the other is no value to it.
 */
#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-exchange.h"

#define TYPE "#Exchange.ByteArrayType"

/* g_base64_decode() reads over what it does not know. */
static GBytes *
decode (const char *text)
{
  gsize size;
  g_autofree guchar *data = g_base64_decode (text, &size);
  g_autofree char *again = g_base64_encode (data, size);

  return g_str_equal (text, again) ? g_bytes_new (data, size) : NULL;
}

static GBytes *
collect (JsonArray *numbers)
{
  g_autoptr (GByteArray) bytes = g_byte_array_sized_new (json_array_get_length (numbers));

  for (guint i = 0; i < json_array_get_length (numbers); i++)
    {
      JsonNode *node = json_array_get_element (numbers, i);
      gint64 number =
        json_node_get_value_type (node) == G_TYPE_INT64 ? json_node_get_int (node) : -1;
      guint8 byte = number;

      if (number < 0 || number > G_MAXUINT8)
        return NULL;
      g_byte_array_append (bytes, &byte, 1);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static gboolean
takes_numbers (WaxsealPracticeTenant *tenant)
{
  JsonObject *settings = waxseal_practice_tenant_find (tenant, "settings", "id", "settings");

  return g_str_equal (waxseal_json_get_text (settings, "fileData"), "numbers");
}

/** waxseal_practice_exchange_read_file: Returns: (transfer full) (nullable): the bytes; %NULL, and
 * an answer, if there are none
 */
GBytes *
waxseal_practice_exchange_read_file (WaxsealPracticeCall *call, JsonObject *parameters)
{
  JsonObject *file = waxseal_json_get_object (parameters, "FileData");
  JsonArray *numbers = waxseal_json_get_array (file, "Data");
  const char *text = waxseal_json_get_text (file, "Data");
  GBytes *bytes = NULL;

  if (g_str_equal (waxseal_json_get_text (file, "@odata.type"), TYPE))
    {
      if (takes_numbers (call->tenant))
        bytes = numbers != NULL ? collect (numbers) : NULL;
      else
        bytes = *text != '\0' ? decode (text) : NULL;
    }
  if (bytes == NULL)
    waxseal_practice_exchange_fail_inside (call,
                                           "Cannot convert the value of FileData to the type "
                                           "'System.Byte[]'.");
  return bytes;
}
