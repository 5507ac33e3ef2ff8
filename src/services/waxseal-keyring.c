/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-keyring.h"

#include "waxseal-keyring-error.h"
#include "waxseal-keyring-private.h"
#include "waxseal-keyring-search.h"

/**
 * WaxsealKeyring:
 *
 * Keeps client secrets in the user's keyring, and nowhere else. It is built on libsecret's
 * password calls, so that in a Flatpak libsecret may keep an encrypted file of its own, by the
 * Secret portal, where the keyring service cannot be reached.
 *
 * A value is only ever held as a #SecretValue. secret_value_new() copies it into pages that are
 * locked in memory, and wipes them when they are freed; values that come from the service are
 * decrypted into such pages. Where the locked-memory limit of the process is used up, libsecret
 * falls back to ordinary memory (egg-secure-memory.c). Nothing here copies a value.
 */
struct _WaxsealKeyring
{
  GObject parent_instance;
};

G_DEFINE_FINAL_TYPE (WaxsealKeyring, waxseal_keyring, G_TYPE_OBJECT)

static void
waxseal_keyring_class_init (WaxsealKeyringClass *klass)
{
}

static void
waxseal_keyring_init (WaxsealKeyring *self)
{
}

/** waxseal_keyring_new: Returns: (transfer full): a new keyring; nothing is asked of it yet. */
WaxsealKeyring *
waxseal_keyring_new (void)
{
  return g_object_new (WAXSEAL_TYPE_KEYRING, NULL);
}

static void
return_keyring_error (GTask *task, WaxsealError code)
{
  g_task_return_error (task, waxseal_keyring_error_new (code, NULL));
}

/* Finishes a search for @task; NULL if the task has been completed with an error. */
static WaxsealKeyringSearch *
finish_readable_search (GTask *task, GAsyncResult *result)
{
  GError *error = NULL;
  g_autoptr (WaxsealKeyringSearch) search = waxseal_keyring_search_finish (result, &error);

  if (search == NULL)
    g_task_return_error (task, error);
  else if (waxseal_keyring_search_is_locked (search))
    return_keyring_error (task, WAXSEAL_ERROR_KEYRING_LOCKED);
  else
    return g_steal_pointer (&search);
  return NULL;
}

static void
retrieved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (SecretValue) value = NULL;

  value = secret_retrievable_retrieve_secret_finish (SECRET_RETRIEVABLE (source), result, &error);
  if (error != NULL)
    g_task_return_error (task, waxseal_keyring_error_translate (error));
  else if (value == NULL)
    return_keyring_error (task, WAXSEAL_ERROR_KEYRING_ITEM_GONE);
  else if (!waxseal_keyring_is_usable_value (value))
    return_keyring_error (task, WAXSEAL_ERROR_KEYRING_BAD_VALUE);
  else
    g_task_return_pointer (task, g_steal_pointer (&value), secret_value_unref);
}

/* The one that was stored last; between two of the same second, the one that expires last. */
static int
compare_age (gconstpointer a, gconstpointer b)
{
  SecretRetrievable *item_a = (gpointer) a, *item_b = (gpointer) b;
  guint64 modified_a = secret_retrievable_get_modified (item_a);
  guint64 modified_b = secret_retrievable_get_modified (item_b);
  g_autoptr (GHashTable) attributes_a = secret_retrievable_get_attributes (item_a);
  g_autoptr (GHashTable) attributes_b = secret_retrievable_get_attributes (item_b);

  if (modified_a != modified_b)
    return modified_a > modified_b ? -1 : 1;
  return -g_strcmp0 (g_hash_table_lookup (attributes_a, "expires"),
                     g_hash_table_lookup (attributes_b, "expires"));
}

static void
lookup_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (WaxsealKeyringSearch) search = finish_readable_search (task, result);

  if (search == NULL)
    return;
  if (search->items == NULL)
    {
      return_keyring_error (task, WAXSEAL_ERROR_KEYRING_ITEM_GONE);
      return;
    }
  search->items = g_list_sort (search->items, compare_age);
  secret_retrievable_retrieve_secret (search->items->data,
                                      g_task_get_cancellable (task),
                                      retrieved_cb,
                                      g_object_ref (task));
}

/**
 * waxseal_keyring_lookup_async:
 * @organization: an organisation's id
 * @key_id: (nullable): which of its secrets; %NULL for the one that was stored last
 *
 * Never prompts: a locked keyring is %WAXSEAL_ERROR_KEYRING_LOCKED.
 */
void
waxseal_keyring_lookup_async (WaxsealKeyring *self,
                              const char *organization,
                              const char *key_id,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GHashTable) query = waxseal_keyring_item_build_query (organization, key_id);

  g_task_set_source_tag (task, waxseal_keyring_lookup_async);
  waxseal_keyring_search_async (
    waxseal_keyring_item_get_schema (), query, cancellable, lookup_found_cb, task);
}

/**
 * waxseal_keyring_lookup_finish:
 * @error: see waxseal-keyring.h
 *
 * Returns: (transfer full): the secret, plain text, never empty; secret_value_get_text() reads it
 *   without a copy
 */
SecretValue *
waxseal_keyring_lookup_finish (WaxsealKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;

  /* It returns FALSE without an error where another was quicker: gone is what was asked for. */
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
  g_autoptr (WaxsealKeyringSearch) search = finish_readable_search (task, result);

  if (search == NULL)
    return;
  if (search->items == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  secret_password_clearv (waxseal_keyring_item_get_schema (),
                          g_task_get_task_data (task),
                          g_task_get_cancellable (task),
                          cleared_cb,
                          g_object_ref (task));
}

/**
 * waxseal_keyring_clear_async:
 * @organization: (not nullable): an organisation's id
 * @key_id: (nullable): which of its secrets; %NULL for all of them
 *
 * Never prompts: a locked keyring is %WAXSEAL_ERROR_KEYRING_LOCKED. What is not there any more
 * counts as cleared.
 */
void
waxseal_keyring_clear_async (WaxsealKeyring *self,
                             const char *organization,
                             const char *key_id,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GHashTable *query;
  GTask *task;

  g_return_if_fail (organization != NULL);

  query = waxseal_keyring_item_build_query (organization, key_id);
  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, waxseal_keyring_clear_async);
  g_task_set_task_data (task, query, (GDestroyNotify) g_hash_table_unref);
  waxseal_keyring_search_async (
    waxseal_keyring_item_get_schema (), query, cancellable, clear_found_cb, task);
}

/**
 * waxseal_keyring_clear_finish:
 * @error: see waxseal-keyring.h
 *
 * Returns: whether nothing that was meant is in the keyring
 */
gboolean
waxseal_keyring_clear_finish (WaxsealKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
list_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (WaxsealKeyringSearch) search = finish_readable_search (task, result);
  g_autoptr (GListStore) list = NULL;
  GList *l;

  if (search == NULL)
    return;

  list = g_list_store_new (WAXSEAL_TYPE_KEYRING_ITEM);
  search->items = g_list_sort (search->items, compare_age);
  for (l = search->items; l != NULL; l = l->next)
    {
      g_autoptr (GHashTable) attributes = secret_retrievable_get_attributes (l->data);
      g_autoptr (WaxsealKeyringItem) item = waxseal_keyring_item_new_from_attributes (attributes);

      g_list_store_append (list, item);
    }
  g_task_return_pointer (task, g_steal_pointer (&list), g_object_unref);
}

/**
 * waxseal_keyring_list_async:
 * @organization: (nullable): an organisation's id, or %NULL for all
 *
 * Never prompts, and reads no value. A locked keyring is %WAXSEAL_ERROR_KEYRING_LOCKED, even where
 * nothing of ours is known to be in it: a service need not tell.
 */
void
waxseal_keyring_list_async (WaxsealKeyring *self,
                            const char *organization,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GHashTable) query = waxseal_keyring_item_build_query (organization, NULL);

  g_task_set_source_tag (task, waxseal_keyring_list_async);
  waxseal_keyring_search_async (
    waxseal_keyring_item_get_schema (), query, cancellable, list_found_cb, task);
}

/**
 * waxseal_keyring_list_finish:
 * @error: see waxseal-keyring.h
 *
 * Returns: (transfer full): a list of #WaxsealKeyringItem, the last stored first; may be empty
 */
GListModel *
waxseal_keyring_list_finish (WaxsealKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GList *locked = g_task_get_task_data (task);
  GError *error = NULL;
  int count;

  /* An unanswered prompt is no error for libsecret: it only unlocks fewer than it was told to. */
  count = secret_service_unlock_finish (SECRET_SERVICE (source), result, NULL, &error);
  if (error != NULL)
    g_task_return_error (task, waxseal_keyring_error_translate (error));
  else if (count < (int) g_list_length (locked))
    return_keyring_error (task, WAXSEAL_ERROR_KEYRING_DISMISSED);
  else
    g_task_return_boolean (task, TRUE);
}

static void
free_objects (gpointer data)
{
  g_list_free_full (data, g_object_unref);
}

static void
unlock_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (WaxsealKeyringSearch) search = waxseal_keyring_search_finish (result, &error);

  if (search == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (search->locked == NULL)
    {
      g_task_return_boolean (task, TRUE);
      return;
    }
  g_task_set_task_data (task, g_steal_pointer (&search->locked), free_objects);
  secret_service_unlock (search->service,
                         g_task_get_task_data (task),
                         g_task_get_cancellable (task),
                         unlocked_cb,
                         g_object_ref (task));
}

/**
 * waxseal_keyring_unlock_async:
 *
 * Shows the keyring's own prompt, if the default keyring is locked or one that has an item of
 * ours. If that is closed, or cannot be shown, this fails with %WAXSEAL_ERROR_KEYRING_DISMISSED.
 */
void
waxseal_keyring_unlock_async (WaxsealKeyring *self,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (self, cancellable, callback, user_data);
  g_autoptr (GHashTable) query = waxseal_keyring_item_build_query (NULL, NULL);

  g_task_set_source_tag (task, waxseal_keyring_unlock_async);
  waxseal_keyring_search_async (
    waxseal_keyring_item_get_schema (), query, cancellable, unlock_found_cb, task);
}

/**
 * waxseal_keyring_unlock_finish:
 * @error: see waxseal-keyring.h
 *
 * Returns: whether nothing of ours is locked any more
 */
gboolean
waxseal_keyring_unlock_finish (WaxsealKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
