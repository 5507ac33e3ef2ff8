/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "waxseal-token.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_AUTHORIZER (waxseal_authorizer_get_type ())
G_DECLARE_INTERFACE (WaxsealAuthorizer, waxseal_authorizer, WAXSEAL, AUTHORIZER, GObject)

/**
 * WaxsealAuthorizerInterface:
 * @get_token_async: a token for @scopes of @resource (a base address, such as Graph's); never asks
 * a person. With @claims (a continuous access evaluation challenge) or @fresh no cached one.
 *
 * Who signs requests: a person (#WaxsealAccount), or the registered application itself
 * (#WaxsealAppCredential).
 */
struct _WaxsealAuthorizerInterface
{
  GTypeInterface parent_interface;

  void (*get_token_async) (WaxsealAuthorizer *self,
                           const char *resource,
                           const char *const *scopes,
                           const char *claims,
                           gboolean fresh,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer user_data);
  WaxsealToken *(*get_token_finish) (WaxsealAuthorizer *self, GAsyncResult *result, GError **error);
};

void waxseal_authorizer_get_token_async (WaxsealAuthorizer *self,
                                         const char *resource,
                                         const char *const *scopes,
                                         const char *claims,
                                         gboolean fresh,
                                         GCancellable *cancellable,
                                         GAsyncReadyCallback callback,
                                         gpointer user_data);
WaxsealToken *
waxseal_authorizer_get_token_finish (WaxsealAuthorizer *self, GAsyncResult *result, GError **error);

G_END_DECLS
