/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-direct-job.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_DIRECT_LOOK (waxseal_direct_look_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectLook, waxseal_direct_look, WAXSEAL, DIRECT_LOOK, GtkBox)

void waxseal_direct_look_set_job (WaxsealDirectLook *self, WaxsealDirectJob *job);

G_END_DECLS
