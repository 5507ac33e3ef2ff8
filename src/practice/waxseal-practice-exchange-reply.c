/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a cmdlet gives, in pages (microsoft.md, 3.2). */
#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-base64.h"
#include "waxseal-practice-exchange.h"

#define MOST_A_PAGE   1000
#define LINK_LIFETIME 600
#define PREFERENCE    "odata.maxpagesize"
#define CONTENT_TYPE                                                                               \
  "application/json;odata.metadata=minimal;odata.streaming=true;IEEE754Compatible=false;"          \
  "charset=utf-8"

/* "odata.maxpagesize=2", among other preferences and with spaces or without. */
static guint
get_page_size (WaxsealPracticeCall *call)
{
  const char *header = waxseal_practice_call_get_header (call, "Prefer");
  const char *at = header != NULL ? strstr (header, PREFERENCE) : NULL;
  guint64 size;

  if (at == NULL)
    return MOST_A_PAGE;
  at += strlen (PREFERENCE);
  at += strspn (at, " =");
  size = g_ascii_strtoull (at, NULL, 10);
  return size > 0 && size < MOST_A_PAGE ? size : MOST_A_PAGE;
}

/* What the request asks, told apart from others. */
static char *
hash_input (WaxsealPracticeCall *call)
{
  JsonObject *body = waxseal_json_node_get_object (call->body);
  g_autofree char *json = json_to_string (json_object_get_member (body, "CmdletInput"), FALSE);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, json, -1);
}

static char *
make_link (WaxsealPracticeCall *call, guint offset)
{
  g_autofree char *hash = hash_input (call);
  g_autofree char *text = g_strdup_printf ("%u %" G_GINT64_FORMAT " %s",
                                           offset,
                                           waxseal_practice_tenant_get_now (call->tenant),
                                           hash);
  g_autofree char *token = waxseal_practice_base64_encode (text, strlen (text));

  return g_strdup_printf ("%s/adminapi/beta/%s/InvokeCommand?$skiptoken=%s",
                          call->host,
                          call->keys[0],
                          token);
}

/* Where the page begins that the address leads to; an address is for one body, and not for long. */
static gboolean
read_link (WaxsealPracticeCall *call, guint *offset)
{
  const char *token = waxseal_practice_call_get_query (call, "$skiptoken");
  g_autoptr (GBytes) bytes = token != NULL ? waxseal_practice_base64_decode (token) : NULL;
  g_autofree char *text = NULL;
  g_auto (GStrv) parts = NULL;
  g_autofree char *hash = NULL;
  gint64 age;

  *offset = 0;
  if (token == NULL)
    return TRUE;
  if (bytes == NULL)
    return FALSE;
  text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
  parts = g_strsplit (text, " ", -1);
  hash = hash_input (call);
  if (g_strv_length (parts) != 3 || !g_str_equal (parts[2], hash))
    return FALSE;
  *offset = g_ascii_strtoull (parts[0], NULL, 10);
  age = waxseal_practice_tenant_get_now (call->tenant) - g_ascii_strtoll (parts[1], NULL, 10);
  return age >= 0 && age < LINK_LIFETIME;
}

/* @value: (transfer full); @link, @warning: (nullable) */
static void
reply (WaxsealPracticeCall *call, JsonArray *value, const char *link, const char *warning)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  g_autofree char *context =
    g_strdup_printf ("%s/adminapi/beta/%s/$metadata#Collection(Exchange.GenericHashTable)",
                     call->host,
                     call->keys[0]);
  JsonObject *object = json_object_new ();
  JsonArray *warnings = json_array_new ();

  if (warning != NULL)
    json_array_add_string_element (warnings, warning);
  json_object_set_string_member (object, "@odata.context", context);
  json_object_set_string_member (object, "adminapi.warnings@odata.type", "#Collection(String)");
  json_object_set_array_member (object, "@adminapi.warnings", warnings);
  if (link != NULL)
    json_object_set_string_member (object, "@odata.nextLink", link);
  json_object_set_array_member (object, "value", value);
  json_node_take_object (node, object);
  waxseal_practice_call_reply (call, SOUP_STATUS_OK, node);
  waxseal_practice_call_set_header (call, "Content-Type", CONTENT_TYPE);
}

/**
 * waxseal_practice_exchange_reply:
 * @objects: (element-type JsonObject): all that the cmdlet gives
 *
 * Answers with the page of @objects that is asked for.
 */
void
waxseal_practice_exchange_reply (WaxsealPracticeCall *call, GPtrArray *objects)
{
  guint size = get_page_size (call), offset, end;
  JsonArray *value;
  g_autofree char *link = NULL;

  if (!read_link (call, &offset))
    {
      waxseal_practice_exchange_fail_request (call,
                                              "The next page is for the same request, and soon.");
      return;
    }
  offset = MIN (offset, objects->len);
  end = MIN (offset + size, objects->len);
  value = json_array_new ();
  for (guint i = offset; i < end; i++)
    json_array_add_object_element (value, json_object_ref (g_ptr_array_index (objects, i)));
  link = end < objects->len ? make_link (call, end) : NULL;
  reply (call, value, link, NULL);
}

/** waxseal_practice_exchange_reply_nothing: @warning: (nullable): what is said nevertheless */
void
waxseal_practice_exchange_reply_nothing (WaxsealPracticeCall *call, const char *warning)
{
  reply (call, json_array_new (), NULL, warning);
}
