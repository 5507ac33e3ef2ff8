/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The authorize page (microsoft.md, 1.2 and 1.3): who signs in, whether she consents, and back to
 * the program with a code. */
#include "waxseal-practice-authorize.h"

#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-client.h"
#include "waxseal-practice-consent.h"
#include "waxseal-practice-discovery.h"
#include "waxseal-practice-identity-error.h"
#include "waxseal-practice-sign-in-page.h"
#include "waxseal-practice-visit.h"

/* What the next page needs of the request. */
static const char *const kept[] = {
  "client_id",      "response_type",         "redirect_uri", "scope",  "state", "nonce",
  "code_challenge", "code_challenge_method", "prompt",       "person", NULL,
};

static const char *
get_field (WaxsealPracticeCall *call, const char *name)
{
  const char *text = waxseal_practice_sign_in_page_get_field (call, name);

  return text != NULL ? text : "";
}

/* An address without a path comes back with the path “/” (microsoft.md, 1.3). */
static char *
add_path (const char *redirect)
{
  g_autoptr (GUri) uri = g_uri_parse (redirect, G_URI_FLAGS_ENCODED, NULL);
  const char *query = strchr (redirect, '?');
  gsize length = query != NULL ? (gsize) (query - redirect) : strlen (redirect);
  g_autofree char *base = g_strndup (redirect, length);
  gboolean lacks = uri != NULL && *g_uri_get_path (uri) == '\0';

  return g_strconcat (base, lacks ? "/" : "", query != NULL ? query : "", NULL);
}

/* Back to the program, with pairs of names and values, and the state as it was given. */
static void
send_back (WaxsealPracticeCall *call,
           const char *name,
           const char *value,
           const char *second_name,
           const char *second_value)
{
  g_autofree char *redirect = add_path (get_field (call, "redirect_uri"));
  const char *state = get_field (call, "state");
  g_autoptr (GHashTable) fields = g_hash_table_new (g_str_hash, g_str_equal);
  g_autofree char *query = NULL;
  g_autofree char *location = NULL;

  g_hash_table_insert (fields, (gpointer) name, (gpointer) value);
  if (second_name != NULL)
    g_hash_table_insert (fields, (gpointer) second_name, (gpointer) second_value);
  if (*state != '\0')
    g_hash_table_insert (fields, (gpointer) "state", (gpointer) state);
  query = soup_form_encode_hash (fields);
  location = g_strconcat (redirect, strchr (redirect, '?') != NULL ? "&" : "?", query, NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (call->message),
                                "Location",
                                location);
  waxseal_practice_call_reply_text (call, SOUP_STATUS_FOUND, "text/plain", "");
}

static void
send_error_back (WaxsealPracticeCall *call, guint number, const char *detail)
{
  g_autofree char *text = waxseal_practice_identity_error_describe (call, number, detail);

  send_back (
    call, "error", waxseal_practice_identity_error_get_name (number), "error_description", text);
}

/* What the program may be told of: the number of what is wrong with its request, or 0. */
static guint
check_request (WaxsealPracticeCall *call)
{
  if (!g_str_equal (get_field (call, "response_type"), "code"))
    return 70007;
  if (*get_field (call, "code_challenge") == '\0' ||
      !g_str_equal (get_field (call, "code_challenge_method"), "S256"))
    return 9002325;
  if (g_str_equal (get_field (call, "prompt"), "none"))
    return 50058;
  return 0;
}

static void
send_code_back (WaxsealPracticeCall *call, WaxsealPracticeClient *client, JsonObject *person)
{
  g_autofree char *code = NULL;
  WaxsealPracticeVisit *visit = waxseal_practice_visit_begin (call, client->id, &code);

  visit->state = WAXSEAL_PRACTICE_VISIT_ACCEPTED;
  visit->scope = g_strdup (get_field (call, "scope"));
  visit->user_id = g_strdup (waxseal_json_get_text (person, "id"));
  visit->redirect_uri = g_strdup (get_field (call, "redirect_uri"));
  visit->challenge = g_strdup (get_field (call, "code_challenge"));
  visit->nonce = g_strdup (waxseal_practice_sign_in_page_get_field (call, "nonce"));
  send_back (call, "code", code, NULL, NULL);
}

/* Whether @person has consented to all, now or before; otherwise the call was answered. */
static gboolean
has_consented (WaxsealPracticeCall *call,
               WaxsealPracticeClient *client,
               JsonObject *person,
               WaxsealPracticeScopes *scopes)
{
  g_autoptr (GArray) lacking =
    waxseal_practice_consent_find_lacking (scopes, call, client->id, person);
  gboolean asked = g_str_equal (get_field (call, "prompt"), "consent");
  const char *answer = get_field (call, "answer");

  if (lacking->len == 0 && (!asked || *answer != '\0'))
    return TRUE;
  if (waxseal_practice_scopes_need_admin (lacking) && !waxseal_practice_consent_is_admin (person))
    {
      if (*answer == '\0')
        waxseal_practice_sign_in_page_approval (call, kept, client->name);
      else
        send_error_back (call, 90094, client->id);
    }
  else if (*answer == '\0')
    waxseal_practice_sign_in_page_consent (call,
                                           kept,
                                           client->name,
                                           lacking->len > 0 ? lacking : scopes->items);
  else if (!g_str_equal (answer, "accept"))
    send_error_back (call, 65004, NULL);
  else
    {
      waxseal_practice_consent_add (lacking, call, client->id, person);
      return TRUE;
    }
  return FALSE;
}

static void
sign_in (WaxsealPracticeCall *call, WaxsealPracticeClient *client, const char *name)
{
  JsonObject *person = waxseal_practice_tenant_find (call->tenant, "users", "practicePerson", name);
  guint problem = 0;
  g_autofree char *detail = NULL;
  g_autoptr (WaxsealPracticeScopes) scopes =
    waxseal_practice_scopes_parse (call, client, get_field (call, "scope"), &problem, &detail);

  if (person == NULL)
    send_error_back (call, 50034, NULL);
  else if (scopes == NULL)
    send_error_back (call, problem, detail);
  else if (has_consented (call, client, person, scopes))
    send_code_back (call, client, person);
}

/** waxseal_practice_authorize_serve: Each page is a POST of the one before. */
void
waxseal_practice_authorize_serve (WaxsealPracticeCall *call)
{
  const char *person = waxseal_practice_sign_in_page_get_field (call, "person");
  gboolean is_public = FALSE;
  guint problem = 0;
  g_autoptr (WaxsealPracticeClient) client = NULL;

  if (!waxseal_practice_discovery_is_tenant (call, call->keys[0]))
    {
      waxseal_practice_sign_in_page_fail (call, 90002, call->keys[0]);
      return;
    }
  client = waxseal_practice_client_find (call, get_field (call, "client_id"), &problem);
  if (client == NULL)
    {
      waxseal_practice_sign_in_page_fail (call, problem, get_field (call, "client_id"));
      return;
    }
  if (!waxseal_practice_client_owns_redirect (client, get_field (call, "redirect_uri"), &is_public))
    {
      waxseal_practice_sign_in_page_fail (call, 50011, get_field (call, "redirect_uri"));
      return;
    }
  problem = check_request (call);
  if (problem != 0)
    send_error_back (call, problem, get_field (call, "response_type"));
  else if (person == NULL)
    waxseal_practice_sign_in_page_pick (call, kept, client->name);
  else if (*person == '\0')
    send_error_back (call, 65004, NULL);
  else
    sign_in (call, client, person);
}
