/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"

G_BEGIN_DECLS

/* A larger file is refused as damaged; with a manifest of a megabyte, one has two. */
#define WAXSEAL_ORGANIZATION_FILE_MAX_SIZE (16 * 1024 * 1024)

/**
 * waxseal_organization_file_serialize:
 *
 * Returns: (transfer full): the document: JSON, two spaces a level, members in a fixed order, those
 * of newer versions kept, a line feed at the end.
 */
GBytes *waxseal_organization_file_serialize (WaxsealOrganization *organization);

/**
 * waxseal_organization_file_parse:
 *
 * Any bytes may be given. Where "id" is no UUID the organisation gets a new one, so that no file
 * can name another. One of a newer format is read as far as it goes and is read-only.
 *
 * Returns: (transfer full): the organisation, or %NULL with %WAXSEAL_ERROR_FILE_DAMAGED (naming
 * line and column, or the member) or %WAXSEAL_ERROR_FILE_NEWER (newer, and without a name).
 */
WaxsealOrganization *waxseal_organization_file_parse (GBytes *bytes, GError **error);

/**
 * waxseal_organization_file_load:
 * @path: ends in "UUID.json"; the organisation's id is that UUID, whatever the document says
 *
 * Blocks. Returns: (transfer full): as waxseal_organization_file_parse(), or %NULL with a
 * #GFileError where the file cannot be read. The message of an error begins with @path.
 */
WaxsealOrganization *waxseal_organization_file_load (const char *path, GError **error);

/**
 * waxseal_organization_file_write:
 *
 * Replaces the file at once and for good: after a crash it has the old content or the new. The
 * file gets mode 0600; a folder that is missing is made with 0700. Blocks, until the disk has it.
 *
 * Returns: %FALSE with a #GFileError or #GIOErrorEnum whose message names @path.
 */
gboolean waxseal_organization_file_write (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
