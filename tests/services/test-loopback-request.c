/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "waxseal-loopback-request.h"

#define GOOD "GET /?code=abc&state=s HTTP/1.1\r\nHost: localhost\r\n\r\n"

/* In a buffer of just this size, so that a sanitizer sees a step beyond it. */
static WaxsealLoopbackPage
read_exactly (const char *text, gsize length, SecretValue **code, GError **error)
{
  g_autofree char *head = g_memdup2 (text, MAX (length, 1));

  waxseal_loopback_request_is_complete (head, length);
  return waxseal_loopback_request_read (head, length, "s", code, error);
}

static void
test_line_ends (void)
{
  static const struct
  {
    const char *head;
    gboolean complete;
  } cases[] = {
    { GOOD, TRUE },
    { "GET /?code=abc&state=s HTTP/1.1\n\n", TRUE },
    { "GET /?code=abc&state=s\r\n\r\n", TRUE },
    { "GET /?code=abc&state=s HTTP/1.1\r\n", FALSE },
    { "GET /?code=abc&state=s HTTP/1.1\r\nHost: localhost\r\n", FALSE },
    { "GET /?state=s&code=abc&code_challenge=x HTTP/1.1\r\n\r\n", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].head);
      g_autoptr (SecretValue) code = NULL;
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (waxseal_loopback_request_is_complete (cases[i].head, length),
                       ==,
                       cases[i].complete);
      g_assert_cmpint (read_exactly (cases[i].head, length, &code, &error),
                       ==,
                       WAXSEAL_LOOPBACK_PAGE_DONE);
      g_assert_no_error (error);
      g_assert_cmpstr (secret_value_get_text (code), ==, "abc");
    }
}

/* Whatever comes, it ends in a page, and in a code only with the right state. */
static void
test_any_bytes (void)
{
  for (guint i = 0; i < 50000; i++)
    {
      char text[] = GOOD;
      gsize length = g_test_rand_int_range (0, sizeof text);
      g_autoptr (SecretValue) code = NULL;
      g_autoptr (GError) error = NULL;
      WaxsealLoopbackPage page;

      for (int n = g_test_rand_int_range (0, 4); n > 0; n--)
        text[g_test_rand_int_range (0, sizeof text)] = g_test_rand_int_range (0, 256);
      page = read_exactly (text, length, &code, &error);
      g_assert_cmpint (code != NULL, ==, page == WAXSEAL_LOOPBACK_PAGE_DONE);
      g_assert_cmpint (error != NULL, ==, page == WAXSEAL_LOOPBACK_PAGE_REFUSED);
      if (code != NULL)
        g_assert_nonnull (g_strstr_len (text, length, "state="));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/loopback-request/line-ends", test_line_ends);
  g_test_add_func ("/loopback-request/any-bytes", test_any_bytes);
  return g_test_run ();
}
