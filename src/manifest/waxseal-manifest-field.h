/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

const char *waxseal_manifest_field_of_node (WaxsealManifestDocument *document, xmlNode *node);
const char *waxseal_manifest_field_at_line (WaxsealManifestDocument *document, guint line);
gboolean waxseal_manifest_field_locate (WaxsealManifestDocument *document,
                                        const char *property,
                                        guint *line,
                                        guint *column);
gboolean waxseal_manifest_field_is_available (WaxsealManifestDocument *document,
                                              const char *property);

G_END_DECLS
