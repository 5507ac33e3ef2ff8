/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"

G_BEGIN_DECLS

/* The pages of the portals that the guide sends people to. Places, by name: "entra",
 * "app-registrations", "new-registration", "app-overview", "app-secrets", "app-permissions",
 * "enterprise-app", "integrated-apps", "cres". */
gboolean waxseal_portal_links_has (const char *place);
char *waxseal_portal_links_dup_label (const char *place, WaxsealOrganization *organization);
char *waxseal_portal_links_dup_uri (const char *place, WaxsealOrganization *organization);
const char *waxseal_portal_links_get_refusal (const char *place, WaxsealOrganization *organization);

G_END_DECLS
