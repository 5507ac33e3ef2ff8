/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What organisations got wrong with their flags (cisco.md, 5 and 6), as a table of tests. */
#include "waxseal-flag-advice.h"

#include <glib/gi18n.h>
#include <string.h>

#include "waxseal-flag-rule.h"

/* The header fields that mail itself needs (RFC 5322, 3.6; RFC 2045): a flag of that name would be
 * in every message, or break it. */
static const char *const mail_headers[] = {
  "bcc",          "cc",         "content-transfer-encoding",
  "content-type", "date",       "from",
  "in-reply-to",  "message-id", "mime-version",
  "received",     "references", "reply-to",
  "return-path",  "sender",     "subject",
  "to",           NULL,
};

/** Flag: one domain's flag, and those of the others. */
typedef struct
{
  WaxsealMailDomain *domain;
  GListModel *domains;
  WaxsealFlagRule *rule;
  const char *value; /* as it was typed */
} Flag;

static gboolean
is_used (WaxsealMailDomain *domain)
{
  return waxseal_record_get_enum (domain, "encryption-type") == WAXSEAL_ENCRYPTION_TYPE_FLAG;
}

static gboolean
is_not_used (const Flag *flag)
{
  return !is_used (flag->domain) && *flag->value != '\0';
}

static gboolean
is_empty (const Flag *flag)
{
  return is_used (flag->domain) && strspn (flag->value, " \t") == strlen (flag->value);
}

static gboolean
has_outer_blanks (const Flag *flag)
{
  g_autofree char *stripped = g_strstrip (g_strdup (flag->value));

  return *stripped != '\0' && !g_str_equal (stripped, flag->value);
}

static gboolean
has_double_blanks (const Flag *flag)
{
  g_autofree char *stripped = g_strstrip (g_strdup (flag->value));

  return strstr (stripped, "  ") != NULL || strchr (stripped, '\t') != NULL;
}

static gboolean
is_ordinary_word (const Flag *flag)
{
  return waxseal_flag_rule_is_subject (flag->rule) && *flag->value != '\0' &&
         g_regex_match_simple ("^[\\p{L}\\p{N} ]+$", flag->value, 0, 0);
}

static gboolean
is_short (const Flag *flag)
{
  return waxseal_flag_rule_is_subject (flag->rule) && *flag->value != '\0' &&
         g_utf8_strlen (flag->value, -1) < 4;
}

static gboolean
is_not_ascii (const Flag *flag)
{
  return !g_str_is_ascii (flag->value);
}

static gboolean
has_case (const Flag *flag)
{
  g_autofree char *lower = g_utf8_strdown (flag->value, -1);
  g_autofree char *upper = g_utf8_strup (flag->value, -1);

  return is_used (flag->domain) && !g_str_equal (lower, upper);
}

/* A header's name is printable ASCII without a colon or blanks (RFC 5322, 3.6.8). */
static gboolean
is_bad_header_name (const Flag *flag)
{
  return !waxseal_flag_rule_is_subject (flag->rule) && *flag->value != '\0' &&
         !g_regex_match_simple ("^[!-9;-~]+$", flag->rule->header, 0, 0);
}

static gboolean
is_mail_header (const Flag *flag)
{
  g_autofree char *name = g_ascii_strdown (flag->rule->header, -1);

  return waxseal_record_get_enum (flag->domain, "flag-type") == WAXSEAL_FLAG_TYPE_HEADER &&
         g_strv_contains (mail_headers, name);
}

static gboolean
is_header (const Flag *flag)
{
  return !waxseal_flag_rule_is_subject (flag->rule) && *flag->value != '\0' &&
         is_used (flag->domain);
}

/* Whether another domain's flag is the same but for case, or has this one inside it. */
static gboolean
clashes (const Flag *flag)
{
  g_autofree char *value = g_utf8_casefold (flag->value, -1);

  for (guint i = 0; i < g_list_model_get_n_items (flag->domains); i++)
    {
      g_autoptr (WaxsealMailDomain) other = g_list_model_get_item (flag->domains, i);
      const char *text = waxseal_record_get_text (other, "flag-value");
      g_autofree char *folded = g_utf8_casefold (text, -1);

      if (other == flag->domain || !is_used (other) || !is_used (flag->domain) ||
          waxseal_record_get_enum (other, "flag-type") !=
            waxseal_record_get_enum (flag->domain, "flag-type"))
        continue;
      if (*value != '\0' && !g_str_equal (text, flag->value) && strstr (folded, value) != NULL)
        return TRUE;
    }
  return FALSE;
}

static const struct
{
  gboolean (*applies) (const Flag *flag);
  WaxsealFlagAdvice advice;
} table[] = {
  { is_empty,
    { "empty",
      WAXSEAL_SEVERITY_ERROR,
      N_ (
        "With the type Flag a flag value is needed: without one the gateway encrypts nothing.") } },
  { is_bad_header_name,
    { "header-name",
      WAXSEAL_SEVERITY_ERROR,
      N_ ("A header’s name has no blanks and only ASCII letters, digits and signs, such as "
          "X-Encrypt. Write “Name” or “Name: value”.") } },
  { is_mail_header,
    { "mail-header",
      WAXSEAL_SEVERITY_ERROR,
      N_ ("Mail itself uses this header. Take a name of your own, such as X-Encrypt.") } },
  { has_outer_blanks,
    { "blanks",
      WAXSEAL_SEVERITY_WARNING,
      N_ ("There are blanks before or behind the value. The portal may keep them, and then the "
          "gateway must look for them too. Remove them.") } },
  { has_double_blanks,
    { "inner-blanks",
      WAXSEAL_SEVERITY_WARNING,
      N_ (
        "There are several blanks or a tab inside the value. Mail programs may join them, and then "
        "the gateway does not find the flag. Use one blank.") } },
  { clashes,
    { "clash",
      WAXSEAL_SEVERITY_WARNING,
      N_ ("Another domain’s flag differs from this one only in case, or contains it, so one filter "
          "catches both. Use the same flag for both, or two that have nothing in common.") } },
  { is_ordinary_word,
    { "ordinary-word",
      WAXSEAL_SEVERITY_WARNING,
      N_ ("These words can be in any subject, so the gateway would encrypt messages that nobody "
          "flagged. Put brackets around them, such as [SEND SECURE].") } },
  { is_short,
    { "short",
      WAXSEAL_SEVERITY_WARNING,
      N_ ("So short a flag can be in many subjects. Make it longer.") } },
  { is_not_ascii,
    { "not-ascii",
      WAXSEAL_SEVERITY_WARNING,
      N_ ("Letters outside ASCII travel encoded (RFC 2047), and not every filter decodes them. Use "
          "ASCII letters.") } },
  { has_case,
    { "case",
      WAXSEAL_SEVERITY_HINT,
      N_ ("The gateway minds upper and lower case, unless its pattern starts with (?i).") } },
  { is_header,
    { "header-assumed",
      WAXSEAL_SEVERITY_HINT,
      N_ ("Cisco does not document what becomes of the value of a Header Flag. Waxseal reads it as "
          "“Name” or “Name: value”: look at the headers of a test message.") } },
  { is_not_used,
    { "not-used",
      WAXSEAL_SEVERITY_HINT,
      N_ ("With the type Encrypt the flag may not be used. Fill it in all the same if the portal "
          "asks for it.") } },
};

/**
 * waxseal_flag_advice_list:
 * @domain: whose flag is looked at
 * @domains: all domains of the organisation, of #WaxsealMailDomain
 *
 * Returns: (transfer container) (element-type WaxsealFlagAdvice): what there is to say of it, the
 * worst first; the advice is static, its text to be translated by gettext()
 */
GPtrArray *
waxseal_flag_advice_list (WaxsealMailDomain *domain, GListModel *domains)
{
  g_autoptr (WaxsealFlagRule) rule = waxseal_flag_rule_new (domain, FALSE, FALSE);
  const Flag flag = { domain, domains, rule, waxseal_record_get_text (domain, "flag-value") };
  GPtrArray *list = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    if (table[i].applies (&flag))
      g_ptr_array_add (list, (gpointer) &table[i].advice);
  return list;
}
