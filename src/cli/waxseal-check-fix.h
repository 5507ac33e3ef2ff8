/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-command.h"

G_BEGIN_DECLS

WaxsealExit waxseal_check_fix_file (const char *file_name, gboolean remove_unused);

G_END_DECLS
