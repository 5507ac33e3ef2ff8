/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "waxseal-organization.h"

G_BEGIN_DECLS

#define WAXSEAL_TYPE_DIRECT_CONSENT (waxseal_direct_consent_get_type ())
G_DECLARE_FINAL_TYPE (WaxsealDirectConsent,
                      waxseal_direct_consent,
                      WAXSEAL,
                      DIRECT_CONSENT,
                      AdwPreferencesGroup)

void waxseal_direct_consent_show (WaxsealDirectConsent *self, WaxsealOrganization *organization);
gboolean waxseal_direct_consent_is_given (WaxsealOrganization *organization);

G_END_DECLS
