/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-preview.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_SOURCE_VIEW (waxseal_source_view_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealSourceView, waxseal_source_view, WAXSEAL, SOURCE_VIEW, AdwBin)

void waxseal_source_view_show (WaxsealSourceView *self,
                               WaxsealManifestDocument *document,
                               GListModel *findings,
                               const char *file_name);
void waxseal_source_view_set_linked (WaxsealSourceView *self, gboolean linked);

G_END_DECLS
