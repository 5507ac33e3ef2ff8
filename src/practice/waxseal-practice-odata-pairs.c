/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-odata-pairs.h"

typedef struct
{
  const char *const *members; /* the ones of use */
  GArray *pairs;
} Search;

static gboolean list (const WaxsealPracticeExpression *self,
                      const WaxsealPracticeExpression *any,
                      const Search *search);

/* The member that @self compares: of an element of a list it is the list. */
static const char *
get_member (const WaxsealPracticeExpression *self, const WaxsealPracticeExpression *any)
{
  if (self->path == NULL || self->path[0] == NULL || self->path[1] != NULL)
    return NULL;
  if (any == NULL)
    return self->path[0];
  return g_strcmp0 (self->path[0], any->variable) == 0 && any->path[1] == NULL ? any->path[0]
                                                                               : NULL;
}

static gboolean
list_values (const WaxsealPracticeExpression *self,
             const WaxsealPracticeExpression *any,
             const Search *search)
{
  const char *member = get_member (self, any);

  if (member == NULL || !g_strv_contains (search->members, member))
    return FALSE;
  for (guint i = 0; i < self->literals->len; i++)
    {
      WaxsealPracticeToken *literal = &g_array_index (self->literals, WaxsealPracticeToken, i);
      WaxsealPracticePair pair = { member, literal->text };

      if (literal->kind != WAXSEAL_PRACTICE_TOKEN_TEXT)
        return FALSE;
      g_array_append_val (search->pairs, pair);
    }
  return TRUE;
}

/* For OR each has to have such a value, for AND one is enough. */
static gboolean
list_operands (const WaxsealPracticeExpression *self,
               const WaxsealPracticeExpression *any,
               const Search *search)
{
  gboolean is_and = self->op == WAXSEAL_PRACTICE_EXPRESSION_AND;
  guint start = search->pairs->len;

  for (guint i = 0; i < self->operands->len; i++)
    {
      gboolean listed = list (g_ptr_array_index (self->operands, i), any, search);

      if (listed == is_and)
        return listed;
      if (!listed)
        g_array_set_size (search->pairs, start);
    }
  return !is_and;
}

static gboolean
list (const WaxsealPracticeExpression *self,
      const WaxsealPracticeExpression *any,
      const Search *search)
{
  switch (self->op)
    {
    case WAXSEAL_PRACTICE_EXPRESSION_EQ:
    case WAXSEAL_PRACTICE_EXPRESSION_IN:
      return list_values (self, any, search);
    case WAXSEAL_PRACTICE_EXPRESSION_OR:
    case WAXSEAL_PRACTICE_EXPRESSION_AND:
      return list_operands (self, any, search);
    case WAXSEAL_PRACTICE_EXPRESSION_ANY:
      return any == NULL && self->operands->len == 1 &&
             list (g_ptr_array_index (self->operands, 0), self, search);
    case WAXSEAL_PRACTICE_EXPRESSION_NOT:
    case WAXSEAL_PRACTICE_EXPRESSION_NE:
    case WAXSEAL_PRACTICE_EXPRESSION_GT:
    case WAXSEAL_PRACTICE_EXPRESSION_GE:
    case WAXSEAL_PRACTICE_EXPRESSION_LT:
    case WAXSEAL_PRACTICE_EXPRESSION_LE:
    case WAXSEAL_PRACTICE_EXPRESSION_STARTS:
    case WAXSEAL_PRACTICE_EXPRESSION_ENDS:
      return FALSE;
    }
  g_return_val_if_reached (FALSE);
}

/**
 * waxseal_practice_pairs_list:
 * @members: (array zero-terminated=1): the ones of use
 * @pairs: (element-type WaxsealPracticePair): what is added belongs to @expression
 *
 * Returns: whether @expression holds only for what has one of @pairs; otherwise they mean nothing
 */
gboolean
waxseal_practice_pairs_list (const WaxsealPracticeExpression *expression,
                             const char *const *members,
                             GArray *pairs)
{
  const Search search = { members, pairs };

  return list (expression, NULL, &search);
}

/** waxseal_practice_pairs_count_clauses: Returns: how many alternatives there are at most in one
 * place, as Graph counts them: those of “in”, and of “or” with what is in each. */
guint
waxseal_practice_pairs_count_clauses (const WaxsealPracticeExpression *expression)
{
  guint sum = 0, most = 1;

  for (guint i = 0; i < expression->operands->len; i++)
    {
      guint n = waxseal_practice_pairs_count_clauses (g_ptr_array_index (expression->operands, i));

      sum += n;
      most = MAX (most, n);
    }
  if (expression->op == WAXSEAL_PRACTICE_EXPRESSION_IN)
    return expression->literals->len;
  return expression->op == WAXSEAL_PRACTICE_EXPRESSION_OR ? sum : most;
}
