/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-odata-type.h"

G_BEGIN_DECLS

#define WAXSEAL_PRACTICE_ODATA_ERROR (waxseal_practice_odata_error_quark ())
GQuark waxseal_practice_odata_error_quark (void);

/** WaxsealPracticeODataError: Graph's code for what is wrong with a query. */
typedef enum
{
  WAXSEAL_PRACTICE_ODATA_MALFORMED,   /* BadRequest */
  WAXSEAL_PRACTICE_ODATA_UNSUPPORTED, /* Request_UnsupportedQuery */
} WaxsealPracticeODataError;

/*
 * A $filter: eq, ne, gt, ge, lt, le, in, not, and, or, parentheses, startswith, endswith, and any
 * over a list; texts compare without case, as Graph's directory does.
 */
typedef struct _WaxsealPracticeFilter WaxsealPracticeFilter;

WaxsealPracticeFilter *
waxseal_practice_filter_new (const WaxsealPracticeType *type, const char *text, GError **error);
void waxseal_practice_filter_free (WaxsealPracticeFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticeFilter, waxseal_practice_filter_free)

gboolean waxseal_practice_filter_match (WaxsealPracticeFilter *self, JsonObject *object);
const char *const *waxseal_practice_filter_get_members (WaxsealPracticeFilter *self);
const char *waxseal_practice_filter_get_advanced (WaxsealPracticeFilter *self);
gboolean waxseal_practice_filter_list_pairs (WaxsealPracticeFilter *self,
                                             const char *const *members,
                                             GArray *pairs);
guint waxseal_practice_filter_count_clauses (WaxsealPracticeFilter *self);

G_END_DECLS
