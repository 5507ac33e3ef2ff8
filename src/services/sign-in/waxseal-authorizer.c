/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-authorizer.h"

G_DEFINE_INTERFACE (WaxsealAuthorizer, waxseal_authorizer, G_TYPE_OBJECT)

static void
waxseal_authorizer_default_init (WaxsealAuthorizerInterface *iface)
{
}

/**
 * waxseal_authorizer_get_token_async:
 * @resource: a base address, such as Graph's
 * @scopes: what the token is wanted for, as the resource names it ("User.Read")
 * @claims: (nullable): the challenge of a service that refused a token, as JSON
 * @fresh: whether a token from before will not do, since roles or grants have changed
 *
 * Never asks a person.
 */
void
waxseal_authorizer_get_token_async (WaxsealAuthorizer *self,
                                    const char *resource,
                                    const char *const *scopes,
                                    const char *claims,
                                    gboolean fresh,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data)
{
  WAXSEAL_AUTHORIZER_GET_IFACE (self)->get_token_async (
    self, resource, scopes, claims, fresh, cancellable, callback, user_data);
}

/**
 * waxseal_authorizer_get_token_finish:
 * @error: those of #WaxsealHttp, and of waxseal-aadsts.h; %WAXSEAL_ERROR_SIGN_IN_NEEDED where a
 *   person has to sign in (again)
 *
 * Returns: (transfer full): a token
 */
WaxsealToken *
waxseal_authorizer_get_token_finish (WaxsealAuthorizer *self, GAsyncResult *result, GError **error)
{
  return WAXSEAL_AUTHORIZER_GET_IFACE (self)->get_token_finish (self, result, error);
}
