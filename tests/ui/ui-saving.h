/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Answers the dialog that asks where to save; @name is what it has to propose. */
#pragma once

#include "ui-driver.h"

G_BEGIN_DECLS

void ui_saving_cancel (const char *name);
char *ui_saving_accept (const char *name);

G_END_DECLS
