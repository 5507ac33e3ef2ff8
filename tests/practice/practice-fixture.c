/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "practice-fixture.h"

#include <string.h>

#include "waxseal-json.h"

#define PEOPLE 20

Practice *
practice_new_for (WaxsealPracticeServer *server)
{
  Practice *self = g_new0 (Practice, 1);
  g_autoptr (GError) error = NULL;

  self->server = server;
  self->session = soup_session_new ();
  soup_session_set_proxy_resolver (self->session, NULL);
  waxseal_practice_server_start (server, 0, &error);
  g_assert_no_error (error);
  return self;
}

Practice *
practice_new (void)
{
  return practice_new_for (waxseal_practice_server_new (PEOPLE));
}

void
practice_free (Practice *self)
{
  soup_session_abort (self->session);
  g_object_unref (self->session);
  g_object_unref (self->server);
  g_free (self);
}

SoupMessage *
practice_message (Practice *self, const char *method, const char *path)
{
  g_autofree char *uri = g_strconcat (waxseal_practice_server_get_base (self->server), path, NULL);
  SoupMessage *message = soup_message_new (method, uri);

  g_assert_nonnull (message);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  return message;
}

/* @message: (transfer full) */
Reply *
practice_send (Practice *self, SoupMessage *message)
{
  Reply *reply = g_new0 (Reply, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = soup_session_send_and_read (self->session, message, NULL, &error);
  gsize size;
  const char *data;

  g_assert_no_error (error);
  data = g_bytes_get_data (bytes, &size);
  reply->message = message;
  reply->status = soup_message_get_status (message);
  reply->text = g_strndup (data != NULL ? data : "", size);
  reply->json = json_from_string (reply->text, NULL);
  return reply;
}

Reply *
practice_get (Practice *self, const char *path, const char *header, const char *value)
{
  SoupMessage *message = practice_message (self, "GET", path);

  if (header != NULL)
    soup_message_headers_replace (soup_message_get_request_headers (message), header, value);
  return practice_send (self, message);
}

/* Pairs of names and values, of which a NULL value leaves the field out. */
Reply *
practice_post (Practice *self, const char *path, ...)
{
  SoupMessage *message = practice_message (self, "POST", path);
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GBytes) bytes = NULL;
  const char *name;
  char *form;
  va_list args;

  va_start (args, path);
  while ((name = va_arg (args, const char *)) != NULL)
    {
      const char *value = va_arg (args, const char *);

      if (value != NULL)
        g_hash_table_insert (fields, (gpointer) name, (gpointer) value);
    }
  va_end (args);
  form = soup_form_encode_hash (fields);
  bytes = g_bytes_new_take (form, strlen (form));
  soup_message_set_request_body_from_bytes (message, SOUP_FORM_MIME_TYPE_URLENCODED, bytes);
  return practice_send (self, message);
}

const char *
reply_get_header (Reply *self, const char *name)
{
  return soup_message_headers_get_one (soup_message_get_response_headers (self->message), name);
}

JsonObject *
reply_get_object (Reply *self)
{
  JsonObject *object = waxseal_json_node_get_object (self->json);

  g_assert_nonnull (object);
  return object;
}

const char *
reply_get_text (Reply *self, const char *member)
{
  return waxseal_json_get_text (reply_get_object (self), member);
}

void
reply_free (Reply *self)
{
  g_clear_object (&self->message);
  g_clear_pointer (&self->json, json_node_unref);
  g_free (self->text);
  g_free (self);
}
