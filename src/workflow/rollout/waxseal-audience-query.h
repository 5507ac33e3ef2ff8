/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How addresses are looked up in the directory: one way after another, each for those that the ways
 * before it did not find. */
#pragma once

#include <json-glib/json-glib.h>

#include "waxseal-rollout-enums.h"

G_BEGIN_DECLS

/* Graph refuses more alternatives in one filter (microsoft-graph-docs#21098). */
#define WAXSEAL_AUDIENCE_QUERY_MOST 15

/** WaxsealAudienceQuery: the ways, in their order; an address that mail goes to counts before a
 * name to sign in with. */
typedef enum
{
  WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_MAIL,
  WAXSEAL_AUDIENCE_QUERY_GROUPS_BY_MAIL,
  WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_ALIAS,
  WAXSEAL_AUDIENCE_QUERY_GROUPS_BY_ALIAS,
  WAXSEAL_AUDIENCE_QUERY_PEOPLE_BY_SIGN_IN,
  WAXSEAL_AUDIENCE_QUERY_GROUPS_BY_NICKNAME, /* those without an address: what comes closest */
  WAXSEAL_N_AUDIENCE_QUERIES,
} WaxsealAudienceQuery;

WaxsealRecipientKind waxseal_audience_query_get_kind (WaxsealAudienceQuery query);
char *waxseal_audience_query_dup_key (WaxsealAudienceQuery query, const char *address);
char *waxseal_audience_query_build (WaxsealAudienceQuery query, GPtrArray *keys);
char **waxseal_audience_query_dup_found (WaxsealAudienceQuery query, JsonObject *object);

G_END_DECLS
