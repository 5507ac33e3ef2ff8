/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "web-driver.h"

#include <json-glib/json-glib.h>
#include <libsoup/soup.h>
#include <string.h>

#include "store-fixture.h"

struct _WebDriver
{
  GSubprocess *program;
  SoupSession *http;
  char *base;   /* of ChromeDriver */
  char *path;   /* of the session */
  char *folder; /* of Chromium's profile */
};

static SoupMessage *
create_message (WebDriver *self, const char *method, const char *path, const char *json)
{
  g_autofree char *uri = g_strconcat (self->base, self->path != NULL ? self->path : "", path, NULL);
  SoupMessage *message = soup_message_new (method, uri);

  if (json != NULL)
    {
      g_autoptr (GBytes) body = g_bytes_new (json, strlen (json));

      soup_message_set_request_body_from_bytes (message, "application/json", body);
    }
  return message;
}

/* The “value” of the reply; NULL where the command failed. */
static JsonNode *
send (WebDriver *self, const char *method, const char *path, const char *json)
{
  g_autoptr (SoupMessage) message = create_message (self, method, path, json);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) body = soup_session_send_and_read (self->http, message, NULL, &error);
  g_autoptr (JsonParser) parser = json_parser_new ();
  JsonObject *reply;

  g_assert_no_error (error);
  if (!json_parser_load_from_data (
        parser, g_bytes_get_data (body, NULL), g_bytes_get_size (body), NULL))
    g_error ("%s %s: not JSON", method, path);
  reply = json_node_get_object (json_parser_get_root (parser));
  if (soup_message_get_status (message) != SOUP_STATUS_OK)
    return NULL;
  return json_node_copy (json_object_get_member (reply, "value"));
}

static char *
quote (const char *text)
{
  g_autoptr (JsonNode) node = json_node_init_string (json_node_alloc (), text);

  return json_to_string (node, FALSE);
}

/* ChromeDriver chooses a free port and says which. */
static char *
read_base (GSubprocess *program)
{
  g_autoptr (GDataInputStream) lines =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (program));
  g_autoptr (GRegex) started = g_regex_new ("started successfully on port (\\d+)", 0, 0, NULL);

  for (;;)
    {
      g_autofree char *line = g_data_input_stream_read_line (lines, NULL, NULL, NULL);
      g_autoptr (GMatchInfo) match = NULL;
      g_autofree char *port = NULL;

      if (line == NULL)
        g_error ("ChromeDriver ended");
      if (!g_regex_match (started, line, 0, &match))
        continue;
      port = g_match_info_fetch (match, 1);
      g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (lines), FALSE);
      return g_strdup_printf ("http://127.0.0.1:%s", port);
    }
}

/* Without the switches for the network Chromium looks for hosts that no test may need. */
static void
open_session (WebDriver *self, const char *downloads)
{
  g_autofree char *profile = g_strconcat ("--user-data-dir=", self->folder, NULL);
  g_autofree char *quoted_profile = quote (profile);
  g_autofree char *quoted_downloads = quote (downloads);
  g_autofree char *json = g_strdup_printf (
    "{\"capabilities\": {\"alwaysMatch\": {\"goog:chromeOptions\": {"
    "\"args\": [\"--headless\", \"--no-sandbox\", \"--disable-gpu\", \"--disable-quic\","
    " \"--no-first-run\", \"--disable-background-networking\", \"--disable-component-update\","
    " \"--disable-sync\", \"--disable-dev-shm-usage\", %s],"
    "\"prefs\": {\"download.default_directory\": %s, \"download.prompt_for_download\": false}}}}}",
    quoted_profile,
    quoted_downloads);
  g_autoptr (JsonNode) session = send (self, "POST", "/session", json);

  if (session == NULL)
    g_error ("Chromium did not start");
  self->path =
    g_strconcat ("/session/",
                 json_object_get_string_member (json_node_get_object (session), "sessionId"),
                 NULL);
}

WebDriver *
web_driver_start (const char *downloads)
{
  g_autofree char *driver = g_find_program_in_path ("chromedriver");
  g_autofree char *chromium = g_find_program_in_path ("chromium");
  g_autoptr (GError) error = NULL;
  WebDriver *self;

  if (driver == NULL || chromium == NULL)
    {
      g_test_skip ("Chromium is not installed (packages chromium and chromium-driver)");
      return NULL;
    }
  self = g_new0 (WebDriver, 1);
  self->folder = g_dir_make_tmp ("waxseal-chromium-XXXXXX", NULL);
  self->http = soup_session_new_with_options ("timeout", 60, NULL);
  self->program =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE | G_SUBPROCESS_FLAGS_STDERR_SILENCE,
                      &error,
                      driver,
                      "--port=0",
                      NULL);
  g_assert_no_error (error);
  self->base = read_base (self->program);
  open_session (self, downloads);
  return self;
}

void
web_driver_stop (WebDriver *self)
{
  g_autoptr (JsonNode) reply = send (self, "DELETE", "", NULL);

  g_subprocess_force_exit (self->program);
  g_subprocess_wait (self->program, NULL, NULL);
  store_fixture_delete (self->folder);
  g_object_unref (self->program);
  g_object_unref (self->http);
  g_free (self->base);
  g_free (self->path);
  g_free (self->folder);
  g_free (self);
}

void
web_driver_go (WebDriver *self, const char *uri)
{
  g_autofree char *quoted = quote (uri);
  g_autofree char *json = g_strdup_printf ("{\"url\": %s}", quoted);
  g_autoptr (JsonNode) reply = send (self, "POST", "/url", json);

  if (reply == NULL)
    g_error ("%s does not open", uri);
}

static char *
find (WebDriver *self, const char *selector)
{
  g_autofree char *quoted = quote (selector);
  g_autofree char *json = g_strdup_printf ("{\"using\": \"css selector\", \"value\": %s}", quoted);
  g_autoptr (JsonNode) reply = send (self, "POST", "/element", json);
  g_autoptr (GList) values = NULL;

  if (reply == NULL)
    return NULL;
  values = json_object_get_values (json_node_get_object (reply));
  return g_strconcat ("/element/", json_node_get_string (values->data), NULL);
}

static char *
find_or_fail (WebDriver *self, const char *selector)
{
  char *element = find (self, selector);

  if (element == NULL)
    g_error ("There is no “%s” on the page", selector);
  return element;
}

gboolean
web_driver_has (WebDriver *self, const char *selector)
{
  g_autofree char *element = find (self, selector);

  return element != NULL;
}

void
web_driver_click (WebDriver *self, const char *selector)
{
  g_autofree char *element = find_or_fail (self, selector);
  g_autofree char *path = g_strconcat (element, "/click", NULL);
  g_autoptr (JsonNode) reply = send (self, "POST", path, "{}");

  if (reply == NULL)
    g_error ("“%s” cannot be clicked", selector);
}

void
web_driver_type (WebDriver *self, const char *selector, const char *text)
{
  g_autofree char *element = find_or_fail (self, selector);
  g_autofree char *path = g_strconcat (element, "/value", NULL);
  g_autofree char *quoted = quote (text);
  g_autofree char *json = g_strdup_printf ("{\"text\": %s}", quoted);
  g_autoptr (JsonNode) reply = send (self, "POST", path, json);

  if (reply == NULL)
    g_error ("Nothing can be typed into “%s”", selector);
}

char *
web_driver_dup_text (WebDriver *self, const char *selector)
{
  g_autofree char *element = find_or_fail (self, selector);
  g_autofree char *path = g_strconcat (element, "/text", NULL);
  g_autoptr (JsonNode) reply = send (self, "GET", path, NULL);

  return g_strdup (json_node_get_string (reply));
}
