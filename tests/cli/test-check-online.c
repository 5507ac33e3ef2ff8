/* SPDX-License-Identifier: GPL-3.0-or-later */
/* “waxseal check --online”, against a server of the test's own. */
#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "cli-fixture.h"
#include "http-fixture.h"
#include "test-manifest-base.h"

#define PNG "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x40\0\0\0\x40\x08\6\0\0\0"

/** Site: a server, and a manifest whose addresses are there. */
typedef struct
{
  CliFixture cli;
  SoupServer *server;
  char *base;
  guint n_requests;
} Site;

static void
handle_cb (SoupServer *server,
           SoupServerMessage *message,
           const char *path,
           GHashTable *query,
           gpointer user_data)
{
  ((Site *) user_data)->n_requests++;
  if (g_str_has_suffix (path, ".png"))
    {
      soup_server_message_set_status (message, 200, NULL);
      soup_server_message_set_response (
        message, "image/png", SOUP_MEMORY_STATIC, PNG, sizeof PNG - 1);
    }
  else
    http_fixture_reply (message, g_str_equal (path, "/help") ? 404 : 200, "{}");
}

static void
write_manifest (Site *site, const char *name, const char *from, const char *to)
{
  GString *text = g_string_new (base_manifest);

  if (from != NULL)
    g_string_replace (text, from, to, 0);
  g_string_replace (text, "https://addin.contoso.com", site->base, 0);
  g_string_replace (text, "https://contoso.com", site->base, 0);
  cli_fixture_write (&site->cli, name, text->str);
  g_string_free (text, TRUE);
}

static void
set_up (Site *site, gconstpointer data)
{
  g_autofree char *address = NULL;

  cli_fixture_set_up (&site->cli, data);
  site->server = soup_server_new (NULL, NULL);
  soup_server_add_handler (site->server, NULL, handle_cb, site, NULL);
  address = http_fixture_listen (site->server, FALSE);
  site->base = g_strdup (address);
  write_manifest (site, "manifest.xml", NULL, NULL);
}

static void
tear_down (Site *site, gconstpointer data)
{
  soup_server_disconnect (site->server);
  g_object_unref (site->server);
  g_free (site->base);
  cli_fixture_tear_down (&site->cli, data);
}

static void
test_text (Site *site, gconstpointer data)
{
  g_autofree char *verified =
    g_strdup_printf ("manifest.xml:9:1: verified: %s/64.png (image/png, 64 × 64 pixels, 2",
                     site->base);
  g_autofree char *missing = g_strdup_printf (
    "manifest.xml:11:1: error: %s/help: It answers 404 (Not Found). [online-status] ", site->base);
  g_autofree char *size = g_strdup_printf ("manifest.xml:10:1: warning: %s/128.png: The picture "
                                           "has 64 × 64 pixels; the manifest uses it in "
                                           "the size 128. [online-icon-size] ",
                                           site->base);

  cli_fixture_run (&site->cli, "check --online --practice manifest.xml", "");
  g_assert_nonnull (strstr (site->cli.output, verified));
  g_assert_nonnull (strstr (site->cli.output, missing));
  g_assert_nonnull (strstr (site->cli.output, size));
  g_assert_cmpstr (site->cli.errors, ==, "manifest.xml: asking 127.0.0.1\n");
  g_assert_cmpint (site->cli.exit, ==, 1);
  g_assert_cmpuint (site->n_requests, ==, 9);
}

/* Two manifests that share their addresses, one of them from the standard input. */
static void
test_once (Site *site, gconstpointer data)
{
  g_autofree char *text = cli_fixture_read (&site->cli, "manifest.xml");

  cli_fixture_run (&site->cli, "check --online --practice manifest.xml -", text);
  g_assert_nonnull (strstr (site->cli.output, "manifest.xml:9:1: verified: "));
  g_assert_nonnull (strstr (site->cli.output, "\n-:9:1: verified: "));
  g_assert_cmpuint (site->n_requests, ==, 9);
}

static void
test_json (Site *site, gconstpointer data)
{
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  JsonObject *file, *first;
  JsonArray *addresses;

  cli_fixture_run (&site->cli, "check --online --practice --format=json manifest.xml", "");
  json_parser_load_from_data (parser, site->cli.output, -1, &error);
  g_assert_no_error (error);
  file = json_array_get_object_element (json_node_get_array (json_parser_get_root (parser)), 0);
  addresses = json_object_get_array_member (file, "addresses");
  g_assert_cmpuint (json_array_get_length (addresses), ==, 9);
  first = json_array_get_object_element (addresses, 0);
  g_assert_true (g_str_has_suffix (json_object_get_string_member (first, "address"), "/64.png"));
  g_assert_cmpint (json_object_get_int_member (first, "line"), ==, 9);
  g_assert_cmpstr (json_object_get_string_member (first, "state"), ==, "verified");
  g_assert_cmpuint (strlen (json_object_get_string_member (first, "asked")), >=, 20);
  first = json_array_get_object_element (addresses, 2);
  g_assert_cmpstr (json_object_get_string_member (first, "state"), ==, "wrong");

  cli_fixture_run (&site->cli, "check --online --practice --format=sarif manifest.xml", "");
  json_parser_load_from_data (parser, site->cli.output, -1, &error);
  g_assert_no_error (error);
  g_assert_nonnull (strstr (site->cli.output, "\"ruleId\": \"online-status\""));
}

/* In earnest, nobody knocks here; and without being asked, nowhere. */
static void
test_unasked (Site *site, gconstpointer data)
{
  cli_fixture_run (&site->cli, "check --online manifest.xml", "");
  g_assert_nonnull (strstr (site->cli.output, "[online-private]"));
  g_assert_null (strstr (site->cli.output, "verified"));
  g_assert_cmpstr (site->cli.errors, ==, "manifest.xml: there is nobody to ask\n");

  cli_fixture_run (&site->cli, "check manifest.xml", "");
  g_assert_null (strstr (site->cli.output, "[online-"));
  g_assert_cmpstr (site->cli.errors, ==, "");
  g_assert_cmpuint (site->n_requests, ==, 0);
}

static void
test_outside (Site *site, gconstpointer data)
{
  write_manifest (site, "manifest.xml", "https://contoso.com", "https://www.contoso.com");
  cli_fixture_run (&site->cli, "check --online --practice manifest.xml", "");
  g_assert_nonnull (strstr (site->cli.output, "https://www.contoso.com/help: It was not asked"));
  g_assert_nonnull (strstr (site->cli.output, "[online-practice]"));
  g_assert_cmpuint (site->n_requests, ==, 8);
}

static void
test_many (Site *site, gconstpointer data)
{
  GString *urls = g_string_new ("<bt:Urls>");

  for (guint i = 0; i < 120; i++)
    g_string_append_printf (urls, "<bt:Url id=\"u%u\" DefaultValue=\"%s/%u\"/>", i, site->base, i);
  write_manifest (site, "manifest.xml", "<bt:Urls>", urls->str);
  g_string_free (urls, TRUE);
  cli_fixture_run (&site->cli, "check --online --practice manifest.xml", "");
  g_assert_nonnull (strstr (site->cli.output, "manifest.xml:0:0: hint: Further addresses"));
  g_assert_nonnull (strstr (site->cli.output, "[online-more]"));
  g_assert_cmpuint (site->n_requests, ==, 100);
}

static void
test_unreadable (Site *site, gconstpointer data)
{
  cli_fixture_run (&site->cli, "check --online --practice none.xml", "");
  g_assert_cmpint (site->cli.exit, ==, 2);
  g_assert_nonnull (strstr (site->cli.output, "[unreadable]"));
  g_assert_cmpstr (site->cli.errors, ==, "");
}

static void
test_misuse (Site *site, gconstpointer data)
{
  static const char *const lines[] = {
    "check --practice manifest.xml",
    "check --online --fix manifest.xml",
    "check --online",
    "check --online --format=xml manifest.xml",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      cli_fixture_run (&site->cli, lines[i], "");
      g_assert_cmpint (site->cli.exit, ==, 2);
      g_assert_cmpstr (site->cli.output, ==, "");
      g_assert_true (g_str_has_prefix (site->cli.errors, "waxseal check: "));
    }
}

int
main (int argc, char **argv)
{
  static const struct
  {
    const char *path;
    void (*run) (Site *site, gconstpointer data);
  } tests[] = {
    { "/check-online/text", test_text },
    { "/check-online/once", test_once },
    { "/check-online/json", test_json },
    { "/check-online/unasked", test_unasked },
    { "/check-online/outside", test_outside },
    { "/check-online/many", test_many },
    { "/check-online/unreadable", test_unreadable },
    { "/check-online/misuse", test_misuse },
  };

  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Site, NULL, set_up, tests[i].run, tear_down);
  return g_test_run ();
}
