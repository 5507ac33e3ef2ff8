/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Applications, service principals and what is granted to them, as several handlers need them. */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/* By the address, which has an id or an appId; otherwise %NULL, and 404. */
JsonObject *waxseal_practice_graph_find_application (WaxsealPracticeCall *call);
JsonObject *waxseal_practice_graph_find_principal (WaxsealPracticeCall *call);

JsonObject *waxseal_practice_graph_add_principal (WaxsealPracticeTenant *tenant,
                                                  JsonObject *application);
void waxseal_practice_graph_remove_principal (WaxsealPracticeTenant *tenant, JsonObject *principal);

JsonObject *waxseal_practice_graph_find_role (JsonObject *resource, const char *id);
JsonObject *waxseal_practice_graph_find_grant (WaxsealPracticeTenant *tenant,
                                               JsonObject *principal,
                                               JsonObject *resource,
                                               const char *role);
JsonObject *waxseal_practice_graph_add_grant (WaxsealPracticeTenant *tenant,
                                              JsonObject *principal,
                                              JsonObject *resource,
                                              const char *role);

/* Moves between collections. */
void waxseal_practice_graph_move (WaxsealPracticeTenant *tenant,
                                  JsonObject *object,
                                  const char *from,
                                  const char *to);

G_END_DECLS
