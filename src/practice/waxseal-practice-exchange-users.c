/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UserList: mailboxes and mail users, up to a thousand, and no groups (microsoft.md, 3.2). */
#include "waxseal-json.h"
#include "waxseal-practice-exchange.h"

#define MOST 1000

/* Asked for → the address that it means, "" until it is found. */
static GHashTable *
new_wishes (JsonArray *texts)
{
  GHashTable *wishes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);

  for (guint i = 0; i < json_array_get_length (texts); i++)
    g_hash_table_replace (wishes,
                          g_utf8_casefold (json_array_get_string_element (texts, i), -1),
                          g_strdup (""));
  return wishes;
}

static void
grant_wish (GHashTable *wishes, const char *name, const char *mail)
{
  g_autofree char *key = g_utf8_casefold (name, -1);

  if (g_hash_table_contains (wishes, key))
    g_hash_table_replace (wishes, g_steal_pointer (&key), g_strdup (mail));
}

/* Each person is looked at once, however many are asked for. Who has no address has no mailbox. */
static void
grant_wishes (WaxsealPracticeCall *call, GHashTable *wishes)
{
  static const char *const names[] = { "id", "userPrincipalName", "mail", NULL };
  WaxsealPracticePeople *people = waxseal_practice_tenant_get_people (call->tenant);

  for (guint i = 0; i < waxseal_practice_people_get_n (people); i++)
    {
      g_autoptr (JsonObject) person = waxseal_practice_people_build (people, i, names);
      const char *mail = waxseal_json_get_text (person, "mail");

      for (guint k = 0; *mail != '\0' && names[k] != NULL; k++)
        grant_wish (wishes, waxseal_json_get_text (person, names[k]), mail);
    }
}

static gboolean
is_group (WaxsealPracticeCall *call, const char *text)
{
  return *text != '\0' &&
         (waxseal_practice_tenant_find (call->tenant, "groups", "mail", text) != NULL ||
          waxseal_practice_tenant_find (call->tenant, "groups", "id", text) != NULL);
}

static void
refuse (WaxsealPracticeCall *call, const char *text)
{
  if (is_group (call, text))
    waxseal_practice_exchange_refuse (call,
                                      "The recipient '%s' is a group. UserList takes mailboxes and "
                                      "mail users only.",
                                      text);
  else
    waxseal_practice_exchange_fail_missing (call, text);
}

/**
 * waxseal_practice_exchange_read_users:
 * @texts: texts; each an address, a sign-in name or an id
 *
 * Returns: (transfer full) (nullable): the addresses, each once, in their order; %NULL, and an
 *   answer, if they are too many or one of them is nobody's
 */
JsonArray *
waxseal_practice_exchange_read_users (WaxsealPracticeCall *call, JsonArray *texts)
{
  g_autoptr (GHashTable) wishes = NULL;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JsonArray) users = json_array_new ();

  if (json_array_get_length (texts) > MOST)
    {
      waxseal_practice_exchange_refuse (call, "UserList has more than %u users.", MOST);
      return NULL;
    }
  wishes = new_wishes (texts);
  grant_wishes (call, wishes);
  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      const char *text = json_array_get_string_element (texts, i);
      g_autofree char *key = g_utf8_casefold (text, -1);
      const char *mail = g_hash_table_lookup (wishes, key);

      if (*mail == '\0')
        {
          refuse (call, text);
          return NULL;
        }
      if (g_hash_table_add (seen, (gpointer) mail))
        json_array_add_string_element (users, mail);
    }
  return g_steal_pointer (&users);
}
