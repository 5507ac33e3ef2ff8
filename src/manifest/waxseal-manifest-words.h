/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

char *waxseal_manifest_words_shorten (const char *text, guint n_characters);
char *waxseal_manifest_words_for_permission (const char *permission);
char *waxseal_manifest_words_for_surface (xmlNode *extension_point);
char *waxseal_manifest_words_for_set (xmlNode *set);
char *waxseal_manifest_words_for_title (xmlNode *node);
char *waxseal_manifest_words_for_value (xmlNode *node);

G_END_DECLS
