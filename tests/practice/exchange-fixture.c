/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange-fixture.h"

#include <string.h>

#include "waxseal-json.h"
#include "waxseal-practice-people.h"
#include "waxseal-practice-server.h"

#define LOGIN "/contoso-practice.example/oauth2/v2.0/"
#define GRANT "urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code"

static ExchangeFixture shared;

static char *
post_form (ExchangeFixture *self, const char *path, const char *member, const char *form)
{
  g_autoptr (RawReply) reply = raw_client_ask (self->base, "POST", path, NULL, form);
  g_autoptr (JsonObject) object = NULL;

  if (member == NULL)
    return NULL;
  g_assert_cmpuint (reply->status, ==, 200);
  object = raw_reply_parse (reply);
  return g_strdup (waxseal_json_get_text (object, member));
}

static char *
ask_for_codes (ExchangeFixture *self, const char *form, char **user_code)
{
  g_autoptr (RawReply) reply = raw_client_ask (self->base, "POST", LOGIN "devicecode", NULL, form);
  g_autoptr (JsonObject) object = raw_reply_parse (reply);

  g_assert_cmpuint (reply->status, ==, 200);
  *user_code = g_strdup (waxseal_json_get_text (object, "user_code"));
  return g_strdup (waxseal_json_get_text (object, "device_code"));
}

char *
exchange_sign_in (ExchangeFixture *self,
                  const char *client_id,
                  const char *person,
                  const char *scope)
{
  g_autofree char *first = g_strdup_printf ("client_id=%s&scope=%s", client_id, scope);
  g_autofree char *user_code = NULL;
  g_autofree char *device_code = ask_for_codes (self, first, &user_code);
  g_autofree char *second = g_strdup_printf ("code=%s&person=%s&answer=accept", user_code, person);
  g_autofree char *third =
    g_strdup_printf ("client_id=%s&device_code=%s&grant_type=%s", client_id, device_code, GRANT);
  g_autofree char *token = NULL;

  post_form (self, "/practice/device", NULL, second);
  token = post_form (self, LOGIN "token", "access_token", third);
  return g_strdup_printf ("Authorization: Bearer %s\r\n", token);
}

static void
set_up (ExchangeFixture *self, gconstpointer data)
{
  g_autoptr (RawReply) reply = NULL;

  *self = shared;
  reply = exchange_steer (self, "POST", "/practice/reset", NULL);
  g_assert_cmpuint (reply->status, ==, 204);
}

static void
tear_down (ExchangeFixture *self, gconstpointer data)
{
}

void
exchange_fixture_add (const char *path, gconstpointer data, ExchangeTest test)
{
  g_test_add (path, ExchangeFixture, data, set_up, test, tear_down);
}

int
exchange_fixture_run (void)
{
  g_autoptr (WaxsealPracticeServer) server = waxseal_practice_server_new (EXCHANGE_PEOPLE);
  g_autoptr (GError) error = NULL;
  g_autofree char *bearer = NULL;

  waxseal_practice_server_start (server, 0, &error);
  g_assert_no_error (error);
  shared.base = waxseal_practice_server_get_base (server);
  bearer = exchange_sign_in (&shared, EXCHANGE_SHELL, "exchange-administrator", EXCHANGE_SHELLS);
  shared.bearer = bearer;
  return g_test_run ();
}

RawReply *
exchange_steer (ExchangeFixture *self, const char *method, const char *path, const char *body)
{
  return raw_client_ask (self->base, method, path, "X-Waxseal-Practice: 1\r\n", body);
}

void
exchange_make_trouble (ExchangeFixture *self, const char *script)
{
  g_autoptr (RawReply) reply = exchange_steer (self, "POST", "/practice/faults", script);

  g_assert_cmpstr (reply->status == 200 ? "" : reply->body, ==, "");
}

void
exchange_set (ExchangeFixture *self, const char *name, const char *value)
{
  g_autoptr (RawReply) reply = exchange_steer (self, "GET", "/practice/state", NULL);
  g_autoptr (JsonObject) state = raw_reply_parse (reply);
  JsonArray *settings =
    waxseal_json_get_array (waxseal_json_get_object (state, "collections"), "settings");
  g_autoptr (JsonNode) node = json_node_init_object (json_node_alloc (), state);
  g_autofree char *json = NULL;
  g_autoptr (RawReply) changed = NULL;

  json_object_set_member (waxseal_json_array_get_object (settings, 0),
                          name,
                          json_from_string (value, NULL));
  json = json_to_string (node, FALSE);
  changed = exchange_steer (self, "POST", "/practice/state", json);
  g_assert_cmpuint (changed->status, ==, 204);
}

char *
exchange_write (const char *cmdlet, const char *parameters)
{
  return g_strdup_printf ("{\"CmdletInput\":{\"CmdletName\":\"%s\",\"Parameters\":%s}}",
                          cmdlet,
                          parameters);
}

RawReply *
exchange_invoke (ExchangeFixture *self, const char *cmdlet, const char *parameters)
{
  g_autofree char *body = exchange_write (cmdlet, parameters);
  g_autofree char *fields = g_strconcat (self->bearer, EXCHANGE_ANCHOR, NULL);

  return raw_client_ask (self->base, "POST", EXCHANGE_INVOKE, fields, body);
}

JsonObject *
exchange_expect (ExchangeFixture *self, const char *cmdlet, const char *parameters)
{
  g_autoptr (RawReply) reply = exchange_invoke (self, cmdlet, parameters);

  g_test_message ("%s: %u", cmdlet, reply->status);
  g_assert_cmpstr (reply->status == 200 ? "" : reply->body, ==, "");
  return raw_reply_parse (reply);
}

/* The three places where a reason may be. */
static void
assert_reason (JsonObject *error, const char *code, const char *reason)
{
  JsonObject *inner = waxseal_json_get_object (error, "innererror");
  JsonArray *details = waxseal_json_get_array (error, "details");
  g_auto (GStrv) parts = NULL;
  JsonObject *detail;

  g_assert_nonnull (details);
  g_assert_cmpuint (json_array_get_length (details), ==, 1);
  detail = waxseal_json_array_get_object (details, 0);
  parts = g_strsplit (waxseal_json_get_text (detail, "message"), "|", 3);
  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  g_assert_nonnull (strstr (parts[2], reason));
  g_assert_cmpstr (waxseal_json_get_text (error, "code"), ==, code);
  g_assert_cmpstr (waxseal_json_get_text (error, "message"), ==, "Error executing cmdlet");
  g_assert_cmpstr (waxseal_json_get_text (waxseal_json_get_object (inner, "internalexception"),
                                          "message"),
                   !=,
                   "");
}

void
exchange_expect_refusal (ExchangeFixture *self,
                         guint status,
                         const char *reason,
                         const char *cmdlet,
                         const char *parameters)
{
  g_autoptr (RawReply) reply = exchange_invoke (self, cmdlet, parameters);
  g_autoptr (JsonObject) object = NULL;

  g_test_message ("%s: %s", cmdlet, reply->body);
  g_assert_cmpuint (reply->status, ==, status);
  object = raw_reply_parse (reply);
  assert_reason (waxseal_json_get_object (object, "error"),
                 status == 404 ? "NotFound" : "BadRequest",
                 reason);
  g_assert_nonnull (waxseal_json_get_array (object, "@adminapi.warnings"));
}

char *
exchange_manifest (const char *id, const char *name)
{
  return g_markup_printf_escaped (
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
    "<OfficeApp xmlns=\"http://schemas.microsoft.com/office/appforoffice/1.1\" "
    "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"MailApp\">\n"
    "<Id>%s</Id><Version>1.2.3.4</Version><ProviderName>Example 例</ProviderName>"
    "<DefaultLocale>en-US</DefaultLocale><DisplayName DefaultValue=\"%s\"/>"
    "<Description DefaultValue=\"Seals mail\"/>"
    "<IconUrl DefaultValue=\"https://example.com/icon.png\"/>"
    "<Hosts><Host Name=\"Mailbox\"/></Hosts><Permissions>ReadWriteItem</Permissions>"
    "</OfficeApp>\n",
    id,
    name);
}

char *
exchange_new_app (const char *id, const char *name, const char *more)
{
  g_autofree char *manifest = exchange_manifest (id, name);
  g_autofree char *data = g_base64_encode ((const guchar *) manifest, strlen (manifest));

  return g_strdup_printf ("{\"OrganizationApp\":true,\"FileData\":{\"@odata.type\":"
                          "\"#Exchange.ByteArrayType\",\"Data\":\"%s\"}%s}",
                          data,
                          more != NULL ? more : "");
}

void
exchange_add_app (ExchangeFixture *self, const char *id, const char *more)
{
  g_autofree char *parameters = exchange_new_app (id, "Seal", more);
  g_autoptr (JsonObject) reply = exchange_expect (self, "New-App", parameters);

  g_assert_cmpuint (json_array_get_length (waxseal_json_get_array (reply, "value")), ==, 1);
}

JsonObject *
exchange_find_app (ExchangeFixture *self, const char *id)
{
  g_autoptr (JsonObject) reply = exchange_expect (self, "Get-App", "{\"OrganizationApp\":true}");
  JsonArray *apps = waxseal_json_get_array (reply, "value");

  for (guint i = 0; i < json_array_get_length (apps); i++)
    {
      JsonObject *app = waxseal_json_array_get_object (apps, i);

      if (g_str_equal (waxseal_json_get_text (app, "AppId"), id))
        return json_object_ref (app);
    }
  return NULL;
}

char *
exchange_users (ExchangeFixture *self, guint n)
{
  g_autoptr (WaxsealPracticePeople) people = waxseal_practice_people_new (EXCHANGE_PEOPLE);
  static const char *const members[] = { "mail", NULL };
  g_autoptr (JsonArray) array = json_array_new ();
  g_autoptr (JsonNode) node = NULL;

  for (guint i = 0; i < EXCHANGE_PEOPLE && json_array_get_length (array) < n; i++)
    {
      g_autoptr (JsonObject) person = waxseal_practice_people_build (people, i, members);

      if (*waxseal_json_get_text (person, "mail") != '\0')
        json_array_add_string_element (array, waxseal_json_get_text (person, "mail"));
    }
  g_assert_cmpuint (json_array_get_length (array), ==, n);
  node = json_node_init_array (json_node_alloc (), array);
  return json_to_string (node, FALSE);
}
