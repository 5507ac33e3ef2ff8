/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-direct-enums.h"
#include "waxseal-direct-state.h"
#include "waxseal-exchange-command.h"

G_BEGIN_DECLS

/*
 * A line of the plan, and its record afterwards: one cmdlet. Properties, notified: "title",
 * "command" (exactly what is called, a parameter a line), "state" (#WaxsealDirectStepState), "note"
 * (a line for the user; may be empty), "error" (a boxed #GError, %NULL unless FAILED), "request-id"
 * (the service's name of the request, or "").
 */
#define WAXSEAL_TYPE_DIRECT_STEP (waxseal_direct_step_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectStep, waxseal_direct_step, WAXSEAL, DIRECT_STEP, GObject)

WaxsealDirectStep *waxseal_direct_step_new (const char *title,
                                            WaxsealExchangeCommand *command,
                                            const WaxsealDirectState *wanted,
                                            WaxsealDirectAspects aspects);

const char *waxseal_direct_step_get_title (WaxsealDirectStep *self);
const char *waxseal_direct_step_get_text (WaxsealDirectStep *self);
WaxsealExchangeCommand *waxseal_direct_step_get_command (WaxsealDirectStep *self);
const WaxsealDirectState *waxseal_direct_step_get_wanted (WaxsealDirectStep *self);
WaxsealDirectAspects waxseal_direct_step_get_aspects (WaxsealDirectStep *self);

WaxsealDirectStepState waxseal_direct_step_get_state (WaxsealDirectStep *self);
const char *waxseal_direct_step_get_note (WaxsealDirectStep *self);
const GError *waxseal_direct_step_get_error (WaxsealDirectStep *self);
const char *waxseal_direct_step_get_request_id (WaxsealDirectStep *self);
gboolean waxseal_direct_step_is_over (WaxsealDirectStep *self);

void waxseal_direct_step_set_state (WaxsealDirectStep *self,
                                    WaxsealDirectStepState state,
                                    const char *note);
void waxseal_direct_step_set_request_id (WaxsealDirectStep *self, const char *request_id);
void waxseal_direct_step_fail (WaxsealDirectStep *self, const GError *error);

/* "Done": the state in the user's language. */
const char *waxseal_direct_step_state_describe (WaxsealDirectStepState state);

G_END_DECLS
