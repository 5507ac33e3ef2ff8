/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "audience-fixture.h"

#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-person.h"

#define PACE 0.003

static WaxsealPracticeServer *shared_server;

static JsonNode *
steer (AudienceFixture *self, const char *method, const char *path, const char *body)
{
  g_autofree char *uri = g_strconcat (waxseal_practice_server_get_base (self->server), path, NULL);
  g_autoptr (SoupMessage) message = soup_message_new (method, uri);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body)), reply = NULL;
  g_autofree char *text = NULL;

  soup_message_headers_replace (soup_message_get_request_headers (message),
                                "X-Waxseal-Practice",
                                "1");
  if (*body != '\0')
    soup_message_set_request_body_from_bytes (message, "application/json", bytes);
  reply = soup_session_send_and_read (self->control, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message) / 100, ==, 2);
  if (g_bytes_get_size (reply) == 0)
    return NULL;
  text = g_strndup (g_bytes_get_data (reply, NULL), g_bytes_get_size (reply));
  return json_from_string (text, NULL);
}

static void
open_link_cb (WaxsealAccount *account, const char *uri)
{
  waxseal_practice_person_follow_link_async ("global-administrator", uri, NULL, NULL, NULL);
}

static void
sign_in (AudienceFixture *self)
{
  static const char *const scopes[] = { "User.Read.All", "Group.Read.All", NULL };
  g_autoptr (WaxsealEndpoints) endpoints =
    waxseal_endpoints_new_for_practice (waxseal_practice_server_get_base (self->server));
  g_autoptr (WaxsealOrganization) organization = waxseal_organization_new_for_practice ("P");
  g_autoptr (GError) error = NULL;

  self->http = waxseal_http_new (TRUE);
  waxseal_http_set_pace (self->http, PACE);
  self->account = waxseal_account_new (self->http, endpoints, NULL, organization);
  self->graph = waxseal_graph_new (self->http, endpoints, WAXSEAL_AUTHORIZER (self->account));
  g_signal_connect (self->account, "open-link", G_CALLBACK (open_link_cb), NULL);
  waxseal_account_sign_in_async (
    self->account, WAXSEAL_SIGN_IN_BROWSER, scopes, NULL, audience_fixture_done_cb, self);
  waxseal_account_sign_in_finish (self->account, audience_fixture_wait (self), &error);
  g_assert_no_error (error);
}

static void
set_up (AudienceFixture *self, gconstpointer data)
{
  g_autoptr (JsonNode) reply = NULL, cleared = NULL;

  self->server = shared_server;
  self->control = soup_session_new ();
  soup_session_set_proxy_resolver (self->control, NULL);
  self->cancellable = g_cancellable_new ();
  reply = steer (self, "POST", "/practice/reset", "");
  sign_in (self);
  cleared = steer (self, "POST", "/practice/log/clear", "");
}

static void
tear_down (AudienceFixture *self, gconstpointer data)
{
  g_clear_object (&self->result);
  g_clear_object (&self->last);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (self->graph);
  g_object_unref (self->account);
  g_object_unref (self->http);
  g_object_unref (self->cancellable);
  soup_session_abort (self->control);
  g_object_unref (self->control);
}

void
audience_fixture_add (const char *path, gconstpointer data, AudienceTest test)
{
  g_test_add (path, AudienceFixture, data, set_up, test, tear_down);
}

int
audience_fixture_run (guint n_people)
{
  g_autoptr (GError) error = NULL;
  int status;

  shared_server = waxseal_practice_server_new (n_people);
  waxseal_practice_server_start (shared_server, 0, &error);
  g_assert_no_error (error);
  status = g_test_run ();
  waxseal_practice_server_stop (shared_server);
  g_clear_object (&shared_server);
  return status;
}

void
audience_fixture_make_trouble (AudienceFixture *self, const char *script)
{
  g_autofree char *json = g_strdelimit (g_strdup (script), "'", '"');
  g_autoptr (JsonNode) reply = steer (self, "POST", "/practice/faults", json);
}

guint
audience_fixture_count_requests (AudienceFixture *self, const char *route)
{
  g_autoptr (JsonNode) log = steer (self, "GET", "/practice/log", "");
  JsonArray *entries = json_node_get_array (log);
  guint n = 0;

  for (guint i = 0; i < json_array_get_length (entries); i++)
    {
      JsonObject *entry = waxseal_json_array_get_object (entries, i);

      n += g_str_equal (waxseal_json_get_text (entry, "route"), route);
    }
  return n;
}

void
audience_fixture_done_cb (GObject *source, GAsyncResult *result, gpointer fixture)
{
  ((AudienceFixture *) fixture)->result = g_object_ref (result);
}

/* Returns: (transfer none): what came; until the next. */
GAsyncResult *
audience_fixture_wait (AudienceFixture *self)
{
  while (self->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&self->last);
  self->last = g_steal_pointer (&self->result);
  return self->last;
}
