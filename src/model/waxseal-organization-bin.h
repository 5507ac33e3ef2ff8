/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization-saver.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ORGANIZATION_BIN (waxseal_organization_bin_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOrganizationBin,
                      waxseal_organization_bin,
                      WAXSEAL,
                      ORGANIZATION_BIN,
                      GObject)

WaxsealOrganizationBin *waxseal_organization_bin_new (const char *folder);
gboolean waxseal_organization_bin_holds (WaxsealOrganizationBin *self, const char *id);
WaxsealOrganizationSaver *waxseal_organization_bin_take (WaxsealOrganizationBin *self,
                                                         const char *id);

void waxseal_organization_bin_remove_async (WaxsealOrganizationBin *self,
                                            const char *id,
                                            WaxsealOrganizationSaver *saver,
                                            GAsyncReadyCallback cb,
                                            gpointer data);
void waxseal_organization_bin_restore_async (WaxsealOrganizationBin *self,
                                             const char *id,
                                             GAsyncReadyCallback cb,
                                             gpointer data);
void waxseal_organization_bin_purge_async (WaxsealOrganizationBin *self,
                                           const char *id,
                                           GAsyncReadyCallback cb,
                                           gpointer data);
gboolean waxseal_organization_bin_finish (WaxsealOrganizationBin *self,
                                          GAsyncResult *result,
                                          GError **error);

G_END_DECLS
