/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Put before a program's libraries (LD_PRELOAD), it makes waits a hundredth as long: those that
 * Waxseal makes between requests, not its patience with a silent service, which is longer.
 */
#include <dlfcn.h>
#include <glib.h>

#define LONGEST_WAIT 20000 /* milliseconds */

GSource *
g_timeout_source_new (guint interval)
{
  GSource *(*make) (guint interval) = dlsym (RTLD_NEXT, "g_timeout_source_new");

  return make (interval <= LONGEST_WAIT ? interval / 100 : interval);
}
