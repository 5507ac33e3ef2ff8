/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

typedef void (*RecordVisitor) (WaxsealRecord *record, GParamSpec *pspec, gpointer data);

void record_fixture_fill (WaxsealRecord *record);
void record_fixture_visit (WaxsealRecord *record, RecordVisitor visit, gpointer data);
char *record_fixture_to_text (WaxsealRecord *record);
void record_fixture_count_cb (gpointer record, guint *count);

G_END_DECLS
