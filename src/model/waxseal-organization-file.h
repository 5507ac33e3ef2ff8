/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"

G_BEGIN_DECLS

/* A larger file is refused as damaged; with a manifest of a megabyte, one has two. */
#define WAXSEAL_ORGANIZATION_FILE_MAX_SIZE (16 * 1024 * 1024)

GBytes *waxseal_organization_file_serialize (WaxsealOrganization *organization);
WaxsealOrganization *waxseal_organization_file_parse (GBytes *bytes, GError **error);
WaxsealOrganization *waxseal_organization_file_load (const char *path, GError **error);
gboolean waxseal_organization_file_write (const char *path, GBytes *bytes, GError **error);

G_END_DECLS
