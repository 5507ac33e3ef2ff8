/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization-store.h"

G_BEGIN_DECLS

/* A save delay that no test lives to see the end of. */
#define NO_SAVE (10 * 60 * 1000)

char *store_fixture_create_folder (void);
void store_fixture_delete (const char *path);
char *store_fixture_create_file (const char *folder, const char *name);
void store_fixture_write (const char *folder, const char *name, const char *text);
char *store_fixture_read (const char *folder, const char *name);
gboolean store_fixture_exists (const char *folder, const char *name);

WaxsealOrganizationStore *store_fixture_create_store (const char *folder, guint save_delay);
void store_fixture_scan (WaxsealOrganizationStore *store);
WaxsealOrganization *
store_fixture_load (WaxsealOrganizationStore *store, const char *id, GError **error);
gboolean store_fixture_flush (WaxsealOrganizationStore *store, GError **error);
gboolean store_fixture_remove (WaxsealOrganizationStore *store, const char *id, GError **error);
gboolean store_fixture_restore (WaxsealOrganizationStore *store, const char *id, GError **error);
gboolean store_fixture_purge (WaxsealOrganizationStore *store, const char *id, GError **error);
WaxsealOrganizationEntry *store_fixture_find_entry (WaxsealOrganizationStore *store,
                                                    const char *id);
char *store_fixture_list_names (WaxsealOrganizationStore *store);
void store_fixture_wait (guint milliseconds);

G_END_DECLS
