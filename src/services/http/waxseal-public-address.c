/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-public-address.h"

#include <string.h>

/* What IANA's registries of special-purpose addresses (RFC 6890) do not call global, with the
 * broadcast and multicast ones; IPv4 in IPv6 (RFC 4291, 3056) could hide any of them. */
static const char *const special[] = {
  "0.0.0.0/8",      "10.0.0.0/8",     "100.64.0.0/10",   "127.0.0.0/8",    "169.254.0.0/16",
  "172.16.0.0/12",  "192.0.0.0/24",   "192.0.2.0/24",    "192.168.0.0/16", "198.18.0.0/15",
  "224.0.0.0/3",    "203.0.113.0/24", "198.51.100.0/24", "::/96",          "::ffff:0:0/96",
  "64:ff9b:1::/48", "100::/64",       "2001::/23",       "2001:db8::/32",  "2002::/16",
  "fc00::/7",       "fe80::/9",       "ff00::/8",
};

/* Names that lead nowhere outside (RFC 6761, 6762, 8375; “internal” is ICANN's). */
static const char *const private_domains[] = {
  "localhost", "local", "home.arpa", "internal", "localdomain",
};

/** waxseal_public_address_is: Returns: whether anybody's packets get to @address. */
gboolean
waxseal_public_address_is (GInetAddress *address)
{
  for (guint i = 0; i < G_N_ELEMENTS (special); i++)
    {
      g_autoptr (GInetAddressMask) mask = g_inet_address_mask_new_from_string (special[i], NULL);

      if (g_inet_address_mask_matches (mask, address))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_within (const char *host, const char *domain)
{
  gsize length = strlen (host);
  gsize domain_length = strlen (domain);
  const char *tail = host + length - domain_length;

  return length >= domain_length && g_ascii_strcasecmp (tail, domain) == 0 &&
         (tail == host || tail[-1] == '.');
}

/**
 * waxseal_public_address_is_host:
 * @host: a name or an address, without a port
 *
 * What a name leads to only its look-up tells; this is about what can be said without one. A name
 * whose last part begins with a digit is an address in another writing (WHATWG URL, 3.5), and one
 * without a dot is completed by the network that this computer is in.
 *
 * Returns: whether @host may be public
 */
gboolean
waxseal_public_address_is_host (const char *host)
{
  g_autoptr (GInetAddress) address = g_inet_address_new_from_string (host);
  g_autofree char *name = g_strdup (host);
  const char *last;

  if (address != NULL)
    return waxseal_public_address_is (address);
  if (g_str_has_suffix (name, "."))
    name[strlen (name) - 1] = '\0';
  last = strrchr (name, '.');
  if (last == NULL || g_ascii_isdigit (last[1]))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (private_domains); i++)
    if (is_within (name, private_domains[i]))
      return FALSE;
  return TRUE;
}
