/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_RECORD_ROW (waxseal_record_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (WaxsealRecordRow, waxseal_record_row, WAXSEAL, RECORD_ROW, AdwExpanderRow)

struct _WaxsealRecordRowClass
{
  AdwExpanderRowClass parent_class;
};

WaxsealRecord *waxseal_record_row_get_record (WaxsealRecordRow *self);
GListStore *waxseal_record_row_get_list (WaxsealRecordRow *self);
void waxseal_record_row_remove (WaxsealRecordRow *self);

void waxseal_record_row_bind_list (GtkListBox *box, GListStore *list, GType row_type);

G_END_DECLS
