/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-manifest-address.h"

#include <string.h>

#include "waxseal-manifest-schema-value.h"

/** waxseal_manifest_address_copy_host: copies the host of @address, in lower case and without user
 * and port; "" where there is none. */
void
waxseal_manifest_address_copy_host (const char *address, char *host, gsize size)
{
  const char *start = strstr (address, "://");
  gsize length;
  const char *at;

  *host = '\0';
  if (start == NULL)
    return;

  start += strlen ("://");
  length = strcspn (start, "/?#\\");
  at = memchr (start, '@', length);
  if (at != NULL)
    {
      length -= at + 1 - start;
      start = at + 1;
    }
  length = MIN (length, size - 1);
  memcpy (host, start, length);
  host[length] = '\0';
  if (*host != '[')
    host[strcspn (host, ":")] = '\0';
  for (char *c = host; *c != '\0'; c++)
    *c = g_ascii_tolower (*c);
}

static gboolean
is_within (const char *host, const char *domain)
{
  gsize length = strlen (domain);
  gsize host_length = strlen (host);

  return host_length >= length && g_str_equal (host + host_length - length, domain) &&
         (host_length == length || host[host_length - length - 1] == '.');
}

static gboolean
is_in_domains (const char *host, const char *const *domains)
{
  for (; *domains != NULL; domains++)
    if (is_within (host, *domains))
      return TRUE;
  return FALSE;
}

static gboolean
has_user (const char *address)
{
  const char *start = strstr (address, "://");

  return start != NULL && memchr (start, '@', 3 + strcspn (start + 3, "/?#")) != NULL;
}

/**
 * waxseal_manifest_address_find_fault:
 *
 * Knows the names that lead nowhere outside one machine, and those that RFC 2606 keeps for examples
 * (manifest.md, rule 11).
 *
 * Returns: the first fault of @address.
 */
WaxsealManifestFault
waxseal_manifest_address_find_fault (const char *address)
{
  static const char *const local[] = { "localhost", "127.0.0.1", "[::1]", NULL };
  static const char *const examples[] = { "example.com", "example.net", "example.org", "example",
                                          "invalid",     "test",        NULL };
  char host[256];

  if (waxseal_manifest_schema_value_is_placeholder (address))
    return WAXSEAL_MANIFEST_FAULT_PLACEHOLDER;
  if (strpbrk (address, " \t\r\n") != NULL)
    return WAXSEAL_MANIFEST_FAULT_SPACE;
  waxseal_manifest_address_copy_host (address, host, sizeof host);
  if (is_in_domains (host, local) || g_str_has_prefix (host, "[::1]"))
    return WAXSEAL_MANIFEST_FAULT_LOCAL;
  if (g_ascii_strncasecmp (address, "https://", strlen ("https://")) != 0 || *host == '\0')
    return WAXSEAL_MANIFEST_FAULT_NOT_HTTPS;
  if (has_user (address))
    return WAXSEAL_MANIFEST_FAULT_USER;
  return is_in_domains (host, examples) ? WAXSEAL_MANIFEST_FAULT_EXAMPLE
                                        : WAXSEAL_MANIFEST_FAULT_NONE;
}
