/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-keyring-ready.h"

#include "waxseal-error.h"

typedef struct
{
  char *organization;
  gboolean unlocked; /* it was asked for once already */
} Ready;

static void
ready_free (gpointer data)
{
  g_free (((Ready *) data)->organization);
  g_free (data);
}

static void list (GTask *task);

static void
unlocked_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  GTask *task = user_data;
  Ready *ready = g_task_get_task_data (task);
  GError *error = NULL;

  ready->unlocked = TRUE;
  if (waxseal_keyring_unlock_finish (WAXSEAL_KEYRING (source), result, &error))
    {
      list (task);
      return;
    }
  g_task_return_error (task, error);
  g_object_unref (task);
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  WaxsealKeyring *keyring = WAXSEAL_KEYRING (source);
  GTask *task = user_data;
  Ready *ready = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  GListModel *items = waxseal_keyring_list_finish (keyring, result, &error);

  if (!ready->unlocked && g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_KEYRING_LOCKED))
    {
      waxseal_keyring_unlock_async (keyring, g_task_get_cancellable (task), unlocked_cb, task);
      return;
    }
  if (items != NULL)
    g_task_return_pointer (task, items, g_object_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
  g_object_unref (task);
}

static void
list (GTask *task)
{
  Ready *ready = g_task_get_task_data (task);

  waxseal_keyring_list_async (g_task_get_source_object (task),
                              ready->organization,
                              g_task_get_cancellable (task),
                              listed_cb,
                              task);
}

/** waxseal_keyring_ready_async: @organization: an organisation's id. */
void
waxseal_keyring_ready_async (WaxsealKeyring *keyring,
                             const char *organization,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer user_data)
{
  GTask *task = g_task_new (keyring, cancellable, callback, user_data);
  Ready *ready = g_new0 (Ready, 1);

  g_task_set_source_tag (task, waxseal_keyring_ready_async);
  ready->organization = g_strdup (organization);
  g_task_set_task_data (task, ready, ready_free);
  list (task);
}

/** waxseal_keyring_ready_finish: Returns: (transfer full): what is stored; or %NULL, and the reason
 * why nothing can be. */
GListModel *
waxseal_keyring_ready_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/** waxseal_keyring_ready_has: Returns: whether the value of the secret @key_id is among @items. */
gboolean
waxseal_keyring_ready_has (GListModel *items, const char *key_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (WaxsealKeyringItem) item = g_list_model_get_item (items, i);

      if (g_ascii_strcasecmp (waxseal_record_get_text (item, "key-id"), key_id) == 0)
        return TRUE;
    }
  return FALSE;
}
