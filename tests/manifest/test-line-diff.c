/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-line-diff.h"

/* What the changes make of the old text; it must be the new one. */
static char *
apply (const char *old_text, GArray *changes)
{
  GString *text = g_string_new (NULL);
  const char *rest = old_text;
  glong offset = 0;
  guint i;

  for (i = 0; i < changes->len; i++)
    {
      const WaxsealLineChange *change = &g_array_index (changes, WaxsealLineChange, i);
      const char *start = g_utf8_offset_to_pointer (rest, change->offset - offset);

      g_string_append_len (text, rest, start - rest);
      g_string_append_len (text, change->text, change->length);
      rest = g_utf8_offset_to_pointer (start, change->n_deleted);
      offset = change->offset + change->n_deleted;
    }
  g_string_append (text, rest);
  return g_string_free (text, FALSE);
}

static void
test_changes (void)
{
  static const struct
  {
    const char *old_text;
    const char *new_text;
    guint n_changes;
  } cases[] = {
    { "", "", 0 },
    { "a\nb\n", "a\nb\n", 0 },
    { "", "a\n", 1 },
    { "a\nb\n", "", 1 },
    { "a\nb\nc\n", "a\nB\nc\n", 1 },
    { "a\nb\nc\nd\ne\n", "A\nb\nc\nd\nE\n", 2 },
    { "a\nb\nc\n", "a\nb\nx\ny\nc\n", 1 },
    { "a\nb\nc\n", "a\nc\n", 1 },
    { "暗号\nb\n終\n", "暗号化\nb\n終わり\n", 2 },
    { "a\nb", "a\nb\n", 1 },
    { "a\r\nb\r\n", "a\r\nc\r\n", 1 },
  };
  gsize i;

  for (i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GArray) changes = waxseal_line_diff (cases[i].old_text, cases[i].new_text);
      g_autofree char *result = apply (cases[i].old_text, changes);

      g_assert_cmpstr (result, ==, cases[i].new_text);
      g_assert_cmpuint (changes->len, ==, cases[i].n_changes);
    }
}

static char *
make_text (GRand *random)
{
  static const char *const lines[] = { "a\n", "b\n", "<x/>\n", "終\n", "\n", "e" };
  GString *text = g_string_new (NULL);
  int i, n = g_rand_int_range (random, 0, 40);

  for (i = 0; i < n; i++)
    g_string_append (text, lines[g_rand_int_range (random, 0, G_N_ELEMENTS (lines))]);
  return g_string_free (text, FALSE);
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (20261125);
  int i;

  for (i = 0; i < 2000; i++)
    {
      g_autofree char *old_text = make_text (random);
      g_autofree char *new_text = make_text (random);
      g_autoptr (GArray) changes = waxseal_line_diff (old_text, new_text);
      g_autofree char *result = apply (old_text, changes);

      g_assert_cmpstr (result, ==, new_text);
    }
}

/* Far more lines than are followed one by one: right all the same, and soon. */
static void
test_large (void)
{
  g_autoptr (GString) old_text = g_string_new (NULL);
  g_autoptr (GString) new_text = g_string_new (NULL);
  g_autoptr (GArray) changes = NULL;
  g_autofree char *result = NULL;
  int i;

  for (i = 0; i < 20000; i++)
    {
      g_string_append_printf (old_text, "old %d\n", i);
      g_string_append_printf (new_text, "new %d\n", i);
    }
  changes = waxseal_line_diff (old_text->str, new_text->str);
  result = apply (old_text->str, changes);
  g_assert_cmpstr (result, ==, new_text->str);
  g_assert_cmpuint (changes->len, ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-diff/changes", test_changes);
  g_test_add_func ("/line-diff/random", test_random);
  g_test_add_func ("/line-diff/large", test_large);
  return g_test_run ();
}
