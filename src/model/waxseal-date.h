/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates as set-up files have them (ISO 8601, UTC) and as people read them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *waxseal_date_now (void);
char *waxseal_date_format (const char *iso8601);
char *waxseal_date_format_time (const char *iso8601);
char *waxseal_date_format_day (GDateTime *time);
char *waxseal_date_format_moment (GDateTime *time, GDateTime *now);
char *waxseal_date_format_declared (const char *iso8601);
char *waxseal_date_format_verified (const char *iso8601);

G_END_DECLS
