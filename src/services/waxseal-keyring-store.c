/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-keyring-error.h"
#include "waxseal-keyring-private.h"
#include "waxseal-keyring-search.h"
#include "waxseal-keyring.h"

/* Storing a client secret, and clearing the earlier forms of the same item. */

/* Text of one byte or more, with no NUL in it. */
gboolean
waxseal_keyring_is_usable_value (SecretValue *value)
{
  gsize length;
  const char *text = secret_value_get (value, &length);

  return length > 0 && secret_value_get_text (value) != NULL &&
         g_utf8_validate (text, length, NULL);
}

/* Of libsecret's call; @error is translated. What is gone then is the keyring itself: there was
 * none, and making one was not confirmed. */
gboolean
waxseal_keyring_finish_store (GAsyncResult *result, GError **error)
{
  g_autoptr (GError) problem = NULL;

  if (secret_password_store_finish (result, &problem))
    return TRUE;
  problem = waxseal_keyring_error_translate (g_steal_pointer (&problem));
  if (g_error_matches (problem, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_ITEM_GONE))
    g_propagate_error (error,
                       waxseal_keyring_error_new (WAXSEAL_ERROR_KEYRING_DISMISSED,
                                                  waxseal_error_get_details (problem)));
  else
    g_propagate_error (error, g_steal_pointer (&problem));
  return FALSE;
}

typedef struct
{
  WaxsealKeyringItem *item;
  GPtrArray *stale; /* of GHashTable: attributes of the item's earlier forms, yet to be cleared */
} StoreRun;

static void
store_run_free (StoreRun *run)
{
  g_object_unref (run->item);
  g_ptr_array_unref (run->stale);
  g_free (run);
}

static gboolean
is_same_attributes (GHashTable *theirs, GHashTable *ours)
{
  GHashTableIter iter;
  gpointer name, text;

  g_hash_table_iter_init (&iter, ours);
  while (g_hash_table_iter_next (&iter, &name, &text))
    if (g_strcmp0 (g_hash_table_lookup (theirs, name), text) != 0)
      return FALSE;
  return TRUE;
}

static void clear_next_stale (GTask *task);

static void
stale_cleared_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  /* The new value is stored. One left over loses against it in look-ups, and goes another time. */
  secret_password_clear_finish (result, NULL);
  clear_next_stale (user_data);
}

static void
clear_next_stale (GTask *task)
{
  StoreRun *run = g_task_get_task_data (task);
  g_autoptr (GHashTable) attributes = NULL;

  if (run->stale->len == 0)
    {
      g_task_return_boolean (task, TRUE);
      g_object_unref (task);
      return;
    }
  attributes = g_ptr_array_steal_index (run->stale, run->stale->len - 1);
  secret_password_clearv (waxseal_keyring_item_get_schema (),
                          attributes,
                          g_task_get_cancellable (task),
                          stale_cleared_cb,
                          task);
}

static void
stale_found_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  StoreRun *run = g_task_get_task_data (task);
  g_autoptr (GHashTable) ours = waxseal_keyring_item_build_attributes (run->item);
  g_autoptr (WaxsealKeyringSearch) search = waxseal_keyring_search_finish (result, NULL);
  GList *l;

  for (l = search != NULL ? search->items : NULL; l != NULL; l = l->next)
    {
      g_autoptr (GHashTable) stored = secret_retrievable_get_attributes (l->data);
      g_autoptr (WaxsealKeyringItem) item = waxseal_keyring_item_new_from_attributes (stored);
      g_autoptr (GHashTable) theirs = waxseal_keyring_item_build_attributes (item);

      /* By all attributes, so that clearing an earlier form cannot clear the new one as well. */
      if (!is_same_attributes (theirs, ours))
        g_ptr_array_add (run->stale, g_steal_pointer (&theirs));
    }
  clear_next_stale (task);
}

static void
stored_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  StoreRun *run = g_task_get_task_data (task);
  g_autoptr (GHashTable) query = NULL;
  GError *error = NULL;

  if (!waxseal_keyring_finish_store (result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  query = waxseal_keyring_item_build_query (waxseal_record_get_text (run->item, "organization"),
                                            waxseal_record_get_text (run->item, "key-id"));
  waxseal_keyring_search_async (waxseal_keyring_item_get_schema (),
                                query,
                                g_task_get_cancellable (task),
                                stale_found_cb,
                                g_object_ref (task));
}

/**
 * waxseal_keyring_store_async:
 * @item: whose secret it is; "organization" and "key-id" not empty
 * @value: the secret, plain text
 *
 * Stores @value, in the place of any that is there for the same organisation and key ID, whatever
 * its other attributes were: the new one is in the keyring before the old one goes. Where the
 * keyring is locked, or there is none yet, the keyring's own prompt is shown; if it is not
 * answered, this fails with %WAXSEAL_ERROR_KEYRING_LOCKED or %WAXSEAL_ERROR_KEYRING_DISMISSED.
 * After a cancellation the value may be stored, or not.
 */
void
waxseal_keyring_store_async (WaxsealKeyring *self,
                             WaxsealKeyringItem *item,
                             SecretValue *value,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  g_autoptr (GTask) task = NULL;
  g_autoptr (GHashTable) attributes = NULL;
  g_autofree char *label = NULL;
  StoreRun *run;

  g_return_if_fail (*waxseal_record_get_text (item, "organization") != '\0');
  g_return_if_fail (*waxseal_record_get_text (item, "key-id") != '\0');

  task = g_task_new (self, cancellable, callback, user_data);
  g_task_set_source_tag (task, waxseal_keyring_store_async);
  run = g_new0 (StoreRun, 1);
  run->item = g_object_ref (item);
  run->stale = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  g_task_set_task_data (task, run, (GDestroyNotify) store_run_free);
  if (!waxseal_keyring_is_usable_value (value))
    {
      g_task_return_error (task, waxseal_keyring_error_new (WAXSEAL_ERROR_KEYRING_BAD_VALUE, NULL));
      return;
    }
  attributes = waxseal_keyring_item_build_attributes (item);
  label = waxseal_keyring_item_build_label (item);
  secret_password_storev_binary (waxseal_keyring_item_get_schema (),
                                 attributes,
                                 SECRET_COLLECTION_DEFAULT,
                                 label,
                                 value,
                                 cancellable,
                                 stored_cb,
                                 g_object_ref (task));
}

/**
 * waxseal_keyring_store_finish:
 * @error: see waxseal-keyring.h
 *
 * Returns: whether the value is in the keyring
 */
gboolean
waxseal_keyring_store_finish (WaxsealKeyring *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
