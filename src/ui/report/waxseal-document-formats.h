/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-document.h"
#include "waxseal-paper.h"

G_BEGIN_DECLS

GBytes *
waxseal_document_write (WaxsealDocument *document, const char *format, const WaxsealPaper *paper);

G_END_DECLS
