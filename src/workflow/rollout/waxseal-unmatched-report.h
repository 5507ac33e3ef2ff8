/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What did not match, to copy or to send to whoever made the list. */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* @addresses: of WaxsealUnmatchedAddress */
char *waxseal_unmatched_report_build_text (GListModel *addresses);
GBytes *waxseal_unmatched_report_build_csv (GListModel *addresses);

G_END_DECLS
