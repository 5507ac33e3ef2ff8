/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The practice tenant and a plain HTTP client, which knows nothing of it. */
#pragma once

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>

#include "waxseal-practice-server.h"

G_BEGIN_DECLS

typedef struct
{
  WaxsealPracticeServer *server;
  SoupSession *session;
} Practice;

typedef struct
{
  guint status;
  char *text;
  JsonNode *json;
  SoupMessage *message;
} Reply;

Practice *practice_new (void);
Practice *practice_new_for (WaxsealPracticeServer *server);
void practice_free (Practice *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Practice, practice_free)

/* Paths are relative to the server; redirects are not followed. */
Reply *practice_get (Practice *self, const char *path, const char *header, const char *value);
Reply *practice_post (Practice *self, const char *path, ...) G_GNUC_NULL_TERMINATED;
Reply *practice_send (Practice *self, SoupMessage *message);
SoupMessage *practice_message (Practice *self, const char *method, const char *path);

const char *reply_get_header (Reply *self, const char *name);
JsonObject *reply_get_object (Reply *self);
const char *reply_get_text (Reply *self, const char *member);
void reply_free (Reply *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reply, reply_free)

G_END_DECLS
