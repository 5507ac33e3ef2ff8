/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "waxseal-document.h"

G_BEGIN_DECLS

GBytes *
waxseal_document_write (WaxsealDocument *document, const char *format, PangoContext *context);

G_END_DECLS
