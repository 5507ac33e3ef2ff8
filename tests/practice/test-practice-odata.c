/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-graph-source.h"

#define MANY 100000

/* What the filters are held against, one letter each. */
static const char *const objects[] = {
  "{\"id\":\"a\",\"displayName\":\"Ann "
  "Example\",\"appId\":\"df021288-bdef-4463-88db-98f22de89214\","
  "\"appOwnerOrganizationId\":\"8c0a5e1e-6d0b-4c57-9d53-6d1f7b0e2a11\",\"accountEnabled\":true,"
  "\"servicePrincipalNames\":[\"https://graph.microsoft.com\",\"x\"],\"tags\":[\"t\"]}",
  "{\"id\":\"b\",\"displayName\":\"Sean O'Brien\",\"appId\":\"b\",\"accountEnabled\":false,"
  "\"servicePrincipalNames\":[],\"tags\":[\"t\",\"it's\"]}",
  "{\"id\":\"c\",\"displayName\":\"佐藤 花子\",\"appId\":null,\"accountEnabled\":true,"
  "\"servicePrincipalNames\":[\"X\"],\"tags\":[]}",
  "{\"id\":\"d\",\"displayName\":\"Tom & Jerry, 100% (#1); \\\"q\\\"\",\"accountEnabled\":true}",
};

static JsonObject *
parse (const char *text)
{
  g_autoptr (JsonNode) node = json_from_string (text, NULL);

  return json_node_dup_object (node);
}

static char *
filter (WaxsealPracticeFilter *wanted)
{
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_autoptr (JsonObject) object = parse (objects[i]);

      if (waxseal_practice_filter_match (wanted, object))
        g_string_append (found, waxseal_json_get_text (object, "id"));
    }
  return g_string_free (found, FALSE);
}

static const struct
{
  const char *text;
  const char *found;
} filter_rows[] = {
  { "displayName eq 'Ann Example'", "a" },
  { "displayName eq 'ann EXAMPLE'", "a" },
  { "displayName eq 'Sean O''Brien'", "b" },
  { "displayName eq '佐藤 花子'", "c" },
  { "displayName eq 'Tom & Jerry, 100% (#1); \"q\"'", "d" },
  { "displayName eq ''", "" },
  { "displayName eq ' or 1 eq 1 or '", "" },
  { "displayName ne 'Ann Example'", "bcd" },
  { "appId eq null", "cd" },
  { "appId ne null", "ab" },
  { "accountEnabled eq true", "acd" },
  { "accountEnabled eq false", "b" },
  { "accountEnabled ne true", "b" },
  { "startswith(displayName,'ann')", "a" },
  { "startsWith( displayName , 'A' )", "a" },
  { "startswith(displayName,'佐')", "c" },
  { "startswith(displayName,'')", "abcd" },
  { "startswith(appId,'DF02')", "a" },
  { "endswith(displayName,'o''brien')", "b" },
  { "endsWith(displayName,'花子')", "c" },
  { "not startswith(displayName,'ann')", "bcd" },
  { "not (accountEnabled eq true)", "b" },
  { "not(accountEnabled eq true)", "b" },
  { "displayName in ('Ann Example','SEAN O''BRIEN')", "ab" },
  { "id in ('d')", "d" },
  { "accountEnabled eq true and startswith(displayName,'ann')", "a" },
  { "id eq 'a' or id eq 'b' and accountEnabled eq true", "a" },
  { "(id eq 'a' or id eq 'b') and accountEnabled eq false", "b" },
  { "id eq 'a' or id eq 'b' or id eq 'c'", "abc" },
  { "((((id eq 'c'))))", "c" },
  { "not (id eq 'a') and not (id eq 'b')", "cd" },
  { "servicePrincipalNames/any(n:n eq 'https://graph.microsoft.com')", "a" },
  { "servicePrincipalNames/any(n: n eq 'x')", "ac" },
  { "servicePrincipalNames/any(s:startswith(s,'https://'))", "a" },
  { "servicePrincipalNames/any()", "ac" },
  { "not servicePrincipalNames/any(n:n eq 'x')", "bd" },
  { "not (servicePrincipalNames/any(n:n eq 'x'))", "bd" },
  { "tags/any(t:t eq 'it''s')", "b" },
  { "tags/any(t:t eq 't') and accountEnabled eq true", "a" },
  { "tags/any(t:t eq 't' or t eq 'u')", "ab" },
  { "tags/any(t:t in ('u','it''s'))", "b" },
  { "appOwnerOrganizationId eq 8c0a5e1e-6d0b-4c57-9d53-6d1f7b0e2a11", "a" },
  { "appOwnerOrganizationId eq '8C0A5E1E-6d0b-4c57-9d53-6d1f7b0e2a11'", "a" },
  { "appOwnerOrganizationId ne 8c0a5e1e-6d0b-4c57-9d53-6d1f7b0e2a11", "bcd" },
  { "displayName ge 'Sean'", "bcd" },
  { "displayName lt 'b'", "a" },
  { "displayName gt 'ann example'", "bcd" },
  { "displayName le 'ann example'", "a" },
  { "  id   eq   'a'  ", "a" },
};

static void
test_filter (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (filter_rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WaxsealPracticeFilter) wanted = NULL;
      g_autofree char *found = NULL;

      g_test_message ("%s", filter_rows[i].text);
      wanted =
        waxseal_practice_filter_new (&waxseal_practice_type_principal, filter_rows[i].text, &error);
      g_assert_no_error (error);
      found = filter (wanted);
      g_assert_cmpstr (found, ==, filter_rows[i].found);
    }
}

static void
test_filter_dates (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } rows[] = {
    { "createdDateTime ge 2026-01-31T09:00:00Z", TRUE },
    { "createdDateTime gt 2026-01-31T09:00:00Z", FALSE },
    { "createdDateTime eq 2026-01-31T10:00:00+01:00", TRUE },
    { "createdDateTime gt 2026-01-31", TRUE },
    { "createdDateTime lt 2026-02-01", TRUE },
  };
  g_autoptr (JsonObject) object = parse ("{\"createdDateTime\":\"2026-01-31T09:00:00Z\"}");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WaxsealPracticeFilter) wanted = NULL;

      wanted =
        waxseal_practice_filter_new (&waxseal_practice_type_application, rows[i].text, &error);
      g_assert_no_error (error);
      g_assert_cmpint (waxseal_practice_filter_match (wanted, object), ==, rows[i].found);
    }
}

static void
test_filter_refused (void)
{
  static const struct
  {
    const char *text;
    WaxsealPracticeODataError code;
  } rows[] = {
    { "", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "displayName", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "displayName eq", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "displayName eq 'x", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "displayName eq 'O'Brien'", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "displayName eq \"x\"", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "displayName eq x", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "displayName = 'x'", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "displayName like 'x'", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "displayName eq 'x' and", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "displayName eq 'x' displayName eq 'y'", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "(displayName eq 'x'", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "displayName eq 'x')", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "accountEnabled eq 'true'", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "displayName eq 12", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "appId eq df021288-bdef-4463-88db-98f22de89214", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "servicePrincipalNames eq 'x'", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "nonsense eq 'x'", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "startswith(displayName)", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "startswith(displayName,true)", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "soundslike(displayName,'x')", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "id in ()", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "id in 'x'", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "tags/any(t eq 'x')", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "tags/any(t:u eq 'x')", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "any(t:t eq 'x')", WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { "contains(displayName,'x')", WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
    { "notes eq 'x'", WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
    { "tags/all(t:t eq 'x')", WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", rows[i].text);
      g_assert_null (
        waxseal_practice_filter_new (&waxseal_practice_type_principal, rows[i].text, &error));
      g_assert_error (error, WAXSEAL_PRACTICE_ODATA_ERROR, (int) rows[i].code);
    }
}

/* A row of parentheses from outside must not use up the stack. */
static void
test_filter_deep (void)
{
  g_autofree char *text = g_strnfill (100000, '(');
  g_autoptr (GError) error = NULL, search_error = NULL;

  g_assert_null (waxseal_practice_filter_new (&waxseal_practice_type_user, text, &error));
  g_assert_error (error, WAXSEAL_PRACTICE_ODATA_ERROR, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED);
  g_assert_null (waxseal_practice_search_new (&waxseal_practice_type_user, text, &search_error));
  g_assert_error (search_error, WAXSEAL_PRACTICE_ODATA_ERROR, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED);
}

static void
test_search (void)
{
  static const struct
  {
    const char *text;
    gboolean found;
  } rows[] = {
    { "\"displayName:ann\"", TRUE },
    { "\"displayName:EXAM\"", TRUE },
    { "\"displayName:ann exa\"", TRUE },
    { "\"displayName:xam\"", FALSE },
    { "\"displayName:\"", FALSE },
    { "\"displayName:o'brien\"", TRUE },
    { "\"displayName:\\\"quoted\\\"\"", TRUE },
    { "\"displayName:花\"", TRUE },
    { "\"displayName:$(\"", FALSE },
    { "\"mail:ann.e\"", TRUE },
    { "\"mail:example\"", FALSE },
    { "\"mail:\"", FALSE },
    { "\"displayName:bob\" OR \"mail:ann\"", TRUE },
    { "\"displayName:bob\" AND \"mail:ann\"", FALSE },
    { "\"displayName:ann\" AND (\"mail:bob\" OR \"mail:ann\")", TRUE },
    { "\"mail:bob\" OR \"mail:ann\" AND \"displayName:bob\"", FALSE },
  };
  g_autoptr (JsonObject) object = parse (
    "{\"displayName\":\"Ann \\\"Quoted\\\" O'Brien-Example 花子\",\"mail\":\"ann.e@x.example\"}");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WaxsealPracticeSearch) search = NULL;

      g_test_message ("%s", rows[i].text);
      search = waxseal_practice_search_new (&waxseal_practice_type_user, rows[i].text, &error);
      g_assert_no_error (error);
      g_assert_cmpint (waxseal_practice_search_match (search, object), ==, rows[i].found);
    }
}

static void
test_search_refused (void)
{
  static const char *const rows[] = {
    "",
    "ann",
    "displayName:ann",
    "\"ann\"",
    "\"displayName:ann",
    "\"nonsense:ann\"",
    "\"accountEnabled:true\"",
    "\"displayName:ann\" OR",
    "\"displayName:ann\" or \"mail:ann\"",
    "(\"displayName:ann\"",
    "\"displayName:ann\")",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (waxseal_practice_search_new (&waxseal_practice_type_user, rows[i], &error));
      g_assert_nonnull (error);
    }
}

/* @options: names and values in turn. */
static WaxsealPracticeQuery *
make_query (const char *const *options, gboolean eventual, GError **error)
{
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);

  for (; *options != NULL; options += 2)
    g_hash_table_insert (table, (char *) options[0], (char *) options[1]);
  return waxseal_practice_query_new (&waxseal_practice_type_user, table, eventual, error);
}

static void
test_options_refused (void)
{
  static const struct
  {
    const char *options[5];
    gboolean eventual;
    WaxsealPracticeODataError code;
  } rows[] = {
    { { "$top", "0" }, FALSE, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
    { { "$top", "1000" }, FALSE, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
    { { "$top", "x" }, FALSE, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
    { { "$skip", "1" }, FALSE, WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { { "$expand", "manager" }, FALSE, WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { { "$select", "id,nonsense" }, FALSE, WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { { "$select", "practiceRoles" }, FALSE, WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { { "$count", "yes" }, TRUE, WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { { "$orderby", "nonsense" }, FALSE, WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { { "$orderby", "jobTitle" }, FALSE, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
    { { "$orderby", "displayName up" }, FALSE, WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { { "$skiptoken", "17" }, FALSE, WAXSEAL_PRACTICE_ODATA_MALFORMED },
    { { "$search", "\"mail:ann\"" }, FALSE, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
    { { "$filter", "id ne 'a'" }, FALSE, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
    { { "$filter", "id ne 'a'" }, TRUE, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
    { { "$filter", "id ne 'a'", "$count", "true" }, FALSE, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
    { { "$filter", "endswith(mail,'a')", "$count", "false" },
      TRUE,
      WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
    { { "$filter", "id eq 'a'", "$orderby", "displayName" },
      FALSE,
      WAXSEAL_PRACTICE_ODATA_UNSUPPORTED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;

      g_test_message ("%s=%s", rows[i].options[0], rows[i].options[1]);
      g_assert_null (make_query (rows[i].options, rows[i].eventual, &error));
      g_assert_error (error, WAXSEAL_PRACTICE_ODATA_ERROR, (int) rows[i].code);
    }
}

static void
test_options_accepted (void)
{
  static const char *const rows[][5] = {
    { NULL },
    { "$top", "999", "$count", "true" },
    { "$filter", "id ne 'a'", "$count", "true" },
    { "$orderby", "displayName desc", "$select", "id, displayName" },
    { "mkt", "ja-JP" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (WaxsealPracticeQuery) query = make_query (rows[i], TRUE, &error);

      g_assert_no_error (error);
      g_assert_nonnull (query);
    }
}

/* Goes through all pages; the ids in the order in which they came. */
static GPtrArray *
collect (WaxsealPracticePeople *people, const char *name, const char *value, const char *top)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *token = NULL;
  guint page_size = g_ascii_strtoull (top, NULL, 10);
  guint n_pages = 0, count = 0, first_count = 0;

  do
    {
      const char *options[] = { "$top", top, "$count", "true", name, value, NULL, NULL, NULL };
      g_autoptr (WaxsealPracticeQuery) query = NULL;
      g_auto (WaxsealPracticePeopleSource) source = { .people = people };
      WaxsealPracticeSource places;
      g_autoptr (JsonArray) page = NULL;

      options[name != NULL ? 6 : 4] = token != NULL ? "$skiptoken" : NULL;
      options[name != NULL ? 7 : 5] = token;
      query = make_query (options, TRUE, NULL);
      places = waxseal_practice_source_of_people (&source, query);
      g_clear_pointer (&token, g_free);
      page = waxseal_practice_query_run (query, &places, &count, &token);
      first_count = n_pages++ == 0 ? count : first_count;
      for (guint i = 0; i < json_array_get_length (page); i++)
        g_ptr_array_add (ids,
                         g_strdup (
                           waxseal_json_get_text (json_array_get_object_element (page, i), "id")));
    }
  while (token != NULL);
  g_assert_cmpuint (first_count, ==, ids->len);
  g_assert_cmpuint (n_pages, ==, MAX (1, (ids->len + page_size - 1) / page_size));
  return ids;
}

static guint
count_different (GPtrArray *ids)
{
  g_autoptr (GHashTable) set = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < ids->len; i++)
    g_hash_table_add (set, g_ptr_array_index (ids, i));
  return g_hash_table_size (set);
}

/* Neither loss nor repetition, whatever the order, and as many pages as there have to be. */
static void
test_pages (void)
{
  g_autoptr (WaxsealPracticePeople) people = waxseal_practice_people_new (MANY);
  static const char *const orders[] = { NULL, "displayName", "displayName desc" };

  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autoptr (GPtrArray) ids =
        collect (people, orders[i] != NULL ? "$orderby" : NULL, orders[i], "999");

      g_assert_cmpuint (ids->len, ==, MANY);
      g_assert_cmpuint (count_different (ids), ==, MANY);
    }
}

static guint
count_by_hand (WaxsealPracticePeople *people, WaxsealPracticeSearch *search)
{
  guint n = 0;

  for (guint i = 0; i < MANY; i++)
    {
      g_autoptr (JsonObject) user =
        waxseal_practice_people_build (people, i, waxseal_practice_search_get_members (search));

      n += waxseal_practice_search_match (search, user);
    }
  return n;
}

/* The quick way through the names finds just those that the long way finds. */
static void
test_search_many (void)
{
  g_autoptr (WaxsealPracticePeople) people = waxseal_practice_people_new (MANY);
  static const char *const rows[] = {
    "\"displayName:ann\" OR \"mail:ann\"",
    "\"displayName:佐藤\"",
    "\"mail:ann.hill2@\"",
    "\"mail:ann.hill2@\" OR \"givenName:ian\" AND \"userPrincipalName:ian.s\"",
    "\"displayName:smith\" AND \"givenName:w\"",
    "\"displayName:nonesuch\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (WaxsealPracticeSearch) search =
        waxseal_practice_search_new (&waxseal_practice_type_user, rows[i], NULL);
      g_autoptr (GPtrArray) ids = collect (people, "$search", rows[i], "100");

      g_assert_cmpuint (ids->len, ==, count_by_hand (people, search));
      g_assert_cmpuint (count_different (ids), ==, ids->len);
      g_assert_cmpint (ids->len == 0, ==, strstr (rows[i], "nonesuch") != NULL);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/practice/odata/filter", test_filter);
  g_test_add_func ("/practice/odata/filter-dates", test_filter_dates);
  g_test_add_func ("/practice/odata/filter-refused", test_filter_refused);
  g_test_add_func ("/practice/odata/filter-deep", test_filter_deep);
  g_test_add_func ("/practice/odata/search", test_search);
  g_test_add_func ("/practice/odata/search-refused", test_search_refused);
  g_test_add_func ("/practice/odata/search-many", test_search_many);
  g_test_add_func ("/practice/odata/options-refused", test_options_refused);
  g_test_add_func ("/practice/odata/options-accepted", test_options_accepted);
  g_test_add_func ("/practice/odata/pages", test_pages);
  return g_test_run ();
}
