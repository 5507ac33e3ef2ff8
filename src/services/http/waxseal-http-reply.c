/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-http-reply-private.h"

#include "waxseal-json.h"

struct _WaxsealHttpReply
{
  GObject parent_instance;
  guint status;
  SoupMessageHeaders *headers;
  char *client_request_id;
  JsonNode *json;
  GHashTable *secrets;
};

G_DEFINE_FINAL_TYPE (WaxsealHttpReply, waxseal_http_reply, G_TYPE_OBJECT)

static void
waxseal_http_reply_finalize (GObject *object)
{
  WaxsealHttpReply *self = WAXSEAL_HTTP_REPLY (object);

  g_clear_pointer (&self->headers, soup_message_headers_unref);
  g_free (self->client_request_id);
  g_clear_pointer (&self->json, json_node_unref);
  g_clear_pointer (&self->secrets, g_hash_table_unref);
  G_OBJECT_CLASS (waxseal_http_reply_parent_class)->finalize (object);
}

static void
waxseal_http_reply_class_init (WaxsealHttpReplyClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_http_reply_finalize;
}

static void
waxseal_http_reply_init (WaxsealHttpReply *self)
{
}

/**
 * waxseal_http_reply_new:
 * @headers: (transfer none): kept
 * @json: (transfer full) (nullable): the body, if it is JSON
 * @secrets: (transfer full) (nullable) (element-type utf8 SecretValue): what was cut out of it
 */
WaxsealHttpReply *
waxseal_http_reply_new (guint status,
                        SoupMessageHeaders *headers,
                        const char *client_request_id,
                        JsonNode *json,
                        GHashTable *secrets)
{
  WaxsealHttpReply *self = g_object_new (WAXSEAL_TYPE_HTTP_REPLY, NULL);

  self->status = status;
  self->headers = soup_message_headers_ref (headers);
  self->client_request_id = g_strdup (client_request_id);
  self->json = json;
  self->secrets = secrets;
  return self;
}

/** waxseal_http_reply_get_status: Returns: the HTTP status */
guint
waxseal_http_reply_get_status (WaxsealHttpReply *self)
{
  return self->status;
}

/** waxseal_http_reply_get_json: Returns: (transfer none) (nullable): the body, if there is one. For
 * statuses from 400 on also %NULL where it is no JSON; for others that is an error instead. */
JsonNode *
waxseal_http_reply_get_json (WaxsealHttpReply *self)
{
  return self->json;
}

/** waxseal_http_reply_get_object: Returns: (transfer none) (nullable): the body, if an object. */
JsonObject *
waxseal_http_reply_get_object (WaxsealHttpReply *self)
{
  return waxseal_json_node_get_object (self->json);
}

/** waxseal_http_reply_get_header: Returns: (transfer none) (nullable): several joined by commas. */
const char *
waxseal_http_reply_get_header (WaxsealHttpReply *self, const char *name)
{
  return soup_message_headers_get_list (self->headers, name);
}

static JsonObject *
get_inner_error (WaxsealHttpReply *self)
{
  JsonObject *error = waxseal_json_get_object (waxseal_http_reply_get_object (self), "error");
  JsonObject *inner = waxseal_json_get_object (error, "innerError");

  /* Graph spells it both ways (microsoft.md, 2.7). */
  return inner != NULL ? inner : waxseal_json_get_object (error, "innererror");
}

/** waxseal_http_reply_get_request_id: Returns: (transfer none): the service's own, or "". */
const char *
waxseal_http_reply_get_request_id (WaxsealHttpReply *self)
{
  const char *id = waxseal_http_reply_get_header (self, "request-id");

  if (id == NULL)
    id = waxseal_http_reply_get_header (self, "x-ms-request-id");
  return id != NULL ? id : waxseal_json_get_text (get_inner_error (self), "request-id");
}

static void
append_line (GString *lines, const char *label, const char *value)
{
  if (value != NULL && *value != '\0')
    g_string_append_printf (lines, "\n%s %s", label, value);
}

/**
 * waxseal_http_reply_describe_as:
 * @text: what the service said was wrong
 *
 * Returns: (transfer full): @text, and by what it can be found in the service's log
 */
char *
waxseal_http_reply_describe_as (WaxsealHttpReply *self, const char *text)
{
  GString *lines = g_string_new (text);
  const char *date = waxseal_json_get_text (get_inner_error (self), "date");

  append_line (lines, "request-id", waxseal_http_reply_get_request_id (self));
  append_line (lines, "client-request-id", self->client_request_id);
  if (*date == '\0')
    date = waxseal_http_reply_get_header (self, "Date");
  append_line (lines, "date", date);
  return g_string_free (lines, FALSE);
}

/**
 * waxseal_http_reply_describe:
 *
 * Returns: (transfer full): what the service said was wrong, as it said it, and by what it can be
 *   found in the service's log; for the details of an error
 */
char *
waxseal_http_reply_describe (WaxsealHttpReply *self)
{
  JsonObject *object = waxseal_http_reply_get_object (self);
  JsonObject *error = waxseal_json_get_object (object, "error");
  const char *code = waxseal_json_get_text (object, "error"); /* OAuth's */
  const char *message = waxseal_json_get_text (object, "error_description");
  g_autofree char *text = NULL;

  if (error != NULL)
    {
      code = waxseal_json_get_text (error, "code");
      message = waxseal_json_get_text (error, "message");
    }
  if (*code == '\0' && *message == '\0')
    text = g_strdup_printf ("HTTP %u", self->status);
  else
    text = g_strdup_printf ("%s: %s", code, message);
  return waxseal_http_reply_describe_as (self, text);
}

/**
 * waxseal_http_reply_take_secret:
 * @member: one that the request named
 *
 * Returns: (transfer full) (nullable): its value, which the reply no longer has then
 */
SecretValue *
waxseal_http_reply_take_secret (WaxsealHttpReply *self, const char *member)
{
  g_autofree char *name = NULL;
  SecretValue *value = NULL;

  if (self->secrets != NULL)
    g_hash_table_steal_extended (self->secrets, member, (gpointer *) &name, (gpointer *) &value);
  return value;
}
