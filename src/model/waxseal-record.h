/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>
#include <gio/gio.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_RECORD (waxseal_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (WaxsealRecord, waxseal_record, WAXSEAL, RECORD, GObject)

struct _WaxsealRecordClass
{
  GObjectClass parent_class;
};

GParamSpec *waxseal_record_text_pspec (const char *name);
GParamSpec *waxseal_record_texts_pspec (const char *name);
GParamSpec *waxseal_record_flag_pspec (const char *name);
GParamSpec *waxseal_record_number_pspec (const char *name, int default_value);
GParamSpec *waxseal_record_enum_pspec (const char *name, GType type, int default_value);
GParamSpec *waxseal_record_child_pspec (const char *name, GType type);
GParamSpec *waxseal_record_list_pspec (const char *name, GType item_type);
void waxseal_record_class_install (gpointer klass, GParamSpec *first, ...) G_GNUC_NULL_TERMINATED;

GType waxseal_record_pspec_get_item_type (GParamSpec *pspec);

const char *waxseal_record_get_text (gpointer self, const char *property);
const char *const *waxseal_record_get_texts (gpointer self, const char *property);
gboolean waxseal_record_get_flag (gpointer self, const char *property);
int waxseal_record_get_number (gpointer self, const char *property);
int waxseal_record_get_enum (gpointer self, const char *property);
gpointer waxseal_record_get_child (gpointer self, const char *property);
GListStore *waxseal_record_get_list (gpointer self, const char *property);

void waxseal_record_set_text (gpointer self, const char *property, const char *text);

G_END_DECLS
