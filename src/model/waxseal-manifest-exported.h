/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-record.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_MANIFEST_EXPORTED (waxseal_manifest_exported_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealManifestExported,
                      waxseal_manifest_exported,
                      WAXSEAL,
                      MANIFEST_EXPORTED,
                      WaxsealRecord)

G_END_DECLS
