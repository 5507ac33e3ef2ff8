/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_DOWNLOAD_GROUP (waxseal_download_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDownloadGroup,
                      waxseal_download_group,
                      WAXSEAL,
                      DOWNLOAD_GROUP,
                      AdwPreferencesGroup)

G_END_DECLS
