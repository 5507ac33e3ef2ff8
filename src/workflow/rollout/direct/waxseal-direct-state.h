/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "waxseal-rollout-enums.h"

G_BEGIN_DECLS

/** WaxsealDirectAspects: which parts of a state matter. */
typedef enum
{
  WAXSEAL_DIRECT_ENABLED = 1 << 0,
  WAXSEAL_DIRECT_AUDIENCE = 1 << 1,
  WAXSEAL_DIRECT_METHOD = 1 << 2,
  WAXSEAL_DIRECT_VERSION = 1 << 3,
  WAXSEAL_DIRECT_ALL = (1 << 4) - 1,
} WaxsealDirectAspects;

/**
 * WaxsealDirectState:
 * @app_id: the manifest's Id, in lower case
 * @provided_to: "Everyone" or "SpecificUsers"
 * @users: (array zero-terminated=1): addresses in lower case, sorted, each once
 * @default_state: "AlwaysEnabled", "Enabled" or "Disabled"
 *
 * The organisation's one add-in, as Exchange has it or should have it; %NULL stands for none. Texts
 * are Exchange's own, whatever they are: what is not known matches nothing.
 */
typedef struct
{
  char *app_id;
  char *version;
  gboolean enabled;
  char *provided_to;
  char **users;
  char *default_state;
} WaxsealDirectState;

WaxsealDirectState *waxseal_direct_state_new (const char *app_id);
WaxsealDirectState *waxseal_direct_state_copy (const WaxsealDirectState *self);
void waxseal_direct_state_free (WaxsealDirectState *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealDirectState, waxseal_direct_state_free)

WaxsealDirectState *waxseal_direct_state_read (JsonObject *app);
JsonObject *waxseal_direct_state_find (JsonArray *apps, const char *app_id);

void waxseal_direct_state_set_audience (WaxsealDirectState *self,
                                        gboolean everyone,
                                        const char *const *users);
gboolean waxseal_direct_state_is_for_everyone (const WaxsealDirectState *self);
char *waxseal_direct_state_describe_audience (const WaxsealDirectState *self);
gboolean waxseal_direct_state_matches (const WaxsealDirectState *self,
                                       const WaxsealDirectState *other,
                                       WaxsealDirectAspects aspects);
char *waxseal_direct_state_dup_digest (const WaxsealDirectState *self,
                                       WaxsealDirectAspects aspects);
gboolean waxseal_direct_state_has_digest (const WaxsealDirectState *self, const char *digest);

const char *waxseal_direct_state_for_method (WaxsealDeploymentMethod method);

G_END_DECLS
