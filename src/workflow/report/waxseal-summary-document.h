/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-document.h"
#include "waxseal-manifest-report.h"

G_BEGIN_DECLS

WaxsealDocument *waxseal_summary_document_new (WaxsealManifestReport *report);
void waxseal_summary_document_add (WaxsealDocument *document,
                                   WaxsealManifestReport *report,
                                   guint level,
                                   const char *known);

G_END_DECLS
