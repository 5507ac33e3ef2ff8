/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

xmlNode *waxseal_manifest_override_next (xmlNode *node, xmlNode *previous);
char *waxseal_manifest_override_dup_locale (xmlNode *override);
char *waxseal_manifest_override_dup_value (GHashTable *overrides, const char *locale);
char *waxseal_manifest_override_dup_text (xmlNode *node, const char *locale);
GHashTable *waxseal_manifest_override_index (xmlNode *node);

G_END_DECLS
