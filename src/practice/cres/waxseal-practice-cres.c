/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The practice CRES portal: the pages that the guide goes through, with the tabs, labels, waits and
 * traps of the real one (guide.md, B). */
#include "waxseal-json.h"
#include "waxseal-practice-cres-account.h"
#include "waxseal-practice-cres-config.h"
#include "waxseal-practice-cres-page.h"
#include "waxseal-practice-cres-profiles.h"
#include "waxseal-practice-route.h"

#define SIGN_IN                                                                                    \
  "<form method=\"post\" action=\"/admin/sign-in\">"                                               \
  "<p>Sign in as the account’s administrator. No password is needed here.</p>"                   \
  "<button id=\"sign-in\">Sign In</button></form>"

/* Who sent the call; the sign-in page is replied where nobody is signed in. */
static WaxsealPracticeCresSession *
find_session (WaxsealPracticeCall *call)
{
  WaxsealPracticeCresSession *session = waxseal_practice_cres_session_find (call);

  if (session == NULL)
    waxseal_practice_cres_page_reply (call, "Sign In", NULL, SIGN_IN);
  return session;
}

/* Likewise, and whatever was under way on the page before is forgotten. */
static WaxsealPracticeCresSession *
open_page (WaxsealPracticeCall *call)
{
  WaxsealPracticeCresSession *session = find_session (call);

  if (session != NULL)
    waxseal_practice_cres_session_forget (session);
  return session;
}

static void
get_portal (WaxsealPracticeCall *call)
{
  if (open_page (call) != NULL)
    waxseal_practice_cres_page_redirect (call, "/admin/accounts");
}

static void
post_sign_in (WaxsealPracticeCall *call)
{
  waxseal_practice_cres_session_begin (call);
  waxseal_practice_cres_page_redirect (call, "/admin/accounts");
}

static void
get_accounts (WaxsealPracticeCall *call)
{
  JsonObject *account = waxseal_practice_cres_account_get (call->tenant);
  const char *number = waxseal_json_get_text (account, "number");
  g_autofree char *body =
    g_markup_printf_escaped ("<h2>Manage Accounts</h2>"
                             "<ul><li><a href=\"/admin/accounts/%s/details\">%s</a></li></ul>",
                             number,
                             number);

  if (open_page (call) != NULL)
    waxseal_practice_cres_page_reply (call, "Accounts", NULL, body);
}

static void
get_tab (WaxsealPracticeCall *call)
{
  WaxsealPracticeCresSession *session = open_page (call);
  const WaxsealPracticeCresTab *tab = waxseal_practice_cres_page_find_tab (call->keys[1]);

  if (session == NULL)
    return;
  if (tab == NULL)
    waxseal_practice_call_fail (call, SOUP_STATUS_NOT_FOUND, "NotFound", "There is no such tab.");
  else if (g_str_equal (tab->name, "profiles"))
    waxseal_practice_cres_profiles_show (call);
  else if (g_str_equal (tab->name, "addin-config"))
    waxseal_practice_cres_config_show (call, session, "", "");
  else
    waxseal_practice_cres_page_reply (call,
                                      tab->label,
                                      tab->name,
                                      "<p class=\"note\">There is nothing to practise here.</p>");
}

static void
post_profiles (WaxsealPracticeCall *call)
{
  WaxsealPracticeCresSession *session = find_session (call);

  if (session != NULL)
    waxseal_practice_cres_profiles_add (call, session);
}

static void
post_confirm (WaxsealPracticeCall *call)
{
  WaxsealPracticeCresSession *session = find_session (call);

  if (session != NULL)
    waxseal_practice_cres_profiles_confirm (call, session);
}

static void
post_details (WaxsealPracticeCall *call)
{
  WaxsealPracticeCresSession *session = find_session (call);

  if (session != NULL)
    waxseal_practice_cres_config_save_details (call, session);
}

static void
post_settings (WaxsealPracticeCall *call)
{
  WaxsealPracticeCresSession *session = find_session (call);

  if (session != NULL)
    waxseal_practice_cres_config_save_settings (call, session);
}

static void
get_manifest (WaxsealPracticeCall *call)
{
  if (find_session (call) != NULL)
    waxseal_practice_cres_config_download (call);
}

#define ACCOUNT "/admin/accounts/{}/"

const WaxsealPracticeRoute waxseal_practice_cres_routes[] = {
  { "GET", "/admin", NULL, NULL, NULL, get_portal },
  { "POST", "/admin/sign-in", NULL, NULL, NULL, post_sign_in },
  { "GET", "/admin/accounts", NULL, NULL, NULL, get_accounts },
  { "POST", ACCOUNT "profiles", NULL, NULL, NULL, post_profiles },
  { "POST", ACCOUNT "profiles/confirm", NULL, NULL, NULL, post_confirm },
  { "POST", ACCOUNT "addin-config/details", NULL, NULL, NULL, post_details },
  { "POST", ACCOUNT "addin-config/settings", NULL, NULL, NULL, post_settings },
  { "GET", ACCOUNT "manifest", NULL, NULL, NULL, get_manifest },
  { "GET", ACCOUNT "{}", NULL, NULL, NULL, get_tab },
  { NULL },
};
