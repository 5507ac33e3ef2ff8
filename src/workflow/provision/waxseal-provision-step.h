/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-provision-enums.h"

G_BEGIN_DECLS

/*
 * A line of the plan, and its record afterwards. Properties, notified: "title" (such as “Create the
 * application “CRES””), "state" (#WaxsealProvisionState), "note" (a line for the user: what is
 * there, what is being waited for; may be empty), "error" (a boxed #GError, %NULL unless FAILED).
 */
#define WAXSEAL_TYPE_PROVISION_STEP (waxseal_provision_step_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealProvisionStep,
                      waxseal_provision_step,
                      WAXSEAL,
                      PROVISION_STEP,
                      GObject)

WaxsealProvisionStep *
waxseal_provision_step_new (WaxsealProvisionKind kind, const char *permission, const char *title);

WaxsealProvisionKind waxseal_provision_step_get_kind (WaxsealProvisionStep *self);
/* A stable name for programs: "application", "grant-Mail.Read". */
const char *waxseal_provision_step_get_id (WaxsealProvisionStep *self);
const char *waxseal_provision_step_get_permission (WaxsealProvisionStep *self);
const char *waxseal_provision_step_get_title (WaxsealProvisionStep *self);
WaxsealProvisionState waxseal_provision_step_get_state (WaxsealProvisionStep *self);
const char *waxseal_provision_step_get_note (WaxsealProvisionStep *self);
const GError *waxseal_provision_step_get_error (WaxsealProvisionStep *self);
gboolean waxseal_provision_step_is_over (WaxsealProvisionStep *self);

void waxseal_provision_step_set_state (WaxsealProvisionStep *self,
                                       WaxsealProvisionState state,
                                       const char *note);
void waxseal_provision_step_fail (WaxsealProvisionStep *self, const GError *error);

/* "Done", "Handed over": the state in the user's language. */
const char *waxseal_provision_state_describe (WaxsealProvisionState state);

G_END_DECLS
