/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-visit.h"

#include "waxseal-practice-base64.h"
#include "waxseal-practice-identity.h"

/* How long a visit is remembered after it began, to tell “used” from “never heard of”. */
#define MEMORY     (30 * 60)
#define MAX_VISITS 1000

static gboolean
is_forgotten (gpointer key, gpointer value, gpointer user_data)
{
  return waxseal_practice_visit_get_age (value, user_data) > MEMORY;
}

/**
 * waxseal_practice_visit_begin:
 * @secret: (out) (transfer full): the code by which the program will ask; only its hash is kept
 *
 * Returns: (transfer none): a visit of @client_id, to be filled in
 */
WaxsealPracticeVisit *
waxseal_practice_visit_begin (WaxsealPracticeCall *call, const char *client_id, char **secret)
{
  GHashTable *visits = call->identity->visits;
  WaxsealPracticeVisit *self = g_new0 (WaxsealPracticeVisit, 1);

  g_hash_table_foreach_remove (visits, is_forgotten, call);
  if (g_hash_table_size (visits) >= MAX_VISITS)
    g_hash_table_remove_all (visits);
  self->client_id = g_strdup (client_id);
  self->issued = waxseal_practice_tenant_get_now (call->tenant);
  *secret = waxseal_practice_base64_random ();
  g_hash_table_insert (visits,
                       g_compute_checksum_for_string (G_CHECKSUM_SHA256, *secret, -1),
                       self);
  return self;
}

/** waxseal_practice_visit_find: Returns: (transfer none) (nullable): whose @secret it is */
WaxsealPracticeVisit *
waxseal_practice_visit_find (WaxsealPracticeCall *call, const char *secret)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, secret, -1);

  return g_hash_table_lookup (call->identity->visits, hash);
}

/**
 * waxseal_practice_visit_find_by_code:
 * @user_code: as a person typed it: in any case, with or without spaces and dashes
 *
 * Returns: (transfer none) (nullable): the visit for which it was made
 */
WaxsealPracticeVisit *
waxseal_practice_visit_find_by_code (WaxsealPracticeCall *call, const char *user_code)
{
  g_autoptr (GString) typed = g_string_new (NULL);
  GHashTableIter iter;
  gpointer visit;

  for (; *user_code != '\0'; user_code++)
    if (g_ascii_isalnum (*user_code))
      g_string_append_c (typed, g_ascii_toupper (*user_code));
  g_hash_table_iter_init (&iter, call->identity->visits);
  while (g_hash_table_iter_next (&iter, NULL, &visit))
    if (g_strcmp0 (((WaxsealPracticeVisit *) visit)->user_code, typed->str) == 0)
      return visit;
  return NULL;
}

/** waxseal_practice_visit_get_age: Returns: seconds by the tenant's clock */
gint64
waxseal_practice_visit_get_age (WaxsealPracticeVisit *self, WaxsealPracticeCall *call)
{
  return waxseal_practice_tenant_get_now (call->tenant) - self->issued;
}

/** waxseal_practice_visit_free: @self: (transfer full): a visit */
void
waxseal_practice_visit_free (WaxsealPracticeVisit *self)
{
  g_free (self->client_id);
  g_free (self->scope);
  g_free (self->user_id);
  g_free (self->user_code);
  g_free (self->redirect_uri);
  g_free (self->challenge);
  g_free (self->nonce);
  g_free (self);
}
