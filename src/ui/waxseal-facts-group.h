/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define WAXSEAL_TYPE_FACTS_GROUP (waxseal_facts_group_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealFactsGroup,
                      waxseal_facts_group,
                      WAXSEAL,
                      FACTS_GROUP,
                      AdwPreferencesGroup)

void waxseal_facts_group_show (WaxsealFactsGroup *self, GPtrArray *facts);

G_END_DECLS
