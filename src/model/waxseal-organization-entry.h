/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "waxseal-store-enums.h"

G_BEGIN_DECLS

/**
 * WaxsealOrganizationEntry:
 *
 * One row of the switcher. Properties, all readable and notified: "id", "name", "problem"
 * (#WaxsealOrganizationProblem), "detail" (what is wrong and what to do, translated; empty where
 * nothing is) and "path" (the file). The texts are never %NULL.
 */
#define WAXSEAL_TYPE_ORGANIZATION_ENTRY (waxseal_organization_entry_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOrganizationEntry,
                      waxseal_organization_entry,
                      WAXSEAL,
                      ORGANIZATION_ENTRY,
                      GObject)

/** waxseal_organization_entry_new: Returns: (transfer full): an entry without a problem. */
WaxsealOrganizationEntry *
waxseal_organization_entry_new (const char *id, const char *name, const char *path);

/** waxseal_organization_entry_get_id: Returns: (transfer none): what the store's functions take. A
 * damaged file has an id of its own kind, which never loads but can be removed. */
const char *waxseal_organization_entry_get_id (WaxsealOrganizationEntry *self);
/** waxseal_organization_entry_get_name: Returns: (transfer none): as the administrator calls it. */
const char *waxseal_organization_entry_get_name (WaxsealOrganizationEntry *self);
WaxsealOrganizationProblem waxseal_organization_entry_get_problem (WaxsealOrganizationEntry *self);
/** waxseal_organization_entry_get_detail: Returns: (transfer none): what is wrong, with a remedy.
 */
const char *waxseal_organization_entry_get_detail (WaxsealOrganizationEntry *self);
/** waxseal_organization_entry_get_path: Returns: (transfer none): the file, absolute. */
const char *waxseal_organization_entry_get_path (WaxsealOrganizationEntry *self);

/** waxseal_organization_entry_set_name: for the store. */
void waxseal_organization_entry_set_name (WaxsealOrganizationEntry *self, const char *name);
/** waxseal_organization_entry_set_problem: for the store. */
void waxseal_organization_entry_set_problem (WaxsealOrganizationEntry *self,
                                             WaxsealOrganizationProblem problem,
                                             const char *detail);
/** waxseal_organization_entry_compare: Returns: their order in the user's language, like strcmp();
 * never 0 for different ids. */
int waxseal_organization_entry_compare (WaxsealOrganizationEntry *a, WaxsealOrganizationEntry *b);

G_END_DECLS
