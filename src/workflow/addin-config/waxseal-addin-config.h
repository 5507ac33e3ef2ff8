/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"
#include "waxseal-portal-value.h"

G_BEGIN_DECLS

gboolean waxseal_addin_config_is_uniform (GListModel *domains);
GListModel *waxseal_addin_config_list_lines (GListModel *domains);

gboolean waxseal_addin_config_is_declared (WaxsealOrganization *organization);
gboolean waxseal_addin_config_is_stale (WaxsealOrganization *organization);
void waxseal_addin_config_declare (WaxsealOrganization *organization, gboolean saved);

G_END_DECLS
