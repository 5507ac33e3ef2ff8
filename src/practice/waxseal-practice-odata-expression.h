/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a filter is once it is read: between its parser and its evaluation. */
#pragma once

#include <json-glib/json-glib.h>

#include "waxseal-practice-odata-token.h"

G_BEGIN_DECLS

typedef enum
{
  WAXSEAL_PRACTICE_EXPRESSION_AND,
  WAXSEAL_PRACTICE_EXPRESSION_OR,
  WAXSEAL_PRACTICE_EXPRESSION_NOT,
  WAXSEAL_PRACTICE_EXPRESSION_ANY,
  WAXSEAL_PRACTICE_EXPRESSION_EQ,
  WAXSEAL_PRACTICE_EXPRESSION_NE,
  WAXSEAL_PRACTICE_EXPRESSION_GT,
  WAXSEAL_PRACTICE_EXPRESSION_GE,
  WAXSEAL_PRACTICE_EXPRESSION_LT,
  WAXSEAL_PRACTICE_EXPRESSION_LE,
  WAXSEAL_PRACTICE_EXPRESSION_IN,
  WAXSEAL_PRACTICE_EXPRESSION_STARTS,
  WAXSEAL_PRACTICE_EXPRESSION_ENDS,
} WaxsealPracticeOperator;

/**
 * WaxsealPracticeExpression:
 * @operands: (element-type WaxsealPracticeExpression): of AND, OR and NOT; of ANY what holds for
 *   an element, or nothing
 * @path: names of members, one within the other; @variable stands for an element of a list
 * @variable: of ANY
 * @literals: (element-type WaxsealPracticeToken): one, or several for IN
 */
typedef struct
{
  WaxsealPracticeOperator op;
  GPtrArray *operands;
  char **path;
  char *variable;
  GArray *literals;
} WaxsealPracticeExpression;

WaxsealPracticeExpression *waxseal_practice_expression_new (WaxsealPracticeOperator op);
void waxseal_practice_expression_free (WaxsealPracticeExpression *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticeExpression, waxseal_practice_expression_free)

gboolean waxseal_practice_expression_match (const WaxsealPracticeExpression *self,
                                            JsonObject *object);

G_END_DECLS
