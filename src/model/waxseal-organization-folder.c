/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of a folder of organisations: which are whose, what is wrong with them, and where they
 * go. Everything here blocks. "UUID.json" is an organisation, "UUID.damaged" (then "-2", and so on)
 * one kept aside; what has any other name is somebody else's and stays. */
#include "waxseal-organization-folder.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

#include "waxseal-error.h"
#include "waxseal-folder.h"
#include "waxseal-organization-file.h"

#define UUID_LENGTH 36

/** waxseal_organization_folder_dup_default: Returns: (transfer full): where the window keeps them.
 */
char *
waxseal_organization_folder_dup_default (void)
{
  return g_build_filename (g_get_user_data_dir (), "waxseal", "organizations", NULL);
}

/* What follows the UUID that @name begins with, or NULL. */
static const char *
skip_uuid (const char *name)
{
  g_autofree char *uuid = g_strndup (name, UUID_LENGTH);

  return g_uuid_string_is_valid (uuid) ? name + UUID_LENGTH : NULL;
}

static gboolean
is_damaged_name (const char *name)
{
  const char *rest = skip_uuid (name);

  if (rest == NULL || !g_str_has_prefix (rest, ".damaged"))
    return FALSE;
  rest += strlen (".damaged");
  return *rest == '\0' || (*rest == '-' && g_ascii_isdigit (rest[1]) &&
                           strspn (rest + 1, "0123456789") == strlen (rest + 1));
}

/* As waxseal_organization_file_write() names what it has not finished. */
static gboolean
is_temporary_name (const char *name)
{
  const char *rest = *name == '.' ? skip_uuid (name + 1) : NULL;

  return rest != NULL && g_str_has_prefix (rest, ".json.") &&
         strlen (rest) == strlen (".json.XXXXXX");
}

/* The file of @id, without its folder; NULL where no organisation can be called so. */
static char *
dup_file_name (const char *id)
{
  if (g_uuid_string_is_valid (id))
    return g_strconcat (id, ".json", NULL);
  return is_damaged_name (id) ? g_strdup (id) : NULL;
}

/**
 * waxseal_organization_folder_get_path:
 * @id: any text
 *
 * Returns: (transfer full) (nullable): the file of @id, which is in @folder whatever @id says, or
 * %NULL where it is no id.
 */
char *
waxseal_organization_folder_get_path (const char *folder, const char *id)
{
  g_autofree char *name = dup_file_name (id);

  return name != NULL ? g_build_filename (folder, name, NULL) : NULL;
}

static void
fail_not_found (GError **error, const char *id)
{
  g_set_error (
    error, WAXSEAL_ERROR, WAXSEAL_ERROR_NOT_FOUND, _ ("No organization has the id “%s”."), id);
}

/**
 * waxseal_organization_folder_list_ids:
 *
 * Returns: (transfer full) (element-type utf8): the ids in @folder, those kept aside too; none
 * where the folder is missing; or %NULL with a #GFileError.
 */
GPtrArray *
waxseal_organization_folder_list_ids (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &local_error);
  const char *name;

  if (dir == NULL)
    {
      if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
        return g_steal_pointer (&ids);
      g_propagate_error (error, g_steal_pointer (&local_error));
      return NULL;
    }

  while ((name = g_dir_read_name (dir)) != NULL)
    {
      const char *rest = skip_uuid (name);

      if (rest != NULL && strcmp (rest, ".json") == 0)
        g_ptr_array_add (ids, g_strndup (name, UUID_LENGTH));
      else if (is_damaged_name (name))
        g_ptr_array_add (ids, g_strdup (name));
    }
  return g_steal_pointer (&ids);
}

/* Deletes what a killed process left half-written; whoever is writing now holds the lock. */
static void
delete_temporaries (const char *folder)
{
  g_autoptr (GDir) dir = NULL;
  const char *name;
  int lock = waxseal_folder_lock (folder, LOCK_EX | LOCK_NB);

  if (lock < 0)
    return;
  dir = g_dir_open (folder, 0, NULL);
  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_temporary_name (name))
      unlinkat (lock, name, 0);
  g_close (lock, NULL);
}

/* Returns the name that the file has now, or NULL where it is fine after all or cannot be moved. */
static char *
keep_aside (const char *folder, const char *id)
{
  g_autofree char *path = waxseal_organization_folder_get_path (folder, id);
  g_autofree char *file_name = g_path_get_basename (path);
  g_autofree char *name = g_strconcat (id, ".damaged", NULL);
  g_autoptr (WaxsealOrganization) repaired = NULL;
  g_autoptr (GError) error = NULL;
  gboolean moved = FALSE;
  guint n = 1;
  int lock = waxseal_folder_lock (folder, LOCK_EX);

  if (lock < 0)
    return NULL;
  /* Somebody may have written it since; from here on nobody can. */
  repaired = waxseal_organization_file_load (path, &error);
  if (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_DAMAGED))
    while (!(moved = waxseal_folder_move (lock, file_name, lock, name)) && errno == EEXIST)
      {
        g_free (name);
        name = g_strdup_printf ("%s.damaged-%u", id, ++n);
      }
  g_close (lock, NULL);
  return moved ? g_steal_pointer (&name) : NULL;
}

/* As waxseal_organization_folder_load(); @aside is the id of what was kept aside, or NULL. */
static WaxsealOrganization *
load (const char *folder, const char *id, char **aside, GError **error)
{
  g_autofree char *path = waxseal_organization_folder_get_path (folder, id);
  g_autoptr (WaxsealOrganization) organization = NULL;
  g_autoptr (GError) local_error = NULL;

  *aside = NULL;
  organization = waxseal_organization_file_load (path, &local_error);
  if (g_error_matches (local_error, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_DAMAGED) &&
      g_uuid_string_is_valid (id))
    *aside = keep_aside (folder, id);
  if (*aside != NULL)
    {
      g_autofree char *aside_path = g_build_filename (folder, *aside, NULL);

      g_set_error (error,
                   WAXSEAL_ERROR,
                   WAXSEAL_ERROR_FILE_DAMAGED,
                   /* Translators: a message with the file's old name, then its new path */
                   _ ("%s. The damaged file is kept, unchanged, as %s."),
                   local_error->message,
                   aside_path);
      return NULL;
    }
  if (organization == NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return g_steal_pointer (&organization);
}

/**
 * waxseal_organization_folder_load:
 *
 * Reads one file and no other. A damaged one is kept aside, its content untouched.
 *
 * Returns: (transfer full): the organisation, or %NULL with %WAXSEAL_ERROR_NOT_FOUND,
 * %WAXSEAL_ERROR_FILE_DAMAGED, %WAXSEAL_ERROR_FILE_NEWER or a #GFileError.
 */
WaxsealOrganization *
waxseal_organization_folder_load (const char *folder, const char *id, GError **error)
{
  g_autofree char *aside = NULL;
  g_autoptr (GError) local_error = NULL;
  WaxsealOrganization *organization;

  if (!g_uuid_string_is_valid (id))
    {
      fail_not_found (error, id);
      return NULL;
    }
  organization = load (folder, id, &aside, &local_error);
  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    fail_not_found (error, id);
  else if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  return organization;
}

static WaxsealOrganizationProblem
get_problem (const GError *error)
{
  if (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_DAMAGED))
    return WAXSEAL_ORGANIZATION_PROBLEM_DAMAGED;
  if (g_error_matches (error, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_NEWER))
    return WAXSEAL_ORGANIZATION_PROBLEM_NEWER;
  return WAXSEAL_ORGANIZATION_PROBLEM_UNREADABLE;
}

/** waxseal_organization_folder_create_entry: Returns: (transfer full): that of @organization. */
WaxsealOrganizationEntry *
waxseal_organization_folder_create_entry (const char *folder, WaxsealOrganization *organization)
{
  const char *id = waxseal_organization_get_id (organization);
  g_autofree char *path = waxseal_organization_folder_get_path (folder, id);
  WaxsealOrganizationEntry *entry =
    waxseal_organization_entry_new (id, waxseal_organization_get_name (organization), path);

  waxseal_organization_entry_set_practice (entry, waxseal_organization_get_practice (organization));
  if (waxseal_organization_get_read_only (organization))
    waxseal_organization_entry_set_problem (
      entry,
      WAXSEAL_ORGANIZATION_PROBLEM_NEWER,
      _ (
        "A newer version of Waxseal saved this organization, so it opens read-only. Update Waxseal "
        "to change it."));
  return entry;
}

static WaxsealOrganizationEntry *
create_problem_entry (const char *folder,
                      const char *id,
                      WaxsealOrganizationProblem problem,
                      const char *detail)
{
  g_autofree char *path = waxseal_organization_folder_get_path (folder, id);
  WaxsealOrganizationEntry *entry = waxseal_organization_entry_new (id, id, path);

  waxseal_organization_entry_set_problem (entry, problem, detail);
  return entry;
}

/**
 * waxseal_organization_folder_describe:
 *
 * Reads the file of @id; a damaged one is kept aside.
 *
 * Returns: (transfer full) (nullable): its entry, or %NULL where there is no such file.
 */
WaxsealOrganizationEntry *
waxseal_organization_folder_describe (const char *folder, const char *id)
{
  g_autofree char *aside = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealOrganization) organization = load (folder, id, &aside, &error);

  if (g_error_matches (error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    return NULL;
  if (error != NULL)
    return create_problem_entry (folder,
                                 aside != NULL ? aside : id,
                                 get_problem (error),
                                 error->message);
  if (!g_uuid_string_is_valid (id))
    return create_problem_entry (
      folder,
      id,
      WAXSEAL_ORGANIZATION_PROBLEM_DAMAGED,
      _ (
        "This file was kept aside as damaged, and can be read now. To use it, rename it so that it "
        "ends in “.json” right after its id."));
  return waxseal_organization_folder_create_entry (folder, organization);
}

/**
 * waxseal_organization_folder_scan:
 *
 * Reads every organisation, keeps damaged ones aside, and deletes the temporary files of a process
 * that was killed.
 *
 * Returns: (transfer full) (element-type WaxsealOrganizationEntry): unsorted; or %NULL with a
 * #GFileError.
 */
GPtrArray *
waxseal_organization_folder_scan (const char *folder, GError **error)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (GPtrArray) ids = waxseal_organization_folder_list_ids (folder, error);
  guint i;

  if (ids == NULL)
    return NULL;
  delete_temporaries (folder);
  for (i = 0; i < ids->len; i++)
    {
      WaxsealOrganizationEntry *entry =
        waxseal_organization_folder_describe (folder, ids->pdata[i]);

      if (entry != NULL)
        g_ptr_array_add (entries, entry);
    }
  return g_steal_pointer (&entries);
}
