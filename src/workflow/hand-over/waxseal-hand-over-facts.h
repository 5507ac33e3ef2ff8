/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-hand-over.h"

G_BEGIN_DECLS

/** WaxsealHandOverFact: @warning: what to look at twice, translated, or %NULL. */
typedef struct
{
  char *label;
  char *value;
  const char *warning;
} WaxsealHandOverFact;

GPtrArray *waxseal_hand_over_list_facts (WaxsealHandOver *self);

G_END_DECLS
