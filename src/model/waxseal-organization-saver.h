/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waxseal-organization.h"
#include "waxseal-store-enums.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_ORGANIZATION_SAVER (waxseal_organization_saver_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOrganizationSaver,
                      waxseal_organization_saver,
                      WAXSEAL,
                      ORGANIZATION_SAVER,
                      GObject)

WaxsealOrganizationSaver *
waxseal_organization_saver_new (WaxsealOrganization *organization, const char *path, guint delay);
WaxsealOrganization *waxseal_organization_saver_get_organization (WaxsealOrganizationSaver *self);
WaxsealSaveState waxseal_organization_saver_get_state (WaxsealOrganizationSaver *self);
void waxseal_organization_saver_set_paused (WaxsealOrganizationSaver *self, gboolean paused);
void waxseal_organization_saver_save_now (WaxsealOrganizationSaver *self);

void waxseal_organization_saver_flush_async (WaxsealOrganizationSaver *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback cb,
                                             gpointer data);
gboolean waxseal_organization_saver_flush_finish (WaxsealOrganizationSaver *self,
                                                  GAsyncResult *result,
                                                  GError **error);

G_END_DECLS
