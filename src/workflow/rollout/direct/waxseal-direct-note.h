/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-direct-refusal.h"

G_BEGIN_DECLS

char **waxseal_direct_note_list (const WaxsealDirectCase *c);
const char *waxseal_direct_note_describe_method (WaxsealDeploymentMethod method);

G_END_DECLS
