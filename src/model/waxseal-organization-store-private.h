/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the store share. */
#pragma once

#include "waxseal-organization-bin.h"
#include "waxseal-organization-list.h"
#include "waxseal-organization-saver.h"
#include "waxseal-organization-store.h"

G_BEGIN_DECLS

struct _WaxsealOrganizationStore
{
  GObject parent_instance;

  char *folder;
  guint save_delay;
  WaxsealSaveState save_state;
  WaxsealOrganizationList *list;
  WaxsealOrganizationBin *bin;
  GHashTable *savers; /* id -> WaxsealOrganizationSaver: those that are followed */
};

void waxseal_organization_store_update_save_state (WaxsealOrganizationStore *self);
void waxseal_organization_store_list (WaxsealOrganizationStore *self,
                                      WaxsealOrganization *organization);
void waxseal_organization_store_add_saver (WaxsealOrganizationStore *self,
                                           WaxsealOrganizationSaver *saver);
WaxsealOrganizationSaver *waxseal_organization_store_follow (WaxsealOrganizationStore *self,
                                                             WaxsealOrganization *organization);

G_END_DECLS
