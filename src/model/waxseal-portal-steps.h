/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PORTAL_STEPS (waxseal_portal_steps_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPortalSteps,
                      waxseal_portal_steps,
                      WAXSEAL,
                      PORTAL_STEPS,
                      WaxsealRecord)

G_END_DECLS
