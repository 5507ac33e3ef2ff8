/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "waxseal-enums.h"

G_BEGIN_DECLS

/**
 * WaxsealStepId:
 *
 * The six pages, in the order of the guide.
 */
typedef enum
{
  WAXSEAL_STEP_OVERVIEW,
  WAXSEAL_STEP_ENTRA_APP,
  WAXSEAL_STEP_CRES_ACCOUNT,
  WAXSEAL_STEP_ADDIN_SETTINGS,
  WAXSEAL_STEP_MANIFEST,
  WAXSEAL_STEP_DEPLOYMENT,
  WAXSEAL_N_STEPS,
} WaxsealStepId;

#define WAXSEAL_TYPE_STEP (waxseal_step_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealStep, waxseal_step, WAXSEAL, STEP, GObject)

WaxsealStep *waxseal_step_new (WaxsealStepId id);

WaxsealStepId waxseal_step_get_id (WaxsealStep *self);
const char *waxseal_step_get_name (WaxsealStep *self);
const char *waxseal_step_get_title (WaxsealStep *self);
WaxsealState waxseal_step_get_state (WaxsealStep *self);
const char *waxseal_step_get_summary (WaxsealStep *self);
void waxseal_step_update (WaxsealStep *self, WaxsealState state, const char *summary);

const char *waxseal_state_get_label (WaxsealState state);

G_END_DECLS
