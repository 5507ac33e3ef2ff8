/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-command.h"

G_BEGIN_DECLS

WaxsealExit waxseal_export_command_run (int argc, char **argv);

G_END_DECLS
