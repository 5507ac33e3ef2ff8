/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-odata-expression.h"

#include <string.h>

#include "waxseal-json.h"

/* What the variable of an any() stands for. */
typedef struct
{
  const char *variable;
  JsonNode *element;
} Scope;

/** waxseal_practice_expression_new: Returns: (transfer full): an expression without operands. */
WaxsealPracticeExpression *
waxseal_practice_expression_new (WaxsealPracticeOperator op)
{
  WaxsealPracticeExpression *self = g_new0 (WaxsealPracticeExpression, 1);

  self->op = op;
  self->operands =
    g_ptr_array_new_with_free_func ((GDestroyNotify) waxseal_practice_expression_free);
  self->literals = g_array_new (FALSE, FALSE, sizeof (WaxsealPracticeToken));
  g_array_set_clear_func (self->literals, (GDestroyNotify) waxseal_practice_token_clear);
  return self;
}

void
waxseal_practice_expression_free (WaxsealPracticeExpression *self)
{
  g_ptr_array_unref (self->operands);
  g_array_unref (self->literals);
  g_strfreev (self->path);
  g_free (self->variable);
  g_free (self);
}

static gboolean
match (const WaxsealPracticeExpression *self, JsonObject *object, const Scope *scope);

static JsonNode *
get_value (const WaxsealPracticeExpression *self, JsonObject *object, const Scope *scope)
{
  char **name = self->path;
  JsonNode *node = NULL;

  if (scope->variable != NULL && g_str_equal (*name, scope->variable))
    {
      node = scope->element;
      name++;
      object = waxseal_json_node_get_object (node);
    }
  for (; *name != NULL; name++)
    {
      node = object != NULL ? json_object_get_member (object, *name) : NULL;
      object = waxseal_json_node_get_object (node);
    }
  return node;
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

static int
compare_texts (const char *a, const char *b)
{
  g_autofree char *key_a = fold (a), *key_b = fold (b);

  return strcmp (key_a, key_b);
}

static gint64
read_date (const char *text)
{
  g_autoptr (GTimeZone) utc = g_time_zone_new_utc ();
  g_autofree char *full =
    strchr (text, 'T') == NULL ? g_strconcat (text, "T00:00:00Z", NULL) : NULL;
  g_autoptr (GDateTime) date = g_date_time_new_from_iso8601 (full != NULL ? full : text, utc);

  return date != NULL ? g_date_time_to_unix (date) : 0;
}

static int
compare_numbers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

/* @value is of the kind that @literal is: the parser has seen to that, as far as types tell. */
static int
compare (JsonNode *value, const WaxsealPracticeToken *literal)
{
  GType type = json_node_get_value_type (value);

  if (type == G_TYPE_BOOLEAN)
    return json_node_get_boolean (value) - g_str_equal (literal->text, "true");
  if (type == G_TYPE_INT64)
    return compare_numbers (json_node_get_int (value), g_ascii_strtoll (literal->text, NULL, 10));
  if (type != G_TYPE_STRING)
    return -1;
  if (literal->kind == WAXSEAL_PRACTICE_TOKEN_DATE)
    return compare_numbers (read_date (json_node_get_string (value)), read_date (literal->text));
  return compare_texts (json_node_get_string (value), literal->text);
}

static gboolean
is_equal (JsonNode *value, const WaxsealPracticeToken *literal)
{
  gboolean is_null = value == NULL || JSON_NODE_HOLDS_NULL (value);

  if (is_null || literal->kind == WAXSEAL_PRACTICE_TOKEN_NULL)
    return is_null && literal->kind == WAXSEAL_PRACTICE_TOKEN_NULL;
  return JSON_NODE_HOLDS_VALUE (value) && compare (value, literal) == 0;
}

static gboolean
is_in (JsonNode *value, GArray *literals)
{
  for (guint i = 0; i < literals->len; i++)
    if (is_equal (value, &g_array_index (literals, WaxsealPracticeToken, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_ordered (WaxsealPracticeOperator op, JsonNode *value, const WaxsealPracticeToken *literal)
{
  int order;

  if (value == NULL || !JSON_NODE_HOLDS_VALUE (value) ||
      literal->kind == WAXSEAL_PRACTICE_TOKEN_NULL)
    return FALSE;
  order = compare (value, literal);
  if (op == WAXSEAL_PRACTICE_EXPRESSION_GT)
    return order > 0;
  if (op == WAXSEAL_PRACTICE_EXPRESSION_GE)
    return order >= 0;
  if (op == WAXSEAL_PRACTICE_EXPRESSION_LT)
    return order < 0;
  return order <= 0;
}

static gboolean
has_affix (WaxsealPracticeOperator op, JsonNode *value, const WaxsealPracticeToken *literal)
{
  g_autofree char *text = NULL, *affix = NULL;

  if (value == NULL || json_node_get_value_type (value) != G_TYPE_STRING)
    return FALSE;
  text = fold (json_node_get_string (value));
  affix = fold (literal->text);
  return op == WAXSEAL_PRACTICE_EXPRESSION_STARTS ? g_str_has_prefix (text, affix)
                                                  : g_str_has_suffix (text, affix);
}

static gboolean
match_any (const WaxsealPracticeExpression *self, JsonObject *object, JsonNode *list)
{
  JsonArray *array =
    list != NULL && JSON_NODE_HOLDS_ARRAY (list) ? json_node_get_array (list) : NULL;
  guint n = array != NULL ? json_array_get_length (array) : 0;

  if (self->operands->len == 0)
    return n > 0;
  for (guint i = 0; i < n; i++)
    {
      Scope scope = { self->variable, json_array_get_element (array, i) };

      if (match (g_ptr_array_index (self->operands, 0), object, &scope))
        return TRUE;
    }
  return FALSE;
}

static gboolean
match_operands (const WaxsealPracticeExpression *self, JsonObject *object, const Scope *scope)
{
  gboolean is_or = self->op == WAXSEAL_PRACTICE_EXPRESSION_OR;

  if (self->op == WAXSEAL_PRACTICE_EXPRESSION_NOT)
    return !match (g_ptr_array_index (self->operands, 0), object, scope);
  for (guint i = 0; i < self->operands->len; i++)
    if (match (g_ptr_array_index (self->operands, i), object, scope) == is_or)
      return is_or;
  return !is_or;
}

static gboolean
match (const WaxsealPracticeExpression *self, JsonObject *object, const Scope *scope)
{
  JsonNode *value = self->path != NULL ? get_value (self, object, scope) : NULL;
  const WaxsealPracticeToken *literal = (gpointer) self->literals->data;

  switch (self->op)
    {
    case WAXSEAL_PRACTICE_EXPRESSION_AND:
    case WAXSEAL_PRACTICE_EXPRESSION_OR:
    case WAXSEAL_PRACTICE_EXPRESSION_NOT:
      return match_operands (self, object, scope);
    case WAXSEAL_PRACTICE_EXPRESSION_ANY:
      return match_any (self, object, value);
    case WAXSEAL_PRACTICE_EXPRESSION_EQ:
      return is_equal (value, literal);
    case WAXSEAL_PRACTICE_EXPRESSION_NE:
      return !is_equal (value, literal);
    case WAXSEAL_PRACTICE_EXPRESSION_IN:
      return is_in (value, self->literals);
    case WAXSEAL_PRACTICE_EXPRESSION_STARTS:
    case WAXSEAL_PRACTICE_EXPRESSION_ENDS:
      return has_affix (self->op, value, literal);
    case WAXSEAL_PRACTICE_EXPRESSION_GT:
    case WAXSEAL_PRACTICE_EXPRESSION_GE:
    case WAXSEAL_PRACTICE_EXPRESSION_LT:
    case WAXSEAL_PRACTICE_EXPRESSION_LE:
      return is_ordered (self->op, value, literal);
    }
  g_return_val_if_reached (FALSE);
}

/** waxseal_practice_expression_match: Returns: whether it holds for @object. */
gboolean
waxseal_practice_expression_match (const WaxsealPracticeExpression *self, JsonObject *object)
{
  Scope scope = { NULL, NULL };

  return match (self, object, &scope);
}
