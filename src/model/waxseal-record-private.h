/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the record and its JSON form share. */
#pragma once

#include <json-glib/json-glib.h>

#include "waxseal-record.h"

G_BEGIN_DECLS

gboolean waxseal_record_values_equal (const GValue *a, const GValue *b);
JsonObject *waxseal_record_ensure_unknown (WaxsealRecord *self);
JsonObject *waxseal_record_peek_unknown (WaxsealRecord *self);

G_END_DECLS
