/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-graph.h"

#include "waxseal-json.h"
#include "waxseal-practice-graph-source.h"

static void
fail_query (WaxsealPracticeCall *call, const GError *error)
{
  gboolean unsupported =
    g_error_matches (error, WAXSEAL_PRACTICE_ODATA_ERROR, WAXSEAL_PRACTICE_ODATA_UNSUPPORTED);

  waxseal_practice_call_fail (call,
                              400,
                              unsupported ? "Request_UnsupportedQuery" : "BadRequest",
                              error->message);
}

/** waxseal_practice_graph_read_query: Returns: (transfer full) (nullable): the $-options. */
WaxsealPracticeQuery *
waxseal_practice_graph_read_query (WaxsealPracticeCall *call, const WaxsealPracticeType *type)
{
  const char *level = waxseal_practice_call_get_header (call, "ConsistencyLevel");
  gboolean eventual = level != NULL && g_ascii_strcasecmp (level, "eventual") == 0;
  g_autoptr (GError) error = NULL;
  WaxsealPracticeQuery *query;

  query = waxseal_practice_query_new (type, call->query, eventual, &error);
  if (query == NULL)
    fail_query (call, error);
  return query;
}

static char *
build_context (WaxsealPracticeCall *call,
               const WaxsealPracticeType *type,
               char **select,
               const char *end)
{
  g_autofree char *names = select != NULL ? g_strjoinv (",", select) : NULL;

  return g_strconcat (call->host,
                      "/v1.0/$metadata#",
                      type->set,
                      names != NULL ? "(" : "",
                      names != NULL ? names : "",
                      names != NULL ? ")" : "",
                      end,
                      NULL);
}

static void
append_option (GString *link, const char *name, const char *value)
{
  g_string_append_c (link, strchr (link->str, '?') == NULL ? '?' : '&');
  g_string_append_uri_escaped (link, name, "$", FALSE);
  g_string_append_c (link, '=');
  g_string_append_uri_escaped (link, value, NULL, FALSE);
}

/* On the host that the client wrote, with the options it sent. */
static char *
build_next_link (WaxsealPracticeCall *call, const char *token)
{
  GString *link = g_string_new (call->host);
  g_autoptr (GList) names =
    g_list_sort (g_hash_table_get_keys (call->query), (GCompareFunc) g_strcmp0);

  for (guint i = 0; call->path[i] != NULL; i++)
    {
      g_string_append_c (link, '/');
      g_string_append_uri_escaped (link, call->path[i], "()='", FALSE);
    }
  for (GList *name = names; name != NULL; name = name->next)
    if (!g_str_equal (name->data, "$skiptoken"))
      append_option (link, name->data, g_hash_table_lookup (call->query, name->data));
  append_option (link, "$skiptoken", token);
  return g_string_free (link, FALSE);
}

static void
reply_object (WaxsealPracticeCall *call, guint status, JsonObject *object)
{
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), object);

  waxseal_practice_call_reply (call, status, node);
}

/** waxseal_practice_graph_list_source: replies with a page of @source. */
void
waxseal_practice_graph_list_source (WaxsealPracticeCall *call,
                                    const WaxsealPracticeQuery *query,
                                    const WaxsealPracticeSource *source)
{
  g_autoptr (JsonObject) reply = json_object_new ();
  g_autofree char *context = build_context (call, query->type, query->select, "");
  g_autofree char *token = NULL;
  JsonArray *page;
  guint count;

  page = waxseal_practice_query_run (query, source, &count, &token);
  json_object_set_string_member (reply, "@odata.context", context);
  if (query->counts && query->start == 0)
    json_object_set_int_member (reply, "@odata.count", count);
  if (token != NULL)
    {
      g_autofree char *link = build_next_link (call, token);

      json_object_set_string_member (reply, "@odata.nextLink", link);
    }
  json_object_set_array_member (reply, "value", page);
  reply_object (call, 200, reply);
}

/** waxseal_practice_graph_list: replies with those of @objects that the call asks for. */
void
waxseal_practice_graph_list (WaxsealPracticeCall *call,
                             const WaxsealPracticeType *type,
                             GPtrArray *objects)
{
  g_autoptr (WaxsealPracticeQuery) query = waxseal_practice_graph_read_query (call, type);
  g_autoptr (GPtrArray) sorted = NULL;
  WaxsealPracticeSource source;

  if (query == NULL)
    return;
  sorted = waxseal_practice_source_sort (objects, query);
  source = waxseal_practice_source_of_objects (sorted);
  waxseal_practice_graph_list_source (call, query, &source);
}

/** waxseal_practice_graph_list_people: @wanted: as in #WaxsealPracticePeopleSource */
void
waxseal_practice_graph_list_people (WaxsealPracticeCall *call, const guint8 *wanted)
{
  g_autoptr (WaxsealPracticeQuery) query =
    waxseal_practice_graph_read_query (call, &waxseal_practice_type_user);
  g_auto (WaxsealPracticePeopleSource) people = {
    .people = waxseal_practice_tenant_get_people (call->tenant),
    .wanted = wanted,
  };
  g_autofree guint8 *named = NULL;
  WaxsealPracticeSource source;

  if (query == NULL)
    return;
  if (query->filter != NULL && wanted == NULL)
    people.wanted = named = waxseal_practice_source_find_people (people.people, query->filter);
  source = waxseal_practice_source_of_people (&people, query);
  waxseal_practice_graph_list_source (call, query, &source);
}

/**
 * waxseal_practice_graph_show:
 * @object: (nullable): %NULL is 404
 *
 * Replies with one object; $select is heeded where it was asked for by GET.
 */
void
waxseal_practice_graph_show (WaxsealPracticeCall *call,
                             guint status,
                             const WaxsealPracticeType *type,
                             JsonObject *object)
{
  g_autoptr (WaxsealPracticeQuery) query = NULL;
  g_autoptr (JsonObject) reply = NULL, shaped = NULL;
  g_autofree char *context = NULL;
  char **select = NULL;

  if (object == NULL)
    {
      waxseal_practice_graph_fail_missing (call, call->keys[0] != NULL ? call->keys[0] : "");
      return;
    }
  if (g_str_equal (call->method, "GET"))
    {
      query = waxseal_practice_graph_read_query (call, type);
      if (query == NULL)
        return;
      select = query->select;
    }
  shaped = waxseal_practice_type_shape (type, object, (const char *const *) select);
  context = build_context (call, type, select, "/$entity");
  reply = json_object_new ();
  json_object_set_string_member (reply, "@odata.context", context);
  waxseal_practice_graph_merge (reply, shaped);
  reply_object (call, status, reply);
}

/** waxseal_practice_graph_fail_missing: 404 in Graph's words (microsoft.md, 2.7). */
void
waxseal_practice_graph_fail_missing (WaxsealPracticeCall *call, const char *id)
{
  g_autofree char *message = NULL;

  message = g_strdup_printf ("Resource '%s' does not exist or one of its queried "
                             "reference-property objects are not present.",
                             id);
  waxseal_practice_call_fail (call, 404, "Request_ResourceNotFound", message);
}

/** waxseal_practice_graph_fail_bad: 400 with “Request_BadRequest”. */
void
waxseal_practice_graph_fail_bad (WaxsealPracticeCall *call, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list args;

  va_start (args, format);
  message = g_strdup_vprintf (format, args);
  va_end (args);
  waxseal_practice_call_fail (call, 400, "Request_BadRequest", message);
}
