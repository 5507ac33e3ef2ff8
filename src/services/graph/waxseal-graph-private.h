/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-graph.h"

G_BEGIN_DECLS

/* The call that goes to an address of Graph's, such as a nextLink; finished by call_finish(). */
void waxseal_graph_call_address_async (WaxsealGraph *self,
                                       const char *address,
                                       const char *const *scopes,
                                       WaxsealGraphFlags flags,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
char *waxseal_graph_build_address (WaxsealGraph *self, const char *path);
gboolean waxseal_graph_owns_address (WaxsealGraph *self, const char *address);
char *waxseal_graph_dup_path (WaxsealGraph *self, const char *address);
double waxseal_graph_get_pace (WaxsealGraph *self);
JsonArray *waxseal_graph_read_page (WaxsealGraph *self,
                                    WaxsealHttpReply *reply,
                                    const char **next,
                                    GError **error);

G_END_DECLS
