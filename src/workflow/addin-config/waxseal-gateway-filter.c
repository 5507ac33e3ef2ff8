/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What to enter in Cisco Secure Email Gateway so that it encrypts what the add-in flags. The
 * language is that of the AsyncOS user guide, “Using Message Filters to Enforce Email Policies”:
 * patterns are regular expressions in Python's style that match anywhere and mind the case; (?i)
 * ignores it; in a quoted string the backslash is special once more. */
#include "waxseal-gateway-filter.h"

#include <string.h>

#define SPECIAL "\\.^$*+?{}[]()|"

static char *
escape (const char *text, const char *special)
{
  GString *escaped = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p++)
    {
      if (strchr (special, *p) != NULL)
        g_string_append_c (escaped, '\\');
      g_string_append_c (escaped, *p);
    }
  return g_string_free (escaped, FALSE);
}

/**
 * waxseal_gateway_filter_build_pattern:
 *
 * Returns: (transfer full): what goes into the box of the content filter's condition (“Subject
 *   Header”, or “Other Header” with the header's name): a regular expression. Empty where only the
 *   header's presence counts.
 */
char *
waxseal_gateway_filter_build_pattern (const WaxsealFlagRule *rule)
{
  g_autofree char *escaped = escape (rule->value, SPECIAL);

  if (*escaped == '\0')
    return g_steal_pointer (&escaped);
  return g_strconcat (rule->ignore_case ? "(?i)" : "", rule->at_start ? "^" : "", escaped, NULL);
}

/**
 * waxseal_gateway_filter_build_condition:
 *
 * Returns: (transfer full): the rule as the gateway itself writes it: subject == "\\[SECURE\\]"
 */
char *
waxseal_gateway_filter_build_condition (const WaxsealFlagRule *rule)
{
  g_autofree char *pattern = waxseal_gateway_filter_build_pattern (rule);
  g_autofree char *quoted = escape (pattern, "\\\"");
  g_autofree char *header = escape (rule->header, "\\\"");

  if (waxseal_flag_rule_is_subject (rule))
    return g_strdup_printf ("subject == \"%s\"", quoted);
  if (*pattern == '\0')
    return g_strdup_printf ("header(\"%s\")", header);
  return g_strdup_printf ("header(\"%s\") == \"%s\"", header, quoted);
}

/* The names of filters are words of letters, digits, hyphens and underlines. */
static char *
make_filter_name (const char *domain)
{
  char *name = g_strconcat ("encrypt_flagged_", domain, NULL);

  return g_strcanon (name, G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "_", '_');
}

/**
 * waxseal_gateway_filter_build_text:
 * @domain: whose messages it is for
 * @profile: the name of the gateway's encryption profile
 *
 * Returns: (transfer full): a message filter, to be pasted after the gateway's command “filters”,
 * “new”
 */
char *
waxseal_gateway_filter_build_text (const WaxsealFlagRule *rule,
                                   const char *domain,
                                   const char *profile)
{
  g_autofree char *name = make_filter_name (domain);
  g_autofree char *condition = waxseal_gateway_filter_build_condition (rule);
  g_autofree char *sender = escape (domain, SPECIAL);
  g_autofree char *quoted_sender = escape (sender, "\\\"");
  g_autofree char *quoted_profile = escape (profile, "\\\"");

  return g_strdup_printf ("%s:\n"
                          "if ((mail-from == \"(?i)@%s$\") AND (%s))\n"
                          "{\n"
                          "  encrypt-deferred (\"%s\", \"$Subject\", 0);\n"
                          "}\n"
                          ".\n",
                          name,
                          quoted_sender,
                          condition,
                          quoted_profile);
}
