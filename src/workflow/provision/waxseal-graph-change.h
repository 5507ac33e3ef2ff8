/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-change.h"

G_BEGIN_DECLS

/**
 * WaxsealGraphChangeShape:
 * @action: its name in the journal
 * @must_exist: what is looked at has to be there: a 404 is an error
 * @removes: it is made where a 404 comes; which of something young may also mean “not yet”
 * @tags: what is made is tagged with the change's marker
 * @is_made: see #WaxsealChangeClass; @seen is %NULL after a 404
 * @build_body: (nullable): the body, from what was seen last; %NULL where it has none
 * @scopes: for reading and writing
 *
 * What is common to all changes of a kind.
 */
typedef struct
{
  const char *action;
  const char *method;
  gboolean looks_at_list; /* the look-up gives pages of a list */
  gboolean must_exist;
  gboolean removes;
  gboolean tags;
  gboolean (*is_made) (WaxsealChange *self, JsonNode *seen);
  JsonNode *(*build_body) (WaxsealChange *self, JsonNode *seen);
  const char *const *scopes;
} WaxsealGraphChangeShape;

/* A change that Microsoft Graph makes. */
#define WAXSEAL_TYPE_GRAPH_CHANGE (waxseal_graph_change_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealGraphChange,
                      waxseal_graph_change,
                      WAXSEAL,
                      GRAPH_CHANGE,
                      WaxsealChange)

WaxsealChange *waxseal_graph_change_new (WaxsealTenantSession *session,
                                         const WaxsealGraphChangeShape *shape,
                                         const char *subject,
                                         const char *look_path,
                                         const char *write_path,
                                         gboolean fresh);

G_END_DECLS
