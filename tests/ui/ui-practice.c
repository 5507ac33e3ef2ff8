/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui-practice.h"

#include <libsoup/soup.h>
#include <string.h>

#include "waxseal-json.h"
#include "waxseal-page.h"

JsonNode *
ui_practice_steer (UiFixture *fixture, const char *method, const char *path, const char *body)
{
  WaxsealPage *page = WAXSEAL_PAGE (ui_fixture_get_page (fixture, "entra-app"));
  g_autofree char *uri = g_strconcat (waxseal_page_get_practice_base (page), path, NULL);
  g_autoptr (SoupSession) session = soup_session_new ();
  g_autoptr (SoupMessage) message = soup_message_new (method, uri);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) reply = NULL;
  g_autofree char *text = NULL;

  soup_message_headers_replace (soup_message_get_request_headers (message),
                                "X-Waxseal-Practice",
                                "1");
  if (body != NULL)
    {
      bytes = g_bytes_new (body, strlen (body));
      soup_message_set_request_body_from_bytes (message, "application/json", bytes);
    }
  reply = soup_session_send_and_read (session, message, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (soup_message_get_status (message) / 100, ==, 2);
  text = g_strndup (g_bytes_get_data (reply, NULL), g_bytes_get_size (reply));
  return json_from_string (text, NULL);
}

void
ui_practice_make_trouble (UiFixture *fixture, const char *script)
{
  g_autofree char *json = g_strdelimit (g_strdup (script != NULL ? script : "[]"), "'", '"');
  g_autoptr (JsonNode) reply = ui_practice_steer (fixture, "POST", "/practice/faults", json);
}

gboolean
ui_practice_has_held (UiFixture *fixture)
{
  g_autoptr (JsonNode) reply = ui_practice_steer (fixture, "GET", "/practice/log", NULL);
  JsonArray *log = json_node_get_array (reply);

  for (guint i = 0; i < json_array_get_length (log); i++)
    if (*waxseal_json_get_text (json_array_get_object_element (log, i), "held") != '\0')
      return TRUE;
  return FALSE;
}

void
ui_practice_assert_counts (UiFixture *fixture, const char *counts)
{
  g_autoptr (JsonNode) reply = ui_practice_steer (fixture, "GET", "/practice/summary", NULL);
  JsonObject *summary = json_node_get_object (reply);
  g_autofree char *found =
    g_strdup_printf ("%d %d %d %d",
                     (int) waxseal_json_get_number (summary, "applications", -1),
                     (int) waxseal_json_get_number (summary, "servicePrincipals", -1),
                     (int) waxseal_json_get_number (summary, "grants", -1),
                     (int) waxseal_json_get_number (summary, "liveSecrets", -1));

  g_assert_cmpstr (found, ==, counts);
}
