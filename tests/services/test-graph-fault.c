/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What each of Graph's refusals leads to: waiting, or an error with its own remedy. */
#include <libsoup/soup.h>

#include "waxseal-graph-fault.h"
#include "waxseal-graph.h"
#include "waxseal-http-reply-private.h"
#include "waxseal-json-guard.h"

#define NONE -1

typedef struct
{
  const char *method;
  const char *path;
  guint status;
  const char *code;
  const char *message;
  WaxsealHttpVerdict old;   /* for an object that was there before */
  WaxsealHttpVerdict fresh; /* for one made in this run */
  int error;
} Row;

#define ABSENT "Resource 'x' does not exist or one of its queried reference-property objects are"
#define NO_APP                                                                                     \
  "The appId 'x' of the service principal does not reference a valid application object."
#define APP   "applications/1"
#define ADD   "applications/1/addPassword"
#define SP    "servicePrincipals"
#define GRANT "servicePrincipals/1/appRoleAssignedTo"

#define DONE    WAXSEAL_HTTP_DONE
#define BUSY    WAXSEAL_HTTP_BUSY
#define LAGGING WAXSEAL_HTTP_LAGGING
#define FAILED  WAXSEAL_HTTP_FAILED

#define E(code) WAXSEAL_ERROR_##code

static const Row rows[] = {
  { "GET", APP, 200, "", "", DONE, DONE, NONE },
  { "DELETE", APP, 204, "", "", DONE, DONE, NONE },
  { "GET", APP, 302, "", "", DONE, DONE, E (BAD_REPLY) },
  { "GET", APP, 404, "Request_ResourceNotFound", ABSENT, DONE, LAGGING, E (OBJECT_GONE) },
  { "POST", ADD, 404, "Request_ResourceNotFound", ABSENT, DONE, LAGGING, E (OBJECT_GONE) },
  { "POST", ADD, 404, "", "", DONE, LAGGING, E (OBJECT_GONE) },
  { "GET", APP, 404, "UnknownSegment", "No such segment", DONE, DONE, E (OBJECT_GONE) },
  { "POST", SP, 400, "Request_BadRequest", NO_APP, DONE, LAGGING, E (REFUSED) },
  { "POST",
    GRANT,
    400,
    "Request_BadRequest",
    "Not a valid reference update.",
    DONE,
    LAGGING,
    E (REFUSED) },
  { "POST", GRANT, 400, "Request_BadRequest", "Invalid value.", DONE, DONE, E (REFUSED) },
  { "POST", SP, 403, "Authorization_RequestDenied", "No.", DONE, LAGGING, E (ROLE_MISSING) },
  { "POST", GRANT, 403, "Authorization_RequestDenied", "No.", DONE, DONE, E (ROLE_MISSING) },
  { "GET", SP, 403, "Authorization_RequestDenied", "No.", DONE, DONE, E (ROLE_MISSING) },
  { "GET", APP, 403, "accessDenied", "Scopes are missing.", DONE, DONE, E (ROLE_MISSING) },
  { "GET", APP, 403, "Forbidden", "Blocked.", DONE, DONE, E (REFUSED) },
  { "POST", ADD, 409, "Directory_ConcurrencyViolation", "", LAGGING, LAGGING, E (CONFLICT) },
  { "POST", APP, 409, "Request_MultipleObjectsWithSameKeyValue", "", DONE, DONE, E (CONFLICT) },
  { "POST",
    ADD,
    400,
    "CredentialInvalidLifetimeAsPerAppPolicy",
    "",
    DONE,
    DONE,
    E (SECRET_LIFETIME) },
  { "POST",
    ADD,
    400,
    "CredentialTypeNotAllowedAsPerAppPolicy",
    "",
    DONE,
    DONE,
    E (SECRETS_BLOCKED) },
  { "POST",
    ADD,
    400,
    "Request_BadRequest",
    "Too Many Passwords",
    DONE,
    DONE,
    E (TOO_MANY_SECRETS) },
  { "POST", ADD, 403, "Directory_QuotaExceeded", "", DONE, DONE, E (TOO_MANY_SECRETS) },
  { "POST", "applications", 403, "Directory_QuotaExceeded", "", DONE, DONE, E (REFUSED) },
  { "GET", APP, 401, "InvalidAuthenticationToken", "", DONE, DONE, E (SIGN_IN_NEEDED) },
  { "GET", APP, 410, "", "", DONE, DONE, E (OBJECT_GONE) },
  { "POST", ADD, 429, "TooManyRequests", "", BUSY, BUSY, E (SERVICE_BUSY) },
  { "GET", APP, 503, "serviceNotAvailable", "", BUSY, BUSY, E (SERVICE_BUSY) },
  { "POST", ADD, 503, "serviceNotAvailable", "", BUSY, BUSY, E (SERVICE_FAILED) },
  { "GET", APP, 500, "InternalServerError", "", FAILED, FAILED, E (SERVICE_FAILED) },
  { "POST", ADD, 502, "", "", FAILED, FAILED, E (SERVICE_FAILED) },
};

static WaxsealHttpReply *
build_reply (const Row *row)
{
  g_autoptr (SoupMessageHeaders) headers = NULL;
  g_autofree char *text =
    g_strdup_printf ("{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}", row->code, row->message);
  JsonNode *json = waxseal_json_parse (text, strlen (text), NULL);

  g_assert_nonnull (json);
  headers = soup_message_headers_new (SOUP_MESSAGE_HEADERS_RESPONSE);
  return waxseal_http_reply_new (row->status, headers, "id", json, NULL);
}

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const Row *row = &rows[i];
      g_autoptr (WaxsealHttpReply) reply = build_reply (row);
      g_autofree char *path = g_strconcat (row->path, "?$select=id", NULL);
      WaxsealGraphCall *old = waxseal_graph_call_new (row->method, path, FALSE);
      WaxsealGraphCall *fresh = waxseal_graph_call_new (row->method, path, TRUE);
      g_autoptr (GError) error = waxseal_graph_fault_to_error (reply, fresh);

      g_test_message ("%u: %s %s %u %s", i, row->method, path, row->status, row->code);
      g_assert_cmpint (waxseal_graph_fault_judge (reply, old), ==, row->old);
      g_assert_cmpint (waxseal_graph_fault_judge (reply, fresh), ==, row->fresh);
      if (row->error == NONE)
        g_assert_no_error (error);
      else
        g_assert_error (error, WAXSEAL_ERROR, row->error);
      if (error != NULL && *row->code != '\0')
        g_assert_true (g_str_has_prefix (waxseal_error_get_details (error), row->code));
      waxseal_graph_call_free (old);
      waxseal_graph_call_free (fresh);
    }
}

/* A role that is really missing is not waited for until two minutes are over. */
static void
test_forbidden_a_few_times (void)
{
  const Row row = { .method = "POST", .path = SP, .status = 403, .code = "Denied", .message = "" };
  g_autoptr (WaxsealHttpReply) reply = build_reply (&row);
  WaxsealGraphCall *call = waxseal_graph_call_new (row.method, row.path, TRUE);

  for (guint i = 0; i < 4; i++)
    g_assert_cmpint (waxseal_graph_fault_judge (reply, call), ==, WAXSEAL_HTTP_LAGGING);
  g_assert_cmpint (waxseal_graph_fault_judge (reply, call), ==, WAXSEAL_HTTP_DONE);
  waxseal_graph_call_free (call);
}

static void
test_escape (void)
{
  g_autofree char *literal = waxseal_graph_escape_literal ("O'Hara & Söhne #1 %20 \"封\"");
  g_autofree char *search = waxseal_graph_escape_search ("a\"b\\c'd&e 封");

  g_assert_cmpstr (literal, ==, "O%27%27Hara%20%26%20S%C3%B6hne%20%231%20%2520%20%22%E5%B0%81%22");
  g_assert_cmpstr (search, ==, "a%5C%22b%5C%5Cc%27d%26e%20%E5%B0%81");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/graph-fault/rows", test_rows);
  g_test_add_func ("/graph-fault/forbidden-a-few-times", test_forbidden_a_few_times);
  g_test_add_func ("/graph-fault/escape", test_escape);
  return g_test_run ();
}
