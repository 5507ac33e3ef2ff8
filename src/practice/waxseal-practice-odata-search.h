/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-odata-type.h"

G_BEGIN_DECLS

/*
 * A $search: clauses "property:value" in double quotes, joined by AND and OR, with parentheses. A
 * display name is compared word by word, other properties by what they begin with
 * (learn.microsoft.com/graph/search-query-parameter, “Using $search on directory objects”).
 */
typedef struct _WaxsealPracticeSearch WaxsealPracticeSearch;

WaxsealPracticeSearch *
waxseal_practice_search_new (const WaxsealPracticeType *type, const char *text, GError **error);
void waxseal_practice_search_free (WaxsealPracticeSearch *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticeSearch, waxseal_practice_search_free)

gboolean waxseal_practice_search_match (WaxsealPracticeSearch *self, JsonObject *object);
gboolean waxseal_practice_search_may_match (WaxsealPracticeSearch *self, JsonObject *name);
const char *const *waxseal_practice_search_get_members (WaxsealPracticeSearch *self);

G_END_DECLS
