/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean waxseal_manifest_version_is_higher (const char *version, const char *than);
char *waxseal_manifest_version_raise (const char *version);

G_END_DECLS
