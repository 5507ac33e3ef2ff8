/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a program asks for (microsoft.md, 1.2 and 1.7). */
#pragma once

#include "waxseal-practice-client.h"

G_BEGIN_DECLS

/** WaxsealPracticeScope: a scope as its service's principal has it; both belong to the tenant */
typedef struct
{
  JsonObject *resource;
  JsonObject *scope;
} WaxsealPracticeScope;

/**
 * WaxsealPracticeScopes:
 * @items: (element-type WaxsealPracticeScope): without those of OpenID Connect
 * @resource: whose token is asked for; Graph if nothing else is
 * @prefix: how the scopes of @resource were written: "", or "https://graph.microsoft.com/"
 * @is_default: whether all of @items are asked for by ".default"
 */
typedef struct
{
  GArray *items;
  JsonObject *resource;
  char *prefix;
  gboolean openid;
  gboolean offline_access;
  gboolean is_default;
  gboolean is_mixed;
} WaxsealPracticeScopes;

WaxsealPracticeScopes *waxseal_practice_scopes_parse (WaxsealPracticeCall *call,
                                                      WaxsealPracticeClient *client,
                                                      const char *text,
                                                      guint *problem,
                                                      char **detail);
void waxseal_practice_scopes_free (WaxsealPracticeScopes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticeScopes, waxseal_practice_scopes_free)

JsonObject *waxseal_practice_scopes_find (JsonObject *resource, const char *id);
gboolean waxseal_practice_scopes_need_admin (GArray *items);

G_END_DECLS
