/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"

G_BEGIN_DECLS

void waxseal_hand_over_content_strip (WaxsealOrganization *organization);
void waxseal_hand_over_content_declare (WaxsealOrganization *organization);

G_END_DECLS
