/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "waxseal-record.h"

G_BEGIN_DECLS

JsonObject *waxseal_record_to_json (WaxsealRecord *self);
GBytes *waxseal_record_serialize (gpointer self);
gboolean waxseal_record_from_json (WaxsealRecord *self, JsonObject *object, GError **error);
void waxseal_record_read_json (WaxsealRecord *self, JsonObject *object);
gpointer waxseal_record_copy (gpointer self);

G_END_DECLS
