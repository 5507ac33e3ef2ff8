/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-address-word.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-domain-paste.h"

/* RFC 5321, 4.5.3.1: of a local part, and of a path without its brackets. */
#define MAX_LOCAL   64
#define MAX_ADDRESS 254

/* RFC 5322, 3.2.3, beside letters and digits. A star means that somebody thinks of a pattern. */
#define LOCAL_SIGNS "!#$%&'+-/=?^_`{|}~."

#define MAX_SHOWN 60

/* What stands around an address in a sentence or in quotes, and is not a part of it. */
static gboolean
is_around (gunichar c)
{
  return c < 0x80 ? strchr ("'`.,:;!?", c) != NULL && c != 0
                  : g_unichar_ispunct (c) || g_unichar_isspace (c);
}

static char *
trim (const char *word)
{
  const char *start = word, *end = word + strlen (word);

  while (start < end && is_around (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);
  while (end > start && is_around (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  return g_strndup (start, end - start);
}

/* mailto:sean.o%27brien@contoso.com?subject=Hi is an address, percent-encoded (RFC 6068). */
static char *
drop_scheme (const char *word)
{
  const char *at = strchr (word, '@');
  const char *colon = at != NULL ? g_strrstr_len (word, at - word, ":") : NULL;
  const char *start = colon != NULL ? colon + 1 : word;
  g_autofree char *address = NULL;
  char *decoded = NULL;

  at = strchr (start, '@');
  if (at == NULL)
    return g_strdup (start);
  address = g_strndup (start, at - start + strcspn (at, "?/"));
  if (g_ascii_strncasecmp (word, "mailto:", strlen ("mailto:")) == 0)
    decoded = g_uri_unescape_string (address, NULL);
  return decoded != NULL && g_utf8_validate (decoded, -1, NULL) ? decoded
                                                                : g_steal_pointer (&address);
}

static gboolean
is_local (const char *local)
{
  if (local[0] == '.' || g_str_has_suffix (local, ".") || strstr (local, "..") != NULL)
    return FALSE;
  for (const char *p = local; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isalnum (g_utf8_get_char (p)) && strchr (LOCAL_SIGNS, *p) == NULL)
      return FALSE;
  return TRUE;
}

static char *
clean_domain (const char *text)
{
  g_autofree char *name = NULL;
  WaxsealDomainVerdict verdict;

  if (!g_str_is_ascii (text))
    return waxseal_domain_paste_clean (text, &verdict);
  name = g_ascii_strdown (text, -1);
  return waxseal_domain_paste_judge (name) == WAXSEAL_DOMAIN_FINE ? g_steal_pointer (&name) : NULL;
}

/* The domain as mail writes it, or "": most words share a few of them, so each is looked at once.
 */
static const char *
find_domain (GHashTable *domains, const char *text)
{
  char *domain = g_hash_table_lookup (domains, text);

  if (domain == NULL)
    {
      domain = clean_domain (text);
      if (domain == NULL)
        domain = g_strdup ("");
      g_hash_table_insert (domains, g_strdup (text), domain);
    }
  return domain;
}

static WaxsealAddressVerdict
judge (const char *word, GHashTable *domains, char **address)
{
  const char *at = strchr (word, '@');
  g_autofree char *local = at != NULL ? g_strndup (word, at - word) : NULL;
  const char *domain = NULL;

  if (strstr (word, "://") != NULL)
    return WAXSEAL_ADDRESS_LINK;
  if (at == NULL)
    return WAXSEAL_ADDRESS_NAME;
  if (strchr (at + 1, '@') != NULL)
    return WAXSEAL_ADDRESS_SEVERAL_AT;
  if (strchr (word, '*') != NULL)
    return WAXSEAL_ADDRESS_PATTERN;
  if (*local == '\0')
    return WAXSEAL_ADDRESS_NO_LOCAL;
  if (at[1] == '\0')
    return WAXSEAL_ADDRESS_NO_DOMAIN;
  if (strlen (local) > MAX_LOCAL || strlen (word) > MAX_ADDRESS)
    return WAXSEAL_ADDRESS_TOO_LONG;
  if (!is_local (local))
    return WAXSEAL_ADDRESS_BAD_LOCAL;
  domain = find_domain (domains, at + 1);
  if (*domain == '\0')
    return WAXSEAL_ADDRESS_BAD_DOMAIN;
  *address = g_strconcat (local, "@", domain, NULL);
  return strlen (*address) <= MAX_ADDRESS ? WAXSEAL_ADDRESS_FINE : WAXSEAL_ADDRESS_TOO_LONG;
}

/**
 * waxseal_address_word_clean:
 * @word: without blanks, in UTF-8; a scheme before it and punctuation around it do not matter
 * @domains: (element-type utf8 utf8): what is known of domains; empty at first, and freed by the
 *   caller, with the keys and values
 * @verdict: (out): what it is
 *
 * Returns: (transfer full) (nullable): the address, its domain as DNS and mail write it; %NULL
 *   unless it is fine
 */
char *
waxseal_address_word_clean (const char *word, GHashTable *domains, WaxsealAddressVerdict *verdict)
{
  g_autofree char *trimmed = trim (word);
  gboolean is_link = strstr (trimmed, "://") != NULL;
  g_autofree char *bare = is_link ? g_strdup (trimmed) : drop_scheme (trimmed);
  g_autofree char *address = NULL;

  *verdict = judge (bare, domains, &address);
  return *verdict == WAXSEAL_ADDRESS_FINE ? g_steal_pointer (&address) : NULL;
}

/**
 * waxseal_address_verdict_describe:
 * @word: what was pasted
 *
 * Returns: (transfer full) (nullable): why @word was not taken, and what to write instead,
 *   translated; %NULL where it was
 */
char *
waxseal_address_verdict_describe (WaxsealAddressVerdict verdict, const char *word)
{
  static const char *const texts[] = {
    [WAXSEAL_ADDRESS_REPEATED] = N_ ("“%s” is in the list already"),
    [WAXSEAL_ADDRESS_NAME] = N_ ("“%s” is not an e-mail address. Write it like ann@contoso.com"),
    [WAXSEAL_ADDRESS_NO_LOCAL] =
      N_ ("“%s” has nothing before the at sign. Write it like ann@contoso.com"),
    [WAXSEAL_ADDRESS_NO_DOMAIN] =
      N_ ("“%s” has nothing after the at sign. Write it like ann@contoso.com"),
    [WAXSEAL_ADDRESS_SEVERAL_AT] =
      N_ ("“%s” has more than one at sign. Put a comma or a new line between addresses"),
    [WAXSEAL_ADDRESS_PATTERN] =
      N_ ("“%s” is a pattern. Name each person, or a group that they are in"),
    [WAXSEAL_ADDRESS_LINK] = N_ ("“%s” is a link. Write an address like ann@contoso.com"),
    [WAXSEAL_ADDRESS_BAD_LOCAL] =
      N_ ("“%s” has a character before the at sign that no e-mail address has there"),
    [WAXSEAL_ADDRESS_BAD_DOMAIN] =
      N_ ("“%s” does not end in a mail domain. Write it like ann@contoso.com"),
    [WAXSEAL_ADDRESS_TOO_LONG] = N_ ("“%s” is too long for an e-mail address"),
    [WAXSEAL_ADDRESS_EMPTY_ROW] = N_ ("The row “%s” has no e-mail address"),
  };
  g_autofree char *shown = NULL;
  g_auto (GStrv) halves = NULL;

  if (texts[verdict] == NULL)
    return NULL;
  shown =
    g_utf8_strlen (word, -1) > MAX_SHOWN ? g_utf8_substring (word, 0, MAX_SHOWN) : g_strdup (word);
  halves = g_strsplit (_ (texts[verdict]), "%s", 2);
  return g_strjoinv (shown, halves);
}
