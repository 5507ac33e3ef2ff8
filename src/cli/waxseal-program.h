/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-command.h"

G_BEGIN_DECLS

WaxsealExit waxseal_program_run (const char *name, char **argv);

G_END_DECLS
