/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-command.h"

G_BEGIN_DECLS

WaxsealExit waxseal_check_explain (const char *rule);

G_END_DECLS
