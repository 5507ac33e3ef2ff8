/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

void waxseal_practice_cres_page_reply (WaxsealPracticeCall *call,
                                       const char *title,
                                       const char *tab,
                                       const char *body);
void waxseal_practice_cres_page_redirect (WaxsealPracticeCall *call, const char *path);

/* The account's tabs, in the portal's order: the last segment of the address, and the label. */
typedef struct
{
  const char *name;
  const char *label;
} WaxsealPracticeCresTab;

const WaxsealPracticeCresTab *waxseal_practice_cres_page_find_tab (const char *name);

G_END_DECLS
