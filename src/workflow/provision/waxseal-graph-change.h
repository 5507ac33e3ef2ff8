/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-graph-write.h"

G_BEGIN_DECLS

typedef struct _WaxsealGraphChange WaxsealGraphChange;

/**
 * WaxsealGraphChangeShape:
 * @action: its name in the journal
 * @must_exist: what is looked at has to be there: a 404 is an error
 * @removes: it is made where a 404 comes; which of something young may also mean “not yet”
 * @tags: what is made is tagged with the marker, which the journal has before anything is sent
 * @is_made: whether @seen (nullable: 404) shows that it is made; says of what by
 *   waxseal_graph_change_set_object_id()
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
  gboolean (*is_made) (WaxsealGraphChange *self, JsonNode *seen);
  JsonNode *(*build_body) (WaxsealGraphChange *self, JsonNode *seen);
  const char *const *scopes;
} WaxsealGraphChangeShape;

/*
 * One change in the tenant, made once: looked at first, entered in the journal, sent, read back
 * until it is seen, and settled. Where no reply came, it is looked for until Microsoft's servers
 * must agree, and only then sent again. A pending entry of the journal is taken up.
 */
#define WAXSEAL_TYPE_GRAPH_CHANGE (waxseal_graph_change_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealGraphChange, waxseal_graph_change, WAXSEAL, GRAPH_CHANGE, GObject)

/* Neither path is escaped any further. */
WaxsealGraphChange *waxseal_graph_change_new (WaxsealTenantSession *session,
                                              const WaxsealGraphChangeShape *shape,
                                              const char *subject,
                                              const char *look_path,
                                              const char *write_path);
/* What it is about is young: a 404 may be over soon (microsoft.md, 2.7). */
void waxseal_graph_change_set_fresh (WaxsealGraphChange *self, gboolean fresh);
/* What was seen a moment ago, in the place of the first look. */
void waxseal_graph_change_set_seen (WaxsealGraphChange *self, JsonNode *seen);
void waxseal_graph_change_set_data (WaxsealGraphChange *self, gpointer data);
gpointer waxseal_graph_change_get_data (WaxsealGraphChange *self);

void waxseal_graph_change_run_async (WaxsealGraphChange *self,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
waxseal_graph_change_run_finish (WaxsealGraphChange *self, GAsyncResult *result, GError **error);

void waxseal_graph_change_set_object_id (WaxsealGraphChange *self, const char *object_id);
const char *waxseal_graph_change_get_object_id (WaxsealGraphChange *self);
/* Tags an application that is to be created; the same after a lost reply. */
const char *waxseal_graph_change_get_marker (WaxsealGraphChange *self);
JsonNode *waxseal_graph_change_get_seen (WaxsealGraphChange *self);
gboolean waxseal_graph_change_was_made_now (WaxsealGraphChange *self);

G_END_DECLS
