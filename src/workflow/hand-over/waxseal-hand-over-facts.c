/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a hand-over file is, for whoever is about to open it. */
#include "waxseal-hand-over-facts.h"

#include <glib/gi18n.h>

#include "waxseal-date.h"
#include "waxseal-document-text.h"
#include "waxseal-report-words.h"

/* A dialog shows no more of a text. */
#define MAX_VALUE 200

static void
free_fact (gpointer data)
{
  WaxsealHandOverFact *fact = data;

  g_free (fact->label);
  g_free (fact->value);
  g_free (fact);
}

static void
add_warned (GPtrArray *facts, const char *label, const char *value, const char *warning)
{
  WaxsealHandOverFact *fact;
  g_autofree char *text = waxseal_document_text_new (value);

  if (*text == '\0')
    return;
  /* What is to be looked at twice comes first, where nobody has to scroll for it. */
  fact = g_new (WaxsealHandOverFact, 1);
  fact->label = g_strdup (label);
  fact->value = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), MAX_VALUE));
  fact->warning = warning;
  g_ptr_array_insert (facts, warning != NULL ? 0 : -1, fact);
}

static void
add (GPtrArray *facts, const char *label, const char *value)
{
  add_warned (facts, label, value, NULL);
}

static char *
describe_origin (WaxsealHandOver *self)
{
  const char *by = waxseal_record_get_text (self, "made-by");
  g_autofree char *time = waxseal_date_format_time (waxseal_record_get_text (self, "made-on"));

  return g_strdup_printf ("%s\n%s", *by != '\0' ? by : _ ("Somebody"), time);
}

/* cisco.md, 4: res.cisco.com is the one that is known */
static const char *
check_portal (const char *address)
{
  g_autoptr (GUri) uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  if (host != NULL && g_str_equal (g_uri_get_scheme (uri), "https") &&
      (g_ascii_strcasecmp (host, "cisco.com") == 0 || g_str_has_suffix (host, ".cisco.com")))
    return NULL;
  return _ (
    "This is not an address of Cisco’s. Ask whoever made the file before you sign in there.");
}

static void
add_portal (GPtrArray *facts, WaxsealOrganization *organization)
{
  const char *address =
    waxseal_record_get_text (waxseal_organization_get_cres_account (organization), "portal-url");

  add_warned (facts, _ ("CRES portal"), address, check_portal (address));
}

static char *
describe_domains (WaxsealOrganization *organization)
{
  GListModel *domains = waxseal_organization_get_domains (organization);
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (domains) && names->len < MAX_VALUE; i++)
    {
      g_autoptr (WaxsealRecord) domain = g_list_model_get_item (domains, i);

      g_string_append_printf (names,
                              "%s%s",
                              i > 0 ? ", " : "",
                              waxseal_record_get_text (domain, "name"));
    }
  return g_string_free (g_steal_pointer (&names), FALSE);
}

static char *
describe_phases (WaxsealOrganization *organization)
{
  GListModel *phases = waxseal_organization_get_phases (organization);
  guint n = g_list_model_get_n_items (phases), deployed = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (WaxsealRecord) phase = g_list_model_get_item (phases, i);

      deployed += *waxseal_record_get_text (phase, "deployed-on") != '\0';
    }
  return g_strdup_printf (_ ("%u of %u phases deployed"), deployed, n);
}

/**
 * waxseal_hand_over_list_facts:
 *
 * Returns: (transfer full) (element-type WaxsealHandOverFact): who made the file, what it is about,
 *   and what to look at twice; what it does not say is left out.
 */
GPtrArray *
waxseal_hand_over_list_facts (WaxsealHandOver *self)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func (free_fact);
  WaxsealOrganization *organization = waxseal_hand_over_get_organization (self);
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  g_autofree char *origin = describe_origin (self);
  g_autofree char *domains = describe_domains (organization);
  g_autofree char *phases = describe_phases (organization);

  add (facts, _ ("Handed over by"), origin);
  add (facts,
       _ ("Microsoft Cloud"),
       waxseal_report_words_for_cloud (waxseal_record_get_enum (organization, "cloud")));
  add (facts, _ ("Directory (tenant) ID"), waxseal_record_get_text (app, "tenant-id"));
  add (facts, _ ("Application (client) ID"), waxseal_record_get_text (app, "client-id"));
  add (facts,
       _ ("Client ID that Waxseal signs in with"),
       waxseal_record_get_text (waxseal_record_get_child (organization, "sign-in"), "client-id"));
  add_portal (facts, organization);
  add (facts, _ ("Mail domains"), domains);
  add (facts, _ ("Deployment"), phases);
  return facts;
}
