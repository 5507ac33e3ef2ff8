/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization-entry.h"
#include "waxseal-organization.h"

G_BEGIN_DECLS

char *waxseal_organization_folder_dup_default (void);
char *waxseal_organization_folder_get_path (const char *folder, const char *id);
GPtrArray *waxseal_organization_folder_list_ids (const char *folder, GError **error);

GPtrArray *waxseal_organization_folder_scan (const char *folder, GError **error);
WaxsealOrganization *
waxseal_organization_folder_load (const char *folder, const char *id, GError **error);
WaxsealOrganizationEntry *
waxseal_organization_folder_create_entry (const char *folder, WaxsealOrganization *organization);
WaxsealOrganizationEntry *waxseal_organization_folder_describe (const char *folder, const char *id);

G_END_DECLS
