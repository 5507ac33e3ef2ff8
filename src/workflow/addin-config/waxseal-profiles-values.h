/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* How much goes into Profiles' Values box at once. The portal's own limit is not documented
 * (cisco.md, 2.1), so it is one that any text box takes, and short enough to be checked by eye. */
#define WAXSEAL_PROFILES_VALUES_MAX 1000

char **waxseal_profiles_values_build (GListModel *domains, gsize max_length);

G_END_DECLS
