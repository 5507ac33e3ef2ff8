/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A client that shows a server's reply as it comes, however broken it is. It waits for it. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * RawReply:
 * @status: 0 where there was no head
 * @head: with the names of the fields in lower case
 * @length: of @body, which may have NULs in it
 * @is_whole: whether the body was as long as the head said
 */
typedef struct
{
  guint status;
  char *head;
  char *body;
  gsize length;
  gboolean is_whole;
} RawReply;

void raw_reply_free (RawReply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (RawReply, raw_reply_free)

GSocketConnection *raw_client_send (const char *base,
                                    const char *method,
                                    const char *path,
                                    const char *fields,
                                    const char *body);
/* @length: of @body, whatever is in it */
GSocketConnection *raw_client_send_bytes (const char *base,
                                          const char *method,
                                          const char *path,
                                          const char *fields,
                                          const char *body,
                                          gsize length);
RawReply *raw_client_receive (GSocketConnection *connection);
RawReply *raw_client_ask (const char *base,
                          const char *method,
                          const char *path,
                          const char *fields,
                          const char *body);
char *raw_reply_dup_field (RawReply *self, const char *name);
JsonObject *raw_reply_parse (RawReply *self);

G_END_DECLS
