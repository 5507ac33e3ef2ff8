/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-authorizer.h"
#include "waxseal-endpoints.h"
#include "waxseal-http.h"

G_BEGIN_DECLS

/* The registered application, signed in with its client secret (client credentials): the proof. */
#define WAXSEAL_TYPE_APP_CREDENTIAL (waxseal_app_credential_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealAppCredential,
                      waxseal_app_credential,
                      WAXSEAL,
                      APP_CREDENTIAL,
                      GObject)

WaxsealAppCredential *waxseal_app_credential_new (WaxsealHttp *http,
                                                  WaxsealEndpoints *endpoints,
                                                  const char *tenant_id,
                                                  const char *client_id,
                                                  SecretValue *secret);

G_END_DECLS
