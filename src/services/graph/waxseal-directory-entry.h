/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * A person or group of the tenant, immutable. Properties, all texts, "" where there is none: "id",
 * "display-name", "mail", "user-principal-name" (people only). An entry without an id is not
 * loaded.
 */
#define WAXSEAL_TYPE_DIRECTORY_ENTRY (waxseal_directory_entry_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectoryEntry,
                      waxseal_directory_entry,
                      WAXSEAL,
                      DIRECTORY_ENTRY,
                      GObject)

WaxsealDirectoryEntry *waxseal_directory_entry_new (JsonObject *object);

const char *waxseal_directory_entry_get_id (WaxsealDirectoryEntry *self);
const char *waxseal_directory_entry_get_display_name (WaxsealDirectoryEntry *self);
const char *waxseal_directory_entry_get_mail (WaxsealDirectoryEntry *self);
const char *waxseal_directory_entry_get_user_principal_name (WaxsealDirectoryEntry *self);

G_END_DECLS
