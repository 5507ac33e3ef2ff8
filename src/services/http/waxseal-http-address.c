/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-http-address.h"

static gboolean
is_loopback (const char *host)
{
  g_autoptr (GInetAddress) address = NULL;

  if (host == NULL)
    return FALSE;
  if (g_ascii_strcasecmp (host, "localhost") == 0)
    return TRUE;
  address = g_inet_address_new_from_string (host);
  return address != NULL && g_inet_address_get_is_loopback (address);
}

/**
 * waxseal_http_address_is_allowed:
 * @practice: whether the practice tenant is meant
 *
 * Returns: whether a request may go to @uri: https, or in practice http to this computer
 */
gboolean
waxseal_http_address_is_allowed (GUri *uri, gboolean practice)
{
  const char *scheme = g_uri_get_scheme (uri);

  if (g_uri_get_host (uri) == NULL || *g_uri_get_host (uri) == '\0')
    return FALSE;
  if (g_ascii_strcasecmp (scheme, "https") == 0)
    return TRUE;
  return practice && g_ascii_strcasecmp (scheme, "http") == 0 && is_loopback (g_uri_get_host (uri));
}

static int
get_port (GUri *uri)
{
  if (g_uri_get_port (uri) != -1)
    return g_uri_get_port (uri);
  return g_ascii_strcasecmp (g_uri_get_scheme (uri), "https") == 0 ? 443 : 80;
}

/**
 * waxseal_http_address_is_same_origin:
 *
 * Returns: whether scheme, host and port are the same (RFC 6454, section 5), so that what was meant
 *   for @a may go to @b
 */
gboolean
waxseal_http_address_is_same_origin (GUri *a, GUri *b)
{
  const char *host_a = g_uri_get_host (a);
  const char *host_b = g_uri_get_host (b);

  return host_a != NULL && host_b != NULL && g_ascii_strcasecmp (host_a, host_b) == 0 &&
         g_ascii_strcasecmp (g_uri_get_scheme (a), g_uri_get_scheme (b)) == 0 &&
         get_port (a) == get_port (b);
}
