/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

/* Signal "prove": its button was pressed. */
#define WAXSEAL_TYPE_PROOF_ROW (waxseal_proof_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealProofRow, waxseal_proof_row, WAXSEAL, PROOF_ROW, AdwActionRow)

void waxseal_proof_row_update (WaxsealProofRow *self, WaxsealOrganization *organization);

G_END_DECLS
