/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One organisation as one document on disk. */
#define _GNU_SOURCE
#include "waxseal-organization-file.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "waxseal-error.h"
#include "waxseal-folder.h"
#include "waxseal-json-guard.h"
#include "waxseal-record-json.h"

/** waxseal_organization_file_serialize: Returns: (transfer full): the document. */
GBytes *
waxseal_organization_file_serialize (WaxsealOrganization *organization)
{
  return waxseal_record_serialize (organization);
}

static gboolean
refuse (GError **error, const char *problem)
{
  g_set_error_literal (error, WAXSEAL_ERROR, WAXSEAL_ERROR_FILE_DAMAGED, problem);
  return FALSE;
}

/* Sets @format; FALSE where there is none. */
static gboolean
read_format (JsonNode *root, gint64 *format, GError **error)
{
  JsonNode *node;

  if (!JSON_NODE_HOLDS_OBJECT (root))
    return refuse (error, _ ("not a set-up file"));
  node = json_object_get_member (json_node_get_object (root), "format");
  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node) ||
      json_node_get_value_type (node) != G_TYPE_INT64)
    return refuse (error, _ ("format: missing or not a whole number"));
  *format = json_node_get_int (node);
  return *format >= 1 || refuse (error, _ ("format: a number out of range"));
}

static gboolean
read_newer (WaxsealOrganization *organization, JsonObject *document, GError **error)
{
  waxseal_record_read_json (WAXSEAL_RECORD (organization), document);
  waxseal_organization_set_read_only (organization, TRUE);
  if (*waxseal_organization_get_name (organization) != '\0')
    return TRUE;

  g_set_error_literal (error,
                       WAXSEAL_ERROR,
                       WAXSEAL_ERROR_FILE_NEWER,
                       _ ("A newer version of Waxseal saved this file, in a way that this version "
                          "cannot show. Update Waxseal to open it."));
  return FALSE;
}

/**
 * waxseal_organization_file_parse:
 *
 * Any bytes may be given. Where "id" is no UUID the organisation gets a new one, so that no file
 * can name another. One of a newer format is read as far as it goes and is read-only.
 *
 * Returns: (transfer full): the organisation, or %NULL with %WAXSEAL_ERROR_FILE_DAMAGED (naming
 * line and column, or the member) or %WAXSEAL_ERROR_FILE_NEWER (newer, and without a name).
 */
WaxsealOrganization *
waxseal_organization_file_parse (GBytes *bytes, GError **error)
{
  g_autoptr (WaxsealOrganization) self = NULL;
  g_autoptr (JsonNode) root = NULL;
  gsize size;
  const char *text = g_bytes_get_data (bytes, &size);
  gint64 format;

  if (size > WAXSEAL_ORGANIZATION_FILE_MAX_SIZE)
    {
      refuse (error, _ ("larger than 16 MiB"));
      return NULL;
    }
  root = waxseal_json_parse (text, size, error);
  if (root == NULL)
    return NULL;
  if (!read_format (root, &format, error))
    return NULL;

  self = g_object_new (WAXSEAL_TYPE_ORGANIZATION, NULL);
  if (format > WAXSEAL_ORGANIZATION_FORMAT
        ? !read_newer (self, json_node_get_object (root), error)
        : !waxseal_record_from_json (WAXSEAL_RECORD (self), json_node_get_object (root), error))
    return NULL;

  if (!g_uuid_string_is_valid (waxseal_organization_get_id (self)))
    {
      g_autofree char *id = g_uuid_string_random ();

      waxseal_record_set_text (self, "id", id);
    }
  return g_steal_pointer (&self);
}

static gboolean
fail (GError **error, const char *path, int number)
{
  g_set_error (
    error, G_FILE_ERROR, g_file_error_from_errno (number), "%s: %s", path, g_strerror (number));
  return FALSE;
}

static GBytes *
read_all (int fd, const char *path, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  guint8 piece[16 * 1024];
  gssize n;

  do
    {
      n = TEMP_FAILURE_RETRY (read (fd, piece, sizeof piece));
      if (n < 0)
        {
          fail (error, path, errno);
          return NULL;
        }
      g_byte_array_append (content, piece, n);
    }
  while (n > 0 && content->len <= WAXSEAL_ORGANIZATION_FILE_MAX_SIZE);
  return g_byte_array_free_to_bytes (g_steal_pointer (&content));
}

/* A FIFO in the folder must not block, nor a huge file fill the memory. */
static GBytes *
read_file (const char *path, GError **error)
{
  g_autoptr (GBytes) bytes = NULL;
  struct stat status;
  int fd = g_open (path, O_RDONLY | O_NONBLOCK | O_CLOEXEC, 0);

  if (fd < 0)
    {
      fail (error, path, errno);
      return NULL;
    }
  if (fstat (fd, &status) != 0)
    fail (error, path, errno);
  else if (!S_ISREG (status.st_mode))
    fail (error, path, S_ISDIR (status.st_mode) ? EISDIR : EINVAL);
  else
    bytes = read_all (fd, path, error);
  g_close (fd, NULL);
  return g_steal_pointer (&bytes);
}

/**
 * waxseal_organization_file_load:
 * @path: ends in "UUID.json"; the organisation's id is that UUID, whatever the document says
 *
 * Blocks. Returns: (transfer full): as waxseal_organization_file_parse(), or %NULL with a
 * #GFileError where the file cannot be read. The message of an error begins with @path.
 */
WaxsealOrganization *
waxseal_organization_file_load (const char *path, GError **error)
{
  g_autoptr (WaxsealOrganization) self = NULL;
  g_autoptr (GBytes) bytes = read_file (path, error);
  g_autofree char *stem = NULL;

  if (bytes == NULL)
    return NULL;
  self = waxseal_organization_file_parse (bytes, error);
  if (self == NULL)
    {
      g_prefix_error (error, "%s: ", path);
      return NULL;
    }

  stem = g_path_get_basename (path);
  if (g_str_has_suffix (stem, ".json"))
    stem[strlen (stem) - strlen (".json")] = '\0';
  if (g_uuid_string_is_valid (stem))
    waxseal_record_set_text (self, "id", stem);
  return g_steal_pointer (&self);
}

static gboolean
write_all (int fd, const char *data, gsize size)
{
  while (size > 0)
    {
      gssize n = TEMP_FAILURE_RETRY (write (fd, data, size));

      if (n < 0)
        return FALSE;
      data += n;
      size -= n;
    }
  return fsync (fd) == 0;
}

/* Returns 0 or an errno. The temporary file is hidden and has a name of its own, unlike those of
 * g_file_set_contents(), so that tidying deletes no "UUID.json.backup" of the user's. */
static int
replace_file (const char *path, const char *folder, GBytes *bytes)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *temporary = g_strdup_printf ("%s/.%s.XXXXXX", folder, name);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  int fd = g_mkstemp_full (temporary, O_WRONLY | O_CLOEXEC, 0600);
  int number = 0;

  if (fd < 0)
    return errno;
  if (!write_all (fd, data, size))
    number = errno;
  if (close (fd) != 0 && number == 0)
    number = errno;
  if (number == 0 && rename (temporary, path) != 0)
    number = errno;
  if (number != 0)
    unlink (temporary);
  return number;
}

/**
 * waxseal_organization_file_write:
 *
 * Replaces the file at once and for good: after a crash it has the old content or the new. The
 * file gets mode 0600; a folder that is missing is made with 0700. Blocks, until the disk has it.
 *
 * Returns: %FALSE with a #GFileError whose message begins with @path.
 */
gboolean
waxseal_organization_file_write (const char *path, GBytes *bytes, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  int lock, number;

  if (g_mkdir_with_parents (folder, 0700) != 0)
    return fail (error, path, errno);
  lock = waxseal_folder_lock (folder, LOCK_SH);
  if (lock < 0)
    return fail (error, path, errno);

  number = replace_file (path, folder, bytes);
  /* EINVAL: some network file systems have no such thing for a folder. */
  if (number == 0 && fsync (lock) != 0 && errno != EINVAL)
    number = errno;
  close (lock);
  return number == 0 || fail (error, path, number);
}
