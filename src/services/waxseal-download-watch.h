/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Signal "found" (GFile *): an .xml file has just been completed in the folder. */
#define WAXSEAL_TYPE_DOWNLOAD_WATCH (waxseal_download_watch_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDownloadWatch,
                      waxseal_download_watch,
                      WAXSEAL,
                      DOWNLOAD_WATCH,
                      GObject)

WaxsealDownloadWatch *waxseal_download_watch_new (const char *folder, GError **error);

G_END_DECLS
