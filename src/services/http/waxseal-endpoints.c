/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-endpoints.h"

struct _WaxsealEndpoints
{
  gatomicrefcount references;
  char *login;
  char *graph;
  char *exchange;
  gboolean is_practice;
};

G_DEFINE_BOXED_TYPE (WaxsealEndpoints,
                     waxseal_endpoints,
                     waxseal_endpoints_ref,
                     waxseal_endpoints_unref)

typedef struct
{
  WaxsealCloud cloud;
  const char *login;
  const char *graph;
  const char *exchange;
} CloudHosts;

/* microsoft.md, 1.1. For China's sign-in two hosts are documented: the settings can name another.
 */
static const CloudHosts clouds[] = {
  {
    WAXSEAL_CLOUD_GLOBAL,
    "login.microsoftonline.com",
    "graph.microsoft.com",
    "outlook.office365.com",
  },
  {
    WAXSEAL_CLOUD_GCC_HIGH,
    "login.microsoftonline.us",
    "graph.microsoft.us",
    "outlook.office365.us",
  },
  {
    WAXSEAL_CLOUD_DOD,
    "login.microsoftonline.us",
    "dod-graph.microsoft.us",
    "outlook-dod.office365.us",
  },
  {
    WAXSEAL_CLOUD_CHINA,
    "login.chinacloudapi.cn",
    "microsoftgraph.chinacloudapi.cn",
    "partner.outlook.cn",
  },
};

static const CloudHosts *
find_cloud (int cloud)
{
  for (guint i = 0; i < G_N_ELEMENTS (clouds); i++)
    if ((int) clouds[i].cloud == cloud)
      return &clouds[i];
  return &clouds[0];
}

/* Of what was typed or pasted only the host counts. What has none stays, escaped, and is not found:
 * going to the cloud's own host instead would be against the settings. */
static char *
build_address (const char *typed, const char *fallback)
{
  g_autofree char *text = g_strstrip (g_strdup (typed));
  g_autofree char *address = NULL, *escaped = NULL;
  g_autoptr (GUri) uri = NULL;

  if (*text == '\0')
    return g_strconcat ("https://", fallback, NULL);

  address = strstr (text, "://") != NULL ? g_strdup (text) : g_strconcat ("https://", text, NULL);
  uri = g_uri_parse (address, G_URI_FLAGS_NONE, NULL);
  if (uri != NULL && g_uri_get_host (uri) != NULL && *g_uri_get_host (uri) != '\0')
    return g_uri_join (G_URI_FLAGS_NONE, "https", NULL, g_uri_get_host (uri), -1, "", NULL, NULL);
  escaped = g_uri_escape_string (text, NULL, FALSE);
  return g_strconcat ("https://", escaped, NULL);
}

static WaxsealEndpoints *
new_endpoints (void)
{
  WaxsealEndpoints *self = g_new0 (WaxsealEndpoints, 1);

  g_atomic_ref_count_init (&self->references);
  return self;
}

/**
 * waxseal_endpoints_new:
 *
 * The hosts of the organisation's cloud, each overridden by that of its sign-in settings. Always
 * https.
 *
 * Returns: (transfer full): where its services answer now; later changes are not followed
 */
WaxsealEndpoints *
waxseal_endpoints_new (WaxsealOrganization *organization)
{
  const CloudHosts *hosts = find_cloud (waxseal_record_get_enum (organization, "cloud"));
  WaxsealRecord *settings = waxseal_record_get_child (organization, "sign-in");
  WaxsealEndpoints *self = new_endpoints ();

  self->login = build_address (waxseal_record_get_text (settings, "login-host"), hosts->login);
  self->graph = build_address (waxseal_record_get_text (settings, "graph-host"), hosts->graph);
  self->exchange =
    build_address (waxseal_record_get_text (settings, "exchange-host"), hosts->exchange);
  return self;
}

/**
 * waxseal_endpoints_new_for_practice:
 * @base: the practice tenant's address, on loopback
 *
 * Returns: (transfer full): all services at @base, told apart by their paths
 */
WaxsealEndpoints *
waxseal_endpoints_new_for_practice (const char *base)
{
  gsize length = strlen (base);
  WaxsealEndpoints *self = new_endpoints ();

  while (length > 0 && base[length - 1] == '/')
    length--;
  self->login = g_strndup (base, length);
  self->graph = g_strdup (self->login);
  self->exchange = g_strdup (self->login);
  self->is_practice = TRUE;
  return self;
}

/** waxseal_endpoints_ref: Returns: (transfer full): @self */
WaxsealEndpoints *
waxseal_endpoints_ref (WaxsealEndpoints *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

/** waxseal_endpoints_unref: @self: (transfer full): no longer needed */
void
waxseal_endpoints_unref (WaxsealEndpoints *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;
  g_free (self->login);
  g_free (self->graph);
  g_free (self->exchange);
  g_free (self);
}

/** waxseal_endpoints_get_login: Returns: where people and applications sign in, without a slash. */
const char *
waxseal_endpoints_get_login (WaxsealEndpoints *self)
{
  return self->login;
}

/** waxseal_endpoints_get_graph: Returns: Microsoft Graph's address, without slash or version. */
const char *
waxseal_endpoints_get_graph (WaxsealEndpoints *self)
{
  return self->graph;
}

/** waxseal_endpoints_get_exchange: Returns: Exchange's address, and the audience of its tokens. */
const char *
waxseal_endpoints_get_exchange (WaxsealEndpoints *self)
{
  return self->exchange;
}

/** waxseal_endpoints_equal: Returns: whether all services are at the same addresses. */
gboolean
waxseal_endpoints_equal (WaxsealEndpoints *a, WaxsealEndpoints *b)
{
  return g_str_equal (a->login, b->login) && g_str_equal (a->graph, b->graph) &&
         g_str_equal (a->exchange, b->exchange);
}

/** waxseal_endpoints_is_practice: Returns: whether they are the practice tenant's. */
gboolean
waxseal_endpoints_is_practice (WaxsealEndpoints *self)
{
  return self->is_practice;
}
