/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-consent-hand-over.h"

#include <glib/gi18n.h>

#include "waxseal-graph-role.h"
#include "waxseal-permission.h"

/**
 * waxseal_consent_hand_over_build_link:
 * @tenant_id: "Directory (tenant) ID"
 * @client_id: "Application (client) ID"
 *
 * Returns: (transfer full): the page on which all that the application declares can be granted
 *   (microsoft.md, 2.5). It may end on an error page all the same, as the application has no
 *   redirect URI: look at the grants, not at the browser.
 */
char *
waxseal_consent_hand_over_build_link (WaxsealEndpoints *endpoints,
                                      const char *tenant_id,
                                      const char *client_id)
{
  g_autofree char *tenant = g_uri_escape_string (tenant_id, NULL, FALSE);
  g_autofree char *client = g_uri_escape_string (client_id, NULL, FALSE);

  return g_strdup_printf ("%s/%s/adminconsent?client_id=%s",
                          waxseal_endpoints_get_login (endpoints),
                          tenant,
                          client);
}

/** waxseal_consent_hand_over_build_subject: Returns: (transfer full): for a mail. */
char *
waxseal_consent_hand_over_build_subject (WaxsealOrganization *organization)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);

  /* Translators: the subject of a mail; %s is the name of an application */
  return g_strdup_printf (_ ("Please grant the permissions of “%s”"),
                          waxseal_record_get_text (app, "display-name"));
}

/**
 * waxseal_consent_hand_over_build_message:
 * @link: from waxseal_consent_hand_over_build_link()
 *
 * Returns: (transfer full): what to write to the person who may consent: what for, what is granted,
 *   and how
 */
char *
waxseal_consent_hand_over_build_message (WaxsealOrganization *organization, const char *link)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  g_autoptr (GString) permissions = g_string_new (NULL);

  for (guint i = 0; i < WAXSEAL_N_GRAPH_ROLES; i++)
    {
      const char *name = waxseal_graph_role_get (i)->name;

      g_string_append_printf (permissions,
                              "    %s (%s)\n",
                              name,
                              waxseal_permission_describe (name));
    }
  return g_strdup_printf (
    /* Translators: a mail to another administrator. In order: the name of an application, its ID,
     * a list of permissions, one a line, and a link */
    _ (
      "Our add-in for encrypting mail in Outlook (Cisco Secure Email Encryption Service) needs an "
      "application in Microsoft Entra. It is registered, but these permissions have to be granted "
      "by a Privileged Role Administrator or a Global Administrator:\n\n"
      "    Application: %s\n"
      "    Application (client) ID: %s\n\n"
      "%s\n"
      "They are application permissions: they hold for all mailboxes, without anyone signed in.\n\n"
      "To grant them, open this link, check the name and the permissions, and accept:\n\n"
      "    %s\n\n"
      "If the page ends with an error about a redirect, the permissions were granted all the "
      "same. They can also be granted in the Microsoft Entra admin center: App registrations, the "
      "application, API permissions, Grant admin consent.\n"),
    waxseal_record_get_text (app, "display-name"),
    waxseal_record_get_text (app, "client-id"),
    permissions->str,
    link);
}
