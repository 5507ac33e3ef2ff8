/* SPDX-License-Identifier: GPL-3.0-or-later */
/* POST /$batch (learn.microsoft.com/graph/json-batching). The requests are done one after another;
 * the answers come in the other order, so that no client counts on theirs. */
#include "waxseal-json.h"
#include "waxseal-practice-faults.h"
#include "waxseal-practice-graph-handlers.h"
#include "waxseal-practice-graph.h"
#include "waxseal-practice-route.h"

#define MOST 20

static gboolean
fail (WaxsealPracticeCall *call, const char *message)
{
  waxseal_practice_call_fail (call, 400, "BadRequest", message);
  return FALSE;
}

/* Each has an id of its own, a method, and an address below this one. */
static gboolean
check_requests (WaxsealPracticeCall *call, JsonArray *requests)
{
  g_autoptr (GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (requests == NULL || json_array_get_length (requests) == 0)
    return fail (call, "Invalid batch payload format.");
  if (json_array_get_length (requests) > MOST)
    return fail (call, "Number of batch request steps exceeds the maximum value of 20.");
  for (guint i = 0; i < json_array_get_length (requests); i++)
    {
      JsonObject *request = waxseal_json_array_get_object (requests, i);
      const char *id = waxseal_json_get_text (request, "id");

      if (id[0] == '\0' || waxseal_json_get_text (request, "method")[0] == '\0' ||
          waxseal_json_get_text (request, "url")[0] == '\0')
        return fail (call, "Invalid batch payload format.");
      if (!g_hash_table_add (ids, (char *) id))
        return fail (call, "Request Id is not unique in the batch.");
    }
  return TRUE;
}

/* Whether all that @request waits for are done and went well. */
static gboolean
is_ready (JsonObject *request, GHashTable *done)
{
  g_auto (GStrv) ids = waxseal_json_array_dup_texts (waxseal_json_get_array (request, "dependsOn"));

  for (guint i = 0; ids[i] != NULL; i++)
    if (!g_hash_table_contains (done, ids[i]))
      return FALSE;
  return TRUE;
}

/* Each for itself, as Graph does: what one meets, such as being throttled, the others do not. */
static void
serve_route (WaxsealPracticeCall *inner, const WaxsealPracticeRoute *route)
{
  JsonObject *entry = NULL;
  gboolean answered =
    inner->faults != NULL && waxseal_practice_faults_answer_inner (inner->faults, inner, &entry);

  if (!answered && waxseal_practice_route_check_rights (route, inner))
    route->handle (inner);
  if (entry != NULL)
    json_object_set_int_member (entry, "status", inner->status);
}

static void
serve (WaxsealPracticeCall *inner, JsonObject *request, GHashTable *done)
{
  const WaxsealPracticeRoute *route = NULL;

  if (!is_ready (request, done))
    waxseal_practice_call_fail (inner,
                                424,
                                "FailedDependency",
                                "Failed the condition of the requests in dependsOn.");
  else if (strstr (waxseal_json_get_text (request, "url"), "$batch") != NULL)
    waxseal_practice_call_fail (inner, 400, "BadRequest", "A batch cannot contain a batch.");
  else if ((route = waxseal_practice_route_find (waxseal_practice_graph_routes, inner)) != NULL)
    serve_route (inner, route);
  else
    waxseal_practice_call_fail (inner,
                                400,
                                "BadRequest",
                                "Resource not found for the segment of the batch request.");
}

static JsonObject *
build_answer (WaxsealPracticeCall *inner, const char *id)
{
  JsonObject *answer = json_object_new (), *headers = json_object_ref (inner->reply_headers);

  json_object_set_string_member (answer, "id", id);
  json_object_set_int_member (answer, "status", inner->status);
  json_object_set_string_member (headers, "Content-Type", "application/json");
  json_object_set_object_member (answer, "headers", headers);
  if (inner->reply != NULL)
    json_object_set_member (answer, "body", json_node_copy (inner->reply));
  return answer;
}

void
waxseal_practice_graph_post_batch (WaxsealPracticeCall *call)
{
  JsonObject *body = waxseal_practice_graph_get_body (call);
  JsonArray *requests = waxseal_json_get_array (body, "requests");
  g_autoptr (GHashTable) done = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (JsonObject) reply = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GPtrArray) in_turn = g_ptr_array_new ();
  JsonArray *answers;

  if (body == NULL || !check_requests (call, requests))
    return;
  answers = json_array_new ();
  for (guint i = 0; i < json_array_get_length (requests); i++)
    {
      JsonObject *request = waxseal_json_array_get_object (requests, i);
      const char *id = waxseal_json_get_text (request, "id");
      g_autoptr (WaxsealPracticeCall) inner = waxseal_practice_call_new_inner (call, request);

      serve (inner, request, done);
      if (inner->status < 400)
        g_hash_table_add (done, (char *) id);
      g_ptr_array_add (in_turn, build_answer (inner, id));
    }
  while (in_turn->len > 0)
    json_array_add_object_element (answers, g_ptr_array_steal_index (in_turn, in_turn->len - 1));
  reply = json_object_new ();
  json_object_set_array_member (reply, "responses", answers);
  node = json_node_init_object (json_node_alloc (), reply);
  waxseal_practice_call_reply (call, 200, node);
}
