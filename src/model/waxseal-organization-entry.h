/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "waxseal-store-enums.h"

G_BEGIN_DECLS

/**
 * WaxsealOrganizationEntry:
 *
 * One row of the switcher. Properties, all readable and notified: "id", "name", "problem"
 * (#WaxsealOrganizationProblem), "has-problem", "detail" (what is wrong and what to do, translated;
 * empty where nothing is) and "path" (the file) and
 * "practice" (whether it lives on the practice tenant). The texts are never %NULL.
 */
#define WAXSEAL_TYPE_ORGANIZATION_ENTRY (waxseal_organization_entry_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOrganizationEntry,
                      waxseal_organization_entry,
                      WAXSEAL,
                      ORGANIZATION_ENTRY,
                      GObject)

WaxsealOrganizationEntry *
waxseal_organization_entry_new (const char *id, const char *name, const char *path);

const char *waxseal_organization_entry_get_id (WaxsealOrganizationEntry *self);
const char *waxseal_organization_entry_get_name (WaxsealOrganizationEntry *self);
WaxsealOrganizationProblem waxseal_organization_entry_get_problem (WaxsealOrganizationEntry *self);
const char *waxseal_organization_entry_get_detail (WaxsealOrganizationEntry *self);
gboolean waxseal_organization_entry_get_practice (WaxsealOrganizationEntry *self);
const char *waxseal_organization_entry_get_path (WaxsealOrganizationEntry *self);

void waxseal_organization_entry_set_name (WaxsealOrganizationEntry *self, const char *name);
void waxseal_organization_entry_set_practice (WaxsealOrganizationEntry *self, gboolean practice);
void waxseal_organization_entry_set_problem (WaxsealOrganizationEntry *self,
                                             WaxsealOrganizationProblem problem,
                                             const char *detail);
int waxseal_organization_entry_compare (WaxsealOrganizationEntry *a, WaxsealOrganizationEntry *b);

G_END_DECLS
