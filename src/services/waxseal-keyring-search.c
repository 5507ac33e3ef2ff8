/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-keyring-search.h"

#include "waxseal-keyring-error.h"

static void
clear_search (gpointer data)
{
  WaxsealKeyringSearch *self = data;

  g_list_free_full (self->items, g_object_unref);
  g_list_free_full (self->locked, g_object_unref);
  g_clear_object (&self->service);
}

/** waxseal_keyring_search_unref: @self: (transfer full): what a search gave */
void
waxseal_keyring_search_unref (WaxsealKeyringSearch *self)
{
  g_rc_box_release_full (self, clear_search);
}

static void
return_search (GTask *task)
{
  g_task_return_pointer (task,
                         g_rc_box_acquire (g_task_get_task_data (task)),
                         (GDestroyNotify) waxseal_keyring_search_unref);
}

static void
collection_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealKeyringSearch *search = g_task_get_task_data (task);
  g_autoptr (SecretCollection) collection = NULL;

  /* No default keyring yet, or a service that tells nothing of it: then nothing hides behind it. */
  collection = secret_collection_for_alias_finish (result, NULL);
  if (collection != NULL && secret_collection_get_locked (collection))
    search->locked = g_list_prepend (search->locked, g_steal_pointer (&collection));
  return_search (task);
}

static void
service_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealKeyringSearch *search = g_task_get_task_data (task);

  /* The search itself went well, so without a service it was libsecret's own file that answered. */
  search->service = secret_service_get_finish (result, NULL);
  if (search->service == NULL)
    {
      return_search (task);
      return;
    }
  secret_collection_for_alias (search->service,
                               SECRET_COLLECTION_DEFAULT,
                               SECRET_COLLECTION_NONE,
                               g_task_get_cancellable (task),
                               collection_cb,
                               g_object_ref (task));
}

static void
search_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealKeyringSearch *search = g_task_get_task_data (task);
  GError *error = NULL;
  GList *l;

  search->items = secret_password_search_finish (result, &error);
  if (error != NULL)
    {
      g_task_return_error (task, waxseal_keyring_error_translate (error));
      return;
    }
  for (l = search->items; l != NULL; l = l->next)
    if (SECRET_IS_ITEM (l->data) && secret_item_get_locked (l->data))
      search->locked = g_list_prepend (search->locked, g_object_ref (l->data));
  secret_service_get (SECRET_SERVICE_NONE,
                      g_task_get_cancellable (task),
                      service_cb,
                      g_object_ref (task));
}

/**
 * waxseal_keyring_search_async:
 * @schema: the kind of item that is searched for
 * @query: (element-type utf8 utf8): what the attributes have to be; empty for all that is ours
 *
 * Searches without a prompt and without loading any value. A service may hide what is in a locked
 * keyring (KWallet does, GNOME Keyring does not), so where nothing is found it is asked whether
 * the default keyring is locked: libsecret's own look-up cannot tell “locked” from “not there”.
 */
void
waxseal_keyring_search_async (const SecretSchema *schema,
                              GHashTable *query,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer user_data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_keyring_search_async);
  g_task_set_task_data (task,
                        g_rc_box_new0 (WaxsealKeyringSearch),
                        (GDestroyNotify) waxseal_keyring_search_unref);
  secret_password_searchv (schema, query, SECRET_SEARCH_ALL, cancellable, search_cb, task);
}

/**
 * waxseal_keyring_search_finish:
 * @error: %WAXSEAL_ERROR, already translated, or %G_IO_ERROR_CANCELLED
 *
 * Returns: (transfer full): what was found
 */
WaxsealKeyringSearch *
waxseal_keyring_search_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * waxseal_keyring_search_is_locked:
 *
 * Returns: whether something that matches is locked, or may be hidden in a locked keyring
 */
gboolean
waxseal_keyring_search_is_locked (WaxsealKeyringSearch *self)
{
  GList *l;

  if (self->items == NULL)
    return self->locked != NULL;
  for (l = self->locked; l != NULL; l = l->next)
    if (SECRET_IS_ITEM (l->data))
      return TRUE;
  return FALSE;
}
