/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-step.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_STEP_ROW (waxseal_step_row_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealStepRow, waxseal_step_row, WAXSEAL, STEP_ROW, GtkListBoxRow)

GtkWidget *waxseal_step_row_new (WaxsealStep *step);
WaxsealStep *waxseal_step_row_get_step (WaxsealStepRow *self);

G_END_DECLS
