/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Device code (microsoft.md, 1.4). */
#include "waxseal-practice-device.h"

#include "waxseal-json.h"
#include "waxseal-practice-client.h"
#include "waxseal-practice-consent.h"
#include "waxseal-practice-discovery.h"
#include "waxseal-practice-grant.h"
#include "waxseal-practice-identity-error.h"
#include "waxseal-practice-sign-in-page.h"
#include "waxseal-practice-visit.h"

#define PAGE        "/practice/device"
#define CODE_LENGTH 9

/* Letters and digits that are not taken for one another. */
static const char alphabet[] = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

static const char *const kept[] = { "code", "person", NULL };

static char *
make_user_code (void)
{
  char *code = g_new0 (char, CODE_LENGTH + 1);

  for (guint i = 0; i < CODE_LENGTH; i++)
    code[i] = alphabet[g_random_int_range (0, sizeof alphabet - 1)];
  return code;
}

static void
reply_code (WaxsealPracticeCall *call, WaxsealPracticeVisit *visit, const char *device_code)
{
  g_autofree char *uri = g_strconcat (call->host, PAGE, NULL);
  g_autofree char *message = g_strdup_printf ("To sign in, use a web browser to open the page %s "
                                              "and enter the code %s to authenticate.",
                                              uri,
                                              visit->user_code);
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "user_code", visit->user_code);
  json_object_set_string_member (object, "device_code", device_code);
  json_object_set_string_member (object, "verification_uri", uri);
  json_object_set_int_member (object, "expires_in", WAXSEAL_PRACTICE_DEVICE_LIFETIME);
  json_object_set_int_member (object, "interval", WAXSEAL_PRACTICE_DEVICE_INTERVAL);
  json_object_set_string_member (object, "message", message);
  json_node_take_object (node, object);
  waxseal_practice_call_reply (call, SOUP_STATUS_OK, node);
}

/** waxseal_practice_device_serve_code: Gives a program a code for its person to enter. */
void
waxseal_practice_device_serve_code (WaxsealPracticeCall *call)
{
  const char *client_id = waxseal_practice_sign_in_page_get_field (call, "client_id");
  const char *scope = waxseal_practice_sign_in_page_get_field (call, "scope");
  guint problem = 0;
  g_autofree char *detail = NULL;
  g_autofree char *device_code = NULL;
  g_autoptr (WaxsealPracticeClient) client = NULL;
  g_autoptr (WaxsealPracticeScopes) scopes = NULL;
  WaxsealPracticeVisit *visit;

  if (!waxseal_practice_discovery_is_tenant (call, call->keys[0]))
    {
      waxseal_practice_identity_fail (call, 90002, call->keys[0]);
      return;
    }
  if (client_id == NULL)
    {
      waxseal_practice_identity_fail (call, 900144, "client_id");
      return;
    }
  client = waxseal_practice_client_find (call, client_id, &problem);
  if (client == NULL)
    {
      waxseal_practice_identity_fail (call, problem, client_id);
      return;
    }
  scopes = waxseal_practice_scopes_parse (call, client, scope, &problem, &detail);
  if (scopes == NULL)
    {
      waxseal_practice_identity_fail (call, problem, detail);
      return;
    }
  if (scopes->is_mixed)
    {
      waxseal_practice_identity_fail (call, 28000, scope);
      return;
    }
  visit = waxseal_practice_visit_begin (call, client->id, &device_code);
  visit->scope = g_strdup (scope);
  visit->user_code = make_user_code ();
  reply_code (call, visit, device_code);
}

static void
say (WaxsealPracticeCall *call, WaxsealPracticeWord title)
{
  waxseal_practice_sign_in_page_say (
    call, SOUP_STATUS_OK, title, waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_DONE_HELP));
}

static void
decline (WaxsealPracticeCall *call, WaxsealPracticeVisit *visit)
{
  visit->state = WAXSEAL_PRACTICE_VISIT_DECLINED;
  say (call, WAXSEAL_PRACTICE_WORD_DECLINED);
}

static void
accept (WaxsealPracticeCall *call, WaxsealPracticeVisit *visit, JsonObject *person)
{
  visit->state = WAXSEAL_PRACTICE_VISIT_ACCEPTED;
  visit->user_id = g_strdup (waxseal_json_get_text (person, "id"));
  say (call, WAXSEAL_PRACTICE_WORD_DONE);
}

/* Asks for consent as far as it is lacking. */
static void
sign_in (WaxsealPracticeCall *call,
         WaxsealPracticeVisit *visit,
         WaxsealPracticeClient *client,
         JsonObject *person)
{
  const char *answer = waxseal_practice_sign_in_page_get_field (call, "answer");
  guint problem = 0;
  g_autofree char *detail = NULL;
  g_autoptr (WaxsealPracticeScopes) scopes =
    waxseal_practice_scopes_parse (call, client, visit->scope, &problem, &detail);
  g_autoptr (GArray) lacking = NULL;

  if (scopes == NULL)
    {
      waxseal_practice_sign_in_page_fail (call, problem, detail);
      return;
    }
  lacking = waxseal_practice_consent_find_lacking (scopes, call, client->id, person);
  if (lacking->len == 0)
    accept (call, visit, person);
  else if (waxseal_practice_scopes_need_admin (lacking) &&
           !waxseal_practice_consent_is_admin (person))
    {
      visit->state = WAXSEAL_PRACTICE_VISIT_DECLINED;
      waxseal_practice_sign_in_page_fail (call, 90094, client->id);
    }
  else if (answer == NULL)
    waxseal_practice_sign_in_page_consent (call, kept, client->name, lacking);
  else if (!g_str_equal (answer, "accept"))
    decline (call, visit);
  else
    {
      waxseal_practice_consent_add (lacking, call, client->id, person);
      accept (call, visit, person);
    }
}

static void
serve_visit (WaxsealPracticeCall *call, WaxsealPracticeVisit *visit)
{
  const char *name = waxseal_practice_sign_in_page_get_field (call, "person");
  guint problem = 0;
  g_autoptr (WaxsealPracticeClient) client =
    waxseal_practice_client_find (call, visit->client_id, &problem);
  JsonObject *person;

  if (client == NULL)
    {
      waxseal_practice_sign_in_page_fail (call, problem, visit->client_id);
      return;
    }
  if (name == NULL)
    {
      waxseal_practice_sign_in_page_pick (call, kept, client->name);
      return;
    }
  if (*name == '\0')
    {
      decline (call, visit);
      return;
    }
  person = waxseal_practice_tenant_find (call->tenant, "users", "practicePerson", name);
  if (person == NULL)
    waxseal_practice_sign_in_page_fail (call, 50034, NULL);
  else
    sign_in (call, visit, client, person);
}

/** waxseal_practice_device_serve_page: Where the person enters the code, and says who she is. */
void
waxseal_practice_device_serve_page (WaxsealPracticeCall *call)
{
  const char *code = waxseal_practice_sign_in_page_get_field (call, "code");
  WaxsealPracticeVisit *visit =
    code != NULL ? waxseal_practice_visit_find_by_code (call, code) : NULL;

  if (visit == NULL || visit->state != WAXSEAL_PRACTICE_VISIT_PENDING ||
      waxseal_practice_visit_get_age (visit, call) >= WAXSEAL_PRACTICE_DEVICE_LIFETIME)
    waxseal_practice_sign_in_page_code (call, code != NULL);
  else
    serve_visit (call, visit);
}
