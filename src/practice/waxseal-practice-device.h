/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/* POST /{tenant}/oauth2/v2.0/devicecode */
void waxseal_practice_device_serve_code (WaxsealPracticeCall *call);
/* GET and POST /practice/device: where the code is entered */
void waxseal_practice_device_serve_page (WaxsealPracticeCall *call);

G_END_DECLS
