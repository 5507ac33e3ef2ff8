/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the organisation's record says of proofs and of granted permissions. */
#pragma once

#include "waxseal-organization.h"
#include "waxseal-token.h"

G_BEGIN_DECLS

void waxseal_app_proof_record_result (WaxsealOrganization *organization,
                                      WaxsealToken *token,
                                      const GError *error);
void waxseal_app_proof_record_granted (WaxsealOrganization *organization, const char *permission);

G_END_DECLS
