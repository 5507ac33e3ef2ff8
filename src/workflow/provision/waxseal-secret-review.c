/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-secret-review.h"

#include "waxseal-json.h"
#include "waxseal-keyring-ready.h"
#include "waxseal-registered-secret.h"

static gboolean
is_what_was_asked_for (JsonObject *credential, WaxsealJournalEntry *entry)
{
  const char *key_id = waxseal_record_get_text (entry, "object-id");

  if (*key_id != '\0')
    return g_ascii_strcasecmp (waxseal_json_get_text (credential, "keyId"), key_id) == 0;
  return g_str_equal (waxseal_json_get_text (credential, "displayName"),
                      waxseal_record_get_text (entry, "subject")) &&
         waxseal_registered_secret_is_same_end (waxseal_json_get_text (credential, "endDateTime"),
                                                waxseal_record_get_text (entry, "expires"));
}

/**
 * waxseal_secret_review_find:
 * @credentials: (nullable): "passwordCredentials" of the application
 * @entry: of the secret that was asked for; known by its key ID, or where no reply came by its
 *   description and end (microsoft.md, 2.3)
 * @held: of #WaxsealKeyringItem: what the keyring has
 * @key_id: (out) (transfer full): unless none
 * @expires: (out) (transfer full): unless none
 *
 * Returns: what became of it
 */
WaxsealSecretFate
waxseal_secret_review_find (JsonArray *credentials,
                            WaxsealJournalEntry *entry,
                            GListModel *held,
                            char **key_id,
                            char **expires)
{
  guint n = credentials != NULL ? json_array_get_length (credentials) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *credential = waxseal_json_array_get_object (credentials, i);

      if (!is_what_was_asked_for (credential, entry))
        continue;
      *key_id = g_strdup (waxseal_json_get_text (credential, "keyId"));
      *expires = g_strdup (waxseal_json_get_text (credential, "endDateTime"));
      return waxseal_keyring_ready_has (held, *key_id) ? WAXSEAL_SECRET_HELD
                                                       : WAXSEAL_SECRET_ORPHAN;
    }
  return WAXSEAL_SECRET_NONE;
}

/** waxseal_secret_review_has: Returns: whether the secret @key_id is there. */
gboolean
waxseal_secret_review_has (JsonArray *credentials, const char *key_id)
{
  guint n = credentials != NULL ? json_array_get_length (credentials) : 0;

  for (guint i = 0; i < n; i++)
    {
      JsonObject *credential = waxseal_json_array_get_object (credentials, i);

      if (g_ascii_strcasecmp (waxseal_json_get_text (credential, "keyId"), key_id) == 0)
        return TRUE;
    }
  return FALSE;
}
