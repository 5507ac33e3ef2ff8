/* SPDX-License-Identifier: GPL-3.0-or-later */
/* FileData: in both encodings, of which the tenant takes one, and with whatever may be in it
 * (microsoft.md, 3.2 and 6; manifest.md). */
#include <string.h>

#include "exchange-fixture.h"
#include "waxseal-json.h"

/* Parameters for New-App; @data: JSON */
static char *
write_file (const char *type, const char *data)
{
  return g_strdup_printf ("{\"OrganizationApp\":true,\"FileData\":{\"@odata.type\":\"%s\","
                          "\"Data\":%s}}",
                          type,
                          data);
}

static char *
write_bytes (const char *bytes, gsize length)
{
  g_autofree char *text = g_base64_encode ((const guchar *) bytes, length);
  g_autofree char *data = g_strdup_printf ("\"%s\"", text);

  return write_file ("#Exchange.ByteArrayType", data);
}

static char *
write_numbers (const char *bytes, gsize length)
{
  g_autoptr (GString) data = g_string_new ("[");

  for (gsize i = 0; i < length; i++)
    g_string_append_printf (data, "%s%u", i > 0 ? "," : "", (guchar) bytes[i]);
  g_string_append_c (data, ']');
  return write_file ("#Exchange.ByteArrayType", data->str);
}

/* No cmdlet got to see it: the reason is inside. */
static void
assert_no_value (ExchangeFixture *fixture, const char *parameters)
{
  g_autoptr (RawReply) reply = exchange_invoke (fixture, "New-App", parameters);
  g_autoptr (JsonObject) object = NULL;
  JsonObject *error, *inner;

  g_assert_cmpuint (reply->status, ==, 400);
  object = raw_reply_parse (reply);
  error = waxseal_json_get_object (object, "error");
  inner =
    waxseal_json_get_object (waxseal_json_get_object (error, "innererror"), "internalexception");
  g_assert_false (json_object_has_member (error, "details"));
  g_assert_cmpstr (waxseal_json_get_text (error, "message"), ==, "Invalid Operation");
  g_assert_nonnull (strstr (waxseal_json_get_text (inner, "message"), "FileData"));
}

static void
test_encodings (ExchangeFixture *fixture, gconstpointer data)
{
  g_autofree char *manifest = exchange_manifest (EXCHANGE_APP, "封 \"Seal\"");
  g_autofree char *text = write_bytes (manifest, strlen (manifest));
  g_autofree char *numbers = write_numbers (manifest, strlen (manifest));

  assert_no_value (fixture, numbers);
  {
    g_autoptr (JsonObject) made = exchange_expect (fixture, "New-App", text);
    g_autoptr (JsonObject) app = exchange_find_app (fixture, EXCHANGE_APP);

    g_assert_cmpstr (waxseal_json_get_text (app, "ManifestXml"), ==, manifest);
    g_assert_cmpstr (waxseal_json_get_text (app, "DisplayName"), ==, "封 \"Seal\"");
  }
  {
    g_autoptr (RawReply) reset = exchange_steer (fixture, "POST", "/practice/reset", NULL);

    exchange_set (fixture, "fileData", "\"numbers\"");
    g_assert_cmpuint (reset->status, ==, 204);
  }
  assert_no_value (fixture, text);
  {
    g_autoptr (JsonObject) made = exchange_expect (fixture, "New-App", numbers);
    g_autoptr (JsonObject) app = exchange_find_app (fixture, EXCHANGE_APP);

    g_assert_cmpstr (waxseal_json_get_text (app, "ManifestXml"), ==, manifest);
  }
}

static void
test_no_bytes (ExchangeFixture *fixture, gconstpointer data)
{
  static const char *const settings[] = { "\"base64\"", "\"numbers\"" };
  static const char *const values[] = {
    "\"\"",
    "\"!\"",
    "\"PE9mZmljZUFwcD4\"",
    "\"PE9m\\nZmljZUFwcD4=\"",
    "\"PE9m ZmljZUFwcD4=\"",
    "\"PA\"",
    "null",
    "7",
    "{}",
    "[256]",
    "[-1]",
    "[60.5]",
    "[\"60\"]",
    "[[60]]",
    "[60,null]",
    "[60,true]",
  };

  for (guint i = 0; i < G_N_ELEMENTS (settings); i++)
    {
      exchange_set (fixture, "fileData", settings[i]);
      for (guint k = 0; k < G_N_ELEMENTS (values); k++)
        {
          g_autofree char *parameters = write_file ("#Exchange.ByteArrayType", values[k]);

          g_test_message ("%s: %s", settings[i], values[k]);
          assert_no_value (fixture, parameters);
        }
    }
  exchange_set (fixture, "fileData", "\"base64\"");
  {
    g_autofree char *manifest = exchange_manifest (EXCHANGE_APP, "Seal");
    g_autofree char *base64 = g_base64_encode ((const guchar *) manifest, strlen (manifest));
    g_autofree char *quoted = g_strdup_printf ("\"%s\"", base64);
    g_autofree char *untyped = write_file ("", quoted);
    g_autofree char *other = write_file ("#Exchange.GenericHashTable", quoted);

    assert_no_value (fixture, untyped);
    assert_no_value (fixture, other);
  }
}

#define HEAD                                                                                       \
  "<OfficeApp xmlns=\"http://schemas.microsoft.com/office/appforoffice/1.1\" "                     \
  "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"MailApp\">"
#define ID       "<Id>" EXCHANGE_APP "</Id>"
#define NAME     "<DisplayName DefaultValue=\"A\"/>"
#define ABOUT    "<Description DefaultValue=\"A\"/>"
#define PROVIDER "<ProviderName>A</ProviderName>"
#define VERSION  "<Version>1.0</Version>"
#define TAIL     "</OfficeApp>"
#define WHOLE    HEAD ID NAME ABOUT PROVIDER VERSION TAIL

static void
test_manifests (ExchangeFixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *reason;
  } rows[] = {
    { " ", "XML" },
    { "MZ", "XML" },
    { "{\"id\":\"" EXCHANGE_APP "\"}", "XML" },
    { HEAD ID NAME ABOUT PROVIDER VERSION, "XML" },
    { WHOLE "<x/>", "XML" },
    { HEAD "<Id>&x;</Id>" TAIL, "XML" },
    { "<!DOCTYPE OfficeApp>" WHOLE, "XML" },
    { "<!DOCTYPE OfficeApp SYSTEM \"http://127.0.0.1:9/x.dtd\">" WHOLE, "XML" },
    { "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>" HEAD ID
      "<DisplayName DefaultValue=\"A\"/>" ABOUT "<ProviderName>&e;</ProviderName>" VERSION TAIL,
      "XML" },
    { "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
      "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>" HEAD "<Id>&c;&c;&c;&c;&c;</Id>" TAIL,
      "XML" },
    { "<OfficeApp>" ID NAME ABOUT PROVIDER VERSION TAIL, "OfficeApp" },
    { "<Other xmlns=\"http://schemas.microsoft.com/office/appforoffice/1.1\"/>", "OfficeApp" },
    { "<OfficeApp xmlns=\"http://schemas.microsoft.com/office/appforoffice/1.1\" "
      "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xsi:type=\"TaskPaneApp\">" ID NAME
        ABOUT PROVIDER VERSION TAIL,
      "OfficeApp" },
    { HEAD NAME ABOUT PROVIDER VERSION TAIL, "Id" },
    { HEAD "<Id>7</Id>" NAME ABOUT PROVIDER VERSION TAIL, "Id" },
    { HEAD ID "<DisplayName>A</DisplayName>" ABOUT PROVIDER VERSION TAIL, "DisplayName" },
    { HEAD ID NAME PROVIDER VERSION TAIL, "Description" },
    { HEAD ID NAME ABOUT VERSION TAIL, "ProviderName" },
    { HEAD ID NAME ABOUT PROVIDER "<Version> </Version>" TAIL, "Version" },
  };
  g_autoptr (GString) nested = g_string_new (HEAD);
  g_autofree char *last = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *parameters = write_bytes (rows[i].text, strlen (rows[i].text));

      g_test_message ("%s", rows[i].text);
      exchange_expect_refusal (fixture, 400, rows[i].reason, "New-App", parameters);
    }
  for (guint i = 0; i < 3000; i++)
    g_string_append (nested, "<x>");
  last = write_bytes (nested->str, nested->len);
  exchange_expect_refusal (fixture, 400, "XML", "New-App", last);
}

/* NULs, other encodings, and the space around values. */
static void
test_bytes (ExchangeFixture *fixture, gconstpointer data)
{
  static const char nul[] = HEAD "<Id>\0</Id>" NAME ABOUT PROVIDER VERSION TAIL;
  static const char latin[] =
    "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>" HEAD ID "<DisplayName DefaultValue=\" S\xe9"
    "al \"/>" ABOUT PROVIDER VERSION TAIL;
  g_autofree char *with_nul = write_bytes (nul, sizeof nul - 1);
  g_autofree char *with_accent = write_bytes (latin, sizeof latin - 1);
  g_autoptr (JsonObject) made = NULL, app = NULL;

  exchange_expect_refusal (fixture, 400, "XML", "New-App", with_nul);
  made = exchange_expect (fixture, "New-App", with_accent);
  app = exchange_find_app (fixture, EXCHANGE_APP);
  g_assert_cmpstr (waxseal_json_get_text (app, "DisplayName"), ==, "Séal");
  g_assert_nonnull (strstr (waxseal_json_get_text (app, "ManifestXml"), "Séal"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  exchange_fixture_add ("/practice-exchange-files/encodings", NULL, test_encodings);
  exchange_fixture_add ("/practice-exchange-files/no-bytes", NULL, test_no_bytes);
  exchange_fixture_add ("/practice-exchange-files/manifests", NULL, test_manifests);
  exchange_fixture_add ("/practice-exchange-files/bytes", NULL, test_bytes);
  return exchange_fixture_run ();
}
