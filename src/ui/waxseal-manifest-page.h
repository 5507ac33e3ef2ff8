/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-page.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_MANIFEST_PAGE (waxseal_manifest_page_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealManifestPage,
                      waxseal_manifest_page,
                      WAXSEAL,
                      MANIFEST_PAGE,
                      WaxsealPage)

void waxseal_manifest_page_show_file (WaxsealManifestPage *self,
                                      WaxsealManifestDocument *document,
                                      GListModel *findings,
                                      const char *file_name);

G_END_DECLS
