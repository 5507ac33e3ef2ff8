/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *waxseal_encoded_word_decode (const char *text);

G_END_DECLS
