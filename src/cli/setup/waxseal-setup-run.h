/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-command.h"
#include "waxseal-setup-options.h"

G_BEGIN_DECLS

WaxsealExit waxseal_setup_run (const WaxsealSetupOptions *options, const char *practice_base);

G_END_DECLS
