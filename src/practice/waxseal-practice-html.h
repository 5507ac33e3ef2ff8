/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *waxseal_practice_html_fill (const char *name, ...) G_GNUC_NULL_TERMINATED;

G_END_DECLS
