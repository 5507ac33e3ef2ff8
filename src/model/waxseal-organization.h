/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "waxseal-addin-identity.h"
#include "waxseal-cres-account.h"
#include "waxseal-entra-app.h"
#include "waxseal-enums.h"
#include "waxseal-manifest-source.h"

G_BEGIN_DECLS

/* The format that this version writes; a file with a higher number opens read-only. */
#define WAXSEAL_ORGANIZATION_FORMAT 1

#define WAXSEAL_TYPE_ORGANIZATION (waxseal_organization_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealOrganization,
                      waxseal_organization,
                      WAXSEAL,
                      ORGANIZATION,
                      WaxsealRecord)

WaxsealOrganization *waxseal_organization_new (const char *name, WaxsealCloud cloud);
WaxsealOrganization *waxseal_organization_new_for_practice (const char *name);
WaxsealOrganization *waxseal_organization_duplicate (WaxsealOrganization *self, const char *name);

const char *waxseal_organization_get_id (WaxsealOrganization *self);
const char *waxseal_organization_get_name (WaxsealOrganization *self);
WaxsealEntraApp *waxseal_organization_get_entra_app (WaxsealOrganization *self);
WaxsealCresAccount *waxseal_organization_get_cres_account (WaxsealOrganization *self);
WaxsealAddinIdentity *waxseal_organization_get_addin (WaxsealOrganization *self);
WaxsealManifestSource *waxseal_organization_get_manifest (WaxsealOrganization *self);
GListModel *waxseal_organization_get_domains (WaxsealOrganization *self);
GListModel *waxseal_organization_get_phases (WaxsealOrganization *self);

gboolean waxseal_organization_get_practice (WaxsealOrganization *self);
gboolean waxseal_organization_get_read_only (WaxsealOrganization *self);
void waxseal_organization_set_read_only (WaxsealOrganization *self, gboolean read_only);

G_END_DECLS
