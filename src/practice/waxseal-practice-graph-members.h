/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is in a group: "practicePeople" is every step-th person from the first, at most that many (0
 * is no limit); "practiceMembers" the ids of groups in it; "practiceOthers" what else is in it, as
 * Graph has it: contacts, devices and service principals. */
#pragma once

#include "waxseal-practice-tenant.h"

G_BEGIN_DECLS

guint8 *waxseal_practice_members_get_people (WaxsealPracticeTenant *tenant,
                                             JsonObject *group,
                                             gboolean transitive);
GPtrArray *waxseal_practice_members_get_groups (WaxsealPracticeTenant *tenant,
                                                JsonObject *group,
                                                gboolean transitive);
GPtrArray *waxseal_practice_members_get_others (WaxsealPracticeTenant *tenant,
                                                JsonObject *group,
                                                gboolean transitive);

G_END_DECLS
