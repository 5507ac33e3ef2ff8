/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-finding.h"

G_BEGIN_DECLS

WaxsealFinding *waxseal_manifest_stranger_find (const char *data, gsize size);

G_END_DECLS
