/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages on which a person of the practice tenant signs in. They work without scripts: each is a
 * form that sends along what the one before asked. */
#include "waxseal-practice-sign-in-page.h"

#include "waxseal-json.h"
#include "waxseal-practice-html.h"
#include "waxseal-practice-identity-error.h"

/* Who can be chosen, by the names of waxseal-practice-person.h. */
static const struct
{
  const char *name;
  WaxsealPracticeWord role;
  WaxsealPracticeWord can;
} people[] = {
  { "global-administrator", WAXSEAL_PRACTICE_WORD_GLOBAL, WAXSEAL_PRACTICE_WORD_GLOBAL_CAN },
  { "privileged-role-administrator",
    WAXSEAL_PRACTICE_WORD_PRIVILEGED,
    WAXSEAL_PRACTICE_WORD_PRIVILEGED_CAN },
  { "cloud-application-administrator",
    WAXSEAL_PRACTICE_WORD_CLOUD,
    WAXSEAL_PRACTICE_WORD_CLOUD_CAN },
  { "exchange-administrator", WAXSEAL_PRACTICE_WORD_EXCHANGE, WAXSEAL_PRACTICE_WORD_EXCHANGE_CAN },
  { "user", WAXSEAL_PRACTICE_WORD_USER, WAXSEAL_PRACTICE_WORD_USER_CAN },
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
                                "HELP",
                                waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_BANNER_HELP),
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

/* @word with @detail, escaped and apart from what is around it, in the place of its “{}”. */
static char *
spell (WaxsealPracticeCall *call, WaxsealPracticeWord word, const char *detail)
{
  g_auto (GStrv) parts = g_strsplit (waxseal_practice_word_get (call, word), "{}", 2);
  g_autofree char *marked = g_markup_printf_escaped ("<bdi>%s</bdi>", detail);

  return g_strjoinv (marked, parts);
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
add_button (WaxsealPracticeCall *call,
            GString *html,
            const char *style,
            const char *field,
            WaxsealPracticeWord label)
{
  g_string_append_printf (html,
                          "<button class=\"%s\" %s>%s</button>",
                          style,
                          field,
                          waxseal_practice_word_get (call, label));
}

static void
add_person (WaxsealPracticeCall *call, GString *html, guint index)
{
  JsonObject *person =
    waxseal_practice_tenant_find (call->tenant, "users", "practicePerson", people[index].name);
  const char *name = waxseal_json_get_text (person, "displayName");
  g_autofree char *initial = g_utf8_substring (name, 0, *name != '\0');
  g_autofree char *button =
    g_markup_printf_escaped ("<button class=\"person\" name=\"person\" value=\"%s\">"
                             "<span class=\"initial\" aria-hidden=\"true\">%s</span><span>"
                             "<b><bdi>%s</bdi></b><span>%s</span><small>%s</small></span></button>",
                             people[index].name,
                             initial,
                             name,
                             waxseal_practice_word_get (call, people[index].role),
                             waxseal_practice_word_get (call, people[index].can));

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
    add_person (call, html, i);
  add_button (call, html, "other", "name=\"person\" value=\"\"", WAXSEAL_PRACTICE_WORD_CANCEL);
  g_string_append (html, "</form>");
  reply (call, SOUP_STATUS_OK, WAXSEAL_PRACTICE_WORD_PICK, html->str);
}

/* Who signed in on the page before. */
static void
add_signed_in (WaxsealPracticeCall *call, GString *html)
{
  const char *name = waxseal_practice_sign_in_page_get_field (call, "person");
  JsonObject *person = waxseal_practice_tenant_find (call->tenant,
                                                     "users",
                                                     "practicePerson",
                                                     name != NULL ? name : "");
  g_autofree char *text =
    spell (call, WAXSEAL_PRACTICE_WORD_SIGNED_IN_AS, waxseal_json_get_text (person, "displayName"));

  g_string_append_printf (html, "<p class=\"who\">%s</p>", text);
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

  add_signed_in (call, html);
  g_string_append_printf (html, "<p>%s</p><ul>", who);
  for (guint i = 0; i < items->len; i++)
    {
      JsonObject *scope = g_array_index (items, WaxsealPracticeScope, i).scope;
      g_autofree char *item = g_markup_printf_escaped ("<li>%s<code>%s</code></li>",
                                                       waxseal_practice_word_describe (call, scope),
                                                       waxseal_json_get_text (scope, "value"));

      g_string_append (html, item);
    }
  g_string_append (html, "</ul>");
  open_form (call, html, keep);
  add_button (call, html, "main", "name=\"answer\" value=\"accept\"", WAXSEAL_PRACTICE_WORD_ACCEPT);
  add_button (
    call, html, "other", "name=\"answer\" value=\"cancel\"", WAXSEAL_PRACTICE_WORD_CANCEL);
  g_string_append (html, "</form>");
  reply (call, SOUP_STATUS_OK, WAXSEAL_PRACTICE_WORD_CONSENT, html->str);
}

/** waxseal_practice_sign_in_page_approval: Says that only an administrator may consent; all that
 * can be done is to send the field “answer”.
 */
void
waxseal_practice_sign_in_page_approval (WaxsealPracticeCall *call,
                                        const char *const *keep,
                                        const char *client_name)
{
  g_autoptr (GString) html = g_string_new (NULL);
  g_autofree char *why = spell (call, WAXSEAL_PRACTICE_WORD_APPROVAL_FOR, client_name);

  add_signed_in (call, html);
  g_string_append_printf (html, "<p>%s</p>", why);
  open_form (call, html, keep);
  add_button (call, html, "main", "name=\"answer\" value=\"cancel\"", WAXSEAL_PRACTICE_WORD_BACK);
  g_string_append (html, "</form>");
  reply (call, SOUP_STATUS_OK, WAXSEAL_PRACTICE_WORD_APPROVAL, html->str);
}

/** waxseal_practice_sign_in_page_code: Asks for the code of a program: the field “code”. */
void
waxseal_practice_sign_in_page_code (WaxsealPracticeCall *call, gboolean wrong)
{
  g_autofree char *body =
    g_strdup_printf ("<p>%s</p>%s%s%s<form method=\"post\">"
                     "<input type=\"text\" name=\"code\" aria-label=\"%s\" required autofocus "
                     "autocomplete=\"off\"><button class=\"main\">%s</button></form>",
                     waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_CODE_HELP),
                     wrong ? "<p class=\"alert\" role=\"alert\">" : "",
                     wrong ? waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_CODE_WRONG)
                           : "",
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

/**
 * waxseal_practice_sign_in_page_fail:
 * @number: of the error
 * @detail: (nullable): what it is about
 *
 * A page that says what Microsoft's would, the ids apart from it, and that it ends here.
 */
void
waxseal_practice_sign_in_page_fail (WaxsealPracticeCall *call, guint number, const char *detail)
{
  WaxsealPracticeWord title =
    number == 90094 ? WAXSEAL_PRACTICE_WORD_APPROVAL : WAXSEAL_PRACTICE_WORD_FAILED;
  g_autofree char *text = waxseal_practice_identity_error_describe (call, number, detail);
  char *ids = g_strrstr (text, " Trace ID: ");
  g_autoptr (GString) lines = g_string_new (ids + 1);
  g_autofree char *body = NULL;

  *ids = '\0';
  g_string_replace (lines, " Correlation ID: ", "\nCorrelation ID: ", 1);
  g_string_replace (lines, " Timestamp: ", "\nTimestamp: ", 1);
  body =
    g_markup_printf_escaped ("<p lang=\"en\">%s</p><p>%s</p>"
                             "<p class=\"who ids\" lang=\"en\">%s</p>",
                             text,
                             waxseal_practice_word_get (call, WAXSEAL_PRACTICE_WORD_FAILED_HELP),
                             lines->str);
  reply (call, SOUP_STATUS_BAD_REQUEST, title, body);
}
