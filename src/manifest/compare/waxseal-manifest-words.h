/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says in plain words what an element of a manifest is, and what it holds. */
#pragma once

#include "waxseal-difference.h"
#include "waxseal-manifest-side.h"

G_BEGIN_DECLS

char *waxseal_manifest_words_describe (WaxsealManifestSide *side,
                                       const xmlNode *node,
                                       const char *attribute,
                                       const char *locale,
                                       WaxsealDifferenceSection *section);
char *waxseal_manifest_words_dup_value (WaxsealManifestSide *side, const xmlNode *node);
char *waxseal_manifest_words_dup_name (WaxsealManifestSide *side, const xmlNode *node);
char *waxseal_manifest_words_excerpt (const char *text, guint n_characters);

G_END_DECLS
