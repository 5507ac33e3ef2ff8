/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of who is in a group, translated, each a line. */
#pragma once

#include "waxseal-group-tally.h"

G_BEGIN_DECLS

void waxseal_group_words_add_counted (GStrvBuilder *lines, const WaxsealGroupTally *tally);
void waxseal_group_words_add_large (GStrvBuilder *lines, guint n_direct, guint n_nested);

G_END_DECLS
