/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-manifest-document.h"

G_BEGIN_DECLS

/** WaxsealCompareRole: what a manifest is to the set-up; there is one of each but of others. */
typedef enum
{
  WAXSEAL_COMPARE_ROLE_IMPORTED,
  WAXSEAL_COMPARE_ROLE_NOW,
  WAXSEAL_COMPARE_ROLE_FILE,
  WAXSEAL_COMPARE_ROLE_OTHER,
  WAXSEAL_COMPARE_ROLE_CHOOSE,
} WaxsealCompareRole;

#define WAXSEAL_TYPE_COMPARE_SOURCE (waxseal_compare_source_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealCompareSource,
                      waxseal_compare_source,
                      WAXSEAL,
                      COMPARE_SOURCE,
                      GObject)

WaxsealCompareSource *waxseal_compare_source_new (WaxsealCompareRole role,
                                                  const char *file_name,
                                                  WaxsealManifestDocument *document);
WaxsealCompareRole waxseal_compare_source_get_role (WaxsealCompareSource *self);
const char *waxseal_compare_source_get_title (WaxsealCompareSource *self);
WaxsealManifestDocument *waxseal_compare_source_get_document (WaxsealCompareSource *self);

G_END_DECLS
