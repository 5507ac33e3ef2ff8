/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "waxseal-online-check.h"

G_BEGIN_DECLS

/*
 * The icons that were fetched because the user asked for it, as pictures to draw. Signal "changed":
 * there are other ones.
 */
#define WAXSEAL_TYPE_ICON_SET (waxseal_icon_set_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealIconSet, waxseal_icon_set, WAXSEAL, ICON_SET, GObject)

WaxsealIconSet *waxseal_icon_set_new (void);
void waxseal_icon_set_follow (WaxsealIconSet *self, WaxsealOnlineCheck *check);
GdkPaintable *waxseal_icon_set_find (WaxsealIconSet *self, const char *address);
char *waxseal_icon_set_describe_hosts (WaxsealIconSet *self, WaxsealManifestDocument *document);

G_END_DECLS
