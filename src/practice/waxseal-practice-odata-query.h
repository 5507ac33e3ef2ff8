/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-odata-filter.h"
#include "waxseal-practice-odata-search.h"

G_BEGIN_DECLS

/**
 * WaxsealPracticeQuery:
 * @select: (nullable): which properties to send
 * @top: how many at most
 * @start: where the page starts, from the token of the link to it
 * @counts: whether all that match are to be counted
 *
 * The $-options of a request to Graph.
 */
typedef struct
{
  const WaxsealPracticeType *type;
  WaxsealPracticeFilter *filter; /* nullable */
  WaxsealPracticeSearch *search; /* nullable */
  char **select;
  guint top;
  guint start;
  gboolean counts;
  gboolean sorts;
  gboolean descends;
} WaxsealPracticeQuery;

WaxsealPracticeQuery *waxseal_practice_query_new (const WaxsealPracticeType *type,
                                                  GHashTable *options,
                                                  gboolean eventual,
                                                  GError **error);
void waxseal_practice_query_free (WaxsealPracticeQuery *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticeQuery, waxseal_practice_query_free)

/**
 * WaxsealPracticeSource:
 * @n: how many places there are
 * @build: (transfer full) (nullable): what is at a place, with @members at least; %NULL if nothing
 * @may_match: (nullable): a quick way to tell that a search is not for what is at a place
 *
 * What a query goes through.
 */
typedef struct
{
  guint n;
  JsonObject *(*build) (gpointer data, guint place, const char *const *members);
  gboolean (*may_match) (gpointer data, guint place, WaxsealPracticeSearch *search);
  gpointer data;
} WaxsealPracticeSource;

JsonArray *waxseal_practice_query_run (const WaxsealPracticeQuery *self,
                                       const WaxsealPracticeSource *source,
                                       guint *count,
                                       char **token);

G_END_DECLS
