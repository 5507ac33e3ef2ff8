/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * WaxsealDomainDrift:
 * @missing: (array zero-terminated=1): mail domains of the tenant that are not in the set-up
 * @extra: (array zero-terminated=1): those of the set-up that the tenant does not have
 *
 * How far the set-up's domains and the tenant's have drifted apart.
 */
typedef struct
{
  char **missing;
  char **extra;
} WaxsealDomainDrift;

WaxsealDomainDrift *waxseal_domain_drift_new (GListModel *domains,
                                              const char *const *tenant_domains);
void waxseal_domain_drift_free (WaxsealDomainDrift *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (WaxsealDomainDrift, waxseal_domain_drift_free)

G_END_DECLS
