/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-log.h"

#include "waxseal-json.h"
#include "waxseal-practice-exchange.h"

/** waxseal_practice_log_new: Returns: (transfer full): an empty log that keeps no bodies. */
WaxsealPracticeLog *
waxseal_practice_log_new (void)
{
  WaxsealPracticeLog *self = g_new0 (WaxsealPracticeLog, 1);

  self->entries = g_ptr_array_new_with_free_func ((GDestroyNotify) json_object_unref);
  return self;
}

/** waxseal_practice_log_free: @self: (transfer full). */
void
waxseal_practice_log_free (WaxsealPracticeLog *self)
{
  g_ptr_array_unref (self->entries);
  g_free (self);
}

/** waxseal_practice_log_clear: @keeps_bodies: whether bodies are kept from now on. */
void
waxseal_practice_log_clear (WaxsealPracticeLog *self, gboolean keeps_bodies)
{
  g_ptr_array_set_size (self->entries, 0);
  self->keeps_bodies = keeps_bodies;
}

static gboolean
is_secret (const char *member)
{
  static const char *const secrets[] = { "secretText", "client_secret", "password", NULL };

  return g_strv_contains (secrets, member);
}

static void remove_secrets (JsonNode *node);

static void
remove_secrets_from_object (JsonObject *object)
{
  g_autoptr (GList) names = json_object_get_members (object);

  for (GList *l = names; l != NULL; l = l->next)
    if (is_secret (l->data))
      json_object_remove_member (object, l->data);
    else
      remove_secrets (json_object_get_member (object, l->data));
}

static void
remove_secrets (JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    remove_secrets_from_object (json_node_get_object (node));
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return;
  for (guint i = 0; i < json_array_get_length (json_node_get_array (node)); i++)
    remove_secrets (json_array_get_element (json_node_get_array (node), i));
}

/* A copy of its own: the tenant may keep what was sent, and change it. */
static JsonNode *
copy_body (JsonNode *body)
{
  g_autofree char *json = json_to_string (body, FALSE);
  JsonNode *copy = json_from_string (json, NULL);

  remove_secrets (copy);
  return copy;
}

/**
 * waxseal_practice_log_add:
 * @route: as in waxseal_practice_faults_before()
 *
 * Notes that @call came. What a query or a form says is not noted: codes and tokens are there.
 *
 * Returns: (transfer none): its entry, to be completed; alive until the log is cleared
 */
JsonObject *
waxseal_practice_log_add (WaxsealPracticeLog *self, WaxsealPracticeCall *call, const char *route)
{
  JsonObject *entry = json_object_new ();
  const char *space = strchr (route, ' ');
  const char *cmdlet = waxseal_practice_exchange_get_cmdlet (call);
  g_autofree char *path = call->path != NULL ? g_strjoinv ("/", call->path) : g_strdup ("");

  json_object_set_string_member (entry, "method", call->method);
  json_object_set_string_member (entry, "route", space != NULL ? space + 1 : "");
  if (cmdlet != NULL)
    json_object_set_string_member (entry, "cmdlet", cmdlet);
  json_object_set_string_member (entry, "host", call->host);
  json_object_set_string_member (entry, "path", path);
  json_object_set_int_member (entry, "status", 0);
  json_object_set_string_member (entry, "fault", "");
  json_object_set_string_member (entry, "held", "");
  if (self->keeps_bodies && call->body != NULL)
    json_object_set_member (entry, "body", copy_body (call->body));
  g_ptr_array_add (self->entries, entry);
  return entry;
}

/** waxseal_practice_log_dup_entries: Returns: (transfer full): the entries, as an array. */
JsonNode *
waxseal_practice_log_dup_entries (WaxsealPracticeLog *self)
{
  JsonNode *node = json_node_new (JSON_NODE_ARRAY);
  JsonArray *array = json_array_sized_new (self->entries->len);

  for (guint i = 0; i < self->entries->len; i++)
    json_array_add_object_element (array, json_object_ref (self->entries->pdata[i]));
  json_node_take_array (node, array);
  return node;
}
