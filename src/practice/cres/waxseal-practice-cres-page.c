/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-cres-page.h"

#include "waxseal-json.h"
#include "waxseal-practice-cres-account.h"
#include "waxseal-practice-html.h"

/* guide.md, B2 */
static const WaxsealPracticeCresTab tabs[] = {
  { "details", "Details" },           { "groups", "Groups" },       { "tokens", "Tokens" },
  { "addin-config", "Addin Config" }, { "rules", "Rules" },         { "profiles", "Profiles" },
  { "branding", "Branding" },         { "features", "Features" },   { "migration", "Migration" },
  { "security", "Security" },         { "templates", "Templates" },
};

/** waxseal_practice_cres_page_find_tab: Returns: (transfer none) (nullable): the tab called @name.
 */
const WaxsealPracticeCresTab *
waxseal_practice_cres_page_find_tab (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    if (g_str_equal (tabs[i].name, name))
      return &tabs[i];
  return NULL;
}

static char *
build_navigation (WaxsealPracticeCall *call, const char *current)
{
  GString *html = g_string_new ("<header><a href=\"/admin/accounts\">Accounts</a></header>");
  const char *number =
    waxseal_json_get_text (waxseal_practice_cres_account_get (call->tenant), "number");

  if (current == NULL)
    return g_string_free (html, FALSE);
  g_string_append (html, "<nav>");
  for (guint i = 0; i < G_N_ELEMENTS (tabs); i++)
    g_string_append_printf (html,
                            "<a href=\"/admin/accounts/%s/%s\"%s>%s</a>",
                            number,
                            tabs[i].name,
                            g_str_equal (tabs[i].name, current) ? " aria-current=\"page\"" : "",
                            tabs[i].label);
  g_string_append (html, "</nav>");
  return g_string_free (html, FALSE);
}

/**
 * waxseal_practice_cres_page_reply:
 * @tab: (nullable): which of the account's tabs it is
 * @body: HTML
 *
 * Replies with a page of the portal.
 */
void
waxseal_practice_cres_page_reply (WaxsealPracticeCall *call,
                                  const char *title,
                                  const char *tab,
                                  const char *body)
{
  g_autofree char *navigation = build_navigation (call, tab);
  g_autofree char *page = waxseal_practice_html_fill (
    "waxseal-practice-cres.html", "TITLE", title, "NAVIGATION", navigation, "BODY", body, NULL);

  soup_message_headers_replace (soup_server_message_get_response_headers (call->message),
                                "Cache-Control",
                                "no-store");
  waxseal_practice_call_reply_text (call, SOUP_STATUS_OK, "text/html; charset=utf-8", page);
}

/** waxseal_practice_cres_page_redirect: Sends the browser to another page. */
void
waxseal_practice_cres_page_redirect (WaxsealPracticeCall *call, const char *path)
{
  soup_message_headers_replace (soup_server_message_get_response_headers (call->message),
                                "Location",
                                path);
  waxseal_practice_call_reply_text (call, SOUP_STATUS_SEE_OTHER, "text/plain", "");
}
