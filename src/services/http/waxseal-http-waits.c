/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-http-waits.h"

#include <libsoup/soup.h>

#define MAX_RETRY_AFTER 300000 /* a service that asks for more is given up for now */
#define MAX_LAG         120000

typedef struct
{
  guint first; /* milliseconds; then twice as long each time */
  guint longest;
  guint n_waits;
  gboolean jitter; /* up to a quarter more, so that many clients do not come back together */
} Schedule;

/* microsoft.md, 2.7; by WaxsealHttpVerdict. Lagging ends by MAX_LAG before. */
static const Schedule schedules[] = {
  [WAXSEAL_HTTP_DONE] = { 0 },
  [WAXSEAL_HTTP_BUSY] = { 1000, 30000, 6, TRUE },
  [WAXSEAL_HTTP_LAGGING] = { 500, 16000, 40, FALSE },
  [WAXSEAL_HTTP_FAILED] = { 1000, 30000, 3, TRUE },
};

/* RFC 9110, section 10.2.3. The service's clock counts, not ours. Returns -1 without one. */
static gint64
parse_retry_after (const char *retry_after, const char *date)
{
  g_autoptr (GDateTime) until = NULL, now = NULL;
  guint64 seconds;

  if (retry_after == NULL)
    return -1;
  if (g_ascii_string_to_unsigned (retry_after, 10, 0, G_MAXUINT32, &seconds, NULL))
    return (gint64) seconds * 1000;

  until = soup_date_time_new_from_http_string (retry_after);
  if (until == NULL)
    return -1;
  now = date != NULL ? soup_date_time_new_from_http_string (date) : NULL;
  if (now == NULL)
    now = g_date_time_new_now_utc ();
  return MAX (0, g_date_time_difference (until, now) / 1000);
}

static guint
get_scheduled (const Schedule *schedule, guint n_waits)
{
  guint wait =
    n_waits < 16 ? MIN (schedule->first << n_waits, schedule->longest) : schedule->longest;

  if (schedule->jitter)
    wait = MIN (wait + g_random_int_range (0, wait / 4 + 1), schedule->longest);
  return wait;
}

/**
 * waxseal_http_waits_next:
 * @why: not %WAXSEAL_HTTP_DONE
 * @retry_after: (nullable): what the service asks for; it is honoured exactly
 * @date: (nullable): what time it is for the service
 *
 * Returns: after how many milliseconds to send again, or -1: not at all
 */
int
waxseal_http_waits_next (WaxsealHttpWaits *self,
                         WaxsealHttpVerdict why,
                         const char *retry_after,
                         const char *date)
{
  const Schedule *schedule = &schedules[why];
  gint64 wait = parse_retry_after (retry_after, date);

  if (wait > MAX_RETRY_AFTER || self->n_waits[why] >= schedule->n_waits)
    return -1;
  if (why == WAXSEAL_HTTP_LAGGING && self->lagged >= MAX_LAG)
    return -1;
  if (wait < 0)
    wait = get_scheduled (schedule, self->n_waits[why]);
  if (why == WAXSEAL_HTTP_LAGGING && retry_after == NULL)
    wait = MIN (wait, MAX_LAG - self->lagged);
  if (why == WAXSEAL_HTTP_LAGGING)
    self->lagged += wait;
  self->n_waits[why]++;
  return wait;
}
