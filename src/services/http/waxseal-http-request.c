/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-http-request-private.h"

#include <string.h>

#include "waxseal-wiped-buffer.h"

#define STATUS_TOO_MANY_REQUESTS 429 /* RFC 6585; libsoup has no name for it */

struct _WaxsealHttpRequest
{
  GObject parent_instance;
  char *method;
  char *uri;
  SoupMessageHeaders *headers;
  SecretValue *bearer;
  WaxsealWipedBuffer form;
  GBytes *body;
  const char *content_type;
  gboolean repeatable;
  char **secret_members;
  WaxsealHttpJudge judge;
  gpointer judge_data;
  GDestroyNotify judge_destroy;
};

G_DEFINE_FINAL_TYPE (WaxsealHttpRequest, waxseal_http_request, G_TYPE_OBJECT)

static guint waiting_signal;

static void
drop_judge (WaxsealHttpRequest *self)
{
  if (self->judge_destroy != NULL)
    self->judge_destroy (self->judge_data);
  self->judge_destroy = NULL;
}

static void
waxseal_http_request_finalize (GObject *object)
{
  WaxsealHttpRequest *self = WAXSEAL_HTTP_REQUEST (object);

  g_free (self->method);
  g_free (self->uri);
  soup_message_headers_unref (self->headers);
  g_clear_pointer (&self->bearer, secret_value_unref);
  waxseal_wiped_buffer_clear (&self->form);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_strfreev (self->secret_members);
  drop_judge (self);
  G_OBJECT_CLASS (waxseal_http_request_parent_class)->finalize (object);
}

static void
waxseal_http_request_class_init (WaxsealHttpRequestClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_http_request_finalize;

  waiting_signal = g_signal_new ("waiting",
                                 G_TYPE_FROM_CLASS (klass),
                                 G_SIGNAL_RUN_LAST,
                                 0,
                                 NULL,
                                 NULL,
                                 NULL,
                                 G_TYPE_NONE,
                                 2,
                                 G_TYPE_INT,
                                 G_TYPE_UINT);
}

static void
waxseal_http_request_init (WaxsealHttpRequest *self)
{
  self->headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_REQUEST);
}

/**
 * waxseal_http_request_new:
 * @method: in capital letters
 * @uri: absolute and escaped; whether it may be used is found out when it is sent
 *
 * Returns: (transfer full): a request; a GET is repeatable, any other not
 */
WaxsealHttpRequest *
waxseal_http_request_new (const char *method, const char *uri)
{
  WaxsealHttpRequest *self = g_object_new (WAXSEAL_TYPE_HTTP_REQUEST, NULL);

  self->method = g_strdup (method);
  self->uri = g_strdup (uri);
  self->repeatable = waxseal_http_request_is_get (self);
  return self;
}

/** waxseal_http_request_set_header: @value: not secret, and harmless if a redirect carries it on.
 */
void
waxseal_http_request_set_header (WaxsealHttpRequest *self, const char *name, const char *value)
{
  soup_message_headers_replace (self->headers, name, value);
}

/** waxseal_http_request_set_bearer: @token: (transfer none): goes to the request's own host only.
 */
void
waxseal_http_request_set_bearer (WaxsealHttpRequest *self, SecretValue *token)
{
  secret_value_ref (token);
  g_clear_pointer (&self->bearer, secret_value_unref);
  self->bearer = token;
}

/** waxseal_http_request_set_json: @body: (transfer none): copied now; never a secret. */
void
waxseal_http_request_set_json (WaxsealHttpRequest *self, JsonNode *body)
{
  char *text = json_to_string (body, FALSE);

  g_clear_pointer (&self->body, g_bytes_unref);
  self->body = g_bytes_new_take (text, strlen (text));
  self->content_type = "application/json";
}

/* application/x-www-form-urlencoded, of which percent-encoding is a part that all servers read. */
static void
append_encoded (WaxsealWipedBuffer *form, const char *text, gsize length)
{
  static const char digits[] = "0123456789ABCDEF";

  for (gsize i = 0; i < length; i++)
    {
      guchar c = text[i];
      char escape[] = { '%', digits[c >> 4], digits[c & 15] };

      if (g_ascii_isalnum (c) || memchr ("-._~", c, 4) != NULL)
        waxseal_wiped_buffer_append (form, text + i, 1);
      else
        waxseal_wiped_buffer_append (form, escape, sizeof escape);
    }
}

static void
add_field (WaxsealHttpRequest *self, const char *name, const char *text, gsize length)
{
  g_return_if_fail (self->body == NULL);

  if (self->form.length > 0)
    waxseal_wiped_buffer_append (&self->form, "&", 1);
  append_encoded (&self->form, name, strlen (name));
  waxseal_wiped_buffer_append (&self->form, "=", 1);
  append_encoded (&self->form, text, length);
  self->content_type = "application/x-www-form-urlencoded";
}

/** waxseal_http_request_add_field: A field of a form, which is then the body; not beside JSON. */
void
waxseal_http_request_add_field (WaxsealHttpRequest *self, const char *name, const char *text)
{
  add_field (self, name, text, strlen (text));
}

/** waxseal_http_request_add_secret_field: As waxseal_http_request_add_field(). */
void
waxseal_http_request_add_secret_field (WaxsealHttpRequest *self,
                                       const char *name,
                                       SecretValue *value)
{
  gsize length;
  const char *text = secret_value_get (value, &length);

  add_field (self, name, text, length);
}

/** waxseal_http_request_set_repeatable: @repeatable: whether sending it twice does as once. */
void
waxseal_http_request_set_repeatable (WaxsealHttpRequest *self, gboolean repeatable)
{
  self->repeatable = repeatable;
}

/**
 * waxseal_http_request_set_secret_members:
 * @members: (array zero-terminated=1): members of the reply whose texts are secrets, at any depth
 */
void
waxseal_http_request_set_secret_members (WaxsealHttpRequest *self, const char *const *members)
{
  g_strfreev (self->secret_members);
  self->secret_members = g_strdupv ((char **) members);
}

/** waxseal_http_request_set_judge: @judge: what to do after each reply; without one, 429 and 503
 * are BUSY, and other statuses from 500 on FAILED. */
void
waxseal_http_request_set_judge (WaxsealHttpRequest *self,
                                WaxsealHttpJudge judge,
                                gpointer user_data,
                                GDestroyNotify destroy)
{
  drop_judge (self);
  self->judge = judge;
  self->judge_data = user_data;
  self->judge_destroy = destroy;
}

/** waxseal_http_request_parse_uri: Returns: (transfer full) (nullable): it, if it is one. */
GUri *
waxseal_http_request_parse_uri (WaxsealHttpRequest *self)
{
  return g_uri_parse (self->uri, SOUP_HTTP_URI_FLAGS, NULL);
}

/** waxseal_http_request_get_method: Returns: (transfer none): in capital letters. */
const char *
waxseal_http_request_get_method (WaxsealHttpRequest *self)
{
  return self->method;
}

/** waxseal_http_request_is_get: Returns: whether it is one, so that it may be redirected. */
gboolean
waxseal_http_request_is_get (WaxsealHttpRequest *self)
{
  return g_str_equal (self->method, "GET");
}

/** waxseal_http_request_is_repeatable: Returns: whether sending it twice does as once. */
gboolean
waxseal_http_request_is_repeatable (WaxsealHttpRequest *self)
{
  return self->repeatable;
}

/** waxseal_http_request_get_secret_members: Returns: (nullable): members of the reply. */
const char *const *
waxseal_http_request_get_secret_members (WaxsealHttpRequest *self)
{
  return (const char *const *) self->secret_members;
}

static void
append_header_cb (const char *name, const char *value, gpointer user_data)
{
  soup_message_headers_replace (user_data, name, value);
}

static void
set_authorization (SoupMessageHeaders *headers, SecretValue *token)
{
  g_auto (WaxsealWipedBuffer) value = { 0 };
  gsize length;
  const char *text = secret_value_get (token, &length);

  waxseal_wiped_buffer_append (&value, "Bearer ", 7);
  waxseal_wiped_buffer_append (&value, text, length);
  waxseal_wiped_buffer_append (&value, "", 1);
  soup_message_headers_replace (headers, "Authorization", value.data);
}

/**
 * waxseal_http_request_build_message:
 * @uri: the request's own, or where it was redirected to
 * @with_bearer: whether the token goes along
 *
 * libsoup copies the Authorization header, and libsoup, TLS and the kernel the bytes that they
 * send: those copies cannot be wiped. They live as long as the message, or until the connection's
 * buffers are used again.
 *
 * Returns: (transfer full): what libsoup sends. It follows no redirect, and sends nothing twice
 * that is not repeatable: on a connection of its own it has none that turns out to be closed
 */
SoupMessage *
waxseal_http_request_build_message (WaxsealHttpRequest *self,
                                    GUri *uri,
                                    gboolean with_bearer,
                                    const char *client_request_id)
{
  SoupMessage *message = soup_message_new_from_uri (self->method, uri);
  SoupMessageHeaders *headers = soup_message_get_request_headers (message);

  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  if (!self->repeatable)
    soup_message_add_flags (message, SOUP_MESSAGE_NEW_CONNECTION);
  soup_message_headers_replace (headers, "Accept", "application/json");
  soup_message_headers_replace (headers, "client-request-id", client_request_id);
  soup_message_headers_foreach (self->headers, append_header_cb, headers);
  if (with_bearer && self->bearer != NULL)
    set_authorization (headers, self->bearer);
  if (self->body == NULL && self->form.length > 0)
    self->body = waxseal_wiped_buffer_to_bytes (&self->form);
  if (self->body != NULL)
    soup_message_set_request_body_from_bytes (message, self->content_type, self->body);
  return message;
}

/** waxseal_http_request_judge: Returns: what is to be done after @reply. */
WaxsealHttpVerdict
waxseal_http_request_judge (WaxsealHttpRequest *self, WaxsealHttpReply *reply)
{
  guint status = waxseal_http_reply_get_status (reply);

  if (self->judge != NULL)
    return self->judge (reply, self->judge_data);
  if (status == STATUS_TOO_MANY_REQUESTS || status == SOUP_STATUS_SERVICE_UNAVAILABLE)
    return WAXSEAL_HTTP_BUSY;
  return status >= 500 ? WAXSEAL_HTTP_FAILED : WAXSEAL_HTTP_DONE;
}

/** waxseal_http_request_emit_waiting: Tells that it will be sent again in @milliseconds. */
void
waxseal_http_request_emit_waiting (WaxsealHttpRequest *self,
                                   WaxsealHttpVerdict why,
                                   guint milliseconds)
{
  g_signal_emit (self, waiting_signal, 0, (int) why, milliseconds);
}
