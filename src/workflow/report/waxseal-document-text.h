/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* In characters; a page holds no more, and a file made to be endless costs no memory. */
#define WAXSEAL_DOCUMENT_TEXT_MAX 4000

char *waxseal_document_text_new (const char *text);

G_END_DECLS
