/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-http-visitor.h"
#include "waxseal-manifest-addresses.h"

G_BEGIN_DECLS

/*
 * Asks the addresses of manifests, each once, a few at a time, and keeps the answers. Only on
 * request: nothing else in Waxseal goes to an address from a file. Signal "answered" (const char
 * *address): there is an answer for it now.
 */
#define WAXSEAL_TYPE_ONLINE_CHECK (waxseal_online_check_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOnlineCheck, waxseal_online_check, WAXSEAL, ONLINE_CHECK, GObject)

WaxsealOnlineCheck *waxseal_online_check_new (WaxsealHttpVisitor *visitor);
char *waxseal_online_check_describe_hosts (WaxsealOnlineCheck *self, GPtrArray *addresses);
void waxseal_online_check_forget (WaxsealOnlineCheck *self);

void waxseal_online_check_run_async (WaxsealOnlineCheck *self,
                                     GPtrArray *addresses,
                                     GCancellable *cancellable,
                                     GAsyncReadyCallback callback,
                                     gpointer user_data);
gboolean
waxseal_online_check_run_finish (WaxsealOnlineCheck *self, GAsyncResult *result, GError **error);

const WaxsealVisitAnswer *waxseal_online_check_get_answer (WaxsealOnlineCheck *self,
                                                           const char *address);
const char *waxseal_online_check_get_date (WaxsealOnlineCheck *self, const char *address);

G_END_DECLS
