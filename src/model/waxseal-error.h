/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-error-code.h"

G_BEGIN_DECLS

#define WAXSEAL_ERROR (waxseal_error_quark ())

GQuark waxseal_error_quark (void);
void waxseal_error_set_details (GError *error, const char *details);
const char *waxseal_error_get_details (const GError *error);

G_END_DECLS
