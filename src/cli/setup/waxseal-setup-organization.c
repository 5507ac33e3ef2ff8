/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The organisation that “waxseal setup” works for: the one of that name, or a new one. */
#include "waxseal-setup-organization.h"

#include <glib/gi18n.h>

#include "waxseal-error.h"

static void
set_text (gpointer record, const char *property, const char *text)
{
  if (text != NULL)
    waxseal_record_set_text (record, property, text);
}

static void
apply_options (WaxsealOrganization *organization, const WaxsealSetupOptions *options)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);

  set_text (app, "display-name", options->application);
  set_text (app, "tenant-id", options->tenant);
  set_text (waxseal_record_get_child (organization, "sign-in"), "client-id", options->client_id);
}

static WaxsealOrganization *
create_organization (WaxsealOrganizationStore *store, const WaxsealSetupOptions *options)
{
  WaxsealOrganization *organization =
    waxseal_organization_new (options->organization, options->cloud);

  g_object_set (organization, "practice", options->practice, NULL);
  apply_options (organization, options);
  waxseal_organization_store_add (store, organization);
  return organization;
}

/* Whose name it is; *@n is how many there are. */
static const char *
find_id (WaxsealOrganizationStore *store, const char *name, guint *n)
{
  const char *id = NULL;

  *n = 0;
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (WaxsealOrganizationEntry) entry = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (!g_str_equal (waxseal_organization_entry_get_name (entry), name) &&
          !g_str_equal (waxseal_organization_entry_get_id (entry), name))
        continue;
      id = waxseal_organization_entry_get_id (entry);
      (*n)++;
    }
  return id;
}

static void
loaded_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  const WaxsealSetupOptions *options = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_store_load_finish (WAXSEAL_ORGANIZATION_STORE (store), result, &error);

  if (organization == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (waxseal_organization_get_read_only (organization))
    {
      g_task_return_new_error (task,
                               WAXSEAL_ERROR,
                               WAXSEAL_ERROR_FILE_NEWER,
                               _ ("A newer version of Waxseal wrote “%s”. Update Waxseal first."),
                               options->organization);
      return;
    }
  if (waxseal_record_get_flag (organization, "practice") != options->practice)
    {
      g_task_return_new_error (
        task,
        WAXSEAL_ERROR,
        WAXSEAL_ERROR_AMBIGUOUS,
        options->practice
          ? _ ("“%s” is a real organization, and is not touched by practice. Take another name.")
          : _ ("“%s” is for practice only. Take another name, or add --practice."),
        options->organization);
      return;
    }
  apply_options (organization, options);
  g_task_return_pointer (task, g_steal_pointer (&organization), g_object_unref);
}

static void
scanned_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  WaxsealOrganizationStore *store = WAXSEAL_ORGANIZATION_STORE (source);
  const WaxsealSetupOptions *options = g_task_get_task_data (task);
  GError *error = NULL;
  const char *id;
  guint n;

  if (!waxseal_organization_store_scan_finish (store, result, &error))
    {
      g_task_return_error (task, error);
      return;
    }
  id = find_id (store, options->organization, &n);
  if (n > 1)
    {
      g_task_return_new_error (task,
                               WAXSEAL_ERROR,
                               WAXSEAL_ERROR_AMBIGUOUS,
                               _ ("There are %u organizations called “%s”. Rename one of them."),
                               n,
                               options->organization);
      return;
    }
  if (n == 0)
    {
      g_task_return_pointer (task, create_organization (store, options), g_object_unref);
      return;
    }
  waxseal_organization_store_load_async (
    store, id, g_task_get_cancellable (task), loaded_cb, g_object_ref (task));
}

/**
 * waxseal_setup_organization_open_async:
 * @options: valid until the end
 *
 * Opens the organisation that @options name, or makes it, and enters what else they say.
 */
void
waxseal_setup_organization_open_async (WaxsealOrganizationStore *store,
                                       const WaxsealSetupOptions *options,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data)
{
  GTask *task = g_task_new (store, cancellable, callback, user_data);

  g_task_set_source_tag (task, waxseal_setup_organization_open_async);
  g_task_set_task_data (task, (gpointer) options, NULL);
  waxseal_organization_store_scan_async (store, cancellable, scanned_cb, task);
}

/**
 * waxseal_setup_organization_open_finish:
 * @error: those of the store, and %WAXSEAL_ERROR_AMBIGUOUS, %WAXSEAL_ERROR_FILE_NEWER
 *
 * Returns: (transfer full) (nullable): the organisation, which @store saves
 */
WaxsealOrganization *
waxseal_setup_organization_open_finish (WaxsealOrganizationStore *store,
                                        GAsyncResult *result,
                                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, store), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
