/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many findings there are of which severity. */
#pragma once

#include <gio/gio.h>

#include "waxseal-enums.h"

G_BEGIN_DECLS

char *waxseal_finding_describe_all (GListModel *findings);
guint waxseal_finding_count (GListModel *findings, WaxsealSeverity severity);

G_END_DECLS
