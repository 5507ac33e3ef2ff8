/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"

G_BEGIN_DECLS

char *waxseal_rollout_person_suggest (WaxsealOrganization *organization);

G_END_DECLS
