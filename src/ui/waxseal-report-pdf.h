/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "waxseal-manifest-report.h"

G_BEGIN_DECLS

GBytes *waxseal_report_pdf_new (WaxsealManifestReport *report, PangoContext *context);

G_END_DECLS
