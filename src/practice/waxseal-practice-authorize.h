/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/* GET and POST /{tenant}/oauth2/v2.0/authorize */
void waxseal_practice_authorize_serve (WaxsealPracticeCall *call);

G_END_DECLS
