/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-direct-step.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_DIRECT_STEP_ROW (waxseal_direct_step_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectStepRow,
                      waxseal_direct_step_row,
                      WAXSEAL,
                      DIRECT_STEP_ROW,
                      AdwExpanderRow)

GtkWidget *waxseal_direct_step_row_new (WaxsealDirectStep *step);

G_END_DECLS
