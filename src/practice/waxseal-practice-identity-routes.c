/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "waxseal-practice-discovery.h"
#include "waxseal-practice-route.h"

#define GET(path, handle)                                                                          \
  {                                                                                                \
    "GET", path, NULL, NULL, NULL, handle                                                          \
  }

const WaxsealPracticeRoute waxseal_practice_identity_routes[] = {
  GET ("/common/discovery/instance", waxseal_practice_discovery_serve_instance),
  GET ("/{}/v2.0/.well-known/openid-configuration", waxseal_practice_discovery_serve),
  GET ("/{}/discovery/v2.0/keys", waxseal_practice_discovery_serve_keys),
  { NULL },
};
