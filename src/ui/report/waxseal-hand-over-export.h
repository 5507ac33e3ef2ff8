/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

void waxseal_hand_over_export (GtkWindow *parent, WaxsealOrganization *organization);

G_END_DECLS
