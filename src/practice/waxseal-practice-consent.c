/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-consent.h"

#include <string.h>

#include "waxseal-json.h"

/**
 * waxseal_practice_consent_is_admin:
 *
 * Returns: whether @person may consent to delegated permissions for which an administrator is
 *   needed: Application, Cloud Application, Privileged Role and Global Administrators may
 *   (microsoft.md, 1.8; grant-admin-consent)
 */
gboolean
waxseal_practice_consent_is_admin (JsonObject *person)
{
  static const char *const templates[] = {
    "62e90394-69f5-4237-9190-012177145e10",
    "e8611ab8-c189-46e8-94e1-60213ab1f814",
    "158c047a-c907-4556-b7ef-446551a6b5f7",
    "9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3",
  };
  JsonArray *array = waxseal_json_get_array (person, "practiceRoles");
  g_auto (GStrv) roles = array != NULL ? waxseal_json_array_dup_texts (array) : NULL;
  gsize i;

  for (i = 0; roles != NULL && i < G_N_ELEMENTS (templates); i++)
    if (g_strv_contains ((const char *const *) roles, templates[i]))
      return TRUE;
  return FALSE;
}

/* That of nobody is everyone's. */
static JsonObject *
find_consent (WaxsealPracticeCall *call, const char *client_id, JsonObject *person)
{
  GPtrArray *consents = waxseal_practice_tenant_get_collection (call->tenant, "practiceConsents");
  const char *user_id = waxseal_json_get_text (person, "id");
  guint i;

  for (i = 0; i < consents->len; i++)
    {
      JsonObject *consent = g_ptr_array_index (consents, i);

      if (g_str_equal (waxseal_json_get_text (consent, "client"), client_id) &&
          g_str_equal (waxseal_json_get_text (consent, "user"), user_id))
        return consent;
    }
  return NULL;
}

static char *
spell_item (WaxsealPracticeScope *item)
{
  return g_strconcat (waxseal_json_get_text (item->resource, "appId"),
                      "/",
                      waxseal_json_get_text (item->scope, "value"),
                      NULL);
}

static void
add_consent (GPtrArray *texts, JsonObject *consent)
{
  JsonArray *array = waxseal_json_get_array (consent, "scopes");

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *text = json_array_get_string_element (array, i);

      if (!g_ptr_array_find_with_equal_func (texts, text, g_str_equal, NULL))
        g_ptr_array_add (texts, g_strdup (text));
    }
}

static char **
dup_consent (WaxsealPracticeCall *call, const char *client_id, JsonObject *person)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);

  add_consent (texts, find_consent (call, client_id, person));
  add_consent (texts, find_consent (call, client_id, NULL));
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_steal (texts, NULL);
}

/**
 * waxseal_practice_consent_find_lacking:
 *
 * Returns: (transfer full) (element-type WaxsealPracticeScope): those to which @person has not
 *   consented yet for @client_id
 */
GArray *
waxseal_practice_consent_find_lacking (WaxsealPracticeScopes *scopes,
                                       WaxsealPracticeCall *call,
                                       const char *client_id,
                                       JsonObject *person)
{
  GArray *lacking = g_array_new (FALSE, FALSE, sizeof (WaxsealPracticeScope));
  g_auto (GStrv) consented = dup_consent (call, client_id, person);
  guint i;

  for (i = 0; i < scopes->items->len; i++)
    {
      WaxsealPracticeScope *item = &g_array_index (scopes->items, WaxsealPracticeScope, i);
      g_autofree char *spelling = spell_item (item);

      if (!g_strv_contains ((const char *const *) consented, spelling))
        g_array_append_val (lacking, *item);
    }
  return lacking;
}

/** waxseal_practice_consent_add: remembers that @person consented to @items for @client_id; without
 * a person it was for everyone
 */
void
waxseal_practice_consent_add (GArray *items,
                              WaxsealPracticeCall *call,
                              const char *client_id,
                              JsonObject *person)
{
  JsonObject *consent = find_consent (call, client_id, person);
  guint i;

  if (consent == NULL)
    {
      consent = json_object_new ();
      json_object_set_string_member (consent, "client", client_id);
      json_object_set_string_member (consent, "user", waxseal_json_get_text (person, "id"));
      json_object_set_array_member (consent, "scopes", json_array_new ());
      waxseal_practice_tenant_add (call->tenant, "practiceConsents", consent);
    }
  for (i = 0; i < items->len; i++)
    {
      g_autofree char *spelling = spell_item (&g_array_index (items, WaxsealPracticeScope, i));

      json_array_add_string_element (waxseal_json_get_array (consent, "scopes"), spelling);
    }
}

/**
 * waxseal_practice_consent_dup_scopes:
 *
 * Returns: (transfer full): the names of all scopes of @resource to which @person has consented for
 *   @client, or that it needs no consent for: a token has them all, whichever of them are asked for
 */
char **
waxseal_practice_consent_dup_scopes (WaxsealPracticeCall *call,
                                     WaxsealPracticeClient *client,
                                     JsonObject *person,
                                     JsonObject *resource)
{
  g_auto (GStrv) all = dup_consent (call, client->id, person);
  g_autofree char *prefix = g_strconcat (waxseal_json_get_text (resource, "appId"), "/", NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  guint i;

  if (client->preauthorized != NULL)
    return g_strsplit (client->preauthorized, " ", -1);
  for (i = 0; all[i] != NULL; i++)
    if (g_str_has_prefix (all[i], prefix))
      g_ptr_array_add (names, g_strdup (all[i] + strlen (prefix)));
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_steal (names, NULL);
}
