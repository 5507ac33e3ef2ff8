/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text in the encodings that Windows, Excel and the admin centers write. */
#include <string.h>

#include "waxseal-text-decode.h"

static const struct
{
  const char *name;
  const char *data;
  gsize length;
  const char *text;
} cases[] = {
#define BYTES(bytes) bytes, sizeof (bytes) - 1
  { "empty", BYTES (""), "" },
  { "ascii", BYTES ("ann@contoso.com"), "ann@contoso.com" },
  { "utf8", BYTES ("佐藤 花子"), "佐藤 花子" },
  { "utf8-mark",
    BYTES ("\xEF\xBB\xBF"
           "Mail"),
    "Mail" },
  { "utf16-mark",
    BYTES ("\xFF\xFE"
           "M\0a\0"),
    "Ma" },
  { "utf16-japanese", BYTES ("\xFF\xFE\x50\x4F\xE4\x85"), "佐藤" },
  { "utf16-big",
    BYTES ("\xFE\xFF"
           "\0M\0a"),
    "Ma" },
  { "utf16-no-mark", BYTES ("M\0a\0i\0l\0\n\0"), "Mail\n" },
  { "utf16-big-no-mark", BYTES ("\0M\0a\0i\0l"), "Mail" },
  { "utf16-half",
    BYTES ("\xFF\xFE"
           "M\0a"),
    "M" },
  { "mark-alone", BYTES ("\xFF\xFE"), "" },
  { "japanese", BYTES ("\x8D\xB2\x93\xA1,a@b.c"), "佐藤,a@b.c" },
  { "western", BYTES ("Ren\xE9,a@b.c"), "René,a@b.c" },
  { "zeros", BYTES ("ann\0bob\xFF@c"), "ann bob\xEF\xBF\xBD@c" },
#undef BYTES
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = waxseal_text_decode (cases[i].data, cases[i].length);

  g_assert_cmpstr (text, ==, cases[i].text);
}

/* Whatever the bytes, text comes out. */
static void
test_any_bytes (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      char data[64];
      g_autofree char *text = NULL;

      for (guint i = 0; i < sizeof data; i++)
        data[i] = g_rand_int (random);
      text = waxseal_text_decode (data, g_rand_int_range (random, 0, sizeof data + 1));
      g_assert_true (g_utf8_validate (text, -1, NULL));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/text-decode/", cases[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/text-decode/any-bytes", test_any_bytes);
  return g_test_run ();
}
