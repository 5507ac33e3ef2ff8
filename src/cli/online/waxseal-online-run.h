/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-check-options.h"
#include "waxseal-command.h"

G_BEGIN_DECLS

WaxsealExit waxseal_online_run (const WaxsealCheckOptions *options);

G_END_DECLS
