/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *waxseal_powershell_quote (const char *text, GError **error);

G_END_DECLS
