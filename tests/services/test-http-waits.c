/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "waxseal-http-waits.h"

static void
test_lagging (void)
{
  const int expected[] = { 500,   1000,  2000,  4000,  8000, 16000, 16000,
                           16000, 16000, 16000, 16000, 8500, -1,    -1 };
  WaxsealHttpWaits waits = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpint (waxseal_http_waits_next (&waits, WAXSEAL_HTTP_LAGGING, NULL, NULL),
                     ==,
                     expected[i]);
}

static void
assert_with_jitter (WaxsealHttpVerdict why, const int *expected)
{
  WaxsealHttpWaits waits = { 0 };

  for (; *expected >= 0; expected++)
    {
      int wait = waxseal_http_waits_next (&waits, why, NULL, NULL);

      g_assert_cmpint (wait, >=, *expected);
      g_assert_cmpint (wait, <=, MIN (*expected * 5 / 4, 30000));
    }
  g_assert_cmpint (waxseal_http_waits_next (&waits, why, NULL, NULL), ==, -1);
}

static void
test_busy_and_failed (void)
{
  const int busy[] = { 1000, 2000, 4000, 8000, 16000, 30000, -1 };
  const int failed[] = { 1000, 2000, 4000, -1 };

  assert_with_jitter (WAXSEAL_HTTP_BUSY, busy);
  assert_with_jitter (WAXSEAL_HTTP_FAILED, failed);
}

typedef struct
{
  const char *retry_after;
  const char *date;
  int milliseconds;
} Row;

/* RFC 9110, section 10.2.3; what is no Retry-After is as none. */
static const Row rows[] = {
  { "0", NULL, 0 },
  { "7", NULL, 7000 },
  { "300", NULL, 300000 },
  { "301", NULL, -1 },
  { "99999999999", NULL, 500 },
  { "-1", NULL, 500 },
  { "soon", NULL, 500 },
  { "Fri, 31 Dec 1999 23:59:59 GMT", "Fri, 31 Dec 1999 23:59:29 GMT", 30000 },
  { "Fri, 31 Dec 1999 23:59:59 GMT", "Sat, 01 Jan 2000 00:00:00 GMT", 0 },
  { "Fri, 31 Dec 1999 23:59:59 GMT", "Fri, 31 Dec 1999 23:00:00 GMT", -1 },
  { "Fri, 31 Dec 1999 23:59:59 GMT", NULL, 0 },
};

static void
test_retry_after (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      WaxsealHttpWaits waits = { 0 };

      g_assert_cmpint (
        waxseal_http_waits_next (&waits, WAXSEAL_HTTP_LAGGING, rows[i].retry_after, rows[i].date),
        ==,
        rows[i].milliseconds);
    }
}

/* A service that always says “at once” is not asked for ever. */
static void
test_retry_at_once (void)
{
  const WaxsealHttpVerdict verdicts[] = { WAXSEAL_HTTP_BUSY,
                                          WAXSEAL_HTTP_LAGGING,
                                          WAXSEAL_HTTP_FAILED };

  for (guint i = 0; i < G_N_ELEMENTS (verdicts); i++)
    {
      WaxsealHttpWaits waits = { 0 };
      guint n_waits = 0;

      while (waxseal_http_waits_next (&waits, verdicts[i], "0", NULL) == 0)
        g_assert_cmpuint (++n_waits, <=, 40);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-waits/lagging", test_lagging);
  g_test_add_func ("/http-waits/busy-and-failed", test_busy_and_failed);
  g_test_add_func ("/http-waits/retry-after", test_retry_after);
  g_test_add_func ("/http-waits/retry-at-once", test_retry_at_once);
  return g_test_run ();
}
