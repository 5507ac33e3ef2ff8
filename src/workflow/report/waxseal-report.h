/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-document.h"
#include "waxseal-manifest-draft.h"
#include "waxseal-organization.h"

G_BEGIN_DECLS

/* Of any list; what is more is counted, not listed. */
#define WAXSEAL_REPORT_MAX_ROWS 1000

WaxsealDocument *
waxseal_report_new (WaxsealOrganization *organization, WaxsealManifestDraft *draft, GDateTime *now);
char *waxseal_report_dup_file_name (WaxsealOrganization *organization, const char *extension);

G_END_DECLS
