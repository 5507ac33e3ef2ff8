/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-manifest-draft.h"

G_BEGIN_DECLS

void waxseal_report_export (GtkWindow *parent, WaxsealManifestDraft *draft);

G_END_DECLS
