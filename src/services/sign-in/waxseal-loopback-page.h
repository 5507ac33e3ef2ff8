/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** WaxsealLoopbackPage: what the browser is shown after it came back. */
typedef enum
{
  WAXSEAL_LOOPBACK_PAGE_DONE,
  WAXSEAL_LOOPBACK_PAGE_REFUSED,   /* Microsoft said no */
  WAXSEAL_LOOPBACK_PAGE_STRANGER,  /* not of the sign-in under way */
  WAXSEAL_LOOPBACK_PAGE_NOTHING,   /* no such page */
  WAXSEAL_LOOPBACK_PAGE_METHOD,    /* not a GET */
  WAXSEAL_LOOPBACK_PAGE_TOO_LARGE, /* a head without an end */
} WaxsealLoopbackPage;

GBytes *waxseal_loopback_page_build (WaxsealLoopbackPage page);

G_END_DECLS
