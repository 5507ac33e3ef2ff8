/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-odata-query.h"
#include "waxseal-practice-people.h"

G_BEGIN_DECLS

/**
 * WaxsealPracticePeopleSource:
 * @wanted: (nullable): for each person whether it is one of them; %NULL for everyone
 */
typedef struct
{
  WaxsealPracticePeople *people;
  const guint8 *wanted;
  const guint32 *order; /* nullable: by index */
  gboolean descends;
  guint8 *names; /* nullable: what is known of each name */
} WaxsealPracticePeopleSource;

guint8 *waxseal_practice_source_find_people (WaxsealPracticePeople *people,
                                             WaxsealPracticeFilter *filter);
WaxsealPracticeSource waxseal_practice_source_of_people (WaxsealPracticePeopleSource *self,
                                                         const WaxsealPracticeQuery *query);
void waxseal_practice_source_clear_people (WaxsealPracticePeopleSource *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (WaxsealPracticePeopleSource, waxseal_practice_source_clear_people)

GPtrArray *waxseal_practice_source_sort (GPtrArray *objects, const WaxsealPracticeQuery *query);
WaxsealPracticeSource waxseal_practice_source_of_objects (GPtrArray *objects);

G_END_DECLS
