/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "waxseal-manifest-button.h"

G_BEGIN_DECLS

/** WaxsealRibbonClient: the Outlooks that differ in where they put an add-in. */
typedef enum
{
  WAXSEAL_RIBBON_CLIENT_WEB,
  WAXSEAL_RIBBON_CLIENT_WINDOWS,
  WAXSEAL_RIBBON_CLIENT_MAC,
  WAXSEAL_RIBBON_CLIENT_NEW_MAC,
  WAXSEAL_RIBBON_CLIENT_PHONE,
} WaxsealRibbonClient;

/** WaxsealRibbonWindow: the words in the window of one surface; the lists end with %NULL. */
typedef struct
{
  const char *surface;
  const char *title;
  const char *actions[3];
  const char *fields[3];
  const char *tabs[5];
  gboolean is_written;
  gboolean is_phone;
} WaxsealRibbonWindow;

const char *waxseal_ribbon_client_get_name (WaxsealRibbonClient client);
const char *waxseal_ribbon_client_get_css_class (WaxsealRibbonClient client);
gboolean waxseal_ribbon_client_shows_name (WaxsealRibbonClient client);
char *waxseal_ribbon_client_dup_place (WaxsealRibbonClient client, WaxsealManifestSurface surface);

const WaxsealRibbonWindow *waxseal_ribbon_window_of (WaxsealManifestSurface surface);
const char *waxseal_ribbon_window_translate (const char *word);

G_END_DECLS
