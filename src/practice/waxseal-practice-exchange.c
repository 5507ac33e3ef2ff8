/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Exchange Online, as far as add-ins are deployed there (microsoft.md, 3.2).
 *
 *   POST /adminapi/beta/{tenant}/InvokeCommand
 *   X-AnchorMailbox: UPN:who@domain, or APP:mailbox@tenant
 *   Prefer: odata.maxpagesize=N
 *   {"CmdletInput": {"CmdletName": "Get-App", "Parameters": {"OrganizationApp": true}}}
 *
 *   200  {"@odata.context", "adminapi.warnings@odata.type", "@adminapi.warnings": [text],
 *        "@odata.nextLink" if there is more, "value": [object]}; the next page is had by a POST of
 *        the same body to that address. Each list in an object has its type beside it
 *        ("UserList@odata.type": "#Collection(String)"). A cmdlet that changes something replies
 *        with nothing, but for New-App, with the app.
 *   4xx  what a cmdlet refuses: {"error": {"code", "message": "Error executing cmdlet",
 *        "details": [{"code", "target", "message": "id|class|reason"}],
 *        "innererror": {"message", "type", "stacktrace",
 *                       "internalexception": {"message", "type", "stacktrace"}}},
 *        "adminapi.warnings@odata.type", "@adminapi.warnings"}; without "details" what cannot be
 *        taken for a value, its reason in "internalexception"; without "innererror", too, what is
 *        no request for a cmdlet, its reason in "error.message".
 *   401  no body; WWW-Authenticate and x-ms-diagnostics
 *   403  no body: a token without Exchange.Manage (or AdminApi.AccessAsUser.All, which is what
 *        Microsoft's own shell has), so with Exchange.ManageV2 alone
 *   403  NUL bytes, said to be gzip to who takes it, with the reason in x-ms-diagnostics: somebody
 *        without the role; without a reason: a cmdlet that is not there
 *   405  another method, another version
 *
 * Seen by others in the cloud: the members of replies and errors, the NUL bytes, the statuses 400,
 * 404 and 403, 405 for v1.0, paging. Assumed: the form of nextLink, which lasts ten minutes here,
 * the classes and the wording of reasons but for an object that is missing, and what an app has
 * (see waxseal-practice-exchange-apps.c).
 */
#include "waxseal-practice-exchange.h"

#include "waxseal-json.h"
#include "waxseal-practice-discovery.h"
#include "waxseal-practice-route.h"

#define INVOKE "/adminapi/beta/{}/InvokeCommand"

/** waxseal_practice_exchange_is_called: Returns: whether @call is for Exchange, whatever it asks.
 */
gboolean
waxseal_practice_exchange_is_called (WaxsealPracticeCall *call)
{
  return call->path != NULL && call->path[0] != NULL &&
         g_ascii_strcasecmp (call->path[0], "adminapi") == 0;
}

/* A mailbox to be near to: "UPN:" or "APP:", and something with one "@" in it. */
static gboolean
is_anchor (const char *text)
{
  const char *at;

  if (text == NULL || !(g_str_has_prefix (text, "UPN:") || g_str_has_prefix (text, "APP:")))
    return FALSE;
  text += strlen ("UPN:");
  at = strchr (text, '@');
  return at != NULL && at != text && at[1] != '\0' && strchr (at + 1, '@') == NULL &&
         strpbrk (text, " \t,;") == NULL;
}

/* The tenant in the address: its ID, or one of its domains. */
static gboolean
is_own_tenant (WaxsealPracticeCall *call)
{
  return strchr (call->keys[0], '.') != NULL
           ? waxseal_practice_discovery_is_tenant (call, call->keys[0])
           : g_ascii_strcasecmp (call->keys[0], waxseal_practice_tenant_get_id (call->tenant)) == 0;
}

static JsonObject *
read_input (WaxsealPracticeCall *call)
{
  JsonObject *input =
    waxseal_json_get_object (waxseal_json_node_get_object (call->body), "CmdletInput");

  if (input == NULL)
    waxseal_practice_exchange_fail_request (call, "The request needs a body with CmdletInput.");
  else if (*waxseal_json_get_text (input, "CmdletName") == '\0')
    waxseal_practice_exchange_fail_request (call, "CmdletInput needs a CmdletName.");
  else if (json_object_has_member (input, "Parameters") &&
           waxseal_json_get_object (input, "Parameters") == NULL)
    waxseal_practice_exchange_fail_request (call, "The Parameters of CmdletInput are an object.");
  else
    return input;
  return NULL;
}

static void
invoke (WaxsealPracticeCall *call)
{
  const WaxsealPracticeCmdlet *cmdlet;
  g_autoptr (JsonObject) none = json_object_new ();
  JsonObject *input, *parameters;

  if (!waxseal_practice_exchange_check_rights (call))
    return;
  if (!is_own_tenant (call))
    {
      waxseal_practice_exchange_fail_request (call, "The token is for another tenant.");
      return;
    }
  if (!is_anchor (waxseal_practice_call_get_header (call, "X-AnchorMailbox")))
    {
      waxseal_practice_exchange_fail_request (call, "The header X-AnchorMailbox names no mailbox.");
      return;
    }
  input = read_input (call);
  if (input == NULL)
    return;
  cmdlet = waxseal_practice_exchange_find_cmdlet (waxseal_json_get_text (input, "CmdletName"));
  parameters = waxseal_json_get_object (input, "Parameters");
  if (cmdlet == NULL)
    waxseal_practice_exchange_forbid (call, NULL);
  else
    waxseal_practice_exchange_run (call, cmdlet, parameters != NULL ? parameters : none);
}

static void
refuse_method (WaxsealPracticeCall *call)
{
  waxseal_practice_call_set_header (call, "Allow", "POST");
  waxseal_practice_exchange_fail (call,
                                  SOUP_STATUS_METHOD_NOT_ALLOWED,
                                  "The requested resource does not support this http method.");
}

#define ROW(method, path, handle)                                                                  \
  {                                                                                                \
    method, path, NULL, NULL, NULL, handle                                                         \
  }

const WaxsealPracticeRoute waxseal_practice_exchange_routes[] = {
  ROW ("POST", INVOKE, invoke),
  ROW ("GET", INVOKE, refuse_method),
  ROW ("PUT", INVOKE, refuse_method),
  ROW ("PATCH", INVOKE, refuse_method),
  ROW ("DELETE", INVOKE, refuse_method),
  ROW ("POST", "/adminapi/v1.0/{}/InvokeCommand", refuse_method),
  { NULL },
};
