/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of the Deployment page, in each of its states. */
#pragma once

#include "ui-driver.h"

G_BEGIN_DECLS

void shot_deployment_take (WaxsealWindow *window, const char *folder);

G_END_DECLS
