/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_CRITERION (waxseal_criterion_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCriterion, waxseal_criterion, WAXSEAL, CRITERION, WaxsealRecord)

const char *waxseal_criterion_get_label (WaxsealCriterion *self);

G_END_DECLS
