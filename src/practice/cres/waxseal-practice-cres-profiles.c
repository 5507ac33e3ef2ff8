/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tab Profiles, which takes its time for an entry and loses it if the page is left before
 * (guide.md, B3). */
#include "waxseal-practice-cres-profiles.h"

#include "waxseal-json.h"
#include "waxseal-practice-cres-account.h"
#include "waxseal-practice-cres-page.h"
#include "waxseal-practice-html.h"

/* Within the 5 to 10 s of the guide. */
#define ENTRY_SECONDS 6

/** waxseal_practice_cres_profiles_show: The domains that are there, and the form for more. */
void
waxseal_practice_cres_profiles_show (WaxsealPracticeCall *call)
{
  JsonObject *account = waxseal_practice_cres_account_get (call->tenant);
  g_auto (GStrv) domains =
    waxseal_json_array_dup_texts (waxseal_practice_cres_account_get_domains (account));
  g_autoptr (GString) entries = g_string_new (NULL);
  g_autofree char *body = NULL;

  for (guint i = 0; domains[i] != NULL; i++)
    {
      g_autofree char *entry = g_markup_printf_escaped ("<li>%s</li>", domains[i]);

      g_string_append (entries, entry);
    }
  body = waxseal_practice_html_fill ("waxseal-practice-cres-profiles.html",
                                     "ENTRIES",
                                     entries->str,
                                     NULL);
  waxseal_practice_cres_page_reply (call, "Profiles", "profiles", body);
}

static void
reply_seconds (WaxsealPracticeCall *call, gint64 seconds)
{
  g_autoptr (JsonNode) node = json_node_new (JSON_NODE_OBJECT);
  JsonObject *object = json_object_new ();

  json_object_set_int_member (object, "seconds", seconds);
  json_node_take_object (node, object);
  waxseal_practice_call_reply (call, SOUP_STATUS_OK, node);
}

/** waxseal_practice_cres_profiles_add: “Add Entries” was pressed: nothing is kept before the page
 * has confirmed it, which it does when the time is over. */
void
waxseal_practice_cres_profiles_add (WaxsealPracticeCall *call, WaxsealPracticeCresSession *session)
{
  const char *values = call->form != NULL ? g_hash_table_lookup (call->form, "values") : NULL;

  waxseal_practice_cres_session_forget (session);
  session->values = g_strdup (values != NULL ? values : "");
  session->added = g_get_monotonic_time ();
  reply_seconds (call, ENTRY_SECONDS);
}

/** waxseal_practice_cres_profiles_confirm: The page is still open. */
void
waxseal_practice_cres_profiles_confirm (WaxsealPracticeCall *call,
                                        WaxsealPracticeCresSession *session)
{
  gint64 passed = (g_get_monotonic_time () - session->added) / G_USEC_PER_SEC;

  if (session->values == NULL)
    {
      waxseal_practice_call_fail (call, SOUP_STATUS_CONFLICT, "Forgotten", "The page was left.");
      return;
    }
  if (passed < ENTRY_SECONDS)
    {
      reply_seconds (call, ENTRY_SECONDS - passed);
      return;
    }
  waxseal_practice_cres_account_add_domains (waxseal_practice_cres_account_get (call->tenant),
                                             session->values);
  waxseal_practice_cres_session_forget (session);
  reply_seconds (call, 0);
}
