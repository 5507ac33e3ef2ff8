/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "raw-client.h"

#include <gio/gio.h>
#include <string.h>

/** raw_reply_free: @self: (transfer full). */
void
raw_reply_free (RawReply *self)
{
  g_free (self->head);
  g_free (self->body);
  g_free (self);
}

static void
write_all (GSocketConnection *connection, const char *data, gsize length)
{
  GOutputStream *stream = g_io_stream_get_output_stream (G_IO_STREAM (connection));

  /* A server that has heard enough may end it: what it said is what counts. */
  g_output_stream_write_all (stream, data, length, NULL, NULL, NULL);
}

/**
 * raw_client_send:
 * @base: "http://127.0.0.1:PORT"
 * @fields: (nullable): more lines of the head, each with "\r\n" at its end
 * @body: (nullable): JSON, or a form where it does not begin with a bracket
 *
 * Returns: (transfer full): a connection on which the request was sent
 */
GSocketConnection *
raw_client_send (const char *base,
                 const char *method,
                 const char *path,
                 const char *fields,
                 const char *body)
{
  return raw_client_send_bytes (base, method, path, fields, body, body != NULL ? strlen (body) : 0);
}

/** raw_client_send_bytes: Returns: (transfer full): as raw_client_send(), with NULs in @body */
GSocketConnection *
raw_client_send_bytes (const char *base,
                       const char *method,
                       const char *path,
                       const char *fields,
                       const char *body,
                       gsize length)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  g_autofree char *head = NULL;
  GSocketConnection *connection = g_socket_client_connect_to_uri (client, base, 0, NULL, &error);
  gboolean is_json = body != NULL && strchr ("[{\"", body[0]) != NULL;

  g_assert_no_error (error);
  head = g_strdup_printf ("%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n"
                          "Content-Type: %s\r\nContent-Length: %zu\r\n%s\r\n",
                          method,
                          path,
                          strstr (base, "://") + 3,
                          is_json ? "application/json" : "application/x-www-form-urlencoded",
                          length,
                          fields != NULL ? fields : "");
  write_all (connection, head, strlen (head));
  write_all (connection, body, length);
  return connection;
}

/* All that comes until the connection ends, whichever way it does. */
static GString *
read_all (GSocketConnection *connection)
{
  GInputStream *stream = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GString *text = g_string_new (NULL);
  char buffer[4096];
  gssize n;

  while ((n = g_input_stream_read (stream, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_string_append_len (text, buffer, n);
  return text;
}

static char *
lower_names (const char *head, gsize length)
{
  g_autofree char *copy = g_strndup (head, length);
  g_auto (GStrv) lines = g_strsplit (copy, "\r\n", -1);

  /* No text has no lines, not an empty one. */
  for (guint i = 1; lines[0] != NULL && lines[i] != NULL; i++)
    for (char *c = lines[i]; *c != '\0' && *c != ':'; c++)
      *c = g_ascii_tolower (*c);
  return g_strjoinv ("\r\n", lines);
}

/** raw_client_receive: @connection: (transfer full). Returns: (transfer full): what came. */
RawReply *
raw_client_receive (GSocketConnection *connection)
{
  g_autoptr (GSocketConnection) own = connection;
  g_autoptr (GString) text = read_all (own);
  RawReply *reply = g_new0 (RawReply, 1);
  const char *end = strstr (text->str, "\r\n\r\n");
  g_autofree char *length = NULL;

  reply->head = lower_names (text->str, end != NULL ? (gsize) (end - text->str) : 0);
  if (end == NULL)
    {
      reply->body = g_strdup ("");
      return reply;
    }
  reply->length = text->len - (end + 4 - text->str);
  reply->body = g_malloc0 (reply->length + 1);
  memcpy (reply->body, end + 4, reply->length);
  reply->status = g_ascii_strtoull (strchr (text->str, ' '), NULL, 10);
  length = raw_reply_dup_field (reply, "content-length");
  reply->is_whole = length == NULL || g_ascii_strtoull (length, NULL, 10) == reply->length;
  return reply;
}

/** raw_client_ask: Returns: (transfer full): the reply to a request. */
RawReply *
raw_client_ask (const char *base,
                const char *method,
                const char *path,
                const char *fields,
                const char *body)
{
  return raw_client_receive (raw_client_send (base, method, path, fields, body));
}

/** raw_reply_dup_field: Returns: (transfer full) (nullable): a field of the head. */
char *
raw_reply_dup_field (RawReply *self, const char *name)
{
  g_autofree char *start = g_strconcat ("\r\n", name, ": ", NULL);
  const char *found = strstr (self->head, start);

  if (found == NULL)
    return NULL;
  found += strlen (start);
  return g_strndup (found, strcspn (found, "\r"));
}

/** raw_reply_parse: Returns: (transfer full): the JSON object that came. */
JsonObject *
raw_reply_parse (RawReply *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (JsonNode) node = json_from_string (self->body, &error);

  g_assert_no_error (error);
  return json_node_dup_object (node);
}
