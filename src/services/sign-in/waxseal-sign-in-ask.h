/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-login.h"

G_BEGIN_DECLS

/**
 * WaxsealSignInAsk:
 * @scope: for the person to agree to: of any number of resources
 * @resource: the one that the token is for
 * @token_scope: @scope without those of other resources
 * @token_scopes: (array zero-terminated=1): the same, one by one
 * @consent: whether a consent is what is missing
 * @hint: (nullable): who is expected to sign in
 * @claims: (nullable): a challenge to pass on
 *
 * What a person is asked for, whatever the way.
 */
typedef struct
{
  char *scope;
  char *resource;
  char *token_scope;
  char **token_scopes;
  gboolean consent;
  char *hint;
  char *claims;
} WaxsealSignInAsk;

WaxsealSignInAsk *waxseal_sign_in_ask_new (WaxsealEndpoints *endpoints, const char *const *scopes);
void waxseal_sign_in_ask_free (WaxsealSignInAsk *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealSignInAsk, waxseal_sign_in_ask_free)

G_END_DECLS
