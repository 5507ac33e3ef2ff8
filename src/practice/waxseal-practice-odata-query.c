/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-odata-query.h"

#include <string.h>

/* learn.microsoft.com/graph/paging: the page size of users and groups. */
#define TOP_DEFAULT  100
#define TOP_MOST     999
#define CLAUSES_MOST 15
/* A token looks like one of Graph's, so that nobody takes it for a number to count on. */
#define TOKEN_HEAD "RFNwdAoAAQAAAAAAAAAA"

static gboolean
fail (GError **error, WaxsealPracticeODataError code, const char *what, const char *detail)
{
  g_set_error (error, WAXSEAL_PRACTICE_ODATA_ERROR, code, "%s '%s'.", what, detail);
  return FALSE;
}

static gboolean
read_filter (WaxsealPracticeQuery *self, const char *value, GError **error)
{
  self->filter = waxseal_practice_filter_new (self->type, value, error);
  return self->filter != NULL;
}

static gboolean
read_search (WaxsealPracticeQuery *self, const char *value, GError **error)
{
  self->search = waxseal_practice_search_new (self->type, value, error);
  return self->search != NULL;
}

static gboolean
read_select (WaxsealPracticeQuery *self, const char *value, GError **error)
{
  self->select = g_strsplit (value, ",", -1);
  for (guint i = 0; self->select[i] != NULL; i++)
    {
      g_strstrip (self->select[i]);
      if (waxseal_practice_type_find (self->type, self->select[i]) == NULL)
        return fail (error,
                     WAXSEAL_PRACTICE_ODATA_MALFORMED,
                     "Parsing OData Select and Expand failed: Could not find a property named",
                     self->select[i]);
    }
  return TRUE;
}

static gboolean
read_top (WaxsealPracticeQuery *self, const char *value, GError **error)
{
  guint64 top;

  if (!g_ascii_string_to_unsigned (value, 10, 1, TOP_MOST, &top, NULL))
    return fail (error,
                 WAXSEAL_PRACTICE_ODATA_UNSUPPORTED,
                 "Invalid page size specified: Must be between 1 and 999 inclusive, not",
                 value);
  self->top = top;
  return TRUE;
}

static gboolean
read_count (WaxsealPracticeQuery *self, const char *value, GError **error)
{
  if (!g_str_equal (value, "true") && !g_str_equal (value, "false"))
    return fail (
      error, WAXSEAL_PRACTICE_ODATA_MALFORMED, "Invalid value for $count query option:", value);
  self->counts = g_str_equal (value, "true");
  return TRUE;
}

static gboolean
read_order (WaxsealPracticeQuery *self, const char *value, GError **error)
{
  g_auto (GStrv) words = g_strsplit (value, " ", -1);
  const WaxsealPracticeProperty *property;

  property = words[0] != NULL ? waxseal_practice_type_find (self->type, words[0]) : NULL;
  if (property == NULL)
    return fail (error,
                 WAXSEAL_PRACTICE_ODATA_MALFORMED,
                 "Invalid orderby clause: Could not find a property named",
                 value);
  if (!g_str_equal (words[0], "displayName") || (property->uses & WAXSEAL_PRACTICE_USE_ORDER) == 0)
    return fail (error,
                 WAXSEAL_PRACTICE_ODATA_UNSUPPORTED,
                 "Sorting is not supported for",
                 words[0]);
  self->sorts = TRUE;
  self->descends = g_strcmp0 (words[1], "desc") == 0;
  if (words[1] != NULL && (words[2] != NULL || (!self->descends && !g_str_equal (words[1], "asc"))))
    return fail (error,
                 WAXSEAL_PRACTICE_ODATA_MALFORMED,
                 "Invalid orderby clause: Syntax error in",
                 value);
  return TRUE;
}

static gboolean
read_token (WaxsealPracticeQuery *self, const char *value, GError **error)
{
  guint64 start;

  if (!g_str_has_prefix (value, TOKEN_HEAD) ||
      !g_ascii_string_to_unsigned (value + strlen (TOKEN_HEAD), 16, 1, G_MAXUINT32, &start, NULL))
    return fail (error, WAXSEAL_PRACTICE_ODATA_MALFORMED, "Invalid page token", value);
  self->start = start;
  return TRUE;
}

static const struct
{
  const char *name;
  gboolean (*read) (WaxsealPracticeQuery *self, const char *value, GError **error);
} readers[] = {
  { "$filter", read_filter },   { "$search", read_search }, { "$select", read_select },
  { "$top", read_top },         { "$count", read_count },   { "$orderby", read_order },
  { "$skiptoken", read_token },
};

static gboolean
read_option (WaxsealPracticeQuery *self, const char *name, const char *value, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (readers); i++)
    if (g_str_equal (name, readers[i].name))
      return readers[i].read (self, value, error);
  if (name[0] != '$')
    return TRUE;
  return fail (
    error, WAXSEAL_PRACTICE_ODATA_MALFORMED, "The query parameter is not supported:", name);
}

/* learn.microsoft.com/graph/filter-query-parameter: what “in” and “or” may have without the
 * advanced parameters. */
static gboolean
check_clauses (WaxsealPracticeQuery *self, gboolean eventual, GError **error)
{
  guint n = self->filter != NULL ? waxseal_practice_filter_count_clauses (self->filter) : 0;

  if (n <= CLAUSES_MOST || (eventual && self->counts))
    return TRUE;
  g_set_error (error,
               WAXSEAL_PRACTICE_ODATA_ERROR,
               WAXSEAL_PRACTICE_ODATA_UNSUPPORTED,
               "Too many child clauses specified in search filter expression containing 'OR' "
               "operators: %u. Max allowed: %u.",
               n,
               CLAUSES_MOST);
  return FALSE;
}

/* learn.microsoft.com/graph/aad-advanced-queries: what needs the header, and what $count as well.
 */
static gboolean
check_advanced (WaxsealPracticeQuery *self, gboolean eventual, GError **error)
{
  const char *advanced =
    self->filter != NULL ? waxseal_practice_filter_get_advanced (self->filter) : NULL;

  if (self->search != NULL && !eventual)
    return fail (error,
                 WAXSEAL_PRACTICE_ODATA_UNSUPPORTED,
                 "Request with $search query parameter only works through MSGraph with a special "
                 "request header:",
                 "ConsistencyLevel: eventual");
  if (advanced == NULL && self->filter != NULL && self->sorts)
    advanced = "OrderBy";
  if (advanced != NULL && (!eventual || !self->counts))
    return fail (error,
                 WAXSEAL_PRACTICE_ODATA_UNSUPPORTED,
                 "Operator is not supported because the required parameters might be missing. Try "
                 "adding $count=true query parameter and ConsistencyLevel:eventual header:",
                 advanced);
  self->counts = self->counts && eventual;
  return TRUE;
}

/**
 * waxseal_practice_query_new:
 * @options: (element-type utf8 utf8): the query of an address; what does not start with $ is let be
 * @eventual: whether the request has “ConsistencyLevel: eventual”
 * @error: %WAXSEAL_PRACTICE_ODATA_ERROR
 */
WaxsealPracticeQuery *
waxseal_practice_query_new (const WaxsealPracticeType *type,
                            GHashTable *options,
                            gboolean eventual,
                            GError **error)
{
  g_autoptr (WaxsealPracticeQuery) self = g_new0 (WaxsealPracticeQuery, 1);
  GHashTableIter iter;
  gpointer name, value;

  self->type = type;
  self->top = TOP_DEFAULT;
  g_hash_table_iter_init (&iter, options);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (!read_option (self, name, value, error))
      return NULL;
  if (!check_clauses (self, eventual, error) || !check_advanced (self, eventual, error))
    return NULL;
  return g_steal_pointer (&self);
}

void
waxseal_practice_query_free (WaxsealPracticeQuery *self)
{
  g_clear_pointer (&self->filter, waxseal_practice_filter_free);
  g_clear_pointer (&self->search, waxseal_practice_search_free);
  g_strfreev (self->select);
  g_free (self);
}

static gboolean
is_searched (const WaxsealPracticeQuery *self, const WaxsealPracticeSource *source, guint place)
{
  g_autoptr (JsonObject) object = NULL;

  if (source->may_match != NULL && !source->may_match (source->data, place, self->search))
    return FALSE;
  if (self->search == NULL)
    return TRUE;
  object = source->build (source->data, place, waxseal_practice_search_get_members (self->search));
  return object != NULL && waxseal_practice_search_match (self->search, object);
}

static gboolean
is_filtered (const WaxsealPracticeQuery *self, const WaxsealPracticeSource *source, guint place)
{
  g_autoptr (JsonObject) object = NULL;

  if (self->filter == NULL)
    return TRUE;
  object = source->build (source->data, place, waxseal_practice_filter_get_members (self->filter));
  return object != NULL && waxseal_practice_filter_match (self->filter, object);
}

static void
add (const WaxsealPracticeQuery *self,
     const WaxsealPracticeSource *source,
     guint place,
     JsonArray *page)
{
  const char *const *select = (const char *const *) self->select;
  g_autoptr (JsonObject) object = source->build (source->data, place, select);

  json_array_add_object_element (page, waxseal_practice_type_shape (self->type, object, select));
}

/**
 * waxseal_practice_query_run:
 * @source: what to look at
 * @count: (out): how many match in all; of use on the first page of a query that counts
 * @token: (out) (transfer full) (nullable): for the next page
 *
 * Returns: (transfer full): one page
 */
JsonArray *
waxseal_practice_query_run (const WaxsealPracticeQuery *self,
                            const WaxsealPracticeSource *source,
                            guint *count,
                            char **token)
{
  JsonArray *page = json_array_new ();

  *count = 0;
  *token = NULL;
  for (guint place = self->start; place < source->n; place++)
    {
      if (!is_searched (self, source, place) || !is_filtered (self, source, place))
        continue;
      ++*count;
      if (*count <= self->top)
        add (self, source, place, page);
      else if (*token == NULL)
        *token = g_strdup_printf (TOKEN_HEAD "%08X", place);
      if (*token != NULL && !(self->counts && self->start == 0))
        break;
    }
  return page;
}
