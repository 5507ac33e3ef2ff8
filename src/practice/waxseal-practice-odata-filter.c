/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-odata-filter.h"

#include "waxseal-practice-odata-pairs.h"

/* Deeper ones are refused, so that a long row of parentheses does no harm. */
#define MAX_DEPTH 50

struct _WaxsealPracticeFilter
{
  WaxsealPracticeExpression *root;
  GPtrArray *members;
  const char *advanced;
};

typedef struct
{
  WaxsealPracticeFilter *filter;
  const WaxsealPracticeType *type;
  const char *rest;
  WaxsealPracticeToken token;
  const char *variable; /* of the any() around */
  guint depth;
  GError **error;
} Parser;

G_DEFINE_QUARK (waxseal - practice - odata - error - quark, waxseal_practice_odata_error)

static const struct
{
  const char *word;
  WaxsealPracticeOperator op;
  const char *advanced; /* its name, if only an advanced query may have it */
} comparisons[] = {
  { "eq", WAXSEAL_PRACTICE_EXPRESSION_EQ },
  { "ne", WAXSEAL_PRACTICE_EXPRESSION_NE, "NotEqualsMatch" },
  { "gt", WAXSEAL_PRACTICE_EXPRESSION_GT },
  { "ge", WAXSEAL_PRACTICE_EXPRESSION_GE },
  { "lt", WAXSEAL_PRACTICE_EXPRESSION_LT },
  { "le", WAXSEAL_PRACTICE_EXPRESSION_LE },
  { "in", WAXSEAL_PRACTICE_EXPRESSION_IN },
};

static const struct
{
  const char *word;
  WaxsealPracticeOperator op;
  const char *advanced;
} functions[] = {
  { "startswith", WAXSEAL_PRACTICE_EXPRESSION_STARTS },
  { "startsWith", WAXSEAL_PRACTICE_EXPRESSION_STARTS },
  { "endswith", WAXSEAL_PRACTICE_EXPRESSION_ENDS, "EndsWith" },
  { "endsWith", WAXSEAL_PRACTICE_EXPRESSION_ENDS, "EndsWith" },
};

static void
advance (Parser *self)
{
  waxseal_practice_token_clear (&self->token);
  self->token = waxseal_practice_token_next (&self->rest);
}

static gpointer
fail (Parser *self, WaxsealPracticeODataError code, const char *what, const char *detail)
{
  if (self->error != NULL && *self->error == NULL)
    g_set_error (self->error, WAXSEAL_PRACTICE_ODATA_ERROR, code, "%s '%s'.", what, detail);
  return NULL;
}

static gpointer
fail_syntax (Parser *self)
{
  return fail (self,
               WAXSEAL_PRACTICE_ODATA_MALFORMED,
               "Invalid filter clause: Syntax error at",
               self->token.text);
}

static gboolean
is_sign (Parser *self, const char *sign)
{
  return self->token.kind == WAXSEAL_PRACTICE_TOKEN_SIGN && g_str_equal (self->token.text, sign);
}

static gboolean
is_word (Parser *self, const char *word)
{
  return self->token.kind == WAXSEAL_PRACTICE_TOKEN_WORD && g_str_equal (self->token.text, word);
}

static gboolean
skip_sign (Parser *self, const char *sign)
{
  if (!is_sign (self, sign))
    {
      fail_syntax (self);
      return FALSE;
    }
  advance (self);
  return TRUE;
}

static WaxsealPracticeExpression *parse_or (Parser *self);

static const WaxsealPracticeProperty *
find_property (Parser *self, const char *name)
{
  const WaxsealPracticeProperty *property = waxseal_practice_type_find (self->type, name);
  g_autofree char *what = NULL;

  if (property == NULL)
    {
      what = g_strdup_printf ("Invalid filter clause: Could not find a property on type "
                              "'microsoft.graph.%s' named",
                              self->type->name);
      return fail (self, WAXSEAL_PRACTICE_ODATA_MALFORMED, what, name);
    }
  if ((property->uses & WAXSEAL_PRACTICE_USE_FILTER) == 0)
    {
      what = g_strdup_printf ("Unsupported or invalid query filter clause specified for resource "
                              "'%s' and property",
                              self->type->name);
      return fail (self, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED, what, name);
    }
  return property;
}

/* Whether what @path begins with is there; members of an element are not looked up. */
static gboolean
check_path (Parser *self, char **path, WaxsealPracticeKind *kind)
{
  const WaxsealPracticeProperty *property;

  *kind = WAXSEAL_PRACTICE_KIND_OTHER;
  if (self->variable != NULL && g_str_equal (path[0], self->variable))
    return TRUE;
  property = find_property (self, path[0]);
  if (property == NULL)
    return FALSE;
  if (path[1] == NULL)
    *kind = property->kind;
  if (!g_ptr_array_find_with_equal_func (self->filter->members, path[0], g_str_equal, NULL))
    g_ptr_array_add (self->filter->members, g_strdup (path[0]));
  return TRUE;
}

/* Stops before "any" and "all". */
static char **
parse_path (Parser *self)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  gboolean is_first = TRUE;

  while (is_first || is_sign (self, "/"))
    {
      if (!is_first)
        advance (self);
      is_first = FALSE;
      if (self->token.kind != WAXSEAL_PRACTICE_TOKEN_WORD)
        return fail_syntax (self);
      if (is_word (self, "any") || is_word (self, "all"))
        break;
      g_strv_builder_add (builder, self->token.text);
      advance (self);
    }
  return g_strv_builder_end (builder);
}

static gboolean
fits (WaxsealPracticeKind kind, WaxsealPracticeTokenKind literal)
{
  if (literal == WAXSEAL_PRACTICE_TOKEN_NULL)
    return TRUE;
  switch (kind)
    {
    case WAXSEAL_PRACTICE_KIND_TEXT:
      return literal == WAXSEAL_PRACTICE_TOKEN_TEXT;
    case WAXSEAL_PRACTICE_KIND_FLAG:
      return literal == WAXSEAL_PRACTICE_TOKEN_FLAG;
    case WAXSEAL_PRACTICE_KIND_GUID:
      return literal == WAXSEAL_PRACTICE_TOKEN_GUID || literal == WAXSEAL_PRACTICE_TOKEN_TEXT;
    case WAXSEAL_PRACTICE_KIND_DATE:
      return literal == WAXSEAL_PRACTICE_TOKEN_DATE;
    case WAXSEAL_PRACTICE_KIND_NUMBER:
      return literal == WAXSEAL_PRACTICE_TOKEN_NUMBER;
    case WAXSEAL_PRACTICE_KIND_TEXTS:
      return FALSE;
    case WAXSEAL_PRACTICE_KIND_OTHER:
      return TRUE;
    }
  g_return_val_if_reached (FALSE);
}

static gboolean
take_literal (Parser *self, WaxsealPracticeExpression *expression, WaxsealPracticeKind kind)
{
  if (self->token.kind < WAXSEAL_PRACTICE_TOKEN_TEXT)
    {
      fail_syntax (self);
      return FALSE;
    }
  if (!fits (kind, self->token.kind))
    {
      fail (self,
            WAXSEAL_PRACTICE_ODATA_MALFORMED,
            "Invalid filter clause: A binary operator with incompatible types was detected at",
            self->token.text);
      return FALSE;
    }
  g_array_append_val (expression->literals, self->token);
  self->token.text = NULL;
  advance (self);
  return TRUE;
}

static gboolean
take_list (Parser *self, WaxsealPracticeExpression *expression, WaxsealPracticeKind kind)
{
  if (!skip_sign (self, "("))
    return FALSE;
  do
    if (!take_literal (self, expression, kind))
      return FALSE;
  while (is_sign (self, ",") && skip_sign (self, ","));
  return skip_sign (self, ")");
}

static WaxsealPracticeExpression *
parse_comparison (Parser *self, char **path, WaxsealPracticeKind kind)
{
  g_autoptr (WaxsealPracticeExpression) expression = NULL;
  gboolean read;

  for (guint i = 0; i < G_N_ELEMENTS (comparisons); i++)
    if (is_word (self, comparisons[i].word))
      {
        expression = waxseal_practice_expression_new (comparisons[i].op);
        if (comparisons[i].advanced != NULL)
          self->filter->advanced = comparisons[i].advanced;
      }
  if (expression == NULL)
    return fail_syntax (self);
  advance (self);
  expression->path = g_strdupv (path);
  read = expression->op == WAXSEAL_PRACTICE_EXPRESSION_IN ? take_list (self, expression, kind)
                                                          : take_literal (self, expression, kind);
  return read ? g_steal_pointer (&expression) : NULL;
}

/* The token is the word "any". */
static WaxsealPracticeExpression *
parse_any (Parser *self, char **path)
{
  g_autoptr (WaxsealPracticeExpression) expression = NULL;
  WaxsealPracticeExpression *operand;

  advance (self);
  if (!skip_sign (self, "("))
    return NULL;
  expression = waxseal_practice_expression_new (WAXSEAL_PRACTICE_EXPRESSION_ANY);
  expression->path = g_strdupv (path);
  if (!is_sign (self, ")"))
    {
      if (self->variable != NULL || self->token.kind != WAXSEAL_PRACTICE_TOKEN_WORD)
        return fail_syntax (self);
      expression->variable = g_strdup (self->token.text);
      advance (self);
      if (!skip_sign (self, ":"))
        return NULL;
      self->variable = expression->variable;
      operand = parse_or (self);
      self->variable = NULL;
      if (operand == NULL)
        return NULL;
      g_ptr_array_add (expression->operands, operand);
    }
  return skip_sign (self, ")") ? g_steal_pointer (&expression) : NULL;
}

static WaxsealPracticeExpression *
parse_property (Parser *self)
{
  g_auto (GStrv) path = parse_path (self);
  WaxsealPracticeKind kind;

  if (path == NULL)
    return NULL;
  if (path[0] == NULL)
    return fail_syntax (self);
  if (!check_path (self, path, &kind))
    return NULL;
  if (is_word (self, "any"))
    return parse_any (self, path);
  if (is_word (self, "all"))
    return fail (self, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED, "Unsupported Query:", "all");
  return parse_comparison (self, path, kind);
}

/* The token is the first of the arguments. */
static WaxsealPracticeExpression *
parse_arguments (Parser *self, WaxsealPracticeOperator op)
{
  g_autoptr (WaxsealPracticeExpression) expression = waxseal_practice_expression_new (op);
  WaxsealPracticeKind kind;

  expression->path = parse_path (self);
  if (expression->path == NULL)
    return NULL;
  if (expression->path[0] == NULL)
    return fail_syntax (self);
  if (!check_path (self, expression->path, &kind) || !skip_sign (self, ","))
    return NULL;
  if (self->token.kind != WAXSEAL_PRACTICE_TOKEN_TEXT || !take_literal (self, expression, kind))
    return fail_syntax (self);
  return skip_sign (self, ")") ? g_steal_pointer (&expression) : NULL;
}

/* The token is what stands after the parenthesis that follows @name. */
static WaxsealPracticeExpression *
parse_function (Parser *self, const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (functions[i].word, name))
      {
        if (functions[i].advanced != NULL)
          self->filter->advanced = functions[i].advanced;
        return parse_arguments (self, functions[i].op);
      }
  if (g_str_equal (name, "contains"))
    return fail (self, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED, "Unsupported Query:", name);
  return fail (self,
               WAXSEAL_PRACTICE_ODATA_MALFORMED,
               "Invalid filter clause: An unknown function was found:",
               name);
}

static gboolean
is_call (Parser *self)
{
  const char *rest = self->rest;

  while (g_ascii_isspace (*rest))
    rest++;
  return self->token.kind == WAXSEAL_PRACTICE_TOKEN_WORD && *rest == '(' && !is_word (self, "not");
}

static WaxsealPracticeExpression *
parse_parentheses (Parser *self)
{
  g_autoptr (WaxsealPracticeExpression) expression = NULL;

  advance (self);
  expression = parse_or (self);
  if (expression == NULL || !skip_sign (self, ")"))
    return NULL;
  return g_steal_pointer (&expression);
}

static WaxsealPracticeExpression *
parse_primary (Parser *self)
{
  if (is_sign (self, "("))
    return parse_parentheses (self);
  if (is_call (self))
    {
      g_autofree char *name = g_strdup (self->token.text);

      advance (self);
      advance (self);
      return parse_function (self, name);
    }
  return parse_property (self);
}

static WaxsealPracticeExpression *
parse_not (Parser *self)
{
  g_autoptr (WaxsealPracticeExpression) expression = NULL;
  WaxsealPracticeExpression *operand;

  if (!is_word (self, "not"))
    return parse_primary (self);
  advance (self);
  self->filter->advanced = "Not";
  operand = parse_primary (self);
  if (operand == NULL)
    return NULL;
  expression = waxseal_practice_expression_new (WAXSEAL_PRACTICE_EXPRESSION_NOT);
  g_ptr_array_add (expression->operands, operand);
  return g_steal_pointer (&expression);
}

static WaxsealPracticeExpression *
parse_row (Parser *self,
           WaxsealPracticeOperator op,
           const char *word,
           WaxsealPracticeExpression *(*parse_operand) (Parser *self))
{
  g_autoptr (WaxsealPracticeExpression) row = waxseal_practice_expression_new (op);
  gboolean is_first = TRUE;

  while (is_first || is_word (self, word))
    {
      WaxsealPracticeExpression *operand;

      if (!is_first)
        advance (self);
      is_first = FALSE;
      operand = parse_operand (self);
      if (operand == NULL)
        return NULL;
      g_ptr_array_add (row->operands, operand);
    }
  return g_steal_pointer (&row);
}

static WaxsealPracticeExpression *
parse_and (Parser *self)
{
  return parse_row (self, WAXSEAL_PRACTICE_EXPRESSION_AND, "and", parse_not);
}

static WaxsealPracticeExpression *
parse_or (Parser *self)
{
  WaxsealPracticeExpression *expression;

  if (++self->depth > MAX_DEPTH)
    return fail (self, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED, "Too deep a query:", "$filter");
  expression = parse_row (self, WAXSEAL_PRACTICE_EXPRESSION_OR, "or", parse_and);
  self->depth--;
  return expression;
}

/**
 * waxseal_practice_filter_new:
 * @text: a $filter, decoded
 * @error: %WAXSEAL_PRACTICE_ODATA_ERROR, its message for developers as Graph's are
 *
 * Returns: (transfer full) (nullable): the filter
 */
WaxsealPracticeFilter *
waxseal_practice_filter_new (const WaxsealPracticeType *type, const char *text, GError **error)
{
  g_autoptr (WaxsealPracticeFilter) self = g_new0 (WaxsealPracticeFilter, 1);
  g_autoptr (GError) problem = NULL;
  Parser parser = { .filter = self, .type = type, .rest = text, .error = &problem };

  self->members = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  advance (&parser);
  self->root = parse_or (&parser);
  if (self->root != NULL && parser.token.kind != WAXSEAL_PRACTICE_TOKEN_END)
    fail_syntax (&parser);
  waxseal_practice_token_clear (&parser.token);
  if (problem == NULL)
    return g_steal_pointer (&self);
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

void
waxseal_practice_filter_free (WaxsealPracticeFilter *self)
{
  g_clear_pointer (&self->root, waxseal_practice_expression_free);
  g_ptr_array_unref (self->members);
  g_free (self);
}

/** waxseal_practice_filter_match: @object: with get_members() at least */
gboolean
waxseal_practice_filter_match (WaxsealPracticeFilter *self, JsonObject *object)
{
  return waxseal_practice_expression_match (self->root, object);
}

/** waxseal_practice_filter_get_members: Returns: (transfer none): what match() looks at. */
const char *const *
waxseal_practice_filter_get_members (WaxsealPracticeFilter *self)
{
  return (const char *const *) self->members->pdata;
}

/**
 * waxseal_practice_filter_get_advanced:
 *
 * Returns: (transfer none) (nullable): an operator that needs ConsistencyLevel: eventual and $count
 *   (learn.microsoft.com/graph/aad-advanced-queries)
 */
const char *
waxseal_practice_filter_get_advanced (WaxsealPracticeFilter *self)
{
  return self->advanced;
}

/** waxseal_practice_filter_list_pairs: as waxseal_practice_pairs_list(), for @self as long as it is
 * there. */
gboolean
waxseal_practice_filter_list_pairs (WaxsealPracticeFilter *self,
                                    const char *const *members,
                                    GArray *pairs)
{
  return waxseal_practice_pairs_list (self->root, members, pairs);
}

/** waxseal_practice_filter_count_clauses: as waxseal_practice_pairs_count_clauses(). */
guint
waxseal_practice_filter_count_clauses (WaxsealPracticeFilter *self)
{
  return waxseal_practice_pairs_count_clauses (self->root);
}
