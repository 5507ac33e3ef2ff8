/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libxml/tree.h>

#include "waxseal-manifest-findings.h"

G_BEGIN_DECLS

gboolean waxseal_manifest_schema_check (WaxsealManifestFindings *findings, xmlNode *root);

G_END_DECLS
