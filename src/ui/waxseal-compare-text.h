/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-compare-source.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_COMPARE_TEXT (waxseal_compare_text_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCompareText, waxseal_compare_text, WAXSEAL, COMPARE_TEXT, GtkWidget)

void waxseal_compare_text_show (WaxsealCompareText *self,
                                WaxsealCompareSource *old_source,
                                WaxsealCompareSource *new_source);
void waxseal_compare_text_go_to_lines (WaxsealCompareText *self, guint old_line, guint new_line);

G_END_DECLS
