/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tab Addin Config, which forgets step 1 when its page is left before step 2 is saved, and does
 * not say so (guide.md, B4). */
#include "waxseal-practice-cres-config.h"

#include "waxseal-json.h"
#include "waxseal-practice-cres-account.h"
#include "waxseal-practice-cres-page.h"
#include "waxseal-practice-html.h"

#define SAVED(text)  "<p class=\"saved\" role=\"status\">" text "</p>"
#define FAILED(text) "<p class=\"error\" role=\"alert\">" text "</p>"

static const char *
get_field (WaxsealPracticeCall *call, const char *name)
{
  const char *text = call->form != NULL ? g_hash_table_lookup (call->form, name) : NULL;

  return text != NULL ? text : "";
}

static char *
list_domains (JsonObject *account)
{
  g_auto (GStrv) domains =
    waxseal_json_array_dup_texts (waxseal_practice_cres_account_get_domains (account));
  GString *html = g_string_new (NULL);

  for (guint i = 0; domains[i] != NULL; i++)
    {
      g_autofree char *option = g_markup_printf_escaped ("<option>%s</option>", domains[i]);

      g_string_append (html, option);
    }
  return g_string_free (html, FALSE);
}

/**
 * waxseal_practice_cres_config_show:
 * @details_note: HTML under step 1
 * @settings_note: HTML under step 2
 *
 * Shows the three steps, with the IDs that are saved or about to be; never a secret.
 */
void
waxseal_practice_cres_config_show (WaxsealPracticeCall *call,
                                   WaxsealPracticeCresSession *session,
                                   const char *details_note,
                                   const char *settings_note)
{
  JsonObject *account = waxseal_practice_cres_account_get (call->tenant);
  const char *number = waxseal_json_get_text (account, "number");
  JsonObject *details =
    session->details != NULL ? session->details : waxseal_json_get_object (account, "details");
  g_autofree char *base = g_strdup_printf ("/admin/accounts/%s", number);
  g_autofree char *tenant = g_markup_escape_text (waxseal_json_get_text (details, "tenantId"), -1);
  g_autofree char *client = g_markup_escape_text (waxseal_json_get_text (details, "clientId"), -1);
  g_autofree char *domains = list_domains (account);
  g_autofree char *manifest =
    waxseal_practice_cres_account_is_configured (account)
      ? g_strdup_printf ("<a id=\"download\" href=\"%s/manifest\">Download Manifest</a>", base)
      : g_strdup ("<p class=\"note\">Complete the steps 1 and 2 first.</p>");
  g_autofree char *body = waxseal_practice_html_fill ("waxseal-practice-cres-config.html",
                                                      "ACCOUNT",
                                                      base,
                                                      "TENANT",
                                                      tenant,
                                                      "CLIENT",
                                                      client,
                                                      "DETAILS",
                                                      details_note,
                                                      "DOMAINS",
                                                      domains,
                                                      "SETTINGS",
                                                      settings_note,
                                                      "MANIFEST",
                                                      manifest,
                                                      NULL);

  waxseal_practice_cres_page_reply (call, "Addin Config", "addin-config", body);
}

static JsonObject *
create_details (const char *tenant, const char *client, const char *secret)
{
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, secret, -1);
  JsonObject *details = json_object_new ();

  json_object_set_string_member (details, "tenantId", tenant);
  json_object_set_string_member (details, "clientId", client);
  json_object_set_string_member (details, "practiceHash", hash);
  return details;
}

/** waxseal_practice_cres_config_save_details: “Save Details” was pressed. */
void
waxseal_practice_cres_config_save_details (WaxsealPracticeCall *call,
                                           WaxsealPracticeCresSession *session)
{
  const char *tenant = get_field (call, "tenant");
  const char *client = get_field (call, "client");
  const char *secret = get_field (call, "secret");

  waxseal_practice_cres_session_forget (session);
  if (!g_uuid_string_is_valid (tenant) || !g_uuid_string_is_valid (client) || *secret == '\0')
    {
      waxseal_practice_cres_config_show (
        call, session, FAILED ("Tenant ID and Client ID are IDs, and a secret is needed."), "");
      return;
    }
  session->details = create_details (tenant, client, secret);
  waxseal_practice_cres_config_show (call, session, SAVED ("Details saved."), "");
}

static JsonObject *
create_settings (WaxsealPracticeCall *call)
{
  JsonObject *settings = json_object_new ();

  json_object_set_string_member (settings, "encryptionType", get_field (call, "encryption"));
  json_object_set_string_member (settings, "days", get_field (call, "days"));
  json_object_set_string_member (settings, "flagType", get_field (call, "flag-type"));
  json_object_set_string_member (settings, "flagValue", get_field (call, "flag-value"));
  return settings;
}

static void
save_for_all (WaxsealPracticeCall *call, JsonObject *account)
{
  g_auto (GStrv) domains =
    waxseal_json_array_dup_texts (waxseal_practice_cres_account_get_domains (account));

  for (guint i = 0; domains[i] != NULL; i++)
    waxseal_practice_cres_account_save_settings (account, domains[i], create_settings (call));
}

/** waxseal_practice_cres_config_save_settings: “Save Configuration” was pressed, of either kind. */
void
waxseal_practice_cres_config_save_settings (WaxsealPracticeCall *call,
                                            WaxsealPracticeCresSession *session)
{
  JsonObject *account = waxseal_practice_cres_account_get (call->tenant);
  const char *domain = get_field (call, "domain");

  if (!waxseal_practice_cres_account_has_domain (account, domain))
    {
      waxseal_practice_cres_config_show (call,
                                         session,
                                         "",
                                         FAILED ("Add the domain on the tab Profiles first."));
      return;
    }
  if (*get_field (call, "all") != '\0')
    save_for_all (call, account);
  else
    waxseal_practice_cres_account_save_settings (account, domain, create_settings (call));
  if (session->details != NULL)
    waxseal_practice_cres_account_save_details (account, json_object_ref (session->details));
  waxseal_practice_cres_config_show (call, session, "", SAVED ("Configuration saved."));
}

/** waxseal_practice_cres_config_download: “Download Manifest” was pressed. */
void
waxseal_practice_cres_config_download (WaxsealPracticeCall *call)
{
  g_autofree char *manifest = NULL;

  if (!waxseal_practice_cres_account_is_configured (
        waxseal_practice_cres_account_get (call->tenant)))
    {
      waxseal_practice_call_fail (call,
                                  SOUP_STATUS_CONFLICT,
                                  "NotConfigured",
                                  "Complete the steps 1 and 2 first.");
      return;
    }
  manifest = waxseal_practice_html_fill ("waxseal-practice-cres-manifest.xml", NULL);
  soup_message_headers_replace (soup_server_message_get_response_headers (call->message),
                                "Content-Disposition",
                                "attachment; filename=\"manifest.xml\"");
  waxseal_practice_call_reply_text (call, SOUP_STATUS_OK, "application/xml", manifest);
}
