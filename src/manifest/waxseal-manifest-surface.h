/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-button.h"

G_BEGIN_DECLS

/* Nobody has more buttons, or languages; a hostile file could only keep Waxseal busy. */
#define WAXSEAL_MANIFEST_SURFACE_MAX_BUTTONS 128
#define WAXSEAL_MANIFEST_SURFACE_MAX_LOCALES 128

GListModel *waxseal_manifest_surface_list_buttons (WaxsealManifestDocument *document);
GStrv waxseal_manifest_surface_list_locales (WaxsealManifestDocument *document);
char *waxseal_manifest_surface_dup_name (WaxsealManifestDocument *document, const char *locale);
char *waxseal_manifest_surface_dup_icon (WaxsealManifestDocument *document, const char *locale);

G_END_DECLS
