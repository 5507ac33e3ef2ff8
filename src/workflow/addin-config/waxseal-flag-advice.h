/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-enums.h"
#include "waxseal-mail-domain.h"

G_BEGIN_DECLS

/**
 * WaxsealFlagAdvice:
 * @id: which advice it is, such as “blanks”
 * @severity: how much it matters
 * @text: what to look at, and what to do, translated
 */
typedef struct
{
  const char *id;
  WaxsealSeverity severity;
  const char *text;
} WaxsealFlagAdvice;

GPtrArray *waxseal_flag_advice_list (WaxsealMailDomain *domain, GListModel *domains);

G_END_DECLS
