/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The addresses by which tests and the window steer the practice tenant. */
#include "waxseal-json.h"
#include "waxseal-practice-faults.h"
#include "waxseal-practice-route.h"
#include "waxseal-practice-summary.h"

/* A page of another site cannot send it: no browser is ever told that it may (CORS). */
#define HEADER "X-Waxseal-Practice"

static gboolean
is_from_here (WaxsealPracticeCall *call)
{
  GSocketAddress *peer = soup_server_message_get_remote_address (call->message);
  GInetAddress *address = G_IS_INET_SOCKET_ADDRESS (peer)
                            ? g_inet_socket_address_get_address (G_INET_SOCKET_ADDRESS (peer))
                            : NULL;

  return address != NULL && g_inet_address_get_is_loopback (address);
}

/* Whether the caller may steer; otherwise it was told so. */
static gboolean
is_welcome (WaxsealPracticeCall *call)
{
  if (is_from_here (call) && g_strcmp0 (waxseal_practice_call_get_header (call, HEADER), "1") == 0)
    return TRUE;
  waxseal_practice_call_fail (call,
                              SOUP_STATUS_FORBIDDEN,
                              "Forbidden",
                              "For loopback alone, with the header “" HEADER ": 1”.");
  return FALSE;
}

static void
refuse (WaxsealPracticeCall *call, GError *error)
{
  waxseal_practice_call_fail (call, SOUP_STATUS_BAD_REQUEST, "BadRequest", error->message);
}

static void
get_faults (WaxsealPracticeCall *call)
{
  g_autoptr (JsonNode) rules = NULL;

  if (!is_welcome (call))
    return;
  rules = waxseal_practice_faults_describe (call->faults);
  waxseal_practice_call_reply (call, SOUP_STATUS_OK, rules);
}

static void
post_faults (WaxsealPracticeCall *call)
{
  g_autoptr (GError) error = NULL;

  if (!is_welcome (call))
    return;
  if (waxseal_practice_faults_read (call->faults, call->body, &error))
    get_faults (call);
  else
    refuse (call, error);
}

static void
get_log (WaxsealPracticeCall *call)
{
  g_autoptr (JsonNode) entries = NULL;

  if (!is_welcome (call))
    return;
  entries = waxseal_practice_log_dup_entries (waxseal_practice_faults_get_log (call->faults));
  waxseal_practice_call_reply (call, SOUP_STATUS_OK, entries);
}

static void
clear_log (WaxsealPracticeCall *call)
{
  JsonObject *wishes = waxseal_json_node_get_object (call->body);

  if (!is_welcome (call))
    return;
  waxseal_practice_log_clear (waxseal_practice_faults_get_log (call->faults),
                              waxseal_json_get_flag (wishes, "bodies"));
  waxseal_practice_call_reply (call, SOUP_STATUS_NO_CONTENT, NULL);
}

static void
get_held (WaxsealPracticeCall *call)
{
  if (is_welcome (call))
    waxseal_practice_faults_reply_held (call->faults, call);
}

static void
release (WaxsealPracticeCall *call)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = NULL;

  if (!is_welcome (call))
    return;
  object = json_object_new ();
  json_object_set_int_member (object, "released", waxseal_practice_faults_release (call->faults));
  json_node_take_object (node, object);
  waxseal_practice_call_reply (call, SOUP_STATUS_OK, node);
}

static void
get_state (WaxsealPracticeCall *call)
{
  g_autoptr (JsonNode) state = NULL;

  if (!is_welcome (call))
    return;
  state = waxseal_practice_tenant_save (call->tenant);
  waxseal_practice_call_reply (call, SOUP_STATUS_OK, state);
}

static void
post_state (WaxsealPracticeCall *call)
{
  g_autoptr (GError) error = NULL;

  if (!is_welcome (call))
    return;
  if (waxseal_practice_tenant_load (call->tenant, call->body, &error))
    waxseal_practice_call_reply (call, SOUP_STATUS_NO_CONTENT, NULL);
  else
    refuse (call, error);
}

static void
get_summary (WaxsealPracticeCall *call)
{
  g_autoptr (JsonNode) summary = NULL;

  if (!is_welcome (call))
    return;
  summary = waxseal_practice_summary_make (call->tenant);
  waxseal_practice_call_reply (call, SOUP_STATUS_OK, summary);
}

static void
reset (WaxsealPracticeCall *call)
{
  if (!is_welcome (call))
    return;
  waxseal_practice_faults_reset (call->faults);
  waxseal_practice_tenant_reset (call->tenant);
  waxseal_practice_call_reply (call, SOUP_STATUS_NO_CONTENT, NULL);
}

const WaxsealPracticeRoute waxseal_practice_control_routes[] = {
  { "GET", "/practice/faults", NULL, NULL, NULL, get_faults },
  { "POST", "/practice/faults", NULL, NULL, NULL, post_faults },
  { "GET", "/practice/log", NULL, NULL, NULL, get_log },
  { "POST", "/practice/log/clear", NULL, NULL, NULL, clear_log },
  { "GET", "/practice/held", NULL, NULL, NULL, get_held },
  { "POST", "/practice/release", NULL, NULL, NULL, release },
  { "GET", "/practice/state", NULL, NULL, NULL, get_state },
  { "POST", "/practice/state", NULL, NULL, NULL, post_state },
  { "GET", "/practice/summary", NULL, NULL, NULL, get_summary },
  { "POST", "/practice/reset", NULL, NULL, NULL, reset },
  { NULL },
};
