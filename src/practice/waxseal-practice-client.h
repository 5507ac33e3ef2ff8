/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The programs that may ask the practice tenant to sign someone in (microsoft.md, 1.6). */
#pragma once

#include "waxseal-practice-call.h"

G_BEGIN_DECLS

/* A public client that may ask for everything Graph has, for clients that are not Waxseal. */
#define WAXSEAL_PRACTICE_CLIENT_ID "5ea15ea1-0000-4000-8000-7ac71ce00001"

/**
 * WaxsealPracticeClient:
 * @application: (nullable): of the tenant; %NULL for a program of Microsoft's or the practice's own
 * @resource: (nullable): the appId of the only service that it may call
 * @is_public: whether it signs people in without a secret
 * @has_everything: whether ".default" means all scopes of a service
 * @preauthorized: (nullable): scopes of @resource that it has without anyone's consent, and the
 * only ones that it may have
 */
typedef struct
{
  char *id;
  char *name;
  JsonObject *application;
  const char *resource;
  gboolean is_public;
  gboolean has_everything;
  const char *preauthorized;
} WaxsealPracticeClient;

WaxsealPracticeClient *
waxseal_practice_client_find (WaxsealPracticeCall *call, const char *id, guint *problem);
void waxseal_practice_client_free (WaxsealPracticeClient *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealPracticeClient, waxseal_practice_client_free)

gboolean waxseal_practice_client_owns_redirect (WaxsealPracticeClient *self,
                                                const char *uri,
                                                gboolean *is_public);
guint waxseal_practice_client_check_secret (WaxsealPracticeClient *self,
                                            WaxsealPracticeCall *call,
                                            gboolean is_public);

G_END_DECLS
