/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/*
 * One line of a portal's form: its label, verbatim, and what to enter; a line without a value is a
 * button to press there.
 */
#define WAXSEAL_TYPE_PORTAL_VALUE (waxseal_portal_value_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealPortalValue, waxseal_portal_value, WAXSEAL, PORTAL_VALUE, GObject)

WaxsealPortalValue *waxseal_portal_value_new (const char *label, const char *value);
const char *waxseal_portal_value_get_label (WaxsealPortalValue *self);
const char *waxseal_portal_value_get_value (WaxsealPortalValue *self);

G_END_DECLS
