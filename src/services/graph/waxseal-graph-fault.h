/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What Graph's refusals mean: which pass by themselves, and what the user is told of the others. */
#pragma once

#include "waxseal-error.h"
#include "waxseal-http-request.h"

G_BEGIN_DECLS

#define WAXSEAL_GRAPH_N_LAGS 5

/**
 * WaxsealGraphCall:
 * @fresh: whether it is about an object made in this run
 * @seen: how often each kind of lag was seen
 *
 * What is called, for the judge of its replies.
 */
typedef struct
{
  char *method;
  char *path;
  gboolean fresh;
  guint seen[WAXSEAL_GRAPH_N_LAGS];
} WaxsealGraphCall;

WaxsealGraphCall *waxseal_graph_call_new (const char *method, const char *path, gboolean fresh);
void waxseal_graph_call_free (WaxsealGraphCall *self);

WaxsealHttpVerdict waxseal_graph_fault_judge (WaxsealHttpReply *reply, gpointer call);
GError *waxseal_graph_fault_to_error (WaxsealHttpReply *reply, const WaxsealGraphCall *call);

G_END_DECLS
