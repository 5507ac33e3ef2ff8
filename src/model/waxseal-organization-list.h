/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waxseal-organization-entry.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ORGANIZATION_LIST (waxseal_organization_list_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOrganizationList,
                      waxseal_organization_list,
                      WAXSEAL,
                      ORGANIZATION_LIST,
                      GObject)

WaxsealOrganizationList *waxseal_organization_list_new (void);
WaxsealOrganizationEntry *waxseal_organization_list_find (WaxsealOrganizationList *self,
                                                          const char *id);
void waxseal_organization_list_put (WaxsealOrganizationList *self, WaxsealOrganizationEntry *entry);
void
waxseal_organization_list_rename (WaxsealOrganizationList *self, const char *id, const char *name);
void waxseal_organization_list_remove (WaxsealOrganizationList *self, const char *id);
void waxseal_organization_list_replace (WaxsealOrganizationList *self, GPtrArray *entries);

G_END_DECLS
