/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Flags, what the gateway sees of them, and what is to be entered there. */
#include <string.h>

#include "waxseal-addin-config.h"
#include "waxseal-domain-drift.h"
#include "waxseal-encoded-word.h"
#include "waxseal-enums.h"
#include "waxseal-flag-advice.h"
#include "waxseal-flag-rule.h"
#include "waxseal-gateway-filter.h"
#include "waxseal-profiles-values.h"

#define SUBJECT WAXSEAL_FLAG_TYPE_SUBJECT
#define HEADER  WAXSEAL_FLAG_TYPE_HEADER

static WaxsealMailDomain *
create_domain (WaxsealFlagType type, const char *value)
{
  return g_object_new (WAXSEAL_TYPE_MAIL_DOMAIN,
                       "name",
                       "contoso.com",
                       "encryption-type",
                       WAXSEAL_ENCRYPTION_TYPE_FLAG,
                       "flag-type",
                       type,
                       "flag-value",
                       value,
                       NULL);
}

static const struct
{
  WaxsealFlagType type;
  const char *value;
  const char *options; /* i: ignore case, s: at the start */
  const char *message;
  WaxsealFlagMatch match;
} matches[] = {
  { SUBJECT, "[SEND SECURE]", "", "[SEND SECURE] Offer", WAXSEAL_FLAG_CAUGHT },
  { SUBJECT, "[SEND SECURE]", "", "Offer [SEND SECURE]", WAXSEAL_FLAG_CAUGHT },
  { SUBJECT, "[SEND SECURE]", "s", "Offer [SEND SECURE]", WAXSEAL_FLAG_OTHER_PLACE },
  { SUBJECT, "[SEND SECURE]", "s", "[SEND SECURE] Offer", WAXSEAL_FLAG_CAUGHT },
  { SUBJECT, "[SEND SECURE]", "s", "Re: [SEND SECURE] Offer", WAXSEAL_FLAG_OTHER_PLACE },
  { SUBJECT, "[SEND SECURE]", "", "[send secure] Offer", WAXSEAL_FLAG_OTHER_CASE },
  { SUBJECT, "[SEND SECURE]", "i", "[Send Secure] Offer", WAXSEAL_FLAG_CAUGHT },
  { SUBJECT, "[SEND SECURE]", "", "[SEND  SECURE] Offer", WAXSEAL_FLAG_OTHER_BLANKS },
  { SUBJECT, "[SEND SECURE]", "", "[SENDSECURE] Offer", WAXSEAL_FLAG_OTHER_BLANKS },
  { SUBJECT, "[SEND SECURE]", "", "SEND SECURE Offer", WAXSEAL_FLAG_ABSENT },
  { SUBJECT, "[SEND SECURE]", "", "", WAXSEAL_FLAG_ABSENT },
  { SUBJECT, "", "", "[SEND SECURE]", WAXSEAL_FLAG_NOT_SET },
  { SUBJECT, "[x.y]", "", "[xzy]", WAXSEAL_FLAG_ABSENT },
  { SUBJECT, "[SECURE]", "", "To: a@b.c\nSubject: [SECURE] Offer\n\nbody", WAXSEAL_FLAG_CAUGHT },
  { SUBJECT, "[SECURE]", "", "SUBJECT:[SECURE]", WAXSEAL_FLAG_CAUGHT },
  { SUBJECT, "[SECURE]", "", "Subject: Offer\n\nSubject: [SECURE]", WAXSEAL_FLAG_ABSENT },
  { SUBJECT, "[A LONG FLAG]", "", "Subject: An [A LONG\r\n FLAG]", WAXSEAL_FLAG_CAUGHT },
  { SUBJECT, "[SECURE]", "", "Subject: =?UTF-8?B?W1NFQ1VSRV0g5qGI5YaF?=", WAXSEAL_FLAG_CAUGHT },
  { SUBJECT, "[暗号化]", "", "=?UTF-8?B?W+aal+WPt+WMll0=?= x", WAXSEAL_FLAG_CAUGHT },
  { SUBJECT, "[É]", "i", "[é]", WAXSEAL_FLAG_CAUGHT },
  { HEADER, "X-Encrypt", "", "X-Encrypt: yes", WAXSEAL_FLAG_CAUGHT },
  { HEADER, "X-Encrypt", "", "x-encrypt:", WAXSEAL_FLAG_CAUGHT },
  { HEADER, "X-Encrypt", "", "X-Encrypted: yes", WAXSEAL_FLAG_NO_HEADER },
  { HEADER, "X-Encrypt: yes", "", "From: a@b\r\nX-Encrypt: yes\r\n", WAXSEAL_FLAG_CAUGHT },
  { HEADER, "X-Encrypt: yes", "", "X-Encrypt: YES", WAXSEAL_FLAG_OTHER_CASE },
  { HEADER, "X-Encrypt: yes", "i", "X-Encrypt: YES", WAXSEAL_FLAG_CAUGHT },
  { HEADER, "X-Encrypt: yes", "", "X-Encrypt: no\nX-Encrypt: yes", WAXSEAL_FLAG_CAUGHT },
  { HEADER, "X-Encrypt: yes", "", "X-Encrypt: no", WAXSEAL_FLAG_ABSENT },
  { HEADER, " X-Encrypt :yes ", "", "X-Encrypt: yes", WAXSEAL_FLAG_CAUGHT },
  { HEADER, "", "", "X-Encrypt: yes", WAXSEAL_FLAG_NOT_SET },
  { HEADER, "X-Encrypt", "", "Subject: x\n\nX-Encrypt: in the body", WAXSEAL_FLAG_NO_HEADER },
};

static void
test_matches (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    {
      g_autoptr (WaxsealMailDomain) domain = create_domain (matches[i].type, matches[i].value);
      g_autoptr (WaxsealFlagRule) rule =
        waxseal_flag_rule_new (domain,
                               strchr (matches[i].options, 'i') != NULL,
                               strchr (matches[i].options, 's') != NULL);

      g_test_message ("%u: “%s” in “%s”", i, matches[i].value, matches[i].message);
      g_assert_cmpint (waxseal_flag_rule_test (rule, matches[i].message), ==, matches[i].match);
      g_assert_cmpstr (waxseal_flag_match_describe (matches[i].match), !=, "");
    }
}

/* The advice for a value alone among domains, by id. */
static const struct
{
  WaxsealFlagType type;
  const char *value;
  const char *advice;
} advices[] = {
  { SUBJECT, "[SEND SECURE]", "case" },
  { SUBJECT, "[1234]", "" },
  { SUBJECT, "", "empty" },
  { SUBJECT, "  ", "empty ordinary-word short" },
  { SUBJECT, " [SECURE]", "blanks case" },
  { SUBJECT, "[SECURE]\t", "blanks case" },
  { SUBJECT, "[SEND  SECURE]", "inner-blanks case" },
  { SUBJECT, "Secure", "ordinary-word case" },
  { SUBJECT, "Send Secure", "ordinary-word case" },
  { SUBJECT, "[s]", "short case" },
  { SUBJECT, "[暗号化]", "not-ascii" },
  { SUBJECT, "(secure)", "case" },
  { SUBJECT, "!!secure", "case" },
  { SUBJECT, "{.*}", "" },
  { HEADER, "X-Encrypt", "case header-assumed" },
  { HEADER, "X-Encrypt: yes", "case header-assumed" },
  { HEADER, "X Encrypt: yes", "header-name case header-assumed" },
  { HEADER, "X-Encrypté", "header-name not-ascii case header-assumed" },
  { HEADER, "Date: x", "mail-header case header-assumed" },
  { HEADER, "SUBJECT", "mail-header case header-assumed" },
};

static char *
join_advice (WaxsealMailDomain *domain, GListStore *domains)
{
  g_autoptr (GPtrArray) list = waxseal_flag_advice_list (domain, G_LIST_MODEL (domains));
  g_autoptr (GString) ids = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const WaxsealFlagAdvice *advice = g_ptr_array_index (list, i);

      g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", advice->id);
    }
  return g_string_free (g_steal_pointer (&ids), FALSE);
}

static void
test_advice (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (advices); i++)
    {
      g_autoptr (GListStore) domains = g_list_store_new (WAXSEAL_TYPE_MAIL_DOMAIN);
      g_autoptr (WaxsealMailDomain) domain = create_domain (advices[i].type, advices[i].value);
      g_autofree char *found = NULL;

      g_list_store_append (domains, domain);
      found = join_advice (domain, domains);
      g_test_message ("“%s”", advices[i].value);
      g_assert_cmpstr (found, ==, advices[i].advice);
    }
}

static void
test_advice_encrypt (void)
{
  g_autoptr (GListStore) domains = g_list_store_new (WAXSEAL_TYPE_MAIL_DOMAIN);
  g_autoptr (WaxsealMailDomain) domain = create_domain (SUBJECT, "[SECURE]");
  g_autofree char *with_value = NULL;
  g_autofree char *without = NULL;

  g_object_set (domain, "encryption-type", WAXSEAL_ENCRYPTION_TYPE_ENCRYPT, NULL);
  with_value = join_advice (domain, domains);
  g_assert_cmpstr (with_value, ==, "not-used");
  g_object_set (domain, "flag-value", "", NULL);
  without = join_advice (domain, domains);
  g_assert_cmpstr (without, ==, "");
}

static void
assert_clash (const char *value, const char *other_value, gboolean expected)
{
  g_autoptr (GListStore) domains = g_list_store_new (WAXSEAL_TYPE_MAIL_DOMAIN);
  g_autoptr (WaxsealMailDomain) domain = create_domain (SUBJECT, value);
  g_autoptr (WaxsealMailDomain) other = create_domain (SUBJECT, other_value);
  g_autofree char *found = NULL;

  g_list_store_append (domains, domain);
  g_list_store_append (domains, other);
  found = join_advice (domain, domains);
  g_test_message ("“%s” beside “%s”: %s", value, other_value, found);
  g_assert_true ((strstr (found, "clash") != NULL) == expected);
}

static void
test_advice_clash (void)
{
  assert_clash ("[SECURE]", "[SECURE]", FALSE);
  assert_clash ("[SECURE]", "[Secure]", TRUE);
  assert_clash ("[SECURE]", "[SECURE] now", TRUE);
  assert_clash ("[SECURE] now", "[SECURE]", FALSE);
  assert_clash ("[SECURE]", "[OTHER]", FALSE);
  assert_clash ("[SECURE]", "", FALSE);
}

static const struct
{
  WaxsealFlagType type;
  const char *value;
  const char *options;
  const char *pattern;
  const char *condition;
} filters[] = {
  { SUBJECT, "[SECURE]", "", "\\[SECURE\\]", "subject == \"\\\\[SECURE\\\\]\"" },
  { SUBJECT, "[Encrypt]", "s", "^\\[Encrypt\\]", "subject == \"^\\\\[Encrypt\\\\]\"" },
  { SUBJECT, "a", "is", "(?i)^a", "subject == \"(?i)^a\"" },
  { SUBJECT, "a.b*c", "", "a\\.b\\*c", "subject == \"a\\\\.b\\\\*c\"" },
  { SUBJECT, "\"Zoe\"", "", "\"Zoe\"", "subject == \"\\\"Zoe\\\"\"" },
  { SUBJECT, "a\\b", "", "a\\\\b", "subject == \"a\\\\\\\\b\"" },
  { SUBJECT,
    "O'Brien $(rm)",
    "",
    "O'Brien \\$\\(rm\\)",
    "subject == \"O'Brien \\\\$\\\\(rm\\\\)\"" },
  { SUBJECT, "暗号化", "", "暗号化", "subject == \"暗号化\"" },
  { HEADER, "X-Encrypt", "", "", "header(\"X-Encrypt\")" },
  { HEADER, "X-Encrypt", "i", "", "header(\"X-Encrypt\")" },
  { HEADER, "X-E: {1}", "", "\\{1\\}", "header(\"X-E\") == \"\\\\{1\\\\}\"" },
};

static void
test_filters (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      g_autoptr (WaxsealMailDomain) domain = create_domain (filters[i].type, filters[i].value);
      g_autoptr (WaxsealFlagRule) rule =
        waxseal_flag_rule_new (domain,
                               strchr (filters[i].options, 'i') != NULL,
                               strchr (filters[i].options, 's') != NULL);
      g_autofree char *pattern = waxseal_gateway_filter_build_pattern (rule);
      g_autofree char *condition = waxseal_gateway_filter_build_condition (rule);

      g_assert_cmpstr (pattern, ==, filters[i].pattern);
      g_assert_cmpstr (condition, ==, filters[i].condition);
      /* The pattern is a regular expression, and finds the value itself. */
      if (*pattern != '\0')
        g_assert_true (g_regex_match_simple (pattern, rule->value, 0, 0));
    }
}

static void
test_filter_text (void)
{
  g_autoptr (WaxsealMailDomain) domain = create_domain (SUBJECT, "[SECURE]");
  g_autoptr (WaxsealFlagRule) rule = waxseal_flag_rule_new (domain, FALSE, TRUE);
  g_autofree char *text = waxseal_gateway_filter_build_text (rule, "contoso.com", "CRES \"HIGH\"");

  g_assert_cmpstr (text,
                   ==,
                   "encrypt_flagged_contoso_com:\n"
                   "if ((mail-from == \"(?i)@contoso\\\\.com$\") AND "
                   "(subject == \"^\\\\[SECURE\\\\]\"))\n"
                   "{\n"
                   "  encrypt-deferred (\"CRES \\\"HIGH\\\"\", \"$Subject\", 0);\n"
                   "}\n"
                   ".\n");
}

static const struct
{
  const char *text;
  const char *decoded;
} words[] = {
  { "plain", "plain" },
  { "=?UTF-8?B?5pqX5Y+35YyW?=", "暗号化" },
  { "=?utf-8?q?caf=C3=A9_au_lait?=", "café au lait" },
  { "=?ISO-2022-JP?B?GyRCMEU5ZjI9GyhC?=", "暗号化" },
  { "=?UTF-8?B?5pqX?= =?UTF-8?B?5Y+3?=", "暗号" },
  { "a =?UTF-8?Q?b?= c", "a b c" },
  { "=?UTF-8*ja?Q?b?=", "b" },
  { "=?NO-SUCH-SET?Q?b?=", "=?NO-SUCH-SET?Q?b?=" },
  { "=?UTF-8?Q?=FF?=", "=?UTF-8?Q?=FF?=" },
  { "=?UTF-8?X?b?=", "=?UTF-8?X?b?=" },
  { "=?UTF-8?Q?=4?=", "=4" },
};

static void
test_encoded_words (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      g_autofree char *decoded = waxseal_encoded_word_decode (words[i].text);

      g_assert_cmpstr (decoded, ==, words[i].decoded);
    }
}

static void
test_profiles_values (void)
{
  g_autoptr (GListStore) domains = g_list_store_new (WAXSEAL_TYPE_MAIL_DOMAIN);
  const char *names[] = { "a.example", "b.example", "c.example", "there.example" };
  g_auto (GStrv) texts = NULL;
  g_auto (GStrv) whole = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (WaxsealMailDomain) domain =
        g_object_new (WAXSEAL_TYPE_MAIL_DOMAIN, "name", names[i], NULL);

      g_list_store_append (domains, domain);
      if (i == 3)
        g_object_set (domain, "in-profiles-on", "2026-11-25", NULL);
    }
  texts = waxseal_profiles_values_build (G_LIST_MODEL (domains), 19);
  g_assert_cmpuint (g_strv_length (texts), ==, 2);
  g_assert_cmpstr (texts[0], ==, "a.example,b.example");
  g_assert_cmpstr (texts[1], ==, "c.example");
  whole = waxseal_profiles_values_build (G_LIST_MODEL (domains), WAXSEAL_PROFILES_VALUES_MAX);
  g_assert_cmpuint (g_strv_length (whole), ==, 1);
}

static void
test_drift (void)
{
  g_autoptr (GListStore) domains = g_list_store_new (WAXSEAL_TYPE_MAIL_DOMAIN);
  g_autoptr (WaxsealMailDomain) domain = create_domain (SUBJECT, "");
  g_autoptr (WaxsealMailDomain) typo = create_domain (SUBJECT, "");
  const char *const tenant[] = { "CONTOSO.com", "例え.テスト", "contoso.jp", NULL };
  g_autoptr (WaxsealDomainDrift) drift = NULL;
  g_autofree char *missing = NULL;
  g_autofree char *extra = NULL;

  g_list_store_append (domains, domain);
  g_object_set (typo, "name", "contso.jp", NULL);
  g_list_store_append (domains, typo);
  drift = waxseal_domain_drift_new (G_LIST_MODEL (domains), tenant);
  missing = g_strjoinv (" ", drift->missing);
  g_assert_cmpstr (missing, ==, "xn--r8jz45g.xn--zckzah contoso.jp");
  extra = g_strjoinv (" ", drift->extra);
  g_assert_cmpstr (extra, ==, "contso.jp");
}

static void
test_stale (void)
{
  g_autoptr (WaxsealOrganization) organization =
    waxseal_organization_new ("Contoso", WAXSEAL_CLOUD_GLOBAL);
  WaxsealEntraApp *app = waxseal_organization_get_entra_app (organization);

  g_object_set (app, "secret-key-id", "k1", NULL);
  g_assert_false (waxseal_addin_config_is_stale (organization));
  waxseal_addin_config_declare (organization, TRUE);
  g_assert_true (waxseal_addin_config_is_declared (organization));
  g_assert_false (waxseal_addin_config_is_stale (organization));
  g_object_set (app, "secret-key-id", "k2", NULL);
  g_assert_true (waxseal_addin_config_is_stale (organization));
  waxseal_addin_config_declare (organization, TRUE);
  g_assert_false (waxseal_addin_config_is_stale (organization));
  waxseal_addin_config_declare (organization, FALSE);
  g_assert_false (waxseal_addin_config_is_declared (organization));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/addin-config/flag-matches", test_matches);
  g_test_add_func ("/addin-config/flag-advice", test_advice);
  g_test_add_func ("/addin-config/flag-advice-encrypt", test_advice_encrypt);
  g_test_add_func ("/addin-config/flag-advice-clash", test_advice_clash);
  g_test_add_func ("/addin-config/gateway-conditions", test_filters);
  g_test_add_func ("/addin-config/gateway-filter", test_filter_text);
  g_test_add_func ("/addin-config/encoded-words", test_encoded_words);
  g_test_add_func ("/addin-config/profiles-values", test_profiles_values);
  g_test_add_func ("/addin-config/drift", test_drift);
  g_test_add_func ("/addin-config/stale", test_stale);
  return g_test_run ();
}
