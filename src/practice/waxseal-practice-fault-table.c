/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The troubles that a rule can make, and what each does (microsoft.md, 1.5, 2.4, 2.5, 2.7 and 3.2).
 */
#include <math.h>

#include "waxseal-json.h"
#include "waxseal-practice-exchange-faults.h"
#include "waxseal-practice-exchange.h"
#include "waxseal-practice-identity-error.h"
#include "waxseal-practice-raw-reply.h"
#include "waxseal-practice-rule.h"

#define POLICY "8bf9a2ab-7e7c-4d0f-bd10-c5c2a4a9d0a1"

static const char *
get_said (const char *own, const WaxsealPracticeRule *rule)
{
  return rule->text != NULL ? rule->text : own;
}

/* Each service has its own shape of an error. */
static void
fail (WaxsealPracticeCall *call, guint status, const char *code, const char *text)
{
  if (waxseal_practice_exchange_is_called (call))
    waxseal_practice_exchange_fail (call, status, text);
  else
    waxseal_practice_call_fail (call, status, code, text);
}

/* What the table says of the fault; a rule's text takes the place of the table's. */
static void
answer_as_table (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  const WaxsealPracticeFault *fault = rule->fault;

  fail (call, fault->status, fault->code, get_said (fault->text, rule));
}

/* What the request is about. */
static const char *
get_subject (WaxsealPracticeCall *call)
{
  JsonObject *input =
    waxseal_json_get_object (waxseal_json_node_get_object (call->body), "CmdletInput");
  const char *identity =
    waxseal_json_get_text (waxseal_json_get_object (input, "Parameters"), "Identity");

  guint n = call->keys != NULL ? g_strv_length (call->keys) : 0;

  if (waxseal_practice_exchange_is_called (call))
    return identity;
  return n > 0 ? call->keys[n - 1] : call->request_id;
}

static void
answer_not_found (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  g_autofree char *text =
    g_strdup_printf ("Resource '%s' does not exist or one of its queried reference-property "
                     "objects are not present.",
                     get_subject (call));

  if (waxseal_practice_exchange_is_called (call))
    waxseal_practice_exchange_fail_missing (call, get_subject (call));
  else
    fail (call, rule->fault->status, rule->fault->code, get_said (text, rule));
}

static void
answer_no_application (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  g_autofree char *text = g_strdup_printf (
    "The appId '%s' of the service principal does not reference a valid application object.",
    waxseal_json_get_text (waxseal_json_node_get_object (call->body), "appId"));

  waxseal_practice_call_fail (call, rule->fault->status, rule->fault->code, get_said (text, rule));
}

static void
answer_throttled (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  g_autofree char *seconds = g_strdup_printf ("%.0f", ceil (rule->seconds));

  waxseal_practice_call_set_header (call, "Retry-After", seconds);
  answer_as_table (call, rule);
}

static void
answer_status (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  const char *phrase = soup_status_get_phrase (rule->status);
  g_autofree char *page = NULL;

  if (rule->status != SOUP_STATUS_BAD_GATEWAY)
    {
      fail (call,
            rule->status,
            rule->status == SOUP_STATUS_SERVICE_UNAVAILABLE ? "serviceNotAvailable"
                                                            : "generalException",
            get_said (phrase, rule));
      return;
    }
  page = g_strdup_printf ("<html><head><title>%u %s</title></head><body><h1>%s</h1></body></html>",
                          rule->status,
                          phrase,
                          get_said (phrase, rule));
  waxseal_practice_call_reply_text (call, rule->status, "text/html", page);
}

/* 401 of an expired token; with claims to be met (text) that of continuous access evaluation. */
static void
answer_expired_token (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  const char *head = "Bearer realm=\"\", authorization_uri=\"";
  g_autofree char *claims =
    rule->text != NULL ? g_base64_encode ((const guchar *) rule->text, strlen (rule->text)) : NULL;
  g_autofree char *wish =
    claims != NULL ? g_strdup_printf (", error=\"insufficient_claims\", claims=\"%s\"", claims)
                   : g_strdup (", error=\"invalid_token\"");
  g_autofree char *challenge =
    g_strconcat (head, call->host, "/common/oauth2/v2.0/authorize\"", wish, NULL);

  if (waxseal_practice_exchange_is_called (call))
    {
      waxseal_practice_exchange_challenge (call, challenge, rule->fault->text);
      return;
    }
  waxseal_practice_call_set_header (call, "WWW-Authenticate", challenge);
  fail (call, rule->fault->status, rule->fault->code, rule->fault->text);
}

static const char *
get_field (WaxsealPracticeCall *call, const char *name)
{
  const char *value = waxseal_practice_call_get_query (call, name);

  if (value == NULL && call->form != NULL)
    value = g_hash_table_lookup (call->form, name);
  return value != NULL ? value : "";
}

/* AADSTS numbers (microsoft.md, 1.5); the second is what a device is told. */
#define DECLINED              65004
#define DECLINED_ON_DEVICE    700161
#define REFRESH_TOKEN_EXPIRED 70008
#define BAD_SECRET            7000215
#define NO_PRINCIPAL          7000229

/* The person said no: on the sign-in page the browser is sent back, a device is told. */
static void
answer_consent_refused (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  const char *back = get_field (call, "redirect_uri");
  g_autofree char *text = NULL;
  g_autofree char *query = NULL;
  g_autofree char *uri = NULL;

  if (*back == '\0' || call->route == NULL || g_str_has_suffix (call->route, "/token"))
    {
      gboolean is_device = g_str_has_suffix (get_field (call, "grant_type"), ":device_code");

      waxseal_practice_identity_fail (call, is_device ? DECLINED_ON_DEVICE : DECLINED, NULL);
      return;
    }
  text = waxseal_practice_identity_error_describe (call, DECLINED, NULL);
  query = soup_form_encode (
    "error", "access_denied", "error_description", text, "state", get_field (call, "state"), NULL);
  uri = g_strconcat (back, strchr (back, '?') != NULL ? "&" : "?", query, NULL);
  waxseal_practice_call_set_header (call, "Location", uri);
  waxseal_practice_call_reply_text (call, SOUP_STATUS_FOUND, "text/plain", "");
}

static void
answer_refresh_rotated (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  waxseal_practice_identity_fail (call, REFRESH_TOKEN_EXPIRED, NULL);
}

static void
answer_secret (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  waxseal_practice_identity_fail (call, BAD_SECRET, get_field (call, "client_id"));
}

/* The application's service principal is not known to every server yet. */
static void
answer_no_principal (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  waxseal_practice_identity_fail (call, NO_PRINCIPAL, get_field (call, "client_id"));
}

static void
answer_reset (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  waxseal_practice_raw_reply_reset (call->message);
}

static void
spoil_cut (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  waxseal_practice_raw_reply_cut (call->message);
}

static void
spoil_slow (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  waxseal_practice_raw_reply_drip (call->message, rule->seconds);
}

/* Another body in the place of the one that there is. */
static void
reply_instead (WaxsealPracticeCall *call, const char *type, const char *text)
{
  guint status = call->status == SOUP_STATUS_NO_CONTENT ? SOUP_STATUS_OK : call->status;

  soup_message_body_truncate (soup_server_message_get_response_body (call->message));
  waxseal_practice_call_reply_text (call, status, type, text);
}

/* As a proxy that wants to be paid or agreed to. */
static void
spoil_with_page (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  reply_instead (call,
                 "text/html",
                 get_said ("<html><body><h1>Welcome to the guest network</h1></body></html>",
                           rule));
}

static void
spoil_json (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  g_autofree char *json =
    call->reply != NULL ? json_to_string (call->reply, FALSE) : g_strdup ("{ }");

  json[strlen (json) / 2] = '\0';
  reply_instead (call, "application/json; charset=utf-8", json);
}

/* The next page is at another host, where the token is not to be sent. */
static void
spoil_next_link (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  JsonObject *object = waxseal_json_node_get_object (call->reply);
  const char *link = waxseal_json_get_text (object, "@odata.nextLink");
  g_autofree char *elsewhere = NULL;
  g_autofree char *json = NULL;

  if (*link == '\0')
    return;
  elsewhere = g_strconcat ("https://elsewhere.invalid", link + strlen (call->host), NULL);
  json_object_set_string_member (object, "@odata.nextLink", elsewhere);
  json = json_to_string (call->reply, FALSE);
  reply_instead (call, "application/json; charset=utf-8", json);
}

/* The new credential of the application, which works only in some seconds. */
static void
change_secret (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  const char *key_id = waxseal_json_get_text (waxseal_json_node_get_object (call->reply), "keyId");
  GPtrArray *applications = waxseal_practice_tenant_get_collection (call->tenant, "applications");
  gint64 works_from = waxseal_practice_tenant_get_now (call->tenant) + (gint64) rule->seconds;

  for (guint i = 0; i < applications->len; i++)
    {
      JsonArray *credentials =
        waxseal_json_get_array (applications->pdata[i], "passwordCredentials");

      for (guint j = 0; credentials != NULL && j < json_array_get_length (credentials); j++)
        {
          JsonObject *credential = waxseal_json_array_get_object (credentials, j);

          if (g_str_equal (waxseal_json_get_text (credential, "keyId"), key_id))
            json_object_set_int_member (credential, "practiceWorksFrom", works_from);
        }
    }
}

/* The tenant's clock is wrong, and so are Date and the times in tokens. */
static void
alter_clock (WaxsealPracticeCall *call, const WaxsealPracticeRule *rule)
{
  g_autoptr (GDateTime) date = NULL;
  g_autofree char *text = NULL;

  waxseal_practice_tenant_set_clock_skew (call->tenant, (gint64) rule->seconds);
  date = g_date_time_new_from_unix_utc (waxseal_practice_tenant_get_now (call->tenant));
  text = soup_date_time_to_string (date, SOUP_DATE_HTTP);
  waxseal_practice_call_set_header (call, "Date", text);
}

#define DELAY  WAXSEAL_PRACTICE_STAGE_DELAY
#define ANSWER WAXSEAL_PRACTICE_STAGE_ANSWER
#define SPOIL  WAXSEAL_PRACTICE_STAGE_SPOIL
#define CHANGE WAXSEAL_PRACTICE_STAGE_CHANGE
#define ALTER  WAXSEAL_PRACTICE_STAGE_ALTER

#define OF_CMDLETS(name, stage, needs, act, text)                                                  \
  {                                                                                                \
    name, stage, needs, waxseal_practice_exchange_##act, 0, NULL, text, TRUE                       \
  }

#define NO_ROLE "The user has no role that may run this cmdlet."
#define WARNING "The command completed, with a warning."
/* The sense of it is known, not the words (office-docs-powershell #2344). */
#define DEPLOY_ELSEWHERE                                                                           \
  "This cmdlet can't do this any more. Use the Centralized Deployment cmdlets to manage add-ins "  \
  "for the organization."

static const WaxsealPracticeFault faults[] = {
  { "latency", DELAY, "seconds" },
  { "hold-before", WAXSEAL_PRACTICE_STAGE_HOLD_BEFORE },
  { "hold-after", WAXSEAL_PRACTICE_STAGE_HOLD_AFTER },
  { "reset-before", ANSWER, NULL, answer_reset },
  { "reset-after", SPOIL, NULL, answer_reset },
  { "truncated", SPOIL, NULL, spoil_cut },
  { "slow-body", SPOIL, "seconds", spoil_slow },
  { "wrong-json", SPOIL, NULL, spoil_with_page },
  { "cut-json", SPOIL, NULL, spoil_json },
  { "clock-skew", ALTER, "seconds", alter_clock },
  { "status", ANSWER, "status", answer_status },
  { "throttled", ANSWER, NULL, answer_throttled, 429, "TooManyRequests", "Too many requests." },
  { "not-found", ANSWER, NULL, answer_not_found, 404, "Request_ResourceNotFound" },
  { "no-application", ANSWER, NULL, answer_no_application, 400, "NoBackingApplicationObject" },
  { "not-a-valid-reference",
    ANSWER,
    NULL,
    answer_as_table,
    400,
    "Request_BadRequest",
    "Not a valid reference update." },
  { "forbidden",
    ANSWER,
    NULL,
    answer_as_table,
    403,
    "Authorization_RequestDenied",
    "Insufficient privileges to complete the operation." },
  { "conflict",
    ANSWER,
    NULL,
    answer_as_table,
    409,
    "Directory_ConcurrencyViolation",
    "A concurrency violation occurred: another update of this object is under way." },
  { "policy-lifetime",
    ANSWER,
    NULL,
    answer_as_table,
    400,
    "CredentialInvalidLifetimeAsPerAppPolicy",
    "Credential lifetime exceeds the max value allowed as per assigned policy " POLICY "." },
  { "policy-blocked",
    ANSWER,
    NULL,
    answer_as_table,
    400,
    "CredentialTypeNotAllowedAsPerAppPolicy",
    "Credential type not allowed as per assigned policy " POLICY "." },
  { "expired-token",
    ANSWER,
    NULL,
    answer_expired_token,
    401,
    "InvalidAuthenticationToken",
    "Lifetime validation failed, the token is expired." },
  { "consent-refused", ANSWER, NULL, answer_consent_refused },
  { "refresh-rotated-early", ANSWER, NULL, answer_refresh_rotated },
  { "secret-not-yet", CHANGE, "seconds", change_secret },
  { "secret-not-yet", ANSWER, NULL, answer_secret },
  { "principal-not-yet", ANSWER, NULL, answer_no_principal },
  { "next-link-elsewhere", SPOIL, NULL, spoil_next_link },
  OF_CMDLETS ("forbidden-silent", ANSWER, NULL, answer_silence, NULL),
  OF_CMDLETS ("forbidden-nul", ANSWER, NULL, answer_nuls, NO_ROLE),
  OF_CMDLETS ("centralized-deployment", ANSWER, NULL, answer_refusal, DEPLOY_ELSEWHERE),
  OF_CMDLETS ("warnings-before", ANSWER, NULL, answer_warning, WARNING),
  OF_CMDLETS ("warnings-after", SPOIL, NULL, spoil_value, WARNING),
  OF_CMDLETS ("not-replicated", CHANGE, "seconds", change_view, NULL),
  OF_CMDLETS ("not-replicated", ALTER, NULL, alter_view, NULL),
};

/**
 * waxseal_practice_fault_find:
 * @members: of the rule that wants it
 *
 * Returns: (transfer none) (nullable): the fault called @name; of two that are called so, the one
 *   whose need is met
 */
const WaxsealPracticeFault *
waxseal_practice_fault_find (const char *name, JsonObject *members)
{
  const WaxsealPracticeFault *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (g_str_equal (faults[i].name, name))
      {
        found = &faults[i];
        if (found->needs == NULL || json_object_has_member (members, found->needs))
          return found;
      }
  return found;
}

/** waxseal_practice_fault_dup_names: Returns: (transfer full): the names, separated by commas. */
char *
waxseal_practice_fault_dup_names (void)
{
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    if (i == 0 || !g_str_equal (faults[i].name, faults[i - 1].name))
      g_string_append_printf (names, "%s%s", i == 0 ? "" : ", ", faults[i].name);
  return g_string_free (g_steal_pointer (&names), FALSE);
}
