/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Graph v1.0 of the practice tenant: its handlers, and what they have in common. */
#pragma once

#include "waxseal-practice-call.h"
#include "waxseal-practice-graph-source.h"
#include "waxseal-practice-odata-query.h"

G_BEGIN_DECLS

#define WAXSEAL_PRACTICE_GRAPH_ID "00000003-0000-0000-c000-000000000000"

/* Replies with objects, by the query of the call. */
void waxseal_practice_graph_list (WaxsealPracticeCall *call,
                                  const WaxsealPracticeType *type,
                                  GPtrArray *objects);
/* With people; @wanted as in WaxsealPracticePeopleSource. */
void waxseal_practice_graph_list_people (WaxsealPracticeCall *call, const guint8 *wanted);
/* With one object; %NULL is 404. */
void waxseal_practice_graph_show (WaxsealPracticeCall *call,
                                  guint status,
                                  const WaxsealPracticeType *type,
                                  JsonObject *object);
void waxseal_practice_graph_fail_missing (WaxsealPracticeCall *call, const char *id);
void waxseal_practice_graph_fail_bad (WaxsealPracticeCall *call, const char *message);
/* The JSON object that was sent; otherwise %NULL, and 400. */
JsonObject *waxseal_practice_graph_get_body (WaxsealPracticeCall *call);
char *waxseal_practice_graph_format_time (gint64 seconds);

JsonObject *waxseal_practice_graph_find_principal (WaxsealPracticeTenant *tenant,
                                                   const char *id);
/* Whether the application has the role already; otherwise it is given to it. */
JsonObject *waxseal_practice_graph_find_grant (WaxsealPracticeTenant *tenant,
                                               const char *principal_id,
                                               const char *role_id);
JsonObject *waxseal_practice_graph_add_grant (WaxsealPracticeTenant *tenant,
                                              JsonObject *principal,
                                              JsonObject *resource,
                                              const char *role_id);
JsonObject *waxseal_practice_graph_find_role (JsonObject *resource, const char *role_id);
JsonObject *waxseal_practice_graph_add_principal (WaxsealPracticeTenant *tenant,
                                                  JsonObject *application);

void waxseal_practice_graph_handle_application (WaxsealPracticeCall *call);

G_END_DECLS
