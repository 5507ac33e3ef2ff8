/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtksourceview/gtksource.h>

#include "waxseal-finding.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_FINDING_GUTTER (waxseal_finding_gutter_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealFindingGutter,
                      waxseal_finding_gutter,
                      WAXSEAL,
                      FINDING_GUTTER,
                      GtkSourceGutterRenderer)

WaxsealFindingGutter *waxseal_finding_gutter_new (GtkSourceView *view);
void waxseal_finding_gutter_show (WaxsealFindingGutter *self, GListModel *findings);
gboolean
waxseal_finding_gutter_has_mark (WaxsealFindingGutter *self, guint line, WaxsealSeverity *severity);
char *waxseal_finding_gutter_dup_text (WaxsealFindingGutter *self, guint line);

G_END_DECLS
