/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

/* Signal "tick": time has passed: what follows from it may be another. */
#define WAXSEAL_TYPE_DUE_NOTIFIER (waxseal_due_notifier_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDueNotifier, waxseal_due_notifier, WAXSEAL, DUE_NOTIFIER, GObject)

WaxsealDueNotifier *waxseal_due_notifier_new (GtkWidget *widget);

void waxseal_due_notifier_watch (WaxsealDueNotifier *self, WaxsealOrganization *organization);
void waxseal_due_notifier_set_looked_at (WaxsealDueNotifier *self, gboolean looked_at);

G_END_DECLS
