/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_PREREQUISITE (waxseal_prerequisite_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPrerequisite,
                      waxseal_prerequisite,
                      WAXSEAL,
                      PREREQUISITE,
                      WaxsealRecord)

const char *waxseal_prerequisite_get_title (WaxsealPrerequisite *self);
const char *waxseal_prerequisite_get_reason (WaxsealPrerequisite *self);

G_END_DECLS
