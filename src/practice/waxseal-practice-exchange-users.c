/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UserList: mailboxes and mail users, up to a thousand, and no groups (microsoft.md, 3.2). */
#include "waxseal-json.h"
#include "waxseal-practice-exchange.h"

#define MOST 1000

/* By an id, the name for signing in, or one of the addresses that the mailbox has. */
static gboolean
find_person (WaxsealPracticePeople *people, const char *text, guint *index)
{
  g_autofree char *address = g_strconcat ("smtp:", text, NULL);

  return waxseal_practice_people_find (people, "id", text, index) ||
         waxseal_practice_people_find (people, "userPrincipalName", text, index) ||
         waxseal_practice_people_find (people, "proxyAddresses", address, index);
}

/* The address of who is meant; NULL for who has no mailbox, and for nobody. */
static char *
find_mail (WaxsealPracticeCall *call, const char *text)
{
  static const char *const members[] = { "mail", NULL };
  WaxsealPracticePeople *people = waxseal_practice_tenant_get_people (call->tenant);
  g_autoptr (JsonObject) person = NULL;
  const char *mail;
  guint index;

  if (!find_person (people, text, &index))
    return NULL;
  person = waxseal_practice_people_build (people, index, members);
  mail = waxseal_json_get_text (person, "mail");
  return *mail != '\0' ? g_strdup (mail) : NULL;
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
 * @texts: texts
 *
 * Returns: (transfer full) (nullable): the addresses of who is meant, each once, in their order;
 *   %NULL, and an answer, if they are too many or one of them is nobody
 */
JsonArray *
waxseal_practice_exchange_read_users (WaxsealPracticeCall *call, JsonArray *texts)
{
  g_autoptr (GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (JsonArray) users = json_array_new ();

  if (json_array_get_length (texts) > MOST)
    {
      waxseal_practice_exchange_refuse (call, "UserList has more than %u users.", MOST);
      return NULL;
    }
  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      const char *text = json_array_get_string_element (texts, i);
      char *mail = find_mail (call, text);

      if (mail == NULL)
        {
          refuse (call, text);
          return NULL;
        }
      if (!g_hash_table_contains (seen, mail))
        json_array_add_string_element (users, mail);
      g_hash_table_add (seen, mail);
    }
  return g_steal_pointer (&users);
}
