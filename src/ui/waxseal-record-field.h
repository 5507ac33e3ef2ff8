/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

/**
 * WaxsealRecordField:
 * @record: (nullable): the record
 * @name: (nullable): which of its properties
 * @binding: (nullable): what keeps the row in step with it, if the row has one
 *
 * What a row of a page is about: its properties “field” and “record”.
 */
typedef struct
{
  WaxsealRecord *record;
  char *name;
  GBinding *binding;
} WaxsealRecordField;

/** The ids of the properties; those of the row itself come after. */
enum
{
  WAXSEAL_RECORD_FIELD_PROP_FIELD = 1,
  WAXSEAL_RECORD_FIELD_PROP_RECORD,
  WAXSEAL_RECORD_FIELD_N_PROPS
};

void waxseal_record_field_install (GObjectClass *klass);

gboolean waxseal_record_field_is_set (const WaxsealRecordField *self);
gboolean
waxseal_record_field_get_property (const WaxsealRecordField *self, guint prop_id, GValue *value);
gboolean
waxseal_record_field_set_property (WaxsealRecordField *self, guint prop_id, const GValue *value);
void waxseal_record_field_clear (WaxsealRecordField *self);

G_END_DECLS
