/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-registered-app.h"
#include "waxseal-secret-policy.h"
#include "waxseal-tenant-session.h"

G_BEGIN_DECLS

/*
 * What there is in the tenant before anything is changed; immutable once it is there. Nothing is
 * written by a review, neither to the tenant nor to the organisation.
 */
#define WAXSEAL_TYPE_TENANT_REVIEW (waxseal_tenant_review_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealTenantReview, waxseal_tenant_review, WAXSEAL, TENANT_REVIEW, GObject)

/* Asks the person to sign in where that is needed. Errors: those of the account and of Graph, and
 * WAXSEAL_ERROR_PERMISSIONS_UNKNOWN, _SERVICE_ABSENT (no Microsoft Graph in the tenant). */
void waxseal_tenant_review_async (WaxsealTenantSession *session,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data);
WaxsealTenantReview *waxseal_tenant_review_finish (GAsyncResult *result, GError **error);

const char *waxseal_tenant_review_get_tenant_id (WaxsealTenantReview *self);
const char *waxseal_tenant_review_get_tenant_name (WaxsealTenantReview *self);
/* The verified domains, the default one first. */
const char *const *waxseal_tenant_review_get_domains (WaxsealTenantReview *self);
/* Those of them that receive mail, and are not the initial one (microsoft.md, 2.6). */
const char *const *waxseal_tenant_review_get_mail_domains (WaxsealTenantReview *self);

/* By directory roles; a person may be able to by other ways, so that FALSE is a warning only. */
gboolean waxseal_tenant_review_can_register (WaxsealTenantReview *self);
gboolean waxseal_tenant_review_can_consent (WaxsealTenantReview *self);

WaxsealSecretPolicy *waxseal_tenant_review_get_policy (WaxsealTenantReview *self);
/* NULL where the keyring can be used. */
const GError *waxseal_tenant_review_get_keyring_error (WaxsealTenantReview *self);

/* Applications of the name in the organisation's record, and its own one whatever its name: none,
 * one or several #WaxsealRegisteredApp, the newest first. */
GListModel *waxseal_tenant_review_get_apps (WaxsealTenantReview *self);
/* The one that is the organisation's already, by its record or its journal; or NULL. */
WaxsealRegisteredApp *waxseal_tenant_review_get_own_app (WaxsealTenantReview *self);

const char *waxseal_tenant_review_get_graph_service_principal_id (WaxsealTenantReview *self);

G_END_DECLS
