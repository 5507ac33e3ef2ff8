/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Exchange's refusals mean, and which pass by themselves (microsoft.md, 3.2). */
#pragma once

#include "waxseal-error.h"
#include "waxseal-http-request.h"

G_BEGIN_DECLS

WaxsealHttpVerdict waxseal_exchange_fault_judge (WaxsealHttpReply *reply, gpointer unused);
gboolean waxseal_exchange_fault_is_stale (WaxsealHttpReply *reply);
char *waxseal_exchange_fault_dup_message (WaxsealHttpReply *reply);
GError *waxseal_exchange_fault_to_error (WaxsealHttpReply *reply, gboolean reads);

G_END_DECLS
