/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-compare-source.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_COMPARE_VIEW (waxseal_compare_view_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCompareView, waxseal_compare_view, WAXSEAL, COMPARE_VIEW, AdwBin)

void waxseal_compare_view_reset (WaxsealCompareView *self);
void waxseal_compare_view_offer (WaxsealCompareView *self,
                                 WaxsealCompareRole role,
                                 const char *file_name,
                                 WaxsealManifestDocument *document);
void waxseal_compare_view_add_file (WaxsealCompareView *self, GFile *file, gboolean as_new);

G_END_DECLS
