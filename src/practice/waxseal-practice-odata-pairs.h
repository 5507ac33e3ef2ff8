/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a filter says of the values that it wants, for who can look them up. */
#pragma once

#include "waxseal-practice-odata-expression.h"

G_BEGIN_DECLS

/** WaxsealPracticePair: that @member, or one of the list that it is, is @value. */
typedef struct
{
  const char *member;
  const char *value;
} WaxsealPracticePair;

gboolean waxseal_practice_pairs_list (const WaxsealPracticeExpression *expression,
                                      const char *const *members,
                                      GArray *pairs);
guint waxseal_practice_pairs_count_clauses (const WaxsealPracticeExpression *expression);

G_END_DECLS
