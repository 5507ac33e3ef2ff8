/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-call.h"

#include <string.h>

#include "waxseal-json-guard.h"
#include "waxseal-json.h"

/* "/v1.0/myorganization/users" is another way to write "/v1.0/users". */
static void
drop_alias (GPtrArray *segments)
{
  if (segments->len > 1 && g_str_equal (g_ptr_array_index (segments, 0), "v1.0") &&
      g_ascii_strcasecmp (g_ptr_array_index (segments, 1), "myorganization") == 0)
    g_ptr_array_remove_index (segments, 1);
}

/* NULL if it is no text. */
static char **
split_path (const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  g_autoptr (GPtrArray) segments = g_ptr_array_new_with_free_func (g_free);
  guint i;

  for (i = 0; parts[i] != NULL; i++)
    {
      g_autofree char *segment = g_uri_unescape_string (parts[i], NULL);

      if (segment == NULL || !g_utf8_validate (segment, -1, NULL))
        return NULL;
      if (segment[0] != '\0')
        g_ptr_array_add (segments, g_steal_pointer (&segment));
    }
  drop_alias (segments);
  g_ptr_array_add (segments, NULL);
  return (char **) g_ptr_array_steal (segments, NULL);
}

static gboolean
is_text (gpointer key, gpointer value, gpointer user_data)
{
  return !g_utf8_validate (key, -1, NULL) || !g_utf8_validate (value, -1, NULL);
}

/* Fields that are no text are left out. */
static GHashTable *
decode_form (const char *form)
{
  GHashTable *fields = soup_form_decode (form != NULL ? form : "");

  g_hash_table_foreach_remove (fields, is_text, NULL);
  return fields;
}

static char *
make_host (SoupServerMessage *message)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (message);
  const char *host = soup_message_headers_get_one (headers, "Host");

  return g_strdup_printf ("%s://%s",
                          g_uri_get_scheme (soup_server_message_get_uri (message)),
                          host != NULL ? host : "localhost");
}

/* JSON that the tenant may keep, and change; NULL if it is not as it should be, or too deep. */
static JsonNode *
read_json (const char *data, gsize size)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (JsonNode) checked = waxseal_json_parse (data, size, NULL);

  if (checked == NULL || !json_parser_load_from_data (parser, data, size, NULL))
    return NULL;
  return json_parser_steal_root (parser);
}

static void
read_body (WaxsealPracticeCall *self)
{
  SoupMessageHeaders *headers = soup_server_message_get_request_headers (self->message);
  const char *type = soup_message_headers_get_content_type (headers, NULL);
  g_autoptr (GBytes) bytes =
    soup_message_body_flatten (soup_server_message_get_request_body (self->message));
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  if (type == NULL || size == 0)
    return;
  if (g_ascii_strcasecmp (type, "application/x-www-form-urlencoded") == 0)
    {
      g_autofree char *text = g_strndup (data, size);

      self->form = decode_form (text);
    }
  else if (g_ascii_strcasecmp (type, "application/json") == 0)
    self->body = read_json (data, size);
}

static void
answer_headers (WaxsealPracticeCall *self)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (self->message);
  const char *client_id = waxseal_practice_call_get_header (self, "client-request-id");

  soup_message_headers_replace (headers, "request-id", self->request_id);
  if (client_id != NULL)
    soup_message_headers_replace (headers, "client-request-id", client_id);
}

/**
 * waxseal_practice_call_new:
 * @message: a request that was read to its end
 *
 * Returns: (transfer full): the call; its path is %NULL where the address is no text
 */
WaxsealPracticeCall *
waxseal_practice_call_new (SoupServerMessage *message)
{
  WaxsealPracticeCall *self = g_rc_box_new0 (WaxsealPracticeCall);
  GUri *uri = soup_server_message_get_uri (message);

  self->message = g_object_ref (message);
  self->method = g_intern_string (soup_server_message_get_method (message));
  self->path = split_path (g_uri_get_path (uri));
  self->query = decode_form (g_uri_get_query (uri));
  self->host = make_host (message);
  self->request_id = g_uuid_string_random ();
  read_body (self);
  answer_headers (self);
  return self;
}

static GHashTable *
read_headers (JsonObject *object)
{
  GHashTable *headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GList) names = object != NULL ? json_object_get_members (object) : NULL;
  GList *l;

  for (l = names; l != NULL; l = l->next)
    g_hash_table_insert (headers,
                         g_ascii_strdown (l->data, -1),
                         g_strdup (waxseal_json_get_text (object, l->data)));
  return headers;
}

/**
 * waxseal_practice_call_new_inner:
 * @outer: a call to /$batch
 * @request: one of its requests: method, url (relative to /v1.0), headers, body
 *
 * Returns: (transfer full): the call, with the caller of @outer and without a message
 */
WaxsealPracticeCall *
waxseal_practice_call_new_inner (WaxsealPracticeCall *outer, JsonObject *request)
{
  WaxsealPracticeCall *self = g_rc_box_new0 (WaxsealPracticeCall);
  g_auto (GStrv) parts = g_strsplit (waxseal_json_get_text (request, "url"), "?", 2);
  g_autofree char *path = g_strconcat ("/v1.0/", parts[0], NULL);

  self->tenant = g_object_ref (outer->tenant);
  self->identity = outer->identity;
  self->faults = outer->faults;
  self->caller = outer->caller != NULL ? waxseal_practice_caller_ref (outer->caller) : NULL;
  self->method = g_intern_string (waxseal_json_get_text (request, "method"));
  self->path = split_path (path);
  self->query = decode_form (parts[0] != NULL ? parts[1] : NULL);
  self->headers = read_headers (waxseal_json_get_object (request, "headers"));
  self->reply_headers = json_object_new ();
  self->host = g_strdup (outer->host);
  self->request_id = g_uuid_string_random ();
  if (json_object_has_member (request, "body"))
    self->body = json_node_copy (json_object_get_member (request, "body"));
  return self;
}

/** waxseal_practice_call_ref: Returns: (transfer full): @self */
WaxsealPracticeCall *
waxseal_practice_call_ref (WaxsealPracticeCall *self)
{
  return g_rc_box_acquire (self);
}

static void
clear_call (gpointer data)
{
  WaxsealPracticeCall *self = data;

  g_clear_object (&self->message);
  g_clear_object (&self->tenant);
  g_clear_pointer (&self->route, g_free);
  g_clear_pointer (&self->path, g_strfreev);
  g_clear_pointer (&self->keys, g_strfreev);
  g_clear_pointer (&self->query, g_hash_table_unref);
  g_clear_pointer (&self->headers, g_hash_table_unref);
  g_clear_pointer (&self->reply_headers, json_object_unref);
  g_clear_pointer (&self->form, g_hash_table_unref);
  g_clear_pointer (&self->body, json_node_unref);
  g_clear_pointer (&self->host, g_free);
  g_clear_pointer (&self->request_id, g_free);
  g_clear_pointer (&self->caller, waxseal_practice_caller_unref);
  g_clear_pointer (&self->reply, json_node_unref);
}

/** waxseal_practice_call_unref: @self: (transfer full): a call */
void
waxseal_practice_call_unref (WaxsealPracticeCall *self)
{
  g_rc_box_release_full (self, clear_call);
}

/**
 * waxseal_practice_call_pause:
 *
 * Keeps the client waiting until waxseal_practice_call_resume(). Take a reference meanwhile.
 */
void
waxseal_practice_call_pause (WaxsealPracticeCall *self)
{
  soup_server_message_pause (self->message);
}

/**
 * waxseal_practice_call_resume:
 *
 * Lets a call that waits go on: to its handler, unless it has been answered meanwhile.
 */
void
waxseal_practice_call_resume (WaxsealPracticeCall *self)
{
  if (self->status == 0)
    self->proceed (self);
  soup_server_message_unpause (self->message);
}

/**
 * waxseal_practice_call_reply:
 * @body: (nullable) (transfer none): what to reply; %NULL for nothing
 *
 * Answers with JSON.
 */
void
waxseal_practice_call_reply (WaxsealPracticeCall *self, guint status, JsonNode *body)
{
  g_clear_pointer (&self->reply, json_node_unref);
  self->status = status;
  self->reply = body != NULL ? json_node_ref (body) : NULL;
  if (self->message == NULL)
    return;
  soup_server_message_set_status (self->message, status, NULL);
  if (body != NULL)
    {
      char *json = json_to_string (body, FALSE);

      soup_server_message_set_response (
        self->message, "application/json; charset=utf-8", SOUP_MEMORY_TAKE, json, strlen (json));
    }
}

/** waxseal_practice_call_reply_text: answers with @text, such as a page */
void
waxseal_practice_call_reply_text (WaxsealPracticeCall *self,
                                  guint status,
                                  const char *content_type,
                                  const char *text)
{
  g_clear_pointer (&self->reply, json_node_unref);
  self->status = status;
  if (self->message == NULL)
    return;
  soup_server_message_set_status (self->message, status, NULL);
  soup_server_message_set_response (
    self->message, content_type, SOUP_MEMORY_COPY, text, strlen (text));
}

/**
 * waxseal_practice_call_fail:
 * @code: as Graph has it, such as "Request_ResourceNotFound"
 * @message: for a developer
 *
 * Answers with an error in Graph's shape (microsoft.md, 2.7).
 */
void
waxseal_practice_call_fail (WaxsealPracticeCall *self,
                            guint status,
                            const char *code,
                            const char *message)
{
  g_autoptr (GDateTime) now =
    g_date_time_new_from_unix_utc (waxseal_practice_tenant_get_now (self->tenant));
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%S");
  const char *client_id = waxseal_practice_call_get_header (self, "client-request-id");
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  g_autoptr (JsonNode) node = NULL;
  const char *members[][2] = {
    { "date", date },
    { "request-id", self->request_id },
    { "client-request-id", client_id != NULL ? client_id : self->request_id },
  };
  gsize i;

  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "error");
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "code");
  json_builder_add_string_value (builder, code);
  json_builder_set_member_name (builder, "message");
  json_builder_add_string_value (builder, message);
  json_builder_set_member_name (builder, "innerError");
  json_builder_begin_object (builder);
  for (i = 0; i < G_N_ELEMENTS (members); i++)
    {
      json_builder_set_member_name (builder, members[i][0]);
      json_builder_add_string_value (builder, members[i][1]);
    }
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  json_builder_end_object (builder);
  node = json_builder_get_root (builder);
  waxseal_practice_call_reply (self, status, node);
}

void
waxseal_practice_call_set_header (WaxsealPracticeCall *self, const char *name, const char *value)
{
  if (self->message == NULL)
    json_object_set_string_member (self->reply_headers, name, value);
  else
    soup_message_headers_replace (soup_server_message_get_response_headers (self->message),
                                  name,
                                  value);
}

/** waxseal_practice_call_get_query: Returns: (nullable): what the query has for @name */
const char *
waxseal_practice_call_get_query (WaxsealPracticeCall *self, const char *name)
{
  return g_hash_table_lookup (self->query, name);
}

/**
 * waxseal_practice_call_get_header:
 * @name: in any case
 *
 * Returns: (nullable): what was sent
 */
const char *
waxseal_practice_call_get_header (WaxsealPracticeCall *self, const char *name)
{
  g_autofree char *lower = NULL;

  if (self->message != NULL)
    return soup_message_headers_get_one (soup_server_message_get_request_headers (self->message),
                                         name);
  lower = g_ascii_strdown (name, -1);
  return g_hash_table_lookup (self->headers, lower);
}
