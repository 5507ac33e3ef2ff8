/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph-batch-fixture.h"

#include <string.h>

#include "waxseal-json.h"

static void
free_asked (gpointer data)
{
  g_free (((BatchAsked *) data)->url);
  g_free (data);
}

static guint
count_asked (BatchService *service, const char *url)
{
  guint n = 0;

  for (guint i = 0; i < service->asked->len; i++)
    n += g_str_equal (((BatchAsked *) service->asked->pdata[i])->url, url);
  return n;
}

static void
note (BatchService *service, const char *url)
{
  BatchAsked *asked = g_new0 (BatchAsked, 1);

  asked->url = g_strdup (url);
  asked->time = g_get_monotonic_time ();
  g_ptr_array_add (service->asked, asked);
}

/* In the other order than it was asked. */
static char *
answer_all (BatchService *service, JsonArray *requests)
{
  g_autoptr (GString) answers = g_string_new ("{\"responses\":[");
  guint n = json_array_get_length (requests), n_answers = 0;

  for (guint i = n; i-- > 0;)
    {
      JsonObject *request = waxseal_json_array_get_object (requests, i);
      const char *url = waxseal_json_get_text (request, "url");
      const char *answer = service->answer (url, count_asked (service, url));
      g_auto (GStrv) halves = g_strsplit (answer != NULL ? answer : "", "%s", 2);
      g_autofree char *rest = g_strjoinv (url, halves);

      g_assert_cmpstr (waxseal_json_get_text (request, "method"), ==, "GET");
      note (service, url);
      if (answer != NULL)
        g_string_append_printf (answers,
                                "%s{\"id\":\"%s\",%s}",
                                n_answers++ > 0 ? "," : "",
                                waxseal_json_get_text (request, "id"),
                                rest);
    }
  g_string_append (answers, "]}");
  return g_strdup (answers->str);
}

static gboolean
answer_instead (BatchService *service, SoupServerMessage *message)
{
  const char *outer = service->outer;

  if (outer == NULL)
    return FALSE;
  service->outer = NULL;
  soup_message_headers_append (soup_server_message_get_response_headers (message),
                               "Retry-After",
                               "1");
  http_fixture_reply (message,
                      g_ascii_strtoull (outer, NULL, 10),
                      "{\"error\":{\"code\":\"Authorization_RequestDenied\",\"message\":\"m\"}}");
  return TRUE;
}

static void
handle (HttpFixture *http, SoupServerMessage *message)
{
  BatchService *service = (BatchService *) http->data;
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autofree char *answers = NULL;
  JsonArray *requests;

  g_assert_cmpstr (soup_server_message_get_method (message), ==, "POST");
  g_assert_cmpstr (g_uri_get_path (soup_server_message_get_uri (message)), ==, "/v1.0/$batch");
  if (answer_instead (service, message))
    return;
  g_assert_true (json_parser_load_from_data (
    parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), NULL));
  requests = waxseal_json_get_array (waxseal_json_node_get_object (json_parser_get_root (parser)),
                                     "requests");
  service->batch_sizes[service->n_batches++] = json_array_get_length (requests);
  answers = answer_all (service, requests);
  http_fixture_reply (message, 200, answers);
  if (service->held == NULL)
    return;
  soup_server_message_pause (message);
  g_ptr_array_add (service->held, g_object_ref (message));
}

static gboolean
answered_cb (guint index, JsonObject *body, const GError *error, gpointer user_data)
{
  BatchFixture *fixture = user_data;

  fixture->n_calls++;
  g_assert_true ((body == NULL) == (error != NULL));
  if (fixture->bodies->len <= index)
    {
      g_ptr_array_set_size (fixture->bodies, index + 1);
      g_ptr_array_set_size (fixture->errors, index + 1);
    }
  g_assert_null (fixture->errors->pdata[index]);
  g_clear_pointer ((JsonObject **) &fixture->bodies->pdata[index], json_object_unref);
  if (body != NULL)
    fixture->bodies->pdata[index] = json_object_ref (body);
  else
    fixture->errors->pdata[index] = g_error_copy (error);
  while (fixture->more->len > 0)
    {
      g_autofree char *path = g_ptr_array_steal_index (fixture->more, 0);

      waxseal_graph_batch_add (fixture->batch, path, WAXSEAL_GRAPH_PLAIN);
    }
  return fixture->wants_pages;
}

static void
unref_object (gpointer object)
{
  if (object != NULL)
    json_object_unref (object);
}

static void
free_error (gpointer error)
{
  if (error != NULL)
    g_error_free (error);
}

void
batch_fixture_set_up (BatchFixture *self, gconstpointer answer)
{
  graph_fixture_set_up (&self->graph, handle);
  self->service.answer = (BatchAnswerer) answer;
  self->service.asked = g_ptr_array_new_with_free_func (free_asked);
  self->graph.http.data = &self->service;
  self->bodies = g_ptr_array_new_with_free_func (unref_object);
  self->errors = g_ptr_array_new_with_free_func (free_error);
  self->more = g_ptr_array_new_with_free_func (g_free);
  self->cancellable = g_cancellable_new ();
  self->wants_pages = TRUE;
  self->batch =
    waxseal_graph_batch_new (self->graph.graph, graph_fixture_scopes, answered_cb, self);
}

void
batch_fixture_tear_down (BatchFixture *self, gconstpointer unused)
{
  g_assert_finalize_object (self->batch);
  g_object_unref (self->cancellable);
  g_ptr_array_unref (self->bodies);
  g_ptr_array_unref (self->errors);
  g_ptr_array_unref (self->more);
  g_ptr_array_unref (self->service.asked);
  g_clear_pointer (&self->service.held, g_ptr_array_unref);
  graph_fixture_tear_down (&self->graph, NULL);
}

void
batch_fixture_add (BatchFixture *self, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("users/%u?$select=id", i);

      g_assert_cmpuint (waxseal_graph_batch_add (self->batch, path, WAXSEAL_GRAPH_PLAIN), ==, i);
    }
}

gboolean
batch_fixture_run (BatchFixture *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_graph_batch_run_async (self->batch,
                                 self->cancellable,
                                 http_fixture_store_result_cb,
                                 &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_graph_batch_run_finish (self->batch, result, error);
}

guint
batch_fixture_get_number (BatchFixture *self, const char *property)
{
  guint number;

  g_object_get (self->batch, property, &number, NULL);
  return number;
}

void
batch_fixture_assert_numbers (BatchFixture *self,
                              guint answered,
                              guint sent,
                              guint batches,
                              guint repeated)
{
  g_assert_cmpuint (batch_fixture_get_number (self, "n-answered"), ==, answered);
  g_assert_cmpuint (batch_fixture_get_number (self, "n-sent"), ==, sent);
  g_assert_cmpuint (batch_fixture_get_number (self, "n-batches"), ==, batches);
  g_assert_cmpuint (batch_fixture_get_number (self, "n-repeated"), ==, repeated);
  g_assert_cmpuint (batch_fixture_get_number (self, "waiting"), ==, 0);
}

void
batch_fixture_assert_answered (BatchFixture *self, guint n, guint failed, WaxsealError code)
{
  g_assert_cmpuint (self->bodies->len, ==, n);
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *url = g_strdup_printf ("/users/%u?$select=id", i);

      if (i == failed)
        g_assert_error ((GError *) self->errors->pdata[i], WAXSEAL_ERROR, (int) code);
      else
        g_assert_cmpstr (waxseal_json_get_text (self->bodies->pdata[i], "url"), ==, url);
    }
}
