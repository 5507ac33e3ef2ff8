/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/* The first segment of the sign-in service's addresses. */
gboolean waxseal_practice_discovery_is_tenant (WaxsealPracticeCall *call, const char *name);

void waxseal_practice_discovery_serve (WaxsealPracticeCall *call);
void waxseal_practice_discovery_serve_keys (WaxsealPracticeCall *call);
void waxseal_practice_discovery_serve_instance (WaxsealPracticeCall *call);

G_END_DECLS
