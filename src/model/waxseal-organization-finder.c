/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds an organisation for a command, by the name that the administrator types. */
#include <glib/gi18n.h>

#include "waxseal-error.h"
#include "waxseal-organization-file.h"
#include "waxseal-organization-folder.h"
#include "waxseal-organization-store.h"

/* How well a name fits, the best last. */
typedef enum
{
  FIT_NONE,
  FIT_CASELESS,
  FIT_EXACT,
  FIT_ID,
} Fit;

static Fit
get_fit (WaxsealOrganization *organization, const char *name)
{
  g_autofree char *wanted = g_utf8_casefold (name, -1);
  g_autofree char *folded = g_utf8_casefold (waxseal_organization_get_name (organization), -1);

  if (g_str_equal (waxseal_organization_get_id (organization), name))
    return FIT_ID;
  if (g_str_equal (waxseal_organization_get_name (organization), name))
    return FIT_EXACT;
  return g_str_equal (folded, wanted) ? FIT_CASELESS : FIT_NONE;
}

/* Reads all of @folder; keeps in @found those that fit best, and in @problem the first file that
 * could not be read, since it may be the one. */
static gboolean
collect (const char *folder, const char *name, GPtrArray *found, GError **problem, GError **error)
{
  g_autoptr (GPtrArray) ids = waxseal_organization_folder_list_ids (folder, error);
  Fit best = FIT_CASELESS;
  guint i;

  for (i = 0; ids != NULL && i < ids->len; i++)
    {
      g_autofree char *path = waxseal_organization_folder_get_path (folder, ids->pdata[i]);
      g_autoptr (WaxsealOrganization) organization = NULL;
      Fit fit;

      if (!g_uuid_string_is_valid (ids->pdata[i]))
        continue;
      organization = waxseal_organization_file_load (path, *problem == NULL ? problem : NULL);
      fit = organization != NULL ? get_fit (organization, name) : FIT_NONE;
      if (fit < best)
        continue;
      if (fit > best)
        g_ptr_array_set_size (found, 0);
      best = fit;
      g_ptr_array_add (found, g_steal_pointer (&organization));
    }
  return ids != NULL;
}

static char *
dup_ids (GPtrArray *found)
{
  g_autoptr (GString) ids = g_string_new (NULL);
  guint i;

  for (i = 0; i < found->len; i++)
    g_string_append_printf (ids,
                            "%s%s",
                            i > 0 ? ", " : "",
                            waxseal_organization_get_id (found->pdata[i]));
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

/**
 * waxseal_organization_store_find_sync:
 * @folder: (nullable): %NULL means that of the window
 * @name: an id; or a name, exactly, or else but for case
 *
 * For commands only, since it blocks until every file is read. It changes nothing.
 *
 * Returns: (transfer full): the organisation, or %NULL with %WAXSEAL_ERROR_NOT_FOUND,
 * %WAXSEAL_ERROR_AMBIGUOUS (naming the ids); where nothing fits and a file cannot be read,
 * %WAXSEAL_ERROR_FILE_DAMAGED, %WAXSEAL_ERROR_FILE_NEWER or #GFileError, naming that file.
 */
WaxsealOrganization *
waxseal_organization_store_find_sync (const char *folder, const char *name, GError **error)
{
  g_autofree char *usual = waxseal_organization_folder_dup_default ();
  g_autofree char *valid_name = g_utf8_make_valid (name, -1);
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GError) problem = NULL;

  if (!collect (folder != NULL ? folder : usual, valid_name, found, &problem, error))
    return NULL;
  if (found->len == 1)
    return g_object_ref (found->pdata[0]);

  if (found->len > 1)
    {
      g_autofree char *ids = dup_ids (found);

      g_set_error (error,
                   WAXSEAL_ERROR,
                   WAXSEAL_ERROR_AMBIGUOUS,
                   _ ("Several organizations are called “%s”. Name one by its id: %s"),
                   valid_name,
                   ids);
    }
  else if (problem != NULL)
    g_propagate_prefixed_error (error,
                                g_steal_pointer (&problem),
                                _ ("No organization that can be read is called “%s”. "),
                                valid_name);
  else
    g_set_error (error,
                 WAXSEAL_ERROR,
                 WAXSEAL_ERROR_NOT_FOUND,
                 _ ("No organization is called “%s”."),
                 valid_name);
  return NULL;
}
