/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/* Seconds; a device code may be asked for this often. */
#define WAXSEAL_PRACTICE_DEVICE_INTERVAL 1
#define WAXSEAL_PRACTICE_DEVICE_LIFETIME 900

/* POST /{tenant}/oauth2/v2.0/token */
void waxseal_practice_grant_serve (WaxsealPracticeCall *call);

G_END_DECLS
