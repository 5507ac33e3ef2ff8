/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "graph-fixture.h"

#include <string.h>

const char *const graph_fixture_scopes[] = { "User.Read.All", NULL };

/* "token-1", or with a payload "h.payload.1". */
static char *
make_token (FakeAuthorizer *self)
{
  g_autofree char *payload = NULL;

  self->n_tokens++;
  if (self->payload == NULL)
    return g_strdup_printf ("token-%u", self->n_tokens);
  payload = g_base64_encode ((const guchar *) self->payload, strlen (self->payload));
  g_strdelimit (payload, "+", '-');
  g_strdelimit (payload, "/", '_');
  payload[strcspn (payload, "=")] = '\0';
  return g_strdup_printf ("h.%s.%u", payload, self->n_tokens);
}

static void
get_token_async (WaxsealAuthorizer *authorizer,
                 const char *resource,
                 const char *const *scopes,
                 const char *claims,
                 gboolean fresh,
                 GCancellable *cancellable,
                 GAsyncReadyCallback callback,
                 gpointer user_data)
{
  FakeAuthorizer *self = FAKE_AUTHORIZER (authorizer);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  g_autofree char *text = make_token (self);
  g_autoptr (SecretValue) value = secret_value_new (text, -1, "text/plain");

  g_free (self->resource);
  self->resource = g_strdup (resource);
  g_free (self->scope);
  self->scope = g_strdup (scopes[0]);
  g_free (self->claims);
  self->claims = g_strdup (claims);
  self->fresh = fresh;
  if (self->error != NULL)
    g_task_return_error (task, g_error_copy (self->error));
  else
    g_task_return_pointer (task,
                           waxseal_token_new (value, 3600, scopes),
                           (GDestroyNotify) waxseal_token_unref);
}

static WaxsealToken *
get_token_finish (WaxsealAuthorizer *authorizer, GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

static void
implement_authorizer (WaxsealAuthorizerInterface *iface)
{
  iface->get_token_async = get_token_async;
  iface->get_token_finish = get_token_finish;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (FakeAuthorizer,
                               fake_authorizer,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (WAXSEAL_TYPE_AUTHORIZER,
                                                      implement_authorizer))

static void
fake_authorizer_finalize (GObject *object)
{
  FakeAuthorizer *self = FAKE_AUTHORIZER (object);

  g_free (self->resource);
  g_free (self->scope);
  g_free (self->claims);
  g_clear_error (&self->error);
  G_OBJECT_CLASS (fake_authorizer_parent_class)->finalize (object);
}

static void
fake_authorizer_class_init (FakeAuthorizerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_authorizer_finalize;
}

static void
fake_authorizer_init (FakeAuthorizer *self)
{
}

void
graph_fixture_set_up (GraphFixture *fixture, gconstpointer handle)
{
  g_autoptr (WaxsealEndpoints) endpoints = NULL;

  http_fixture_set_up (&fixture->http, handle);
  endpoints = waxseal_endpoints_new_for_practice (fixture->http.base);
  fixture->authorizer = g_object_new (FAKE_TYPE_AUTHORIZER, NULL);
  fixture->graph =
    waxseal_graph_new (fixture->http.http, endpoints, WAXSEAL_AUTHORIZER (fixture->authorizer));
}

void
graph_fixture_tear_down (GraphFixture *fixture, gconstpointer unused)
{
  g_assert_finalize_object (fixture->graph);
  g_clear_object (&fixture->authorizer);
  http_fixture_tear_down (&fixture->http, NULL);
}

WaxsealHttpReply *
graph_fixture_call (GraphFixture *fixture,
                    const char *method,
                    const char *path,
                    WaxsealGraphFlags flags,
                    GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_graph_call_async (fixture->graph,
                            method,
                            path,
                            NULL,
                            graph_fixture_scopes,
                            flags,
                            NULL,
                            http_fixture_store_result_cb,
                            &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_graph_call_finish (fixture->graph, result, error);
}

JsonArray *
graph_fixture_list (GraphFixture *fixture, guint max_pages, gboolean *complete, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_graph_list_async (fixture->graph,
                            "users?$top=2",
                            graph_fixture_scopes,
                            WAXSEAL_GRAPH_EVENTUAL,
                            max_pages,
                            NULL,
                            http_fixture_store_result_cb,
                            &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_graph_list_finish (fixture->graph, result, complete, error);
}
