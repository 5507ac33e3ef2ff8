/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What those who look for people need of those who make them up. */
#pragma once

#include "waxseal-practice-people.h"

G_BEGIN_DECLS

gboolean
waxseal_practice_people_find_id (WaxsealPracticePeople *self, const char *id, guint *index);
char *
waxseal_practice_people_dup_text (WaxsealPracticePeople *self, guint index, const char *member);

G_END_DECLS
