/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-raw-reply.h"

#include <sys/socket.h>

/* What a cut reply without a body says that its length is. */
#define EMPTY_LENGTH 64

/* Pieces that a dripping body comes in. */
#define N_PIECES 8

/* Data of a message whose connection is no longer the server's. */
#define IS_SENT "waxseal-practice-raw-reply"

/** Writer: a reply that is written piece by piece to a connection that was the server's. */
typedef struct
{
  GIOStream *stream;
  GBytes *bytes;
  gsize written;
  gsize end;   /* of the piece that is being written */
  gsize piece; /* length of the pieces after the first */
  guint pause; /* milliseconds after a piece */
} Writer;

static void
writer_free (Writer *self)
{
  g_object_unref (self->stream);
  g_bytes_unref (self->bytes);
  g_free (self);
}

static GIOStream *
take_connection (SoupServerMessage *message)
{
  g_object_set_data (G_OBJECT (message), IS_SENT, GINT_TO_POINTER (TRUE));
  return soup_server_message_steal_connection (message);
}

/** waxseal_practice_raw_reply_is_sent: Returns: whether @message was answered by one of these. */
gboolean
waxseal_practice_raw_reply_is_sent (SoupServerMessage *message)
{
  return g_object_get_data (G_OBJECT (message), IS_SENT) != NULL;
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* A client that left first is no trouble of the server's. */
  g_io_stream_close_finish (G_IO_STREAM (source), result, NULL);
}

static void
close_stream (GIOStream *stream)
{
  g_io_stream_close_async (stream, G_PRIORITY_DEFAULT, NULL, closed_cb, NULL);
}

/**
 * waxseal_practice_raw_reply_reset:
 *
 * Breaks off the connection without a goodbye: what was sent and not read yet is thrown away.
 * @message is over with that, as it is after each of these: nothing more is to be done with it.
 */
void
waxseal_practice_raw_reply_reset (SoupServerMessage *message)
{
  const struct linger none = { .l_onoff = 1, .l_linger = 0 };
  g_autoptr (GSocket) socket = g_object_ref (soup_server_message_get_socket (message));
  g_autoptr (GIOStream) stream = take_connection (message);

  setsockopt (g_socket_get_fd (socket), SOL_SOCKET, SO_LINGER, &none, sizeof none);
  g_socket_close (socket, NULL);
}

static GBytes *
dup_body (SoupServerMessage *message)
{
  return soup_message_body_flatten (soup_server_message_get_response_body (message));
}

/* The reply as it would go out, with @length said to be its length. */
static GByteArray *
make_head (SoupServerMessage *message, gsize length)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (message);
  guint status = soup_server_message_get_status (message);
  g_autoptr (GString) head = g_string_new (NULL);
  SoupMessageHeadersIter iter;
  const char *name;
  const char *value;

  g_string_append_printf (head, "HTTP/1.1 %u %s\r\n", status, soup_status_get_phrase (status));
  soup_message_headers_iter_init (&iter, headers);
  while (soup_message_headers_iter_next (&iter, &name, &value))
    if (g_ascii_strcasecmp (name, "Content-Length") != 0 &&
        g_ascii_strcasecmp (name, "Connection") != 0)
      g_string_append_printf (head, "%s: %s\r\n", name, value);
  g_string_append_printf (head,
                          "Content-Length: %" G_GSIZE_FORMAT "\r\nConnection: close\r\n\r\n",
                          length);
  return g_byte_array_append (g_byte_array_new (), (const guint8 *) head->str, head->len);
}

static void write_piece (Writer *writer);

static gboolean
pause_over_cb (gpointer user_data)
{
  write_piece (user_data);
  return G_SOURCE_REMOVE;
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  Writer *writer = user_data;
  g_autoptr (GSource) pause = NULL;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, NULL) ||
      writer->end == g_bytes_get_size (writer->bytes))
    {
      close_stream (writer->stream);
      writer_free (writer);
      return;
    }
  writer->written = writer->end;
  writer->end = MIN (writer->end + writer->piece, g_bytes_get_size (writer->bytes));
  pause = g_timeout_source_new (writer->pause);
  g_source_set_callback (pause, pause_over_cb, writer, NULL);
  g_source_attach (pause, g_main_context_get_thread_default ());
}

static void
write_piece (Writer *writer)
{
  const char *data = g_bytes_get_data (writer->bytes, NULL);

  g_output_stream_write_all_async (g_io_stream_get_output_stream (writer->stream),
                                   data + writer->written,
                                   writer->end - writer->written,
                                   G_PRIORITY_DEFAULT,
                                   NULL,
                                   written_cb,
                                   writer);
}

static Writer *
start_writer (SoupServerMessage *message, GByteArray *head, GBytes *body, gsize body_length)
{
  Writer *writer = g_new0 (Writer, 1);

  writer->end = head->len;
  g_byte_array_append (head, g_bytes_get_data (body, NULL), body_length);
  writer->bytes = g_byte_array_free_to_bytes (head);
  writer->stream = take_connection (message);
  return writer;
}

/**
 * waxseal_practice_raw_reply_cut:
 *
 * Sends the first half of the reply that @message has, its whole length announced, and closes the
 * connection.
 */
void
waxseal_practice_raw_reply_cut (SoupServerMessage *message)
{
  g_autoptr (GBytes) body = dup_body (message);
  gsize length = g_bytes_get_size (body);
  Writer *writer = NULL;

  if (length == 0 && soup_server_message_get_status (message) == SOUP_STATUS_NO_CONTENT)
    soup_server_message_set_status (message, SOUP_STATUS_OK, NULL);
  writer = start_writer (message,
                         make_head (message, length == 0 ? EMPTY_LENGTH : length),
                         body,
                         length / 2);
  writer->end = g_bytes_get_size (writer->bytes);
  write_piece (writer);
}

/**
 * waxseal_practice_raw_reply_drip:
 *
 * Sends the reply that @message has, its body in pieces over @seconds.
 */
void
waxseal_practice_raw_reply_drip (SoupServerMessage *message, double seconds)
{
  g_autoptr (GBytes) body = dup_body (message);
  gsize length = g_bytes_get_size (body);
  Writer *writer = start_writer (message, make_head (message, length), body, length);

  writer->piece = length / N_PIECES + 1;
  writer->pause = seconds * 1000 / N_PIECES;
  write_piece (writer);
}
