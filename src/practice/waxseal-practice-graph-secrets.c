/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Client secrets (microsoft.md, 2.3): the tenant keeps what tells a value from others, never a
 * value. */
#include <gnutls/crypto.h>
#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-graph-handlers.h"
#include "waxseal-practice-graph-objects.h"
#include "waxseal-practice-graph-policy.h"
#include "waxseal-practice-graph.h"

#define VALUE_LENGTH  40
#define HINT_LENGTH   3
#define DEFAULT_YEARS 2
/* Of applications that people with a personal account may use (Azure/azure-cli#12946). */
#define MOST_IF_PERSONAL 2

static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789~._-";

/* As Entra's look: a tilde early on, and what has to be escaped in a form here and there. */
static const struct
{
  guint place;
  char letter;
} fixed[] = {
  { 0, 'x' }, { 1, 'P' }, { 3, '8' }, { 4, 'Q' }, { 5, '~' }, { 12, '.' }, { 21, '_' }, { 33, '-' },
};

static void
make_value (char value[VALUE_LENGTH + 1])
{
  guint8 random[VALUE_LENGTH];

  if (gnutls_rnd (GNUTLS_RND_KEY, random, sizeof random) < 0)
    g_error ("There are no random numbers.");
  for (guint i = 0; i < VALUE_LENGTH; i++)
    value[i] = letters[random[i] % strlen (letters)];
  for (guint i = 0; i < G_N_ELEMENTS (fixed); i++)
    value[fixed[i].place] = fixed[i].letter;
  value[VALUE_LENGTH] = '\0';
  explicit_bzero (random, sizeof random);
}

static gint64
add_years (gint64 seconds, int years)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_utc (seconds);
  g_autoptr (GDateTime) later = g_date_time_add_years (time, years);

  return g_date_time_to_unix (later);
}

/* @member or @fallback; FALSE, and 400, if it is there and not a time. */
static gboolean
read_time (WaxsealPracticeCall *call,
           JsonObject *credential,
           const char *member,
           gint64 fallback,
           gint64 *seconds)
{
  *seconds = fallback;
  if (credential == NULL || !json_object_has_member (credential, member) ||
      json_object_get_null_member (credential, member))
    return TRUE;
  if (waxseal_practice_graph_parse_time (waxseal_json_get_text (credential, member), seconds))
    return TRUE;
  waxseal_practice_graph_fail_bad (
    call, "Invalid value specified for property '%s' of resource 'PasswordCredential'.", member);
  return FALSE;
}

static gboolean
check_times (WaxsealPracticeCall *call, gint64 start, gint64 end)
{
  if (end > start && end > waxseal_practice_tenant_get_now (call->tenant))
    return TRUE;
  waxseal_practice_call_fail (call,
                              400,
                              "KeyCredentialsInvalidEndDate",
                              "Key credential end date is invalid.");
  return FALSE;
}

/* The server makes these (ansible-collections/azure#2250). */
static gboolean
check_members (WaxsealPracticeCall *call, JsonObject *credential)
{
  static const char *const allowed[] = {
    "displayName", "startDateTime", "endDateTime", "@odata.type", NULL
  };
  g_autoptr (GList) names = credential != NULL ? json_object_get_members (credential) : NULL;

  for (GList *name = names; name != NULL; name = name->next)
    if (!g_strv_contains (allowed, name->data) &&
        !json_object_get_null_member (credential, name->data))
      {
        waxseal_practice_graph_fail_bad (call,
                                         "Invalid value specified for property '%s' of resource "
                                         "'PasswordCredential'.",
                                         (const char *) name->data);
        return FALSE;
      }
  return TRUE;
}

static gboolean
check_number (WaxsealPracticeCall *call, JsonObject *application)
{
  const char *audience = waxseal_json_get_text (application, "signInAudience");
  JsonObject *settings = waxseal_practice_tenant_find (call->tenant, "settings", "id", "settings");
  guint most = waxseal_json_get_number (settings, "maxSecrets", 20);
  guint n = json_array_get_length (waxseal_json_get_array (application, "passwordCredentials"));
  g_autofree char *message = NULL;

  if (strstr (audience, "PersonalMicrosoftAccount") != NULL)
    most = MOST_IF_PERSONAL;
  if (n < most)
    return TRUE;
  message =
    g_strdup_printf ("Not allowed to add %u passwords. You can only add a maximum of %u passwords.",
                     n + 1,
                     most);
  waxseal_practice_call_fail (call, 400, "TooManyAppPasswords", message);
  return FALSE;
}

static void
set_time (JsonObject *credential, const char *member, gint64 seconds)
{
  g_autofree char *time = waxseal_practice_graph_format_time (seconds);

  json_object_set_string_member (credential, member, time);
}

static JsonObject *
build_credential (WaxsealPracticeCall *call,
                  JsonObject *wanted,
                  gint64 start,
                  gint64 end,
                  const char *value)
{
  JsonObject *settings = waxseal_practice_tenant_find (call->tenant, "settings", "id", "settings");
  g_autofree char *id = g_uuid_string_random (), *hint = g_strndup (value, HINT_LENGTH);
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, value, -1);
  const char *name = waxseal_json_get_text (wanted, "displayName");
  JsonObject *credential = json_object_new ();

  json_object_set_null_member (credential, "customKeyIdentifier");
  if (name[0] != '\0')
    json_object_set_string_member (credential, "displayName", name);
  else
    json_object_set_null_member (credential, "displayName");
  set_time (credential, "endDateTime", end);
  json_object_set_string_member (credential, "hint", hint);
  json_object_set_string_member (credential, "keyId", id);
  json_object_set_null_member (credential, "secretText");
  set_time (credential, "startDateTime", start);
  json_object_set_string_member (credential, "practiceHash", hash);
  json_object_set_int_member (credential,
                              "practiceWorksFrom",
                              waxseal_practice_tenant_get_now (call->tenant) +
                                waxseal_json_get_number (settings, "secretDelay", 0));
  return credential;
}

/* With the value: the only time that it is sent. */
static void
reply_credential (WaxsealPracticeCall *call, JsonObject *credential, const char *value)
{
  g_autofree char *context =
    g_strconcat (call->host, "/v1.0/$metadata#microsoft.graph.passwordCredential", NULL);
  g_autoptr (JsonObject) reply = json_object_new ();
  g_autoptr (JsonNode) node = NULL;

  waxseal_practice_graph_merge (reply, credential);
  json_object_remove_member (reply, "practiceHash");
  json_object_remove_member (reply, "practiceWorksFrom");
  json_object_set_string_member (reply, "secretText", value);
  json_object_set_string_member (reply, "@odata.context", context);
  node = json_node_init_object (json_node_alloc (), reply);
  waxseal_practice_call_reply (call, 200, node);
}

/* POST /applications/{id}/addPassword */
void
waxseal_practice_graph_add_password (WaxsealPracticeCall *call)
{
  JsonObject *application = waxseal_practice_graph_find_application (call), *body, *wanted;
  JsonObject *credential;
  gint64 now = waxseal_practice_tenant_get_now (call->tenant), start, end;
  char value[VALUE_LENGTH + 1];

  if (application == NULL)
    return;
  body = waxseal_practice_graph_get_body (call);
  if (body == NULL)
    return;
  wanted = waxseal_json_get_object (body, "passwordCredential");
  if (!check_members (call, wanted) || !read_time (call, wanted, "startDateTime", now, &start) ||
      !read_time (call, wanted, "endDateTime", add_years (start, DEFAULT_YEARS), &end) ||
      !check_times (call, start, end) || !check_number (call, application) ||
      !waxseal_practice_policy_check_secret (call, application, start, end))
    return;
  make_value (value);
  credential = build_credential (call, wanted, start, end, value);
  json_array_add_object_element (waxseal_json_get_array (application, "passwordCredentials"),
                                 credential);
  reply_credential (call, credential, value);
  explicit_bzero (value, sizeof value);
}

/* POST /applications/{id}/removePassword */
void
waxseal_practice_graph_remove_password (WaxsealPracticeCall *call)
{
  JsonObject *application = waxseal_practice_graph_find_application (call), *body;
  JsonArray *credentials = waxseal_json_get_array (application, "passwordCredentials");
  const char *key_id;

  if (application == NULL)
    return;
  body = waxseal_practice_graph_get_body (call);
  if (body == NULL)
    return;
  key_id = waxseal_json_get_text (body, "keyId");
  for (guint i = 0; i < json_array_get_length (credentials); i++)
    {
      JsonObject *credential = waxseal_json_array_get_object (credentials, i);

      if (g_ascii_strcasecmp (waxseal_json_get_text (credential, "keyId"), key_id) != 0)
        continue;
      json_array_remove_element (credentials, i);
      waxseal_practice_call_reply (call, 204, NULL);
      return;
    }
  waxseal_practice_graph_fail_bad (call, "No password credential found with keyId.");
}
