/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-odata-search.h"

#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-odata-filter.h"

#define MAX_DEPTH 50

/* A clause, or else AND or OR of two. */
typedef struct _Node
{
  struct _Node *left;
  struct _Node *right;
  gboolean is_or;
  char *property;
  char *value;  /* folded */
  char **words; /* of a property that is compared by words; else NULL */
} Node;

struct _WaxsealPracticeSearch
{
  Node *root;
  GPtrArray *members;
};

typedef struct
{
  WaxsealPracticeSearch *search;
  const WaxsealPracticeType *type;
  const char *rest;
  guint depth;
  GError **error;
} Parser;

static void
node_free (Node *node)
{
  g_clear_pointer (&node->left, node_free);
  g_clear_pointer (&node->right, node_free);
  g_free (node->property);
  g_free (node->value);
  g_strfreev (node->words);
  g_free (node);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Node, node_free)

static gpointer
fail (Parser *self, WaxsealPracticeODataError code, const char *what, const char *detail)
{
  g_set_error (self->error, WAXSEAL_PRACTICE_ODATA_ERROR, code, "%s '%s'.", what, detail);
  return NULL;
}

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : text, -1);
}

/* Letters and digits, whatever stands between them. */
static char **
split_words (const char *folded)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const char *start = NULL;

  for (const char *p = folded;; p = g_utf8_next_char (p))
    {
      gboolean is_inside = *p != '\0' && g_unichar_isalnum (g_utf8_get_char (p));

      if (is_inside && start == NULL)
        start = p;
      if (!is_inside && start != NULL)
        {
          g_autofree char *word = g_strndup (start, p - start);

          g_strv_builder_add (builder, word);
          start = NULL;
        }
      if (*p == '\0')
        return g_strv_builder_end (builder);
    }
}

static gboolean
is_by_words (const char *property)
{
  return g_str_equal (property, "displayName") || g_str_equal (property, "description");
}

static void
skip_spaces (Parser *self)
{
  while (*self->rest == ' ')
    self->rest++;
}

/* In double quotes; a backslash stands before one that is meant, and before another backslash. */
static char *
read_quoted (Parser *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  const char *p = self->rest;

  if (*p != '"')
    return fail (self, WAXSEAL_PRACTICE_ODATA_MALFORMED, "Syntax error in $search at", p);
  for (p++; *p != '\0' && *p != '"'; p++)
    {
      if (*p == '\\' && (p[1] == '"' || p[1] == '\\'))
        p++;
      g_string_append_c (text, *p);
    }
  if (*p == '\0')
    return fail (self, WAXSEAL_PRACTICE_ODATA_MALFORMED, "Unterminated $search", text->str);
  self->rest = p + 1;
  return g_string_free (g_steal_pointer (&text), FALSE);
}

static Node *
parse_clause (Parser *self)
{
  g_autofree char *text = read_quoted (self);
  const WaxsealPracticeProperty *property;
  g_autofree char *name = NULL;
  const char *colon;
  Node *node;

  if (text == NULL)
    return NULL;
  colon = strchr (text, ':');
  if (colon == NULL)
    return fail (self, WAXSEAL_PRACTICE_ODATA_MALFORMED, "No property in the $search clause", text);
  name = g_strndup (text, colon - text);
  property = waxseal_practice_type_find (self->type, name);
  if (property == NULL || (property->uses & WAXSEAL_PRACTICE_USE_SEARCH) == 0)
    return fail (
      self, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED, "Unrecognized query argument specified:", name);
  node = g_new0 (Node, 1);
  node->property = g_steal_pointer (&name);
  node->value = fold (colon + 1);
  if (is_by_words (node->property))
    node->words = split_words (node->value);
  if (!g_ptr_array_find_with_equal_func (self->search->members, node->property, g_str_equal, NULL))
    g_ptr_array_add (self->search->members, g_strdup (node->property));
  return node;
}

static Node *parse_or (Parser *self);

static Node *
parse_primary (Parser *self)
{
  g_autoptr (Node) node = NULL;

  skip_spaces (self);
  if (*self->rest != '(')
    return parse_clause (self);
  self->rest++;
  node = parse_or (self);
  if (node == NULL)
    return NULL;
  skip_spaces (self);
  if (*self->rest != ')')
    return fail (self, WAXSEAL_PRACTICE_ODATA_MALFORMED, "Missing ) in $search at", self->rest);
  self->rest++;
  return g_steal_pointer (&node);
}

static Node *
parse_row (Parser *self, const char *word, gboolean is_or, Node *(*parse_operand) (Parser *self))
{
  g_autoptr (Node) left = parse_operand (self);

  while (left != NULL)
    {
      Node *right, *both;

      skip_spaces (self);
      if (!g_str_has_prefix (self->rest, word))
        break;
      self->rest += strlen (word);
      right = parse_operand (self);
      if (right == NULL)
        return NULL;
      both = g_new0 (Node, 1);
      both->left = g_steal_pointer (&left);
      both->right = right;
      both->is_or = is_or;
      left = both;
    }
  return g_steal_pointer (&left);
}

static Node *
parse_and (Parser *self)
{
  return parse_row (self, "AND ", FALSE, parse_primary);
}

static Node *
parse_or (Parser *self)
{
  Node *node;

  if (++self->depth > MAX_DEPTH)
    return fail (self, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED, "Too deep a query:", "$search");
  node = parse_row (self, "OR ", TRUE, parse_and);
  self->depth--;
  return node;
}

/**
 * waxseal_practice_search_new:
 * @text: a $search, decoded
 * @error: %WAXSEAL_PRACTICE_ODATA_ERROR
 *
 * Returns: (transfer full) (nullable): the search
 */
WaxsealPracticeSearch *
waxseal_practice_search_new (const WaxsealPracticeType *type, const char *text, GError **error)
{
  g_autoptr (WaxsealPracticeSearch) self = g_new0 (WaxsealPracticeSearch, 1);
  Parser parser = { .search = self, .type = type, .rest = text, .error = error };

  self->members = g_ptr_array_new_null_terminated (4, g_free, TRUE);
  self->root = parse_or (&parser);
  if (self->root == NULL)
    return NULL;
  skip_spaces (&parser);
  if (*parser.rest != '\0')
    return fail (&parser,
                 WAXSEAL_PRACTICE_ODATA_MALFORMED,
                 "Syntax error in $search at",
                 parser.rest);
  return g_steal_pointer (&self);
}

void
waxseal_practice_search_free (WaxsealPracticeSearch *self)
{
  g_clear_pointer (&self->root, node_free);
  g_ptr_array_unref (self->members);
  g_free (self);
}

static gboolean
has_word (char **words, const char *start)
{
  for (; *words != NULL; words++)
    if (g_str_has_prefix (*words, start))
      return TRUE;
  return FALSE;
}

static gboolean
match_words (char **wanted, const char *folded)
{
  g_auto (GStrv) words = split_words (folded);

  for (char **word = wanted; *word != NULL; word++)
    if (!has_word (words, *word))
      return FALSE;
  return wanted[0] != NULL;
}

/* @is_name: what @object has of the property is only how it begins, or nothing at all. */
static gboolean
match_clause (const Node *clause, JsonObject *object, gboolean is_name)
{
  g_autofree char *folded = NULL;

  if (is_name && !json_object_has_member (object, clause->property))
    return TRUE;
  folded = fold (waxseal_json_get_text (object, clause->property));
  if (clause->words != NULL)
    return match_words (clause->words, folded);
  if (clause->value[0] == '\0')
    return FALSE;
  return g_str_has_prefix (folded, clause->value) ||
         (is_name && g_str_has_prefix (clause->value, folded));
}

static gboolean
match (const Node *node, JsonObject *object, gboolean is_name)
{
  if (node->left == NULL)
    return match_clause (node, object, is_name);
  if (node->is_or)
    return match (node->left, object, is_name) || match (node->right, object, is_name);
  return match (node->left, object, is_name) && match (node->right, object, is_name);
}

/** waxseal_practice_search_match: @object: with get_members() at least */
gboolean
waxseal_practice_search_match (WaxsealPracticeSearch *self, JsonObject *object)
{
  return match (self->root, object, FALSE);
}

/**
 * waxseal_practice_search_may_match:
 * @name: of waxseal_practice_people_build_name()
 *
 * Returns: %FALSE if nobody of that name matches
 */
gboolean
waxseal_practice_search_may_match (WaxsealPracticeSearch *self, JsonObject *name)
{
  return match (self->root, name, TRUE);
}

/** waxseal_practice_search_get_members: Returns: (transfer none): what match() looks at. */
const char *const *
waxseal_practice_search_get_members (WaxsealPracticeSearch *self)
{
  return (const char *const *) self->members->pdata;
}
