/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/*
 * The people of the practice tenant, by index: a few written by hand, the five who sign in first,
 * and as many more as wanted, put together from names when they are asked for. Nothing is kept for
 * each of them, and every one is the same at each start.
 */
typedef struct _WaxsealPracticePeople WaxsealPracticePeople;

WaxsealPracticePeople *waxseal_practice_people_new (guint n_people);
void waxseal_practice_people_free (WaxsealPracticePeople *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticePeople, waxseal_practice_people_free)

guint waxseal_practice_people_get_n (WaxsealPracticePeople *self);
guint waxseal_practice_people_get_n_written (WaxsealPracticePeople *self);

JsonObject *waxseal_practice_people_build (WaxsealPracticePeople *self,
                                           guint index,
                                           const char *const *members);
gboolean waxseal_practice_people_find (WaxsealPracticePeople *self,
                                       const char *member,
                                       const char *value,
                                       guint *index);
const guint32 *waxseal_practice_people_get_order (WaxsealPracticePeople *self);

guint waxseal_practice_people_get_n_names (WaxsealPracticePeople *self);
guint waxseal_practice_people_get_name (WaxsealPracticePeople *self, guint index);
JsonObject *waxseal_practice_people_build_name (WaxsealPracticePeople *self, guint name);

G_END_DECLS
