/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-tenant.h"

G_BEGIN_DECLS

JsonNode *waxseal_practice_summary_make (WaxsealPracticeTenant *tenant);

G_END_DECLS
