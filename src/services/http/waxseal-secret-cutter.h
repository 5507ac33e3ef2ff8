/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsecret/secret.h>

#include "waxseal-wiped-buffer.h"

G_BEGIN_DECLS

GHashTable *waxseal_secret_cutter_cut (WaxsealWipedBuffer *json, const char *const *members);

G_END_DECLS
