/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-refresh-store.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-keyring-error.h"
#include "waxseal-keyring-private.h"
#include "waxseal-keyring-search.h"

struct _WaxsealRefreshStore
{
  GObject parent_instance;

  WaxsealOrganization *organization;
  char *login;
};

G_DEFINE_FINAL_TYPE (WaxsealRefreshStore, waxseal_refresh_store, G_TYPE_OBJECT)

/* The token of one client at one sign-in host is of no use to another, and must not go there. */
static const SecretSchema schema = {
  "io.github.waxseal.Waxseal.RefreshToken",
  SECRET_SCHEMA_NONE,
  {
    { "organization", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "login", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "sign-in-client-id", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 },
  },
};

static void
waxseal_refresh_store_finalize (GObject *object)
{
  WaxsealRefreshStore *self = WAXSEAL_REFRESH_STORE (object);

  g_object_unref (self->organization);
  g_free (self->login);
  G_OBJECT_CLASS (waxseal_refresh_store_parent_class)->finalize (object);
}

static void
waxseal_refresh_store_class_init (WaxsealRefreshStoreClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_refresh_store_finalize;
}

static void
waxseal_refresh_store_init (WaxsealRefreshStore *self)
{
}

/**
 * waxseal_refresh_store_new:
 * @login: the sign-in service's address
 *
 * Returns: (transfer full): a store; nothing is asked of the keyring yet
 */
WaxsealRefreshStore *
waxseal_refresh_store_new (WaxsealOrganization *organization, const char *login)
{
  WaxsealRefreshStore *self = g_object_new (WAXSEAL_TYPE_REFRESH_STORE, NULL);

  self->organization = g_object_ref (organization);
  self->login = g_strdup (login);
  return self;
}

/* Those of one client at one host, or of the whole organisation where @client_id is NULL. */
static GHashTable *
build_attributes (WaxsealRefreshStore *self, const char *login, const char *client_id)
{
  GHashTable *attributes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);

  g_hash_table_insert (attributes,
                       (gpointer) "organization",
                       g_strdup (waxseal_organization_get_id (self->organization)));
  if (client_id == NULL)
    return attributes;
  g_hash_table_insert (attributes, (gpointer) "login", g_strdup (login));
  g_hash_table_insert (attributes, (gpointer) "sign-in-client-id", g_strdup (client_id));
  return attributes;
}

static void
search (GTask *task, const char *client_id, GAsyncReadyCallback callback)
{
  WaxsealRefreshStore *self = g_task_get_source_object (task);
  g_autoptr (GHashTable) query = build_attributes (self, self->login, client_id);

  waxseal_keyring_search_async (
    &schema, query, g_task_get_cancellable (task), callback, g_object_ref (task));
}

/* NULL if the task has been completed with an error. */
static WaxsealKeyringSearch *
finish_search (GTask *task, GAsyncResult *result)
{
  GError *error = NULL;
  g_autoptr (WaxsealKeyringSearch) found = waxseal_keyring_search_finish (result, &error);

  if (found == NULL)
    g_task_return_error (task, error);
  else if (waxseal_keyring_search_is_locked (found))
    g_task_return_error (task, waxseal_keyring_error_new (WAXSEAL_ERROR_KEYRING_LOCKED, NULL));
  else
    return g_steal_pointer (&found);
  return NULL;
}

typedef struct
{
  char *client_id;
  SecretValue *token;
  GPtrArray *stale; /* of GHashTable: attributes of other items, yet to be cleared */
} SaveRun;

static void
save_run_free (SaveRun *run)
{
  g_free (run->client_id);
  secret_value_unref (run->token);
  g_ptr_array_unref (run->stale);
  g_free (run);
}

static void clear_next_stale (GTask *task);

static void
stale_cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;

  /* One that stays is not looked for any more, and goes when the person signs out. */
  secret_password_clear_finish (result, NULL);
  clear_next_stale (task);
}

static void
clear_next_stale (GTask *task)
{
  SaveRun *run = g_task_get_task_data (task);
  g_autoptr (GHashTable) attributes = NULL;

  if (run->stale->len == 0)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  attributes = g_ptr_array_steal_index (run->stale, run->stale->len - 1);
  secret_password_clearv (&schema, attributes, NULL, stale_cleared_cb, g_object_ref (task));
}

static void
stale_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealRefreshStore *self = g_task_get_source_object (task);
  SaveRun *run = g_task_get_task_data (task);
  g_autoptr (WaxsealKeyringSearch) found = waxseal_keyring_search_finish (result, NULL);

  for (GList *l = found != NULL ? found->items : NULL; l != NULL; l = l->next)
    {
      g_autoptr (GHashTable) stored = secret_retrievable_get_attributes (l->data);
      const char *login = g_hash_table_lookup (stored, "login");
      const char *client_id = g_hash_table_lookup (stored, "sign-in-client-id");

      if (login != NULL && client_id != NULL &&
          (strcmp (login, self->login) != 0 || strcmp (client_id, run->client_id) != 0))
        g_ptr_array_add (run->stale, build_attributes (self, login, client_id));
    }
  clear_next_stale (task);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  if (waxseal_keyring_finish_store (result, &error))
    search (task, NULL, stale_found_cb);
  else
    g_task_return_error (task, error);
}

/* An item of the same attributes gets the new token in one step: there is always one of the two. */
static void
save (GTask *task)
{
  WaxsealRefreshStore *self = g_task_get_source_object (task);
  SaveRun *run = g_task_get_task_data (task);
  g_autoptr (GHashTable) attributes = build_attributes (self, self->login, run->client_id);
  g_autofree char *label = NULL;

  /* Translators: the name of a keyring item: an organisation. */
  label = g_strdup_printf (_ ("Waxseal: %s, sign-in"),
                           waxseal_organization_get_name (self->organization));
  secret_password_storev_binary (&schema,
                                 attributes,
                                 SECRET_COLLECTION_DEFAULT,
                                 label,
                                 run->token,
                                 g_task_get_cancellable (task),
                                 saved_cb,
                                 g_object_ref (task));
}

static void
save_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (WaxsealKeyringSearch) found = finish_search (task, result);

  /* To make an item may take making a keyring, which asks the person. */
  if (found != NULL && found->items == NULL)
    g_task_return_error (task, waxseal_keyring_error_new (WAXSEAL_ERROR_KEYRING_ITEM_GONE, NULL));
  else if (found != NULL)
    save (task);
}

/**
 * waxseal_refresh_store_save_async:
 * @client_id: whose token it is
 * @may_prompt: whether the keyring may ask the person to unlock it, or to make one. Otherwise only
 *   an item that is there is replaced; else this fails with %WAXSEAL_ERROR_KEYRING_ITEM_GONE or
 *   %WAXSEAL_ERROR_KEYRING_LOCKED
 *
 * Stores @token in the place of the one before; then what the organisation has of other clients and
 * hosts goes.
 */
void
waxseal_refresh_store_save_async (WaxsealRefreshStore *self,
                                  const char *client_id,
                                  SecretValue *token,
                                  gboolean may_prompt,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  SaveRun *run = g_new0 (SaveRun, 1);

  g_task_set_source_tag (task, waxseal_refresh_store_save_async);
  run->client_id = g_strdup (client_id);
  run->token = secret_value_ref (token);
  run->stale = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_task_set_task_data (task, run, (GDestroyNotify) save_run_free);
  if (may_prompt)
    save (task);
  else
    search (task, client_id, save_found_cb);
}

/** waxseal_refresh_store_save_finish: Returns: whether the token is in the keyring */
gboolean
waxseal_refresh_store_save_finish (WaxsealRefreshStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
retrieved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (SecretValue) value =
    secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (source), result, &error);

  if (error != NULL)
    g_task_return_error (task, waxseal_keyring_error_translate (error));
  else if (value == NULL || !waxseal_keyring_is_usable_value (value))
    g_task_return_error (task, waxseal_keyring_error_new (WAXSEAL_ERROR_KEYRING_ITEM_GONE, NULL));
  else
    g_task_return_pointer (task, g_steal_pointer (&value), secret_value_unref);
}

static void
load_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (WaxsealKeyringSearch) found = finish_search (task, result);

  if (found == NULL)
    return;
  if (found->items == NULL)
    g_task_return_error (task, waxseal_keyring_error_new (WAXSEAL_ERROR_KEYRING_ITEM_GONE, NULL));
  else
    secret_retrievable_retrieve_secret (found->items->data,
                                        g_task_get_cancellable (task),
                                        retrieved_cb,
                                        g_object_ref (task));
}

/** waxseal_refresh_store_load_async: @client_id: whose token is wanted. Never prompts. */
void
waxseal_refresh_store_load_async (WaxsealRefreshStore *self,
                                  const char *client_id,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_refresh_store_load_async);
  search (task, client_id, load_found_cb);
}

/**
 * waxseal_refresh_store_load_finish:
 * @error: also %WAXSEAL_ERROR_KEYRING_ITEM_GONE, where there is none
 *
 * Returns: (transfer full): the token
 */
SecretValue *
waxseal_refresh_store_load_finish (WaxsealRefreshStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  /* FALSE without an error: there was none. */
  secret_password_clear_finish (result, &error);
  if (error != NULL)
    g_task_return_error (task, waxseal_keyring_error_translate (error));
  else
    g_task_return_boolean (task, TRUE);
}

static void
clear_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (WaxsealKeyringSearch) found = finish_search (task, result);
  g_autoptr (GHashTable) attributes = NULL;

  if (found == NULL)
    return;
  attributes = build_attributes (g_task_get_source_object (task), NULL, NULL);
  secret_password_clearv (
    &schema, attributes, g_task_get_cancellable (task), cleared_cb, g_object_ref (task));
}

/**
 * waxseal_refresh_store_clear_async:
 *
 * Clears the organisation's tokens, of any client and host. Never prompts.
 */
void
waxseal_refresh_store_clear_async (WaxsealRefreshStore *self,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_refresh_store_clear_async);
  search (task, NULL, clear_found_cb);
}

/** waxseal_refresh_store_clear_finish: Returns: whether none is in the keyring any more */
gboolean
waxseal_refresh_store_clear_finish (WaxsealRefreshStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
