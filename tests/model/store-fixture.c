/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store on a folder of its own, with its asynchronous steps waited for. */
#include "store-fixture.h"

#include <glib/gstdio.h>

#include "waxseal-enums.h"
#include "waxseal-organization-file.h"

typedef gboolean (*FinishFunc) (WaxsealOrganizationStore *store,
                                GAsyncResult *result,
                                GError **error);

char *
store_fixture_create_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = g_dir_make_tmp ("waxseal-store-XXXXXX", &error);

  g_assert_no_error (error);
  return folder;
}

/* Deletes @path, and what is in it. */
void
store_fixture_delete (const char *path)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;

  if (!g_file_test (path, G_FILE_TEST_IS_SYMLINK))
    dir = g_dir_open (path, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      store_fixture_delete (child);
    }
  g_remove (path);
}

void
store_fixture_write (const char *folder, const char *name, const char *text)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
}

/* Returns: (transfer full): what is in the file, which must be there. */
char *
store_fixture_read (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

gboolean
store_fixture_exists (const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Writes an organisation called @name. Returns: (transfer full): its id. */
char *
store_fixture_create_file (const char *folder, const char *name)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new (name, WAXSEAL_CLOUD_GLOBAL);
  g_autoptr (GBytes) bytes = waxseal_organization_file_serialize (organization);
  g_autofree char *file_name =
    g_strconcat (waxseal_organization_get_id (organization), ".json", NULL);

  store_fixture_write (folder, file_name, g_bytes_get_data (bytes, NULL));
  return g_strdup (waxseal_organization_get_id (organization));
}

WaxsealOrganizationStore *
store_fixture_create_store (const char *folder, guint save_delay)
{
  return g_object_new (
    WAXSEAL_TYPE_ORGANIZATION_STORE, "folder", folder, "save-delay", save_delay, NULL);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
finish (WaxsealOrganizationStore *store, GAsyncResult **result, FinishFunc func, GError **error)
{
  gboolean good;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  good = func (store, *result, error);
  g_clear_object (result);
  return good;
}

void
store_fixture_scan (WaxsealOrganizationStore *store)
{
  GAsyncResult *result = NULL;
  g_autoptr (GError) error = NULL;

  waxseal_organization_store_scan_async (store, NULL, result_cb, &result);
  finish (store, &result, waxseal_organization_store_scan_finish, &error);
  g_assert_no_error (error);
}

WaxsealOrganization *
store_fixture_load (WaxsealOrganizationStore *store, const char *id, GError **error)
{
  GAsyncResult *result = NULL;
  WaxsealOrganization *organization;

  waxseal_organization_store_load_async (store, id, NULL, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  organization = waxseal_organization_store_load_finish (store, result, error);
  g_object_unref (result);
  return organization;
}

gboolean
store_fixture_flush (WaxsealOrganizationStore *store, GError **error)
{
  GAsyncResult *result = NULL;

  waxseal_organization_store_flush_async (store, NULL, result_cb, &result);
  return finish (store, &result, waxseal_organization_store_flush_finish, error);
}

gboolean
store_fixture_remove (WaxsealOrganizationStore *store, const char *id, GError **error)
{
  GAsyncResult *result = NULL;

  waxseal_organization_store_remove_async (store, id, NULL, result_cb, &result);
  return finish (store, &result, waxseal_organization_store_remove_finish, error);
}

gboolean
store_fixture_restore (WaxsealOrganizationStore *store, const char *id, GError **error)
{
  GAsyncResult *result = NULL;

  waxseal_organization_store_restore_async (store, id, NULL, result_cb, &result);
  return finish (store, &result, waxseal_organization_store_restore_finish, error);
}

gboolean
store_fixture_purge (WaxsealOrganizationStore *store, const char *id, GError **error)
{
  GAsyncResult *result = NULL;

  waxseal_organization_store_purge_async (store, id, NULL, result_cb, &result);
  return finish (store, &result, waxseal_organization_store_purge_finish, error);
}

/* Returns: (transfer none) (nullable): the entry of @id. */
WaxsealOrganizationEntry *
store_fixture_find_entry (WaxsealOrganizationStore *store, const char *id)
{
  guint i;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (WaxsealOrganizationEntry) entry = g_list_model_get_item (G_LIST_MODEL (store), i);

      if (g_str_equal (waxseal_organization_entry_get_id (entry), id))
        return entry;
    }
  return NULL;
}

/* Returns: (transfer full): the names in their order, with a blank between. */
char *
store_fixture_list_names (WaxsealOrganizationStore *store)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint i;

  for (i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (store)); i++)
    {
      g_autoptr (WaxsealOrganizationEntry) entry = g_list_model_get_item (G_LIST_MODEL (store), i);

      g_string_append_printf (names,
                              "%s%s",
                              i > 0 ? " " : "",
                              waxseal_organization_entry_get_name (entry));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static gboolean
over_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
  return G_SOURCE_REMOVE;
}

void
store_fixture_wait (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add (milliseconds, over_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}
