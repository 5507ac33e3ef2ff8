/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

/* Deeper than any manifest is; and more siblings than anybody looks through. */
#define WAXSEAL_OUTLINE_MAX_DEPTH    16
#define WAXSEAL_OUTLINE_MAX_CHILDREN 200

#define WAXSEAL_TYPE_OUTLINE_ITEM (waxseal_outline_item_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOutlineItem, waxseal_outline_item, WAXSEAL, OUTLINE_ITEM, GObject)

WaxsealOutlineItem *waxseal_outline_item_new (void);
void waxseal_outline_item_show (WaxsealOutlineItem *self, WaxsealManifestDocument *document);

const char *waxseal_outline_item_get_title (WaxsealOutlineItem *self);
const char *waxseal_outline_item_get_value (WaxsealOutlineItem *self);
guint waxseal_outline_item_get_line (WaxsealOutlineItem *self);

GListModel *waxseal_outline_item_get_children (WaxsealOutlineItem *self);
gboolean waxseal_outline_item_find_line (WaxsealOutlineItem *self, guint line, guint *position);

G_END_DECLS
