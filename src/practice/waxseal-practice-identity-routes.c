/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-authorize.h"
#include "waxseal-practice-device.h"
#include "waxseal-practice-discovery.h"
#include "waxseal-practice-grant.h"
#include "waxseal-practice-route.h"

#define ROUTE(method, path, handle)                                                                \
  {                                                                                                \
    method, path, NULL, NULL, NULL, handle                                                         \
  }

const WaxsealPracticeRoute waxseal_practice_identity_routes[] = {
  ROUTE ("GET", "/common/discovery/instance", waxseal_practice_discovery_serve_instance),
  ROUTE ("GET", "/{}/v2.0/.well-known/openid-configuration", waxseal_practice_discovery_serve),
  ROUTE ("GET", "/{}/discovery/v2.0/keys", waxseal_practice_discovery_serve_keys),
  ROUTE ("GET", "/{}/oauth2/v2.0/authorize", waxseal_practice_authorize_serve),
  ROUTE ("POST", "/{}/oauth2/v2.0/authorize", waxseal_practice_authorize_serve),
  ROUTE ("POST", "/{}/oauth2/v2.0/devicecode", waxseal_practice_device_serve_code),
  ROUTE ("POST", "/{}/oauth2/v2.0/token", waxseal_practice_grant_serve),
  ROUTE ("GET", "/practice/device", waxseal_practice_device_serve_page),
  ROUTE ("POST", "/practice/device", waxseal_practice_device_serve_page),
  { NULL },
};
