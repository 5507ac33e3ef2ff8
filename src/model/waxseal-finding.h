/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "waxseal-enums.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_FINDING (waxseal_finding_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealFinding, waxseal_finding, WAXSEAL, FINDING, GObject)

WaxsealFinding *waxseal_finding_new (WaxsealSeverity severity,
                                     const char *rule,
                                     guint line,
                                     guint column,
                                     const char *field,
                                     char *message,
                                     const char *remedy);

WaxsealSeverity waxseal_finding_get_severity (WaxsealFinding *self);
const char *waxseal_finding_get_rule (WaxsealFinding *self);
guint waxseal_finding_get_line (WaxsealFinding *self);
guint waxseal_finding_get_column (WaxsealFinding *self);
const char *waxseal_finding_get_field (WaxsealFinding *self);
const char *waxseal_finding_get_message (WaxsealFinding *self);
const char *waxseal_finding_get_remedy (WaxsealFinding *self);

G_END_DECLS
