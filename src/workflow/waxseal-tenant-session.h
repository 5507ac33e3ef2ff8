/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-account.h"
#include "waxseal-exchange.h"
#include "waxseal-graph.h"
#include "waxseal-journal.h"

G_BEGIN_DECLS

/*
 * All that work in one organisation's tenant needs: the way out, the addresses, the person, the
 * keyring, Graph and Exchange as that person, and the journal. The signals of the sign-in are the
 * account's. Signal "waiting" (guint milliseconds): Microsoft's servers do not agree yet, or are
 * busy; what is under way goes on after that.
 */
#define WAXSEAL_TYPE_TENANT_SESSION (waxseal_tenant_session_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealTenantSession,
                      waxseal_tenant_session,
                      WAXSEAL,
                      TENANT_SESSION,
                      GObject)

WaxsealTenantSession *waxseal_tenant_session_new (WaxsealOrganization *organization,
                                                  WaxsealOrganizationStore *store,
                                                  const char *practice_base,
                                                  GError **error);

WaxsealOrganization *waxseal_tenant_session_get_organization (WaxsealTenantSession *self);
WaxsealHttp *waxseal_tenant_session_get_http (WaxsealTenantSession *self);
WaxsealEndpoints *waxseal_tenant_session_get_endpoints (WaxsealTenantSession *self);
WaxsealKeyring *waxseal_tenant_session_get_keyring (WaxsealTenantSession *self);
WaxsealAccount *waxseal_tenant_session_get_account (WaxsealTenantSession *self);
WaxsealGraph *waxseal_tenant_session_get_graph (WaxsealTenantSession *self);
WaxsealExchange *waxseal_tenant_session_get_exchange (WaxsealTenantSession *self);
/* With Exchange's address, for the sign-in too. */
const char *const *waxseal_tenant_session_get_exchange_scopes (WaxsealTenantSession *self);
WaxsealJournal *waxseal_tenant_session_get_journal (WaxsealTenantSession *self);

/* How the person signs in where something has to be asked; the browser, unless set. */
WaxsealSignInWay waxseal_tenant_session_get_way (WaxsealTenantSession *self);
void waxseal_tenant_session_set_way (WaxsealTenantSession *self, WaxsealSignInWay way);

/* Sees to it that the person's token has @scopes, asking by the way that was chosen. */
void waxseal_tenant_session_sign_in_async (WaxsealTenantSession *self,
                                           const char *const *scopes,
                                           GCancellable *cancellable,
                                           GAsyncReadyCallback callback,
                                           gpointer user_data);
gboolean waxseal_tenant_session_sign_in_finish (WaxsealTenantSession *self,
                                                GAsyncResult *result,
                                                GError **error);

/* The @attempt'th wait, from 0, for the servers to agree (microsoft.md, 2.7). */
void waxseal_tenant_session_wait_async (WaxsealTenantSession *self,
                                        guint attempt,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer user_data);
gboolean waxseal_tenant_session_wait_finish (WaxsealTenantSession *self,
                                             GAsyncResult *result,
                                             GError **error);

/* So many waits, and two minutes are over. */
#define WAXSEAL_TENANT_SESSION_WAITS 11

G_END_DECLS
