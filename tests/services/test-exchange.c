/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is sent to Exchange, and what its replies mean, at a server in the test itself. */
#include <string.h>

#include "graph-fixture.h"
#include "waxseal-error.h"
#include "waxseal-exchange.h"
#include "waxseal-json.h"
#include "waxseal-remedy.h"

#define TENANT "7ac71ce0-0000-4000-8000-000000000001"
#define PATH   "/adminapi/beta/" TENANT "/InvokeCommand"
#define UPN    "ellen@contoso.example"
#define ID     "0f0e0d0c-0b0a-4908-8706-050403020100"

typedef struct
{
  HttpFixture http;
  FakeAuthorizer *authorizer;
  WaxsealExchange *exchange;
} Fixture;

static const char *const scopes[] = { "https://exchange.example/Exchange.Manage", NULL };

static void
set_up (Fixture *self, gconstpointer handle)
{
  g_autoptr (WaxsealEndpoints) endpoints = NULL;

  http_fixture_set_up (&self->http, handle);
  endpoints = waxseal_endpoints_new_for_practice (self->http.base);
  self->authorizer = g_object_new (FAKE_TYPE_AUTHORIZER, NULL);
  self->authorizer->payload = "{\"tid\":\"" TENANT "\",\"upn\":\"" UPN "\"}";
  self->exchange =
    waxseal_exchange_new (self->http.http, endpoints, WAXSEAL_AUTHORIZER (self->authorizer));
}

static void
tear_down (Fixture *self, gconstpointer unused)
{
  g_assert_finalize_object (self->exchange);
  g_clear_object (&self->authorizer);
  http_fixture_tear_down (&self->http, NULL);
}

static WaxsealExchangeReply *
call (Fixture *self, WaxsealExchangeCommand *command, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  waxseal_exchange_call_async (
    self->exchange, command, scopes, NULL, http_fixture_store_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return waxseal_exchange_call_finish (self->exchange, result, error);
}

static WaxsealExchangeReply *
get_apps (Fixture *self, GError **error)
{
  g_autoptr (WaxsealExchangeCommand) command = waxseal_exchange_command_new ("Get-App");

  waxseal_exchange_command_set_flag (command, "OrganizationApp", TRUE);
  return call (self, command, error);
}

static WaxsealExchangeReply *
remove_app (Fixture *self, GError **error)
{
  g_autoptr (WaxsealExchangeCommand) command = waxseal_exchange_command_new ("Remove-App");

  waxseal_exchange_command_set_text (command, "Identity", ID);
  waxseal_exchange_command_set_flag (command, "OrganizationApp", TRUE);
  waxseal_exchange_command_set_flag (command, "Confirm", FALSE);
  return call (self, command, error);
}

static const char *
get_sent (SoupServerMessage *message, const char *name)
{
  return soup_message_headers_get_one (soup_server_message_get_request_headers (message), name);
}

static void
set_header (SoupServerMessage *message, const char *name, const char *value)
{
  soup_message_headers_append (soup_server_message_get_response_headers (message), name, value);
}

static char *
dup_body (SoupServerMessage *message)
{
  SoupMessageBody *body = soup_server_message_get_request_body (message);
  g_autoptr (GBytes) bytes = soup_message_body_flatten (body);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
handle_call (HttpFixture *fixture, SoupServerMessage *message)
{
  g_autofree char *body = dup_body (message);

  g_assert_cmpstr (soup_server_message_get_method (message), ==, "POST");
  g_assert_cmpstr (g_uri_get_path (soup_server_message_get_uri (message)), ==, PATH);
  g_assert_true (g_str_has_prefix (get_sent (message, "Authorization"), "Bearer h."));
  g_assert_true (g_str_has_prefix (get_sent (message, "Content-Type"), "application/json"));
  g_assert_cmpstr (get_sent (message, "Accept"), ==, "application/json");
  g_assert_cmpstr (get_sent (message, "X-AnchorMailbox"), ==, "UPN:" UPN);
  g_assert_cmpstr (get_sent (message, "X-CmdletName"), ==, "Get-App");
  g_assert_cmpstr (get_sent (message, "X-ResponseFormat"), ==, "json");
  g_assert_cmpstr (get_sent (message, "Prefer"), ==, "odata.maxpagesize=1000");
  g_assert_true (g_uuid_string_is_valid (get_sent (message, "client-request-id")));
  g_assert_cmpstr (body,
                   ==,
                   "{\"CmdletInput\":{\"CmdletName\":\"Get-App\","
                   "\"Parameters\":{\"OrganizationApp\":true}}}");
  set_header (message, "request-id", "42");
  http_fixture_reply (message, 200, "{\"value\":[{\"AppId\":\"" ID "\"}]}");
}

static void
test_call (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealExchangeReply) reply = get_apps (self, &error);
  JsonArray *items;

  g_assert_no_error (error);
  items = waxseal_exchange_reply_get_items (reply);
  g_assert_cmpuint (json_array_get_length (items), ==, 1);
  g_assert_cmpstr (waxseal_json_get_text (waxseal_json_array_get_object (items, 0), "AppId"),
                   ==,
                   ID);
  g_assert_cmpstr (waxseal_exchange_reply_get_request_id (reply), ==, "42");
  g_assert_null (waxseal_exchange_reply_get_warnings (reply)[0]);
  g_assert_cmpstr (self->authorizer->resource, ==, self->http.base);
  g_assert_cmpstr (self->authorizer->scope, ==, scopes[0]);
}

static void
handle_nothing (HttpFixture *fixture, SoupServerMessage *message)
{
  http_fixture_reply (message, 200, "{\"value\":[]}");
}

/* What is not in the table is not sent, and no token is asked for either. */
static void
test_never_sent (Fixture *self, gconstpointer unused)
{
  static const char *const cmdlets[] = { "Get-Mailbox", "Remove-App", "Get-App" };

  for (guint i = 0; i < G_N_ELEMENTS (cmdlets); i++)
    {
      g_autoptr (WaxsealExchangeCommand) command = waxseal_exchange_command_new (cmdlets[i]);
      g_autoptr (GError) error = NULL;

      g_assert_null (call (self, command, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
    }
  g_assert_cmpuint (self->http.n_requests, ==, 0);
  g_assert_cmpuint (self->authorizer->n_tokens, ==, 0);
}

/* A token that does not say whose it is. */
static void
test_nobodys_token (Fixture *self, gconstpointer unused)
{
  static const char *const payloads[] = {
    NULL,
    "{}",
    "{\"tid\":\"" TENANT "\"}",
    "{\"upn\":\"" UPN "\"}",
    "{\"tid\":\"../../x\",\"upn\":\"" UPN "\"}",
    "{\"tid\":\"" TENANT "\",\"upn\":\"a@b.c\\r\\nX-Evil: 1\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (payloads); i++)
    {
      g_autoptr (GError) error = NULL;

      self->authorizer->payload = payloads[i];
      g_assert_null (get_apps (self, &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_SIGN_IN_NEEDED);
    }
  g_assert_cmpuint (self->http.n_requests, ==, 0);
}

static void
handle_pages (HttpFixture *fixture, SoupServerMessage *message)
{
  const char *query = g_uri_get_query (soup_server_message_get_uri (message));
  g_autofree char *first = NULL;
  g_autofree char *body = dup_body (message);

  g_assert_cmpstr (soup_server_message_get_method (message), ==, "POST");
  g_assert_nonnull (strstr (body, "Get-App"));
  g_assert_cmpstr (get_sent (message, "X-AnchorMailbox"), ==, "UPN:" UPN);
  if (query != NULL)
    {
      http_fixture_reply (message,
                          200,
                          "{\"value\":[{\"AppId\":\"b\"}],\"@adminapi.warnings\":[\"two\"]}");
      return;
    }
  first = g_strdup_printf ("{\"value\":[{\"AppId\":\"a\"}],\"@adminapi.warnings\":[\"one\"],"
                           "\"@odata.nextLink\":\"%s" PATH "?$skiptoken=x\"}",
                           fixture->base);
  http_fixture_reply (message, 200, first);
}

static void
test_pages (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealExchangeReply) reply = get_apps (self, &error);
  g_autofree char *warnings = NULL;

  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (waxseal_exchange_reply_get_items (reply)), ==, 2);
  warnings = g_strjoinv ("+", (char **) waxseal_exchange_reply_get_warnings (reply));
  g_assert_cmpstr (warnings, ==, "one+two");
  g_assert_cmpuint (self->http.n_requests, ==, 2);
}

/* The address of the next page is the fixture's data; "%s" is the server's own. */
static void
handle_link (HttpFixture *fixture, SoupServerMessage *message)
{
  g_autofree char *page =
    g_strdup_printf ("{\"value\":[],\"@odata.nextLink\":\"%s\"}", (const char *) fixture->data);

  http_fixture_reply (message, 200, page);
}

static void
test_foreign_link (Fixture *self, gconstpointer unused)
{
  const char *links[] = {
    "https://evil.example" PATH,
    "http://127.0.0.1:1" PATH,
    "%s/v1.0/users",
    "%s/adminapi/../v1.0/users",
    "/relative",
    "no link",
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    {
      gboolean has_base = g_str_has_prefix (links[i], "%s");
      g_autofree char *link =
        g_strconcat (has_base ? self->http.base : "", links[i] + (has_base ? 2 : 0), NULL);
      g_autoptr (GError) error = NULL;

      self->http.n_requests = 0;
      self->http.data = link;
      g_assert_null (get_apps (self, &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_BAD_REPLY);
      g_assert_cmpuint (self->http.n_requests, ==, 1);
    }
}

/* A service that never comes to an end. */
static void
test_endless (Fixture *self, gconstpointer unused)
{
  g_autofree char *link = g_strconcat (self->http.base, PATH "?$skiptoken=x", NULL);
  g_autoptr (GError) error = NULL;

  self->http.data = link;
  g_assert_null (get_apps (self, &error));
  g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_BAD_REPLY);
  g_assert_cmpuint (self->http.n_requests, ==, 20);
}

static void
handle_data (HttpFixture *fixture, SoupServerMessage *message)
{
  http_fixture_reply (message, 200, fixture->data);
}

static void
test_warnings_only (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealExchangeReply) reply = NULL;

  self->http.data = "{\"@adminapi.warnings\":[\"Nothing was modified.\"]}";
  reply = get_apps (self, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (json_array_get_length (waxseal_exchange_reply_get_items (reply)), ==, 0);
  g_assert_cmpstr (waxseal_exchange_reply_get_warnings (reply)[0], ==, "Nothing was modified.");
}

/* A read has to give something; a write is read back anyway. */
static void
test_no_page (Fixture *self, gconstpointer unused)
{
  static const char *const bodies[] = { "{}", "[]", "{\"value\":{}}", "" };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) none = NULL;
      g_autoptr (WaxsealExchangeReply) reply = NULL;

      self->http.data = bodies[i];
      g_assert_null (get_apps (self, &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_BAD_REPLY);
      reply = remove_app (self, &none);
      g_assert_no_error (none);
      g_assert_nonnull (reply);
    }
}

/** Refusal: @told: what has to be in the details. */
typedef struct
{
  guint status;
  const char *body;
  const char *told;
  const char *untold;
  WaxsealError error;
} Refusal;

static const Refusal refusals[] = {
  { 400,
    "{\"error\":{\"code\":\"BadRequest\",\"message\":\"Error executing cmdlet\",\"details\":[{"
    "\"message\":\"|X|First.\"},{\"message\":\"Second.\"}],\"innererror\":{"
    "\"internalexception\":{\"message\":\"Deep.\"}}}}",
    "|X|First.\nSecond.",
    "Deep.",
    WAXSEAL_ERROR_EXCHANGE_REFUSED },
  { 400,
    "{\"error\":{\"message\":\"Error executing cmdlet\",\"innererror\":{"
    "\"internalexception\":{\"message\":\"Deep.\"}}}}",
    "Deep.",
    "Error executing",
    WAXSEAL_ERROR_EXCHANGE_REFUSED },
  { 400,
    "{\"error\":{\"message\":\"Error executing cmdlet\",\"innerError\":{"
    "\"internalException\":{\"message\":\"Deep.\"}}}}",
    "Deep.",
    "Error executing",
    WAXSEAL_ERROR_EXCHANGE_REFUSED },
  { 404,
    "{\"error\":{\"message\":\"It is not there.\"}}",
    "It is not there.",
    NULL,
    WAXSEAL_ERROR_EXCHANGE_REFUSED },
  { 405, "", "HTTP 405", NULL, WAXSEAL_ERROR_EXCHANGE_REFUSED },
  { 403,
    "{\"error\":{\"message\":\"Your role does not do.\"}}",
    "Your role does not do.",
    NULL,
    WAXSEAL_ERROR_EXCHANGE_ROLE },
  { 409, "", "HTTP 409", NULL, WAXSEAL_ERROR_CONFLICT },
  { 500, "{\"error\":{\"message\":\"Oh.\"}}", "Oh.", NULL, WAXSEAL_ERROR_SERVICE_FAILED },
  { 302, "", "HTTP 302", NULL, WAXSEAL_ERROR_BAD_REPLY },
};

static void
handle_refusal (HttpFixture *fixture, SoupServerMessage *message)
{
  const Refusal *refusal = fixture->data;

  set_header (message, "request-id", "42");
  if (refusal->status == 302)
    set_header (message, "Location", "/elsewhere");
  http_fixture_reply (message, refusal->status, refusal->body);
}

static void
test_refusals (Fixture *self, gconstpointer unused)
{
  for (guint i = 0; i < G_N_ELEMENTS (refusals); i++)
    {
      g_autoptr (GError) error = NULL;
      const char *details;

      self->http.data = &refusals[i];
      self->http.n_requests = 0;
      g_assert_null (remove_app (self, &error));
      g_assert_error (error, WAXSEAL_ERROR, (int) refusals[i].error);
      details = waxseal_error_get_details (error);
      g_assert_true (g_str_has_prefix (details, refusals[i].told));
      g_assert_nonnull (strstr (details, "request-id 42"));
      if (refusals[i].untold != NULL)
        g_assert_null (strstr (details, refusals[i].untold));
      g_assert_nonnull (waxseal_remedy_get_text (error));
      g_assert_cmpuint (self->http.n_requests, ==, 1);
    }
}

/* 403 with nothing, or with NULs that are no gzip, until there is a new token; the fixture's data
 * says for good. */
static void
handle_no_role (HttpFixture *fixture, SoupServerMessage *message)
{
  static const char nuls[64];
  const char *token = get_sent (message, "Authorization");

  if (fixture->data == NULL && g_str_has_suffix (token, ".3"))
    {
      http_fixture_reply (message, 200, "{\"value\":[]}");
      return;
    }
  soup_server_message_set_status (message, 403, NULL);
  set_header (message, "x-ms-diagnostics", "2000003;reason=\"The role is young.\"");
  if (fixture->data != NULL && g_str_equal (fixture->data, "gzip"))
    set_header (message, "Content-Encoding", "gzip");
  if (fixture->data == NULL || !g_str_equal (fixture->data, "empty"))
    soup_server_message_set_response (
      message, "application/json", SOUP_MEMORY_STATIC, nuls, sizeof nuls);
}

static void
test_stale_token (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealExchangeReply) reply = remove_app (self, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reply);
  g_assert_cmpuint (self->http.n_requests, ==, 2);
  g_assert_true (self->authorizer->fresh);
}

static void
test_no_role (Fixture *self, gconstpointer unused)
{
  static const char *const bodies[] = { "empty", "nuls", "gzip" };

  for (guint i = 0; i < 2 * G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr (GError) error = NULL;

      self->http.data = bodies[i / 2];
      self->http.n_requests = 0;
      if (i % 2 == 0)
        g_assert_null (get_apps (self, &error));
      else
        g_assert_null (remove_app (self, &error));
      g_assert_error (error, WAXSEAL_ERROR, WAXSEAL_ERROR_EXCHANGE_ROLE);
      g_assert_nonnull (strstr (waxseal_error_get_details (error), "The role is young."));
      g_assert_cmpuint (self->http.n_requests, ==, 2);
    }
}

static void
handle_challenge (HttpFixture *fixture, SoupServerMessage *message)
{
  if (g_str_has_suffix (get_sent (message, "Authorization"), ".3"))
    {
      http_fixture_reply (message, 200, "{\"value\":[]}");
      return;
    }
  set_header (message, "WWW-Authenticate", "Bearer realm=\"\", claims=\"eyJhIjoxfQ==\"");
  soup_server_message_set_status (message, 401, NULL);
}

static void
test_challenge (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealExchangeReply) reply = get_apps (self, &error);

  g_assert_no_error (error);
  g_assert_nonnull (reply);
  g_assert_cmpstr (self->authorizer->claims, ==, "{\"a\":1}");
}

/* Once what the fixture's data is, then it works. */
static void
handle_once (HttpFixture *fixture, SoupServerMessage *message)
{
  guint status = GPOINTER_TO_UINT (fixture->data);

  if (fixture->n_requests > 1)
    {
      http_fixture_reply (message, 200, "{\"value\":[]}");
      return;
    }
  set_header (message, "Retry-After", "1");
  http_fixture_reply (message, status, "{\"error\":{\"message\":\"Busy.\"}}");
}

/* A read is repeated; a write only where it was certainly not made. */
static void
test_repeats (Fixture *self, gconstpointer unused)
{
  static const struct
  {
    guint status;
    gboolean write_repeated;
  } cases[] = { { 429, TRUE }, { 503, FALSE }, { 500, FALSE }, { 502, FALSE } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) read_error = NULL;
      g_autoptr (GError) write_error = NULL;
      g_autoptr (WaxsealExchangeReply) read = NULL;
      g_autoptr (WaxsealExchangeReply) written = NULL;

      self->http.data = GUINT_TO_POINTER (cases[i].status);
      self->http.n_requests = 0;
      read = get_apps (self, &read_error);
      g_assert_no_error (read_error);
      g_assert_cmpuint (self->http.n_requests, ==, 2);
      self->http.n_requests = 0;
      written = remove_app (self, &write_error);
      g_assert_cmpuint (self->http.n_requests, ==, cases[i].write_repeated ? 2 : 1);
      if (cases[i].write_repeated)
        g_assert_no_error (write_error);
      else
        g_assert_error (write_error, WAXSEAL_ERROR, WAXSEAL_ERROR_SERVICE_FAILED);
    }
}

static void
handle_lost (HttpFixture *fixture, SoupServerMessage *message)
{
  if (fixture->n_requests > 1)
    http_fixture_reply (message, 200, "{\"value\":[]}");
  else
    http_fixture_reply_raw (
      fixture, message, "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{\"value\":", TRUE);
}

static void
test_lost (Fixture *self, gconstpointer unused)
{
  g_autoptr (GError) read_error = NULL;
  g_autoptr (GError) write_error = NULL;
  g_autoptr (WaxsealExchangeReply) read = get_apps (self, &read_error);

  g_assert_no_error (read_error);
  self->http.n_requests = 0;
  g_assert_null (remove_app (self, &write_error));
  g_assert_error (write_error, WAXSEAL_ERROR, WAXSEAL_ERROR_REPLY_LOST);
  g_assert_cmpuint (self->http.n_requests, ==, 1);
}

#define ADD(name, handle, test)                                                                    \
  g_test_add ("/exchange/" name, Fixture, handle, set_up, test, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("call", handle_call, test_call);
  ADD ("never-sent", handle_nothing, test_never_sent);
  ADD ("nobodys-token", handle_nothing, test_nobodys_token);
  ADD ("pages", handle_pages, test_pages);
  ADD ("foreign-link", handle_link, test_foreign_link);
  ADD ("endless", handle_link, test_endless);
  ADD ("warnings-only", handle_data, test_warnings_only);
  ADD ("no-page", handle_data, test_no_page);
  ADD ("refusals", handle_refusal, test_refusals);
  ADD ("stale-token", handle_no_role, test_stale_token);
  ADD ("no-role", handle_no_role, test_no_role);
  ADD ("challenge", handle_challenge, test_challenge);
  ADD ("repeats", handle_once, test_repeats);
  ADD ("lost", handle_lost, test_lost);
  return g_test_run ();
}
