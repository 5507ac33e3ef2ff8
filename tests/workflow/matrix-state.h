/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a set-up has to leave behind, in the tenant, on disk and in the keyring. */
#pragma once

#include "matrix-fixture.h"

G_BEGIN_DECLS

/* Each returns (transfer full) (nullable) what is wrong, or NULL where nothing is. */
char *matrix_state_check_done (MatrixFixture *fixture);
char *matrix_state_check_half_made (MatrixFixture *fixture);

G_END_DECLS
