/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-error.h"

G_BEGIN_DECLS

GError *waxseal_keyring_error_new (WaxsealError code, const char *details);
GError *waxseal_keyring_error_translate (GError *error);

const char *waxseal_keyring_error_get_remedy (const GError *error);
const char *waxseal_keyring_error_get_action_label (const GError *error);

G_END_DECLS
