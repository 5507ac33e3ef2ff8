/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever people paste as mail domains, and what it must come to. */
#include "waxseal-domain-paste.h"
#include "waxseal-mail-domain.h"

#define LABEL_63 "a23456789a23456789a23456789a23456789a23456789a23456789a23456789"

/* The domains that a text means, joined by blanks; what is refused stands in brackets. */
static const struct
{
  const char *text;
  const char *domains;
} cases[] = {
  { "", "" },
  { " \n\t ", "" },
  { ",;,;", "" },
  { "contoso.com", "contoso.com" },
  { "CONTOSO.Com", "contoso.com" },
  { "contoso.com.", "contoso.com" },
  { "  contoso.com  ", "contoso.com" },
  { "contoso.com,contoso.jp", "contoso.com contoso.jp" },
  { "contoso.com;contoso.jp", "contoso.com contoso.jp" },
  { "contoso.com; contoso.jp,\nfabrikam.com", "contoso.com contoso.jp fabrikam.com" },
  { "contoso.com\r\ncontoso.jp\r\n", "contoso.com contoso.jp" },
  { "contoso.com\tcontoso.jp", "contoso.com contoso.jp" },
  { "contoso.com contoso.jp", "contoso.com contoso.jp" },
  { "contoso.com|contoso.jp", "contoso.com contoso.jp" },
  { "contoso.com、contoso.jp", "contoso.com contoso.jp" },
  { "contoso.com，contoso.jp", "contoso.com contoso.jp" },
  { "contoso.com；contoso.jp", "contoso.com contoso.jp" },
  { "contoso.com　contoso.jp", "contoso.com contoso.jp" },
  { "ｃｏｎｔｏｓｏ．ｃｏｍ", "contoso.com" },
  { "ann＠contoso．com", "contoso.com" },
  { "ann@contoso.com", "contoso.com" },
  { "@contoso.com", "contoso.com" },
  { "ann@x@contoso.com", "contoso.com" },
  { "Ann Lee <ann@contoso.com>", "contoso.com" },
  { "\"Lee, Ann\" <ann@contoso.com>, bob@fabrikam.com", "contoso.com fabrikam.com" },
  { "佐藤 花子 <hanako@contoso.jp>；O'Brien <o@contoso.com>", "contoso.jp contoso.com" },
  { "mailto:ann@contoso.com", "contoso.com" },
  { "MAILTO:ann@contoso.com?subject=x", "contoso.com" },
  { "https://contoso.com", "contoso.com" },
  { "https://www.contoso.com/path?q=a@b.c#d", "www.contoso.com" },
  { "http://user:pass@contoso.com:8080/", "contoso.com" },
  { "contoso.com/about", "contoso.com" },
  { "contoso.com:25", "contoso.com" },
  { "smtp:ann@contoso.com", "contoso.com" },
  { "\"contoso.com\"", "contoso.com" },
  { "'contoso.com', 'contoso.jp'", "contoso.com contoso.jp" },
  { "[contoso.com]", "contoso.com" },
  { "(contoso.com)", "contoso.com" },
  { "<contoso.com>", "contoso.com" },
  { "\xEF\xBB\xBF"
    "contoso.com",
    "contoso.com" },
  { "contoso\xE2\x80\x8B.com", "contoso.com" },
  { "con\xC2\xADtoso.com", "contoso.com" },
  { "mail.eu.contoso.co.uk", "mail.eu.contoso.co.uk" },
  { "xn--p1ai.example", "xn--p1ai.example" },
  { "xn--r8jz45g.xn--zckzah", "xn--r8jz45g.xn--zckzah" },
  { "例え.テスト", "xn--r8jz45g.xn--zckzah" },
  { "例え。テスト", "xn--r8jz45g.xn--zckzah" },
  { "info@bücher.example", "xn--bcher-kva.example" },
  { "BÜCHER.example", "xn--bcher-kva.example" },
  { "3com.com", "3com.com" },
  { "a-b.com", "a-b.com" },
  { LABEL_63 ".com", LABEL_63 ".com" },
  { LABEL_63 "a.com", "[" LABEL_63 "a.com:4]" },
  { "*.contoso.com", "[*.contoso.com:1]" },
  { "*", "[*:1]" },
  { "@*.contoso.com", "[@*.contoso.com:1]" },
  { "192.0.2.1", "[192.0.2.1:2]" },
  { "ann@[192.0.2.1]", "[ann@[192.0.2.1]:5]" },
  { "2001:db8::1", "[2001:db8::1:2]" },
  { "contoso", "[contoso:3]" },
  { "localhost", "[localhost:3]" },
  { "-contoso.com", "[-contoso.com:5]" },
  { "contoso-.com", "[contoso-.com:5]" },
  { "con_toso.com", "[con_toso.com:5]" },
  { "contoso..com", "[contoso..com:5]" },
  { ".com", "[.com:5]" },
  { "contoso.123", "[contoso.123:5]" },
  { "contoso.com/", "contoso.com" },
  { "https://", "[https://:5]" },
  { "$(rm).com", "[$(rm).com:5]" },
  { "contoso.com nonsense! contoso.jp", "contoso.com [nonsense!:5] contoso.jp" },
};

static char *
describe (const char *text)
{
  g_autoptr (GString) found = g_string_new (NULL);
  g_auto (GStrv) words = waxseal_domain_paste_split (text);

  for (guint i = 0; words[i] != NULL; i++)
    {
      WaxsealDomainVerdict verdict;
      g_autofree char *name = waxseal_domain_paste_clean (words[i], &verdict);

      g_assert_true ((name != NULL) == (verdict == WAXSEAL_DOMAIN_FINE));
      if (found->len > 0)
        g_string_append_c (found, ' ');
      if (name != NULL)
        g_string_append (found, name);
      else
        g_string_append_printf (found, "[%s:%d]", words[i], verdict);
    }
  return g_string_free (g_steal_pointer (&found), FALSE);
}

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *found = describe (cases[i].text);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].domains);
    }
}

static void
test_not_utf8 (void)
{
  g_autofree char *found = describe ("contoso.com,\xFF\xFE,contoso.jp");

  g_assert_true (g_str_has_prefix (found, "contoso.com ["));
  g_assert_true (g_str_has_suffix (found, " contoso.jp"));
}

static void
test_too_long (void)
{
  g_autofree char *many = g_strnfill (300, 'a');
  g_autofree char *label = g_strdup_printf ("%s.com", many);
  g_autofree char *name = g_strjoin (".", LABEL_63, LABEL_63, LABEL_63, LABEL_63, "com", NULL);
  WaxsealDomainVerdict verdict;
  g_autofree char *text = NULL;

  g_assert_null (waxseal_domain_paste_clean (name, &verdict));
  g_assert_cmpint (verdict, ==, WAXSEAL_DOMAIN_TOO_LONG);
  g_assert_null (waxseal_domain_paste_clean (label, &verdict));
  g_assert_cmpint (verdict, ==, WAXSEAL_DOMAIN_TOO_LONG);

  /* However long it was, the message is one that can be read. */
  text = waxseal_domain_verdict_describe (verdict, label);
  g_assert_cmpuint (g_utf8_strlen (text, -1), <, 100);
}

static void
test_add_all (void)
{
  g_autoptr (GListStore) domains = g_list_store_new (WAXSEAL_TYPE_MAIL_DOMAIN);
  g_autofree char *refused = NULL;
  const char *text = "a@contoso.com, https://CONTOSO.com, *.contoso.com, wrong, 例え.テスト";

  g_assert_cmpuint (waxseal_mail_domain_add_all (domains, text, &refused), ==, 2);
  g_assert_cmpstr (refused, ==, "*.contoso.com");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain-paste/texts", test_texts);
  g_test_add_func ("/domain-paste/not-utf8", test_not_utf8);
  g_test_add_func ("/domain-paste/too-long", test_too_long);
  g_test_add_func ("/domain-paste/add-all", test_add_all);
  return g_test_run ();
}
