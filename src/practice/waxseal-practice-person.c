/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A person with a browser: opens the sign-in pages, reads their forms, presses their buttons. */
#include "waxseal-practice-person.h"

#include <libsoup/soup.h>
#include <string.h>

/* More pages than any sign-in has: who loops is stopped. */
#define MAX_PAGES 8

/** Visit: the person's way through the pages. */
typedef struct
{
  SoupSession *browser;
  SoupMessage *message; /* under way */
  char *person;
  char *user_code; /* or NULL */
  guint n_pages;
} Visit;

static void
free_visit (Visit *self)
{
  g_clear_object (&self->message);
  g_object_unref (self->browser);
  g_free (self->person);
  g_free (self->user_code);
  g_free (self);
}

static void loaded_cb (GObject *session, GAsyncResult *result, gpointer user_data);

static void
load (GTask *task, SoupMessage *message)
{
  Visit *self = g_task_get_task_data (task);

  g_set_object (&self->message, message);
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  soup_session_send_and_read_async (self->browser,
                                    message,
                                    G_PRIORITY_DEFAULT,
                                    g_task_get_cancellable (task),
                                    loaded_cb,
                                    g_object_ref (task));
}

static void
fail (GTask *task, const char *message)
{
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_FAILED, "%s", message);
}

static char *
unescape (const char *text)
{
  static const struct
  {
    const char *entity;
    const char *character;
  } entities[] = {
    { "&quot;", "\"" }, { "&apos;", "'" }, { "&#39;", "'" },
    { "&lt;", "<" },    { "&gt;", ">" },   { "&amp;", "&" },
  };
  g_autoptr (GString) plain = g_string_new (text);

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    g_string_replace (plain, entities[i].entity, entities[i].character, 0);
  return g_strdup (plain->str);
}

/* The fields that the page itself sends along. */
static GHashTable *
read_hidden_fields (const char *page)
{
  GHashTable *fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GRegex) field =
    g_regex_new ("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">", 0, 0, NULL);
  g_autoptr (GMatchInfo) match = NULL;

  g_regex_match (field, page, 0, &match);
  for (; g_match_info_matches (match); g_match_info_next (match, NULL))
    {
      g_autofree char *name = g_match_info_fetch (match, 1);
      g_autofree char *value = g_match_info_fetch (match, 2);

      g_hash_table_insert (fields, unescape (name), unescape (value));
    }
  return fields;
}

static gboolean
asks_for (const char *page, const char *name)
{
  g_autofree char *attribute = g_strdup_printf ("name=\"%s\"", name);
  const char *found = strstr (page, attribute);

  return found != NULL && strstr (page, "<input type=\"hidden\" name=\"answer\"") == NULL;
}

/* What the person does on the page; FALSE where there is nothing to do. */
static gboolean
answer (Visit *self, const char *page, GHashTable *fields)
{
  if (asks_for (page, "answer"))
    g_hash_table_insert (fields, g_strdup ("answer"), g_strdup ("accept"));
  else if (asks_for (page, "person"))
    g_hash_table_insert (fields, g_strdup ("person"), g_strdup (self->person));
  else if (asks_for (page, "code") && self->user_code != NULL)
    g_hash_table_insert (fields, g_strdup ("code"), g_strdup (self->user_code));
  else
    return FALSE;
  return TRUE;
}

static void
send_form (GTask *task, GHashTable *fields)
{
  Visit *self = g_task_get_task_data (task);
  g_autofree char *uri = g_uri_to_string (soup_message_get_uri (self->message));
  g_autofree char *base = g_strndup (uri, strcspn (uri, "?#"));
  g_autofree char *body = soup_form_encode_hash (fields);
  g_autoptr (SoupMessage) message = soup_message_new ("POST", base);
  g_autoptr (GBytes) bytes = g_bytes_new (body, strlen (body));

  soup_message_set_request_body_from_bytes (message, "application/x-www-form-urlencoded", bytes);
  load (task, message);
}

/* Back to the program, which waits on loopback; what it says is for people. */
static void
returned_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GBytes) body =
    soup_session_send_and_read_finish (SOUP_SESSION (session), result, &error);

  if (body == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

static void
go_back (GTask *task, const char *location)
{
  Visit *self = g_task_get_task_data (task);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", location);

  if (message == NULL)
    {
      fail (task, "The page leads to no address.");
      return;
    }
  soup_message_add_flags (message, SOUP_MESSAGE_NO_REDIRECT);
  g_set_object (&self->message, message);
  soup_session_send_and_read_async (self->browser,
                                    message,
                                    G_PRIORITY_DEFAULT,
                                    g_task_get_cancellable (task),
                                    returned_cb,
                                    g_object_ref (task));
}

static void
read_page (GTask *task, const char *page)
{
  Visit *self = g_task_get_task_data (task);
  g_autoptr (GHashTable) fields = read_hidden_fields (page);
  gboolean fine = soup_message_get_status (self->message) == SOUP_STATUS_OK;

  if (++self->n_pages > MAX_PAGES)
    fail (task, "The sign-in pages lead round in a circle.");
  else if (fine && answer (self, page, fields))
    send_form (task, fields);
  else if (fine)
    g_task_return_boolean (task, TRUE);
  else
    fail (task, "The sign-in page refuses.");
}

static void
loaded_cb (GObject *session, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  Visit *self = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (GBytes) body =
    soup_session_send_and_read_finish (SOUP_SESSION (session), result, &error);
  g_autofree char *page = NULL;

  if (body == NULL)
    {
      g_task_return_error (task, error);
      return;
    }
  if (SOUP_STATUS_IS_REDIRECTION (soup_message_get_status (self->message)))
    {
      go_back (task,
               soup_message_headers_get_one (soup_message_get_response_headers (self->message),
                                             "Location"));
      return;
    }
  page = g_strndup (g_bytes_get_data (body, NULL), g_bytes_get_size (body));
  read_page (task, page);
}

static void
visit (const char *person,
       const char *uri,
       const char *user_code,
       GCancellable *cancellable,
       GAsyncReadyCallback callback,
       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  g_autoptr (SoupMessage) message = soup_message_new ("GET", uri);
  Visit *self = g_new0 (Visit, 1);

  self->browser = soup_session_new ();
  soup_session_set_proxy_resolver (self->browser, NULL);
  self->person = g_strdup (person);
  self->user_code = g_strdup (user_code);
  g_task_set_source_tag (task, visit);
  g_task_set_task_data (task, self, (GDestroyNotify) free_visit);
  if (message == NULL)
    fail (task, "That is no address.");
  else
    load (task, message);
}

/**
 * waxseal_practice_person_follow_link_async:
 * @person: one of the names in waxseal-practice-person.h
 * @uri: of the authorize page
 *
 * Signs @person in, consents, and goes back to the program that asked.
 */
void
waxseal_practice_person_follow_link_async (const char *person,
                                           const char *uri,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data)
{
  visit (person, uri, NULL, cancellable, callback, user_data);
}

/**
 * waxseal_practice_person_enter_code_async:
 * @person: one of the names in waxseal-practice-person.h
 * @verification_uri: where the code is entered
 *
 * Enters the code, signs @person in, and consents.
 */
void
waxseal_practice_person_enter_code_async (const char *person,
                                          const char *verification_uri,
                                          const char *user_code,
                                          GCancellable *cancellable,
                                          GAsyncReadyCallback callback,
                                          gpointer user_data)
{
  visit (person, verification_uri, user_code, cancellable, callback, user_data);
}

/**
 * waxseal_practice_person_finish:
 * @error: of GIO, or %G_IO_ERROR_FAILED where a page refused
 *
 * Returns: whether the person got to the end of the pages
 */
gboolean
waxseal_practice_person_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
