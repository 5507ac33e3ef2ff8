/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization-entry.h"
#include "waxseal-organization.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ORGANIZATION_STORE (waxseal_organization_store_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOrganizationStore,
                      waxseal_organization_store,
                      WAXSEAL,
                      ORGANIZATION_STORE,
                      GObject)

WaxsealOrganizationStore *waxseal_organization_store_new (const char *folder);
WaxsealSaveState waxseal_organization_store_get_save_state (WaxsealOrganizationStore *self);

void waxseal_organization_store_scan_async (WaxsealOrganizationStore *self,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback cb,
                                            gpointer data);
gboolean waxseal_organization_store_scan_finish (WaxsealOrganizationStore *self,
                                                 GAsyncResult *result,
                                                 GError **error);

void waxseal_organization_store_load_async (WaxsealOrganizationStore *self,
                                            const char *id,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback cb,
                                            gpointer data);
WaxsealOrganization *waxseal_organization_store_load_finish (WaxsealOrganizationStore *self,
                                                             GAsyncResult *result,
                                                             GError **error);

void waxseal_organization_store_add (WaxsealOrganizationStore *self,
                                     WaxsealOrganization *organization);

void waxseal_organization_store_remove_async (WaxsealOrganizationStore *self,
                                              const char *id,
                                              GCancellable *cancellable,
                                              GAsyncReadyCallback cb,
                                              gpointer data);
gboolean waxseal_organization_store_remove_finish (WaxsealOrganizationStore *self,
                                                   GAsyncResult *result,
                                                   GError **error);
void waxseal_organization_store_restore_async (WaxsealOrganizationStore *self,
                                               const char *id,
                                               GCancellable *cancellable,
                                               GAsyncReadyCallback cb,
                                               gpointer data);
gboolean waxseal_organization_store_restore_finish (WaxsealOrganizationStore *self,
                                                    GAsyncResult *result,
                                                    GError **error);
void waxseal_organization_store_purge_async (WaxsealOrganizationStore *self,
                                             const char *id,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback cb,
                                             gpointer data);
gboolean waxseal_organization_store_purge_finish (WaxsealOrganizationStore *self,
                                                  GAsyncResult *result,
                                                  GError **error);

void waxseal_organization_store_flush_async (WaxsealOrganizationStore *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback cb,
                                             gpointer data);
gboolean waxseal_organization_store_flush_finish (WaxsealOrganizationStore *self,
                                                  GAsyncResult *result,
                                                  GError **error);

WaxsealOrganization *
waxseal_organization_store_find_sync (const char *folder, const char *name, GError **error);

G_END_DECLS
