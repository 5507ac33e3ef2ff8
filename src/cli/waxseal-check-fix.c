/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-check-fix.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "waxseal-manifest-fix.h"
#include "waxseal-safe-text.h"

static WaxsealExit
fail_to_write (const char *file_name, const char *reason)
{
  g_autofree char *message =
    /* Translators: a file name, then a reason */
    g_strdup_printf (_ ("“%s” cannot be changed: %s"), file_name, reason);

  return waxseal_command_fail ("check", message);
}

/* Whoever reads the file meanwhile finds it as it was or as it is now. A link stays a link. */
static WaxsealExit
write_file (const char *file_name, GBytes *bytes)
{
  g_autoptr (GError) error = NULL;
  char *resolved = realpath (file_name, NULL);
  g_autofree char *path = g_strdup (resolved != NULL ? resolved : file_name);
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);
  GStatBuf status;

  free (resolved);
  if (g_access (path, W_OK) != 0 || g_stat (path, &status) != 0)
    return fail_to_write (file_name, g_strerror (errno));
  if (!S_ISREG (status.st_mode))
    return fail_to_write (file_name, _ ("It is not a file."));
  if (!g_file_set_contents_full (path,
                                 data,
                                 size,
                                 G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE,
                                 status.st_mode & 07777,
                                 &error))
    return fail_to_write (file_name, error->message);
  /* What the umask took away. */
  if (g_chmod (path, status.st_mode & 07777) != 0)
    return fail_to_write (file_name, g_strerror (errno));
  return WAXSEAL_EXIT_FINE;
}

static void
print_fixed (const char *file_name, GPtrArray *fixed)
{
  g_autofree char *file = waxseal_safe_text_new (file_name, WAXSEAL_SAFE_TEXT_LINE);

  for (guint i = 0; i < fixed->len; i++)
    {
      WaxsealFinding *finding = g_ptr_array_index (fixed, i);
      g_autofree char *message =
        waxseal_safe_text_new (waxseal_finding_get_message (finding), WAXSEAL_SAFE_TEXT_LINE);

      printf ("%s:%u:%u: fixed: %s [%s]\n",
              file,
              waxseal_finding_get_line (finding),
              waxseal_finding_get_column (finding),
              message,
              waxseal_finding_get_rule (finding));
    }
}

/**
 * waxseal_check_fix_file:
 * @remove_unused: whether resources that nothing uses go, too
 *
 * Fixes what can be fixed in a file, and prints what it was. A file that cannot be read or is not
 * well-formed stays as it is, and nothing is said about it here.
 *
 * Returns: how it ended.
 */
WaxsealExit
waxseal_check_fix_file (const char *file_name, gboolean remove_unused)
{
  g_autoptr (GBytes) bytes = waxseal_command_read (file_name);
  g_autoptr (GPtrArray) fixed = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr (WaxsealManifestDocument) document = NULL;
  g_autoptr (GBytes) result = NULL;
  WaxsealExit exit;

  if (bytes == NULL)
    return WAXSEAL_EXIT_FINE;
  document = waxseal_manifest_document_new (bytes);
  result = waxseal_manifest_fix_all (document,
                                     remove_unused ? WAXSEAL_MANIFEST_FIXING_ON_REQUEST
                                                   : WAXSEAL_MANIFEST_FIXING_CERTAIN,
                                     fixed);
  if (result == NULL)
    return WAXSEAL_EXIT_FINE;

  exit = write_file (file_name, result);
  if (exit == WAXSEAL_EXIT_FINE)
    print_fixed (file_name, fixed);
  return exit;
}
