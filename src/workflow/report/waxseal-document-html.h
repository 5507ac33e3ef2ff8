/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-document.h"

G_BEGIN_DECLS

char *waxseal_document_to_html (WaxsealDocument *self);

G_END_DECLS
