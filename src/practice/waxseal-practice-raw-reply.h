/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replies that an HTTP server does not make of its own accord. */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

void waxseal_practice_raw_reply_reset (SoupServerMessage *message);
void waxseal_practice_raw_reply_cut (SoupServerMessage *message);
void waxseal_practice_raw_reply_drip (SoupServerMessage *message, double seconds);
gboolean waxseal_practice_raw_reply_is_sent (SoupServerMessage *message);

G_END_DECLS
