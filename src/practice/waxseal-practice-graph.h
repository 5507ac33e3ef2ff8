/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the handlers of the practice tenant's Graph v1.0 have in common. */
#pragma once

#include "waxseal-practice-call.h"
#include "waxseal-practice-odata-query.h"

G_BEGIN_DECLS

#define WAXSEAL_PRACTICE_GRAPH_APP_ID "00000003-0000-0000-c000-000000000000"

/* Replies. */
void waxseal_practice_graph_list (WaxsealPracticeCall *call,
                                  const WaxsealPracticeType *type,
                                  GPtrArray *objects);
void waxseal_practice_graph_list_people (WaxsealPracticeCall *call, const guint8 *wanted);
void waxseal_practice_graph_list_source (WaxsealPracticeCall *call,
                                         const WaxsealPracticeQuery *query,
                                         const WaxsealPracticeSource *source);
WaxsealPracticeQuery *waxseal_practice_graph_read_query (WaxsealPracticeCall *call,
                                                         const WaxsealPracticeType *type);
void waxseal_practice_graph_show (WaxsealPracticeCall *call,
                                  guint status,
                                  const WaxsealPracticeType *type,
                                  JsonObject *object);
void waxseal_practice_graph_fail_missing (WaxsealPracticeCall *call, const char *id);
void waxseal_practice_graph_fail_bad (WaxsealPracticeCall *call, const char *format, ...)
  G_GNUC_PRINTF (2, 3);

/* What was sent; they reply with 400 and return NULL or FALSE if it is not right. */
JsonObject *waxseal_practice_graph_get_body (WaxsealPracticeCall *call);
gboolean waxseal_practice_graph_check_body (WaxsealPracticeCall *call,
                                            const WaxsealPracticeType *type);
void waxseal_practice_graph_merge (JsonObject *object, JsonObject *changes);

char *waxseal_practice_graph_format_time (gint64 seconds);
gboolean waxseal_practice_graph_parse_time (const char *text, gint64 *seconds);

G_END_DECLS
