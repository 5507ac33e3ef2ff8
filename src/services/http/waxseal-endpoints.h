/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-organization.h"

G_BEGIN_DECLS

/* Where the services of a cloud answer; immutable, counted. Addresses end without a slash. */
typedef struct _WaxsealEndpoints WaxsealEndpoints;

#define WAXSEAL_TYPE_ENDPOINTS (waxseal_endpoints_get_type ())
GType waxseal_endpoints_get_type (void);

WaxsealEndpoints *waxseal_endpoints_new (WaxsealOrganization *organization);
WaxsealEndpoints *waxseal_endpoints_new_for_practice (const char *base);
WaxsealEndpoints *waxseal_endpoints_ref (WaxsealEndpoints *self);
void waxseal_endpoints_unref (WaxsealEndpoints *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealEndpoints, waxseal_endpoints_unref)

const char *waxseal_endpoints_get_login (WaxsealEndpoints *self);
const char *waxseal_endpoints_get_graph (WaxsealEndpoints *self);
const char *waxseal_endpoints_get_exchange (WaxsealEndpoints *self);
gboolean waxseal_endpoints_equal (WaxsealEndpoints *a, WaxsealEndpoints *b);
gboolean waxseal_endpoints_is_practice (WaxsealEndpoints *self);

G_END_DECLS
