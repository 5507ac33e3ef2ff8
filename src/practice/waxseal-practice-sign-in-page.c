/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages on which a person of the practice tenant signs in. They work without scripts: each is a
 * form that sends along what the one before asked. */
#include "waxseal-practice-sign-in-page.h"

#include "waxseal-json.h"
#include "waxseal-practice-html.h"

/* Who can be chosen, by the names of waxseal-practice-person.h. */
static const char *const people[] = {
  "global-administrator",
  "privileged-role-administrator",
  "cloud-application-administrator",
  "user",
};

/** waxseal_practice_sign_in_page_get_field: Returns: (transfer none) (nullable): the text. */
const char *
waxseal_practice_sign_in_page_get_field (WaxsealPracticeCall *call, const char *name)
{
  const char *text = call->form != NULL ? g_hash_table_lookup (call->form, name) : NULL;

  return text != NULL ? text : waxseal_practice_call_get_query (call, name);
}

static void
reply (WaxsealPracticeCall *call, guint status, WaxsealPracticeWord title, const char *body)
{
  SoupMessageHeaders *headers = soup_server_message_get_response_headers (call->message);
  g_autofree char *page =
    waxseal_practice_html_fill ("waxseal-practice-sign-in.html",
                                "LANGUAGE",
                                waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_LANGUAGE),
                                "BANNER",
                                waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_BANNER),
                                "TITLE",
                                waxseal_practice_word_get (call, title),
                                "BODY",
                                body,
                                NULL);

  soup_message_headers_replace (headers, "Cache-Control", "no-store");
  soup_message_headers_replace (headers, "Referrer-Policy", "no-referrer");
  soup_message_headers_replace (
    headers,
    "Content-Security-Policy",
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'");
  waxseal_practice_call_reply_text (call, status, "text/html; charset=utf-8", page);
}

/* @word with @detail, escaped, in the place of its “{}”. */
static char *
spell (WaxsealPracticeCall *call, WaxsealPracticeWord word, const char *detail)
{
  g_auto (GStrv) parts = g_strsplit (waxseal_practice_word_get (call, word), "{}", 2);
  g_autofree char *escaped = g_markup_escape_text (detail, -1);

  return g_strjoinv (escaped, parts);
}

static void
open_form (WaxsealPracticeCall *call, GString *html, const char *const *keep)
{
  g_string_append (html, "<form method=\"post\">");
  for (guint i = 0; keep[i] != NULL; i++)
    {
      const char *text = waxseal_practice_sign_in_page_get_field (call, keep[i]);
      g_autofree char *field = NULL;

      if (text == NULL)
        continue;
      field =
        g_markup_printf_escaped ("<input type=\"hidden\" name=\"%s\" value=\"%s\">", keep[i], text);
      g_string_append (html, field);
    }
}

static void
add_button (GString *html,
            const char *style,
            const char *name,
            const char *value,
            const char *label,
            const char *details)
{
  g_autofree char *button = g_markup_printf_escaped (
    "<button class=\"%s\" name=\"%s\" value=\"%s\">%s<small>%s</small></button>",
    style,
    name,
    value,
    label,
    details);

  g_string_append (html, button);
}

/** waxseal_practice_sign_in_page_pick: Asks who it is: the field “person”, empty for nobody. */
void
waxseal_practice_sign_in_page_pick (WaxsealPracticeCall *call,
                                    const char *const *keep,
                                    const char *client_name)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autofree char *whereto = spell (call, WAXSEAL_PRACTICE_WORD_PICK_FOR, client_name);

  g_string_append_printf (html, "<p>%s</p>", whereto);
  open_form (call, html, keep);
  for (guint i = 0; i < G_N_ELEMENTS (people); i++)
    {
      JsonObject *person =
        waxseal_practice_tenant_find (call->tenant, "users", "practicePerson", people[i]);
      g_autofree char *details =
        g_strdup_printf ("%s · %s",
                         waxseal_json_get_text (person, "jobTitle"),
                         waxseal_json_get_text (person, "userPrincipalName"));

      add_button (
        html, "", "person", people[i], waxseal_json_get_text (person, "displayName"), details);
    }
  add_button (html,
              "other",
              "person",
              "",
              waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_CANCEL),
              "");
  g_string_append (html, "</form>");
  reply (call, SOUP_STATUS_OK, WAXSEAL_PRACTICE_WORD_PICK, html->str);
}

/** waxseal_practice_sign_in_page_consent: Asks for consent: the field “answer”, “accept” or not. */
void
waxseal_practice_sign_in_page_consent (WaxsealPracticeCall *call,
                                       const char *const *keep,
                                       const char *client_name,
                                       GArray *items)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autofree char *who = spell (call, WAXSEAL_PRACTICE_WORD_CONSENT_FOR, client_name);

  g_string_append_printf (html, "<p>%s</p><ul>", who);
  for (guint i = 0; i < items->len; i++)
    {
      JsonObject *scope = g_array_index (items, WaxsealPracticeScope, i).scope;
      g_autofree char *item =
        g_markup_printf_escaped ("<li>%s</li>", waxseal_json_get_text (scope, "value"));

      g_string_append (html, item);
    }
  g_string_append (html, "</ul>");
  open_form (call, html, keep);
  add_button (html,
              "main",
              "answer",
              "accept",
              waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_ACCEPT),
              "");
  add_button (html,
              "other",
              "answer",
              "cancel",
              waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_CANCEL),
              "");
  g_string_append (html, "</form>");
  reply (call, SOUP_STATUS_OK, WAXSEAL_PRACTICE_WORD_CONSENT, html->str);
}

/** waxseal_practice_sign_in_page_code: Asks for the code of a program: the field “code”. */
void
waxseal_practice_sign_in_page_code (WaxsealPracticeCall *call, gboolean wrong)
{
  g_autofree char *body = g_strdup_printf (
    "<p>%s</p>%s%s%s<form method=\"post\">"
    "<input type=\"text\" class=\"code\" name=\"code\" aria-label=\"%s\" required autofocus "
    "autocomplete=\"off\"><button class=\"main\">%s</button></form>",
    waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_CODE_HELP),
    wrong ? "<p class=\"alert\" role=\"alert\">" : "",
    wrong ? waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_CODE_WRONG) : "",
    wrong ? "</p>" : "",
    waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_CODE),
    waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_NEXT));

  reply (call, SOUP_STATUS_OK, WAXSEAL_PRACTICE_WORD_CODE, body);
}

/** waxseal_practice_sign_in_page_say: A page with nothing to do; @text is plain. */
void
waxseal_practice_sign_in_page_say (WaxsealPracticeCall *call,
                                   guint status,
                                   WaxsealPracticeWord title,
                                   const char *text)
{
  g_autofree char *body = g_markup_printf_escaped ("<p>%s</p>", text);

  reply (call, status, title, body);
}
