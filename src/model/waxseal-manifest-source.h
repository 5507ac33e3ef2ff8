/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_MANIFEST_SOURCE (waxseal_manifest_source_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealManifestSource,
                      waxseal_manifest_source,
                      WAXSEAL,
                      MANIFEST_SOURCE,
                      WaxsealRecord)

G_END_DECLS
