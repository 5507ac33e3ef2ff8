/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization-store.h"
#include "waxseal-setup-options.h"

G_BEGIN_DECLS

void waxseal_setup_organization_open_async (WaxsealOrganizationStore *store,
                                            const WaxsealSetupOptions *options,
                                            GCancellable *cancellable,
                                            GAsyncReadyCallback callback,
                                            gpointer user_data);
WaxsealOrganization *waxseal_setup_organization_open_finish (WaxsealOrganizationStore *store,
                                                             GAsyncResult *result,
                                                             GError **error);

G_END_DECLS
