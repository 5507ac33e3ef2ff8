/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-tenant-review-private.h"

/** WaxsealTenantReview: see the header. */
G_DEFINE_FINAL_TYPE (WaxsealTenantReview, waxseal_tenant_review, G_TYPE_OBJECT)

static void
waxseal_tenant_review_finalize (GObject *object)
{
  WaxsealTenantReview *self = WAXSEAL_TENANT_REVIEW (object);

  g_free (self->tenant_id);
  g_free (self->tenant_name);
  g_strfreev (self->domains);
  g_strfreev (self->mail_domains);
  g_clear_pointer (&self->policy, waxseal_secret_policy_unref);
  g_clear_error (&self->keyring_error);
  g_object_unref (self->apps);
  g_free (self->graph_service_principal_id);
  G_OBJECT_CLASS (waxseal_tenant_review_parent_class)->finalize (object);
}

static void
waxseal_tenant_review_class_init (WaxsealTenantReviewClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = waxseal_tenant_review_finalize;
}

static void
waxseal_tenant_review_init (WaxsealTenantReview *self)
{
  self->apps = g_list_store_new (WAXSEAL_TYPE_REGISTERED_APP);
}

/** waxseal_tenant_review_get_tenant_id: Returns: (transfer none): "Directory (tenant) ID". */
const char *
waxseal_tenant_review_get_tenant_id (WaxsealTenantReview *self)
{
  return self->tenant_id;
}

/** waxseal_tenant_review_get_tenant_name: Returns: (transfer none): as the tenant calls itself. */
const char *
waxseal_tenant_review_get_tenant_name (WaxsealTenantReview *self)
{
  return self->tenant_name;
}

/** waxseal_tenant_review_get_domains: Returns: (transfer none): the verified domains. */
const char *const *
waxseal_tenant_review_get_domains (WaxsealTenantReview *self)
{
  return (const char *const *) self->domains;
}

/** waxseal_tenant_review_get_mail_domains: Returns: (transfer none): for the add-in and for CRES.
 */
const char *const *
waxseal_tenant_review_get_mail_domains (WaxsealTenantReview *self)
{
  return (const char *const *) self->mail_domains;
}

/** waxseal_tenant_review_can_register: Returns: whether the person has a role by which
 * applications and secrets can be made. */
gboolean
waxseal_tenant_review_can_register (WaxsealTenantReview *self)
{
  return self->can_register;
}

/** waxseal_tenant_review_can_consent: Returns: whether the person has a role by which application
 * permissions can be granted. */
gboolean
waxseal_tenant_review_can_consent (WaxsealTenantReview *self)
{
  return self->can_consent;
}

/** waxseal_tenant_review_get_policy: Returns: (transfer none): on client secrets; maybe unknown. */
WaxsealSecretPolicy *
waxseal_tenant_review_get_policy (WaxsealTenantReview *self)
{
  return self->policy;
}

/** waxseal_tenant_review_get_keyring_error: Returns: (transfer none) (nullable): why the keyring
 * could not be looked at. */
const GError *
waxseal_tenant_review_get_keyring_error (WaxsealTenantReview *self)
{
  return self->keyring_error;
}

/** waxseal_tenant_review_get_apps: Returns: (transfer none): of #WaxsealRegisteredApp. */
GListModel *
waxseal_tenant_review_get_apps (WaxsealTenantReview *self)
{
  return G_LIST_MODEL (self->apps);
}

/** waxseal_tenant_review_get_own_app: Returns: (transfer none) (nullable): the organisation's. */
WaxsealRegisteredApp *
waxseal_tenant_review_get_own_app (WaxsealTenantReview *self)
{
  return self->own_app;
}

/** waxseal_tenant_review_get_graph_service_principal_id: Returns: (transfer none): Microsoft
 * Graph's own in this tenant, whose roles are granted. */
const char *
waxseal_tenant_review_get_graph_service_principal_id (WaxsealTenantReview *self)
{
  return self->graph_service_principal_id;
}
