/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_RECORD_ROW (waxseal_record_row_get_type ())
G_DECLARE_DERIVABLE_TYPE (WaxsealRecordRow, waxseal_record_row, WAXSEAL, RECORD_ROW, AdwExpanderRow)

/**
 * WaxsealRecordRowClass:
 * @update: the record is another one, or was changed: sets the title and the subtitle. They are set
 *   here, not bound in the template, since GTK 4.8 warns when a template's own property is bound to
 *   the template itself.
 */
struct _WaxsealRecordRowClass
{
  AdwExpanderRowClass parent_class;

  void (*update) (WaxsealRecordRow *self, WaxsealRecord *record);
};

WaxsealRecord *waxseal_record_row_get_record (WaxsealRecordRow *self);
GListStore *waxseal_record_row_get_list (WaxsealRecordRow *self);
void
waxseal_record_row_set_titles (WaxsealRecordRow *self, const char *title, const char *subtitle);
void waxseal_record_row_remove (WaxsealRecordRow *self);

void waxseal_record_row_bind_list (GtkListBox *box, GListStore *list, GType row_type);

G_END_DECLS
