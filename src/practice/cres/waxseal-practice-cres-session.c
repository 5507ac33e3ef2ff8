/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-cres-session.h"

#include <string.h>

#define COOKIE "waxseal-practice-cres"

struct _WaxsealPracticeCres
{
  GHashTable *sessions; /* cookie's value -> WaxsealPracticeCresSession */
};

static void
free_session (WaxsealPracticeCresSession *self)
{
  waxseal_practice_cres_session_forget (self);
  g_free (self);
}

/** waxseal_practice_cres_new: Returns: (transfer full): a portal that nobody is signed in to. */
WaxsealPracticeCres *
waxseal_practice_cres_new (void)
{
  WaxsealPracticeCres *self = g_new0 (WaxsealPracticeCres, 1);

  self->sessions =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) free_session);
  return self;
}

/** waxseal_practice_cres_free: Signs everybody out. */
void
waxseal_practice_cres_free (WaxsealPracticeCres *self)
{
  g_hash_table_unref (self->sessions);
  g_free (self);
}

/** waxseal_practice_cres_session_begin: Signs in whoever @call comes from, by a cookie in its
 * reply. */
void
waxseal_practice_cres_session_begin (WaxsealPracticeCall *call)
{
  char *value = g_uuid_string_random ();
  g_autofree char *header =
    g_strdup_printf (COOKIE "=%s; Path=/admin; HttpOnly; SameSite=Strict", value);

  soup_message_headers_append (soup_server_message_get_response_headers (call->message),
                               "Set-Cookie",
                               header);
  g_hash_table_insert (call->cres->sessions, value, g_new0 (WaxsealPracticeCresSession, 1));
}

/** waxseal_practice_cres_session_find: Returns: (transfer none) (nullable): who sent @call. */
WaxsealPracticeCresSession *
waxseal_practice_cres_session_find (WaxsealPracticeCall *call)
{
  const char *header = waxseal_practice_call_get_header (call, "Cookie");
  g_auto (GStrv) cookies = g_strsplit (header != NULL ? header : "", "; ", -1);

  for (guint i = 0; cookies[i] != NULL; i++)
    if (g_str_has_prefix (cookies[i], COOKIE "="))
      return g_hash_table_lookup (call->cres->sessions, cookies[i] + strlen (COOKIE "="));
  return NULL;
}

/** waxseal_practice_cres_session_forget: A page was left, or opened again. */
void
waxseal_practice_cres_session_forget (WaxsealPracticeCresSession *self)
{
  g_clear_pointer (&self->details, json_object_unref);
  g_clear_pointer (&self->values, g_free);
}
