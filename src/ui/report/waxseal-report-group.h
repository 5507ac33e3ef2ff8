/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_REPORT_GROUP (waxseal_report_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealReportGroup,
                      waxseal_report_group,
                      WAXSEAL,
                      REPORT_GROUP,
                      AdwPreferencesGroup)

G_END_DECLS
