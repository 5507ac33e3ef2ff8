/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever people paste or open as a list of addresses, and what it must come to. */
#include <string.h>
#include <time.h>

#include "waxseal-address-paste.h"

#define LOCAL_64 "a234567890b234567890c234567890d234567890e234567890f234567890abcd"

/*
 * The addresses that a text means, with the lines they stand on; then in braces those repeated, and
 * in brackets what is refused and why.
 */
static const struct
{
  const char *text;
  const char *found;
} cases[] = {
  { "", "" },
  { " \n\t ; , \r\n", "" },
  { "ann@contoso.com", "1:ann@contoso.com" },
  { "  Ann.Lee@CONTOSO.Com  ", "1:Ann.Lee@contoso.com" },

  /* Separators. */
  { "a@x.com\nb@x.com\r\nc@x.com\rd@x.com", "1:a@x.com 2:b@x.com 3:c@x.com 4:d@x.com" },
  { "a@x.com,b@x.com; c@x.com\td@x.com|e@x.com",
    "1:a@x.com 1:b@x.com 1:c@x.com 1:d@x.com 1:e@x.com" },
  { "a@x.com b@x.com", "1:a@x.com 1:b@x.com" },
  { "a@x.com、b@x.com；c@x.com，d@x.com　e@x.com",
    "1:a@x.com 1:b@x.com 1:c@x.com 1:d@x.com 1:e@x.com" },
  { ";;a@x.com,,;\n\n;b@x.com", "1:a@x.com 3:b@x.com" },

  /* Names. */
  { "Ann Lee <ann@x.com>", "1:ann@x.com" },
  { "Ann Lee ann@x.com", "1:ann@x.com" },
  { "\"O'Brien, Ann\" <ann@x.com>, \"Lee; Bob\" <bob@x.com>", "1:ann@x.com 1:bob@x.com" },
  { "\"Zoe\" Zimmer <zoe@x.com>;'Ann' <ann@x.com>", "1:zoe@x.com 1:ann@x.com" },
  { "O'Brien, Ann <ann@x.com>; Lee, Bob <bob@x.com>", "1:ann@x.com 1:bob@x.com" },
  { "c@x.com, O'Brien, Ann <ann@x.com>", "1:c@x.com 1:ann@x.com" },
  { "Ann Lee (Contoso) <ann@x.com>; bob@x.com (Guest)", "1:ann@x.com 1:bob@x.com" },
  { "Ann Lee [Contoso, Ltd.] <ann@x.com>", "1:ann@x.com" },
  { "佐藤 花子 <h.sato@x.jp>；田中 <t@x.jp>", "1:h.sato@x.jp 1:t@x.jp" },
  { "「佐藤」h.sato@x.jp", "1:h.sato@x.jp" },
  { "\"Ann <ann@x.com>, Bob <bob@x.com>", "1:ann@x.com 1:bob@x.com" },
  { "- ann@x.com\n• bob@x.com\n---\n1. cat@x.com", "1:ann@x.com 2:bob@x.com 4:cat@x.com" },

  /* What is around an address. */
  { "mailto:ann@x.com", "1:ann@x.com" },
  { "<MAILTO:ann@x.com?subject=Hi&cc=bob@x.com>", "1:ann@x.com" },
  { "mailto:sean.o%27brien@x.com", "1:sean.o'brien@x.com" },
  { "SMTP:ann@x.com; smtp:bob@x.com; sip:cat@x.com", "1:ann@x.com 1:bob@x.com 1:cat@x.com" },
  { "E-mail: ann@x.com.", "1:ann@x.com" },
  { "メール：ann@x.com", "1:ann@x.com" },
  { "“ann@x.com”, ‘bob@x.com’, 'cat@x.com'!", "1:ann@x.com 1:bob@x.com 1:cat@x.com" },
  { "<a href=\"mailto:ann@x.com\">Ann</a>", "1:ann@x.com" },

  /* Letters that look like others, or like nothing. */
  { "ａｎｎ＠ｘ．ｃｏｍ", "1:ann@x.com" },
  { "\xEF\xBB\xBF"
    "ann@x.com",
    "1:ann@x.com" },
  { "ann\xE2\x80\x8B@x\xC2\xAD.com\xE2\x81\xA9", "1:ann@x.com" },
  { "ann@例え.テスト", "1:ann@xn--r8jz45g.xn--zckzah" },
  { "ann@bücher.example", "1:ann@xn--bcher-kva.example" },
  { "rené@x.com", "1:rené@x.com" },

  /* Characters with a meaning elsewhere. */
  { "sean.o'brien@x.com", "1:sean.o'brien@x.com" },
  { "lee&sons@x.com, hundred%club@x.com, ann#1@x.com",
    "1:lee&sons@x.com 1:hundred%club@x.com "
    "1:ann#1@x.com" },
  { "a+b=c{d}~^_-$/?@x.com", "1:a+b=c{d}~^_-$/?@x.com" },
  { "mailto:a%25b@x.com", "1:a%b@x.com" },
  { "100%25@x.com", "1:100%25@x.com" },

  /* Repeated. */
  { "ann@x.com\nANN@X.COM\nann@x.com", "1:ann@x.com {2:ANN@x.com} {3:ann@x.com}" },

  /* Refused. */
  { "Ann Lee", "[1:Ann Lee:2]" },
  { "ann@x.com; Bob Ito; 100", "1:ann@x.com [1:Bob Ito:2] [1:100:2]" },
  { "@x.com, ann@, @", "[1:@x.com:3] [1:ann@:4] [1:@:3]" },
  { "ann @ x.com", "[1:ann @ x.com:3]" },
  { "ann@b@x.com", "[1:ann@b@x.com:5]" },
  { "*@x.com", "[1:*@x.com:6]" },
  { "https://user:pass@x.com/path", "[1:https://user:pass@x.com/path:7]" },
  { "ann..lee@x.com, .ann@x.com, ann.@x.com",
    "1:ann@x.com [1:ann..lee@x.com:8] "
    "[1:ann.@x.com:8]" },
  { "$(rm)@x.com", "[1:$(rm)@x.com:3]" },
  { "a\\b@x.com", "[1:a\\b@x.com:8]" },
  { "ann@x, ann@-x.com, ann@x..com, ann@192.0.2.1",
    "[1:ann@x:9] [1:ann@-x.com:9] "
    "[1:ann@x..com:9] [1:ann@192.0.2.1:9]" },
  { LOCAL_64 "@x.com", "1:" LOCAL_64 "@x.com" },
  { LOCAL_64 "e@x.com", "[1:" LOCAL_64 "e@x.com:10]" },
  { "a@x.com; Ann <b@> ; c@x.com", "1:a@x.com 1:c@x.com [1:Ann <b@>:4]" },

  /* Tables. */
  { "Mail\nann@x.com\nbob@x.com", "2:ann@x.com 3:bob@x.com" },
  { "電子メール\nann@x.com", "2:ann@x.com" },
  { "DisplayName,Mail,Department\n\"O'Brien, Ann\",ann@x.com,Sales\nBob,bob@x.com,\"A\nB\"\n"
    "Cat,cat@x.com,IT\n",
    "2:ann@x.com 3:bob@x.com 5:cat@x.com" },
  { "UserPrincipalName,Mail\nann@y.com,ann@x.com\nbob@y.com,\n", "2:ann@x.com 3:bob@y.com" },
  { "Display name;User principal name\nAnn;ann@x.com\nLee, Bob;bob@x.com",
    "2:ann@x.com 3:bob@x.com" },
  { "氏名\t電子メール アドレス\n佐藤 花子\th.sato@x.jp", "2:h.sato@x.jp" },
  { "ユーザー プリンシパル名,表示名\nann@x.com,Ann", "2:ann@x.com" },
  { "sep=;\r\nName;E-mail Address\r\nAnn;ann@x.com\r\n", "3:ann@x.com" },
  { "#TYPE Selected.User\n\"Name\",\"EmailAddress\"\n\"Ann\",\"ann@x.com\"", "3:ann@x.com" },
  { "version:v1.0,\nUser name [userPrincipalName] Required,Name [displayName] Required\n"
    "ann@x.com,Ann",
    "3:ann@x.com" },
  { "Name,PrimarySmtpAddress\nAnn,ann@x.com\nBob,\n,\n\nCat,SMTP:cat@x.com",
    "2:ann@x.com 6:cat@x.com [3:Bob:11]" },
  { "Mail,Name\nann@x.com;bob@x.com,Two\nwrong@,One", "2:ann@x.com 2:bob@x.com [3:wrong@:4]" },
  { "Ann,Lee,ann@x.com\nBob,Ito,bob@x.com\nCat,Poe,", "1:ann@x.com 2:bob@x.com [3:Cat Poe:11]" },
  { "\xEF\xBB\xBF\"Name\",\"Address\",\"Kind\"\r\n\"'=A1\",\"<=cmd@x.com>\",\"Person\"\r\n"
    "\"O'Brien, \"\"Zoe\"\"\",\"zoe@x.com\",\"Person\"\r\n",
    "2:=cmd@x.com 3:zoe@x.com" },
  { "Nom;Adresse\nLee;ann@x.com\nIto;bob@x.com\n", "2:ann@x.com 3:bob@x.com" },
  { "a@x.com,b@x.com\nc@x.com,d@x.com", "1:a@x.com 1:b@x.com 2:c@x.com 2:d@x.com" },
  { "a@x.com,Bob\nCat,d@x.com", "1:a@x.com 2:d@x.com [1:Bob:2] [2:Cat:2]" },
};

static void
append (GString *found,
        GListModel *words,
        const char *open,
        const char *close,
        gboolean with_verdict)
{
  for (guint i = 0; i < g_list_model_get_n_items (words); i++)
    {
      g_autoptr (WaxsealPastedAddress) word = g_list_model_get_item (words, i);
      const char *address = waxseal_pasted_address_get_address (word);
      g_autofree char *message = waxseal_pasted_address_dup_message (word);

      g_assert_true ((*message == '\0') == (*address != '\0'));
      g_string_append_printf (found,
                              "%s%s%u:%s",
                              found->len > 0 ? " " : "",
                              open,
                              waxseal_pasted_address_get_line (word),
                              *address != '\0' ? address : waxseal_pasted_address_get_text (word));
      if (with_verdict)
        g_string_append_printf (found, ":%d", waxseal_pasted_address_get_verdict (word));
      g_string_append (found, close);
    }
}

static char *
describe (WaxsealAddressPaste *paste)
{
  GString *found = g_string_new (NULL);

  append (found, waxseal_address_paste_get_taken (paste), "", "", FALSE);
  append (found, waxseal_address_paste_get_repeated (paste), "{", "}", FALSE);
  append (found, waxseal_address_paste_get_refused (paste), "[", "]", TRUE);
  return g_string_free (found, FALSE);
}

static void
test_texts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (WaxsealAddressPaste) paste =
        waxseal_address_paste_new (cases[i].text, strlen (cases[i].text));
      g_autofree char *found = describe (paste);

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpstr (found, ==, cases[i].found);
      g_assert_null (waxseal_address_paste_get_problem (paste));
    }
}

/* As Excel in Japan saves it: tabs in UTF-16, and commas in its own encoding. */
static void
test_encodings (void)
{
  const char *text = "氏名\t電子メール\r\n佐藤 花子\th.sato@x.jp\r\n";
  const char *const encodings[] = { "UTF-16", "UTF-16LE", "CP932" };

  for (guint i = 0; i < G_N_ELEMENTS (encodings); i++)
    {
      gsize length;
      g_autofree char *data = g_convert (text, -1, encodings[i], "UTF-8", NULL, &length, NULL);
      g_autoptr (WaxsealAddressPaste) paste = waxseal_address_paste_new (data, length);
      g_autofree char *found = describe (paste);

      g_test_message ("%s", encodings[i]);
      g_assert_cmpstr (found, ==, "2:h.sato@x.jp");
    }
}

static void
test_describe (void)
{
  const char *text = "ann@x.com,ann@x.com,Ann,bob@x.com";
  g_autoptr (WaxsealAddressPaste) paste = waxseal_address_paste_new (text, strlen (text));
  g_autoptr (WaxsealPastedAddress) refused =
    g_list_model_get_item (waxseal_address_paste_get_refused (paste), 0);
  g_autofree char *words = waxseal_address_paste_describe (paste);
  g_autofree char *message = waxseal_pasted_address_dup_message (refused);
  g_auto (GStrv) addresses = waxseal_address_paste_dup_addresses (paste);
  g_autofree char *joined = g_strjoinv (" ", addresses);

  g_assert_cmpstr (words, ==, "2 addresses · 1 repeated · 1 not understood");
  g_assert_cmpstr (message, ==, "“Ann” is not an e-mail address. Write it like ann@contoso.com");
  g_assert_cmpstr (joined, ==, "ann@x.com bob@x.com");
}

/* Names with format directives go into a message as they are. */
static void
test_message (void)
{
  const char *text = "100% %s %n";
  g_autoptr (WaxsealAddressPaste) paste = waxseal_address_paste_new (text, strlen (text));
  g_autoptr (WaxsealPastedAddress) word =
    g_list_model_get_item (waxseal_address_paste_get_refused (paste), 0);
  g_autofree char *message = waxseal_pasted_address_dup_message (word);

  g_assert_true (g_str_has_prefix (message, "“100% %s %n” is not"));
}

static char *
make_list (guint n, const char *format)
{
  GString *list = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (list, "Person, Number %u <person.%u%s>;\r\n", i, i, format);
  return g_string_free (list, FALSE);
}

static void
test_many (void)
{
  g_autofree char *list = make_list (10000, "@contoso.com");
  g_autoptr (GTimer) timer = g_timer_new ();
  g_autoptr (WaxsealAddressPaste) paste = waxseal_address_paste_new (list, strlen (list));
  double seconds = g_timer_elapsed (timer, NULL);

  g_test_message ("%.3f s", seconds);
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_address_paste_get_taken (paste)), ==, 10000);
  g_assert_cmpuint (waxseal_address_paste_get_n_refused (paste), ==, 0);
  g_assert_cmpfloat (seconds, <, 1);
}

static void
test_too_many (void)
{
  g_autoptr (GString) list = g_string_new (NULL);
  g_autoptr (WaxsealAddressPaste) paste = NULL;

  for (guint i = 0; i < WAXSEAL_ADDRESS_PASTE_MAX_ADDRESSES + 5; i++)
    g_string_append_printf (list, "p%u@x.com\n", i);
  paste = waxseal_address_paste_new (list->str, list->len);
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_address_paste_get_taken (paste)),
                    ==,
                    WAXSEAL_ADDRESS_PASTE_MAX_ADDRESSES);
  g_assert_nonnull (waxseal_address_paste_get_problem (paste));
}

static void
test_too_large (void)
{
  gsize length = WAXSEAL_ADDRESS_PASTE_MAX_BYTES + 1;
  g_autofree char *text = g_strnfill (length, 'a');
  g_autoptr (WaxsealAddressPaste) paste = waxseal_address_paste_new (text, length);

  g_assert_nonnull (waxseal_address_paste_get_problem (paste));
  g_assert_cmpuint (waxseal_address_paste_get_n_refused (paste), ==, 0);
}

/* CPU time for so much of it. */
static double
measure (const char *piece, gsize size)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (WaxsealAddressPaste) paste = NULL;
  clock_t start;

  while (text->len < size)
    g_string_append (text, piece);
  start = clock ();
  paste = waxseal_address_paste_new (text->str, text->len);
  g_assert_cmpuint (g_list_model_get_n_items (waxseal_address_paste_get_refused (paste)),
                    <=,
                    10000);
  return (double) (clock () - start) / CLOCKS_PER_SEC;
}

/* Four times as much takes four times as long, and not sixteen times. */
static void
test_hostile (void)
{
  static const char *const pieces[] = {
    "a,", "\"a,", "<@,", "a;", "<a@b.c>,", "\"\n", "é@é,", "@"
  };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      double little = measure (pieces[i], 64 * 1024), much = measure (pieces[i], 256 * 1024);

      g_test_message ("“%s”: %.3f s, %.3f s", pieces[i], little, much);
      g_assert_cmpfloat (much, <, 8 * little + 0.3);
    }
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static void
test_async (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("ann@x.com", 9);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (WaxsealAddressPaste) paste = NULL;
  g_autofree char *found = NULL;

  waxseal_address_paste_read_async (bytes, NULL, read_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  paste = waxseal_address_paste_read_finish (result, &error);
  g_assert_no_error (error);
  found = describe (paste);
  g_assert_cmpstr (found, ==, "1:ann@x.com");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/address-paste/texts", test_texts);
  g_test_add_func ("/address-paste/encodings", test_encodings);
  g_test_add_func ("/address-paste/describe", test_describe);
  g_test_add_func ("/address-paste/message", test_message);
  g_test_add_func ("/address-paste/many", test_many);
  g_test_add_func ("/address-paste/too-many", test_too_many);
  g_test_add_func ("/address-paste/too-large", test_too_large);
  g_test_add_func ("/address-paste/hostile", test_hostile);
  g_test_add_func ("/address-paste/async", test_async);
  return g_test_run ();
}
