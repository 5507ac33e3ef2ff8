/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

typedef void (*WaxsealPracticeHandler) (WaxsealPracticeCall *call);

/**
 * WaxsealPracticeRoute:
 * @path: segments; "{}" stands for any one, "(appId={})" for an addressing by key; both end up in
 *   the call's keys
 * @scopes: (nullable): delegated scopes of which one is needed, separated by spaces; "A+B" is both
 * @roles: (nullable): application roles of which one is needed, likewise; %NULL in both where no
 *   token is needed
 * @people: (nullable): directory role template IDs of which the person needs one
 *
 * A row of a service's table (microsoft.md, 1.7, 1.8 and 2).
 */
typedef struct
{
  const char *method;
  const char *path;
  const char *scopes;
  const char *roles;
  const char *people;
  WaxsealPracticeHandler handle;
} WaxsealPracticeRoute;

/* Each service's table ends with a row of NULLs. */
extern const WaxsealPracticeRoute waxseal_practice_identity_routes[];
extern const WaxsealPracticeRoute waxseal_practice_graph_routes[];
extern const WaxsealPracticeRoute waxseal_practice_exchange_routes[]; /* under /adminapi */
extern const WaxsealPracticeRoute waxseal_practice_cres_routes[];     /* under /admin */
extern const WaxsealPracticeRoute waxseal_practice_control_routes[];  /* under /practice/ */

const WaxsealPracticeRoute *waxseal_practice_route_find (const WaxsealPracticeRoute *routes,
                                                         WaxsealPracticeCall *call);
gboolean waxseal_practice_route_check_rights (const WaxsealPracticeRoute *route,
                                              WaxsealPracticeCall *call);
gboolean waxseal_practice_route_serve (const WaxsealPracticeRoute *routes,
                                       WaxsealPracticeCall *call);

G_END_DECLS
