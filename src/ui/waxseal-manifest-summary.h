/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-manifest-document.h"
#include "waxseal-online-group.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_MANIFEST_SUMMARY (waxseal_manifest_summary_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealManifestSummary,
                      waxseal_manifest_summary,
                      WAXSEAL,
                      MANIFEST_SUMMARY,
                      AdwBin)

void waxseal_manifest_summary_show (WaxsealManifestSummary *self,
                                    WaxsealManifestDocument *document,
                                    GListModel *findings);
WaxsealOnlineGroup *waxseal_manifest_summary_get_online (WaxsealManifestSummary *self);

G_END_DECLS
