/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mail domains out of whatever is pasted: lists, addresses, links, international names. */
#include "waxseal-domain-paste.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/* What stands between the items of a list, in Japanese text too. */
#define SEPARATORS "[,;\\r\\n\\t\\x{3001}\\x{FF1B}|]+"

/* Invisible, and pasted along from web pages and documents. */
#define INVISIBLE "[\\x{AD}\\x{200B}-\\x{200F}\\x{2060}\\x{FEFF}]"

static char *
replace (const char *text, const char *pattern, const char *with)
{
  g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, NULL);

  return g_regex_replace (regex, text, -1, 0, with, 0, NULL);
}

/* “Doe, Ann” <ann@contoso.com> is one address: the name before it says nothing. */
static char *
drop_names (const char *item)
{
  return replace (item, "\"[^\"]*\"\\s*(?=<)", "");
}

static void
add_words (GStrvBuilder *words, const char *item)
{
  const char *open = strchr (item, '<');
  const char *close = open != NULL ? strchr (open, '>') : NULL;
  g_auto (GStrv) parts = NULL;

  if (close != NULL)
    {
      g_autofree char *address = g_strndup (open + 1, close - open - 1);

      g_strv_builder_add (words, g_strstrip (address));
      return;
    }

  parts = g_regex_split_simple ("\\s+", item, 0, 0);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_strv_builder_add (words, parts[i]);
}

/**
 * waxseal_domain_paste_split:
 * @text: names, addresses or links, in lines or with blanks, commas or semicolons between them
 *
 * Returns: (transfer full) (array zero-terminated=1): the words that each should be a domain
 */
char **
waxseal_domain_paste_split (const char *text)
{
  g_autoptr (GStrvBuilder) words = g_strv_builder_new ();
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *visible = replace (valid, INVISIBLE, "");
  /* NFKC makes ASCII of the full-width letters, dots, commas and at signs of Japanese input. */
  g_autofree char *normal = g_utf8_normalize (visible, -1, G_NORMALIZE_NFKC);
  g_autofree char *unnamed = drop_names (normal);
  g_auto (GStrv) items = g_regex_split_simple (SEPARATORS, unnamed, 0, 0);

  for (guint i = 0; items[i] != NULL; i++)
    add_words (words, items[i]);
  return g_strv_builder_end (words);
}

/* The host of a link, an address or a plain name: what is behind the scheme and the last at sign,
 * before the port, the path and the query. */
static char *
cut_out_host (const char *word)
{
  g_autofree char *bare = replace (word, "^[\"'(\\[{<]+|[\"')\\]}>]+$", "");
  g_autofree char *unschemed =
    replace (bare, "^(?:(?i:mailto|smtp|sip):|[A-Za-z][A-Za-z0-9+.-]*://)", "");
  const char *start, *at;
  gsize length = strcspn (unschemed, "/?#");

  unschemed[length] = '\0';
  at = strrchr (unschemed, '@');
  start = at != NULL ? at + 1 : unschemed;
  /* One colon is a port's, several are an IPv6 address's. */
  return replace (start, "^([^:]*?)\\.?(?::\\d*)?$", "\\1");
}

/* A host name as DNS writes it: letters, digits and inner hyphens, 63 at most to a label, a last
 * label that is not a number (RFC 1123, 2.1). */
static gboolean
is_label (const char *label)
{
  gsize length = strlen (label);

  return length > 0 && length <= 63 && label[0] != '-' && label[length - 1] != '-' &&
         strspn (label, "abcdefghijklmnopqrstuvwxyz0123456789-") == length;
}

/**
 * waxseal_domain_paste_judge:
 * @name: in ASCII, in lower case
 *
 * Returns: what it is
 */
WaxsealDomainVerdict
waxseal_domain_paste_judge (const char *name)
{
  g_auto (GStrv) labels = g_strsplit (name, ".", -1);
  guint n = g_strv_length (labels);

  if (strlen (name) > 253)
    return WAXSEAL_DOMAIN_TOO_LONG;
  for (guint i = 0; i < n; i++)
    if (strlen (labels[i]) > 63)
      return WAXSEAL_DOMAIN_TOO_LONG;
    else if (!is_label (labels[i]))
      return WAXSEAL_DOMAIN_NOT_A_DOMAIN;
  if (n < 2)
    return n == 0 ? WAXSEAL_DOMAIN_NOT_A_DOMAIN : WAXSEAL_DOMAIN_SINGLE_LABEL;
  return strspn (labels[n - 1], "0123456789") == strlen (labels[n - 1])
           ? WAXSEAL_DOMAIN_NOT_A_DOMAIN
           : WAXSEAL_DOMAIN_FINE;
}

static WaxsealDomainVerdict
judge_host (const char *host, char **name)
{
  g_autofree char *ascii = NULL;

  if (strchr (host, '*') != NULL)
    return WAXSEAL_DOMAIN_WILDCARD;
  if (g_hostname_is_ip_address (host))
    return WAXSEAL_DOMAIN_IP_ADDRESS;
  ascii = g_hostname_to_ascii (host);
  if (ascii == NULL)
    return strlen (host) > 253 ? WAXSEAL_DOMAIN_TOO_LONG : WAXSEAL_DOMAIN_NOT_A_DOMAIN;
  *name = g_ascii_strdown (ascii, -1);
  return waxseal_domain_paste_judge (*name);
}

/**
 * waxseal_domain_paste_clean:
 * @word: one of waxseal_domain_paste_split()
 * @verdict: (out): what it is
 *
 * An international name comes back as DNS and mail write it, in ASCII (RFC 3492).
 *
 * Returns: (transfer full) (nullable): the domain in lower case; %NULL unless it is fine
 */
char *
waxseal_domain_paste_clean (const char *word, WaxsealDomainVerdict *verdict)
{
  g_autofree char *host = cut_out_host (word);
  g_autofree char *name = NULL;

  *verdict = judge_host (host, &name);
  return *verdict == WAXSEAL_DOMAIN_FINE ? g_steal_pointer (&name) : NULL;
}

/**
 * waxseal_domain_verdict_describe:
 * @word: what was pasted
 *
 * Returns: (transfer full) (nullable): why @word is no domain, and what to write instead,
 * translated; %NULL where it is one
 */
char *
waxseal_domain_verdict_describe (WaxsealDomainVerdict verdict, const char *word)
{
  static const char *const texts[] = {
    [WAXSEAL_DOMAIN_WILDCARD] = N_ ("“%s” is a pattern. Name each mail domain by itself"),
    [WAXSEAL_DOMAIN_IP_ADDRESS] = N_ ("“%s” is an IP address. Write a domain like contoso.com"),
    [WAXSEAL_DOMAIN_SINGLE_LABEL] = N_ ("“%s” has no ending. Write it like contoso.com"),
    [WAXSEAL_DOMAIN_TOO_LONG] = N_ ("“%s” is too long for a domain"),
    [WAXSEAL_DOMAIN_NOT_A_DOMAIN] = N_ ("“%s” is not a domain. Write it like contoso.com"),
  };
  g_autofree char *shown = NULL;
  g_auto (GStrv) halves = NULL;

  if (texts[verdict] == NULL)
    return NULL;
  shown = g_utf8_strlen (word, -1) > 60 ? g_utf8_substring (word, 0, 60) : g_strdup (word);
  halves = g_strsplit (_ (texts[verdict]), "%s", 2);
  return g_strjoinv (shown, halves);
}
