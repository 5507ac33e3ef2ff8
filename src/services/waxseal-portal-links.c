/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where each page of the portals is, in each Microsoft cloud: one table of places, one of hosts.
 * The addresses behind "#view" are the portal's own and nowhere documented; they are those that its
 * address bar shows. Where one of them leads nowhere any more, the label says the way on foot. */
#include "waxseal-portal-links.h"

#include <glib/gi18n.h>
#include <string.h>

#define APP_LIST        "#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade"
#define APP_MENU        "#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/"
#define APP_END         "/appId/{client}/isMSAApp~/false"
#define ENTERPRISE_LIST "#view/Microsoft_AAD_IAM/StartboardApplicationsMenuBlade/~/AppAppsPreview"

typedef enum
{
  PORTAL_ENTRA,
  PORTAL_ADMIN_CENTER,
  PORTAL_CRES,
} Portal;

/* @label is as the portal has it, in its own order. @general is where to go as long as what
 * @address names is not known. */
typedef struct
{
  const char *name;
  Portal portal;
  const char *label;
  const char *address;
  const char *general;
} Place;

static const Place places[] = {
  { "entra", PORTAL_ENTRA, N_ ("Microsoft Entra admin center"), "", NULL },
  { "app-registrations", PORTAL_ENTRA, N_ ("App registrations"), APP_LIST, NULL },
  { "new-registration",
    PORTAL_ENTRA,
    N_ ("App registrations › New registration"),
    "#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade/quickStartType~/null/"
    "isMSAApp~/false",
    NULL },
  { "app-overview",
    PORTAL_ENTRA,
    N_ ("App registrations › your app › Overview"),
    APP_MENU "Overview" APP_END,
    APP_LIST },
  { "app-secrets",
    PORTAL_ENTRA,
    N_ ("App registrations › your app › Certificates & secrets"),
    APP_MENU "Credentials" APP_END,
    APP_LIST },
  { "app-permissions",
    PORTAL_ENTRA,
    N_ ("App registrations › your app › API permissions"),
    APP_MENU "CallAnAPI" APP_END,
    APP_LIST },
  { "enterprise-app",
    PORTAL_ENTRA,
    N_ ("Enterprise applications › your app"),
    "#view/Microsoft_AAD_IAM/ManagedAppMenuBlade/~/Overview/objectId/{principal}/appId/{client}",
    ENTERPRISE_LIST },
  { "integrated-apps", PORTAL_ADMIN_CENTER, N_ ("Settings › Integrated apps"), "", NULL },
  { "cres", PORTAL_CRES, N_ ("CRES administration portal"), "", NULL },
};

/* Entra: microsoft.md has no hosts for it; these are the three that Microsoft's Entra FAQ lists for
 * firewalls (learn.microsoft.com/entra/fundamentals/faq), and DoD shares the one of GCC High. Admin
 * center: microsoft.md, 3.1; Microsoft's pages about volume licensing and 21Vianet name the hosts
 * of the other clouds, and those about reporting messages say that GCC High has "Add-ins" in the
 * place of "Integrated apps". That DoD and China have it so too is assumed. */
static const struct
{
  const char *entra;
  const char *admin_center;
  const char *apps_label;
} clouds[] = {
  [WAXSEAL_CLOUD_GLOBAL] = { "https://entra.microsoft.com/",
                             "https://admin.microsoft.com/Adminportal/Home#/Settings/"
                             "IntegratedApps",
                             NULL },
  [WAXSEAL_CLOUD_GCC_HIGH] = { "https://entra.microsoft.us/",
                               "https://portal.office365.us/adminportal/home#/Settings/AddIns",
                               N_ ("Settings › Add-ins") },
  [WAXSEAL_CLOUD_DOD] = { "https://entra.microsoft.us/",
                          "https://portal.apps.mil/adminportal/home#/Settings/AddIns",
                          N_ ("Settings › Add-ins") },
  [WAXSEAL_CLOUD_CHINA] = { "https://entra.microsoftonline.cn/",
                            "https://portal.partner.microsoftonline.cn/adminportal/home#/Settings/"
                            "AddIns",
                            N_ ("Settings › Add-ins") },
};

static const Place *
find_place (const char *name)
{
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (places); i++)
    if (g_str_equal (places[i].name, name))
      return &places[i];
  return NULL;
}

/** waxseal_portal_links_has: Returns: whether there is such a @place. */
gboolean
waxseal_portal_links_has (const char *place)
{
  return find_place (place) != NULL;
}

/**
 * waxseal_portal_links_dup_label:
 *
 * Returns: (transfer full): the way to @place on foot, in the portal's own words in the user's
 *   language.
 */
char *
waxseal_portal_links_dup_label (const char *place, WaxsealOrganization *organization)
{
  const Place *known = find_place (place);
  const char *other = clouds[waxseal_record_get_enum (organization, "cloud")].apps_label;

  g_return_val_if_fail (known != NULL, NULL);

  if (known->portal == PORTAL_ADMIN_CENTER && other != NULL)
    return g_strdup (_ (other));
  return g_strdup (_ (known->label));
}

static const char *
get_guid (gpointer record, const char *property)
{
  const char *text = waxseal_record_get_text (record, property);

  return g_uuid_string_is_valid (text) ? text : NULL;
}

/* The portal opens the tenant that an address names, and otherwise the one that was open last. */
static char *
dup_entra_uri (const Place *place, WaxsealOrganization *organization)
{
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);
  const char *client = get_guid (app, "client-id");
  const char *principal = get_guid (app, "service-principal-id");
  const char *tenant = get_guid (app, "tenant-id");
  GString *uri = g_string_new (clouds[waxseal_record_get_enum (organization, "cloud")].entra);

  if (tenant != NULL)
    g_string_append_printf (uri, "%s/", tenant);
  g_string_append (uri, place->address);
  if ((strstr (place->address, "{client}") != NULL && client == NULL) ||
      (strstr (place->address, "{principal}") != NULL && principal == NULL))
    {
      g_string_truncate (uri, uri->len - strlen (place->address));
      g_string_append (uri, place->general);
      return g_string_free (uri, FALSE);
    }
  g_string_replace (uri, "{client}", client != NULL ? client : "", 0);
  g_string_replace (uri, "{principal}", principal != NULL ? principal : "", 0);
  return g_string_free (uri, FALSE);
}

/* The organisation's own address, which may be of an on-premises one, but leads to a web page. */
static char *
dup_cres_uri (WaxsealOrganization *organization)
{
  WaxsealCresAccount *account = waxseal_organization_get_cres_account (organization);
  const char *text = waxseal_record_get_text (account, "portal-url");
  g_autoptr (GUri) uri = g_uri_parse (text, G_URI_FLAGS_NONE, NULL);

  if (uri == NULL || g_strcmp0 (g_uri_get_scheme (uri), "https") != 0 ||
      g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return NULL;
  return g_uri_to_string (uri);
}

/**
 * waxseal_portal_links_dup_uri:
 *
 * Returns: (transfer full) (nullable): the address of @place; the one of the list to choose from
 *   where the app's IDs are not known yet; %NULL for the reason that
 *   waxseal_portal_links_get_refusal() tells.
 */
char *
waxseal_portal_links_dup_uri (const char *place, WaxsealOrganization *organization)
{
  const Place *known = find_place (place);

  g_return_val_if_fail (known != NULL, NULL);

  if (waxseal_record_get_flag (organization, "practice"))
    return NULL;
  if (known->portal == PORTAL_CRES)
    return dup_cres_uri (organization);
  if (known->portal == PORTAL_ENTRA)
    return dup_entra_uri (known, organization);
  return g_strdup (clouds[waxseal_record_get_enum (organization, "cloud")].admin_center);
}

/**
 * waxseal_portal_links_get_refusal:
 *
 * Returns: (transfer none) (nullable): why there is no address for @place, translated; %NULL where
 *   there is one.
 */
const char *
waxseal_portal_links_get_refusal (const char *place, WaxsealOrganization *organization)
{
  g_autofree char *uri = waxseal_portal_links_dup_uri (place, organization);

  if (uri != NULL)
    return NULL;
  if (waxseal_record_get_flag (organization, "practice"))
    return _ ("The practice tenant has no portal");
  return _ ("The address of the CRES portal does not begin with https://");
}
