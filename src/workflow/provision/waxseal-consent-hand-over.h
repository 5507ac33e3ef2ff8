/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For the person who may consent to the permissions where the one at the desk may not. */
#pragma once

#include "waxseal-endpoints.h"

G_BEGIN_DECLS

char *waxseal_consent_hand_over_build_link (WaxsealEndpoints *endpoints,
                                            const char *tenant_id,
                                            const char *client_id);
char *waxseal_consent_hand_over_build_subject (WaxsealOrganization *organization);
char *waxseal_consent_hand_over_build_message (WaxsealOrganization *organization, const char *link);

G_END_DECLS
